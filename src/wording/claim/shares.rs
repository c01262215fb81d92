//! Sentences about shares and their wholes.

use rust_decimal::Decimal;

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow, hull};
use crate::analysis::{
    Clue, Dimension, Interval, ShareBefore, ShareChange, ShareInTotal, ShareOfItself, ShareOfWhole,
    SharesWithinWhole, Step,
};
use crate::wording::Words;
use crate::wording::number::{Notation, percent, printed, range};

impl ClaimWords for ShareOfItself {
    /// `trade with the world cannot be 99 % of itself, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        match (self.is_own_row, holds, self.subject.period) {
            (true, _, Some(when)) => format!("a share of {name} is given as its own whole, {when}"),
            (true, _, None) => format!("a share of {name} is given as its own whole"),
            (false, true, Some(when)) => format!("{name} is all of itself, {when}"),
            (false, true, None) => format!("{name} is all of itself"),
            (false, false, Some(when)) => {
                format!("{name} cannot be {} of itself, {when}", printed(words, self.share))
            }
            (false, false, None) => format!("{name} cannot be {} of itself", printed(words, self.share)),
        }
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }
}

impl ClaimWords for ShareOfWhole {
    /// `values and shares do not agree on trade with the world, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.whole, self.dimension());
        let whole = self.whole.period.map_or_else(|| name.clone(), |period| format!("{name}, {period}"));
        if holds {
            format!("{} figures agree on {whole}", self.clues)
        } else {
            format!("values and shares do not agree on {whole}")
        }
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        let notation = Notation::from_figure(words, self.highest.value, self.unit)?;
        Some(notation.distinct(self.lowest.interval.high(), self.highest.interval.low()))
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let words = drawing.words;
        let notation = self.notation(words)?;
        let row = |clue: &Clue| {
            let range = notation.range(clue.interval);
            let Some(share) = clue.share else {
                let whole = name::trade(words, &self.whole, self.dimension());
                return PictureRow::new(whole, clue.interval, range);
            };
            let sign = if clue.is_of_larger { '×' } else { '/' };
            let working = format!("{} {sign} {}", printed(words, clue.value), printed(words, share));
            PictureRow { working, ..PictureRow::new(words.label(clue.value), clue.interval, range) }
        };
        Some(Picture { has_zero: true, ..Picture::around([&self.highest, &self.lowest].map(row)) })
    }
}

impl ClaimWords for SharesWithinWhole {
    /// `2 shares of trade with the world add up to more than 100 %, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, when) =
            (name::trade(words, &self.whole, self.dimension()), name::period(self.whole.period));
        let count = self.shares.len();
        match (self.shares.as_slice(), holds) {
            ([_], true) => format!("a share of {name} stays within 100 %, {when}"),
            (_, true) => format!("{count} shares of {name} stay within 100 %, {when}"),
            ([share], false) if !self.are_all => {
                format!("{} cannot be a share of {name}, {when}", printed(words, *share))
            }
            ([_], false) => format!("the only share of {name} is not all of it, {when}"),
            (_, false) if self.is_more() => {
                format!("{count} shares of {name} add up to more than 100 %, {when}")
            }
            (_, false) => format!("{count} shares of {name} add up to less than they should, {when}"),
        }
    }

    fn shorter(&self, _: Words, holds: bool) -> Vec<String> {
        let short = match (self.shares.len(), holds) {
            (1, true) => "a share stays within 100 %".to_owned(),
            (1, false) => return Vec::new(),
            (count, true) => format!("{count} shares stay within 100 %"),
            (count, false) if self.is_more() => format!("{count} shares add up to more than 100 %"),
            (count, false) => format!("{count} shares add up to too little"),
        };
        vec![short]
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }

    fn picture(&self, _: &Drawing) -> Option<Picture> {
        let label = if self.shares.len() == 1 { "the share" } else { "their sum" };
        Some(of_whole(label.to_owned(), self.sum))
    }
}

impl SharesWithinWhole {
    /// True if the shares exceed their whole.
    fn is_more(&self) -> bool {
        self.sum.low() > Decimal::ONE
    }
}

impl ClaimWords for ShareInTotal {
    /// `the share of trade with Kazakhstan, 50 %, is more than those of exports and imports, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, when) = (name::trade(words, &self.part, self.dimension), name::period(self.part.period));
        let share = printed(words, self.share);
        match (holds, self.is_above) {
            (true, _) => format!("the share of {name} is between those of exports and imports, {when}"),
            (false, true) => {
                format!("the share of {name}, {share}, is more than those of exports and imports, {when}")
            }
            (false, false) => {
                format!("the share of {name}, {share}, is less than those of exports and imports, {when}")
            }
        }
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let others = drawing.finding.proof.iter().filter_map(|step| {
            let Step::ShareIn(figure) = step else { return None };
            drawing.interval(*figure).filter(|_| *figure != self.share)
        });
        let band = others.reduce(hull)?;
        let printed = drawing.print("in total trade".to_owned(), self.share, None)?;
        let text = format!("{} %", range(band, 2));
        Some(Picture::around([printed, PictureRow::new("in the two flows", band, text)]))
    }
}

impl ClaimWords for ShareBefore {
    /// `the share of trade with Kazakhstan would have been 166.6 to 199.6 % in 2022`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, base) = (name::trade(words, &self.part, self.dimension), self.base);
        if holds {
            format!("the share of {name} was within 100 % in {base}")
        } else {
            format!("the share of {name} would have been {} in {base}", percent(self.before, 1))
        }
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    fn picture(&self, _: &Drawing) -> Option<Picture> {
        Some(of_whole(format!("share {}", self.base), self.before))
    }
}

impl ClaimWords for ShareChange {
    /// `the share of trade with Kazakhstan did not change by +2.0 points from 2022 to 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (base, when) = (self.base, name::period(self.subject.period));
        if holds {
            format!("the share of {name} changed from {base} to {when} as it says")
        } else {
            let change = printed(words, self.change);
            format!("the share of {name} did not change by {change} from {base} to {when}")
        }
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }
}

/// A share next to 100 %.
fn of_whole(label: String, part: Interval) -> Picture {
    let whole = PictureRow::new("the whole", Interval::ONE, "100 %".to_owned());
    let part = PictureRow::new(label, part, percent(part, 1));
    Picture { has_zero: part.interval.low() >= Decimal::ZERO, ..Picture::around([part, whole]) }
}
