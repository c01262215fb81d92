//! Sentences about a part and its whole.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture};
use crate::analysis::{Dimension, Figure, PartOfWhole};
use crate::wording::Words;
use crate::wording::number::{Notation, printed};

impl ClaimWords for PartOfWhole {
    /// `exports are no larger than total trade, 2023`, or `exports of 2022 exceed total trade`, with the growth if that
    /// implies it.
    fn sentence(&self, words: Words, holds: bool) -> String {
        if holds { self.no_larger(words) } else { self.exceeds(words) }
    }

    fn shorter(&self, words: Words, holds: bool) -> Vec<String> {
        if holds {
            let [small, large] = self.names(words);
            // `exports to Chile ≤ to the world`
            let flow = |name: &str| name.split_once(' ').map_or(0, |(flow, _)| flow.len() + 1);
            let (own, other) = (flow(&small), flow(&large));
            let large = if small[..own] == large[..other] { &large[other..] } else { &large };
            let short = format!("{small} ≤ {large}");
            let dated = self.part.subject.period.map(|period| format!("{short}, {period}"));
            return dated.into_iter().chain([short]).collect();
        }
        let shortest = self.part.change.zip(self.whole.change).map(|(part, whole)| {
            format!("{} and {} cannot both hold", printed(words, part), printed(words, whole))
        });
        self.cannot_hold(words).into_iter().chain(shortest).collect()
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        let notation = Notation::from_term(words, &self.whole)?;
        Some(notation.distinct(self.part.interval.low(), self.whole.interval.high()))
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let notation = self.notation(drawing.words)?;
        let more = self.part.interval.low().checked_sub(self.whole.interval.high())?;
        let remark = format!("the part is at least {} larger than its whole", notation.at_least(more));
        let pair = [drawing.term(&self.part)?, drawing.term(&self.whole)?];
        Some(Picture { has_zero: true, remark: Some(remark), ..Picture::around(pair) })
    }

    fn advice(&self, words: Words, _: Figure, count: usize) -> Option<String> {
        let with = match self.changes(words).as_slice() {
            [] => return None,
            [one] => one.clone(),
            [part, whole, ..] => format!("both {part} and {whole}"),
        };
        Some(format!("Do not quote next to {with}: at least one of {count} figures is wrong."))
    }

    fn brief_advice(&self, words: Words) -> Option<String> {
        let changes = self.changes(words);
        let both = if changes.len() > 1 { "both " } else { "" };
        (!changes.is_empty()).then(|| format!("Do not quote next to {both}{}.", changes.join(" and ")))
    }
}

impl PartOfWhole {
    fn names(&self, words: Words) -> [String; 2] {
        [&self.part, &self.whole].map(|term| name::trade(words, &term.subject, self.dimension))
    }

    fn periods(&self) -> [String; 2] {
        [&self.part, &self.whole].map(|term| name::period(term.subject.period))
    }

    /// The growth figures, as printed, that imply the compared values.
    fn changes(&self, words: Words) -> Vec<String> {
        [self.part.change, self.whole.change]
            .into_iter()
            .flatten()
            .map(|change| printed(words, change))
            .collect()
    }

    fn no_larger(&self, words: Words) -> String {
        let [small, large] = self.names(words);
        let [when, longer] = self.periods();
        match (self.dimension, name::is_singular(self.part.subject.flow)) {
            (Dimension::Period, true) => format!("{small} is no larger than {large} {longer}, {when}"),
            (Dimension::Period, false) => format!("{small} are no larger than {large} {longer}, {when}"),
            (_, true) => format!("{small} is no larger than {large}, {when}"),
            (_, false) => format!("{small} are no larger than {large}, {when}"),
        }
    }

    fn exceeds(&self, words: Words) -> String {
        let [small, large] = self.names(words);
        let [when, longer] = self.periods();
        if let Some(short) = self.cannot_hold(words) {
            let [part, whole] = [(&when, small), (&longer, large)]
                .map(|(when, name)| if when.is_empty() { name } else { format!("{when} {name}") });
            return format!("{short}: {part} would exceed {whole}");
        }
        let large = match self.dimension {
            Dimension::Period => format!("{large} of {longer}"),
            Dimension::Flow | Dimension::Partner | Dimension::Product | Dimension::Transport => large,
        };
        if name::is_singular(self.part.subject.flow) {
            format!("{small} of {when} exceeds {large}")
        } else {
            format!("{small} of {when} exceed {large}")
        }
    }

    /// `exports +23.2 % and total +50 % cannot both hold`; `None` if the compared values do not rest on growth.
    fn cannot_hold(&self, words: Words) -> Option<String> {
        let [small, large] = self.names(words);
        let large = match self.dimension {
            Dimension::Flow => "total".to_owned(),
            Dimension::Period => format!("{large} of {}", name::period(self.whole.subject.period)),
            Dimension::Partner | Dimension::Product | Dimension::Transport => large,
        };
        let grown = |change: Figure| printed(words, change);
        match (self.part.change.map(grown), self.whole.change.map(grown)) {
            (None, None) => None,
            (Some(part), None) => Some(format!("{small} {part} cannot hold")),
            (None, Some(whole)) => Some(format!("{large} {whole} cannot hold")),
            (Some(part), Some(whole)) => Some(format!("{small} {part} and {large} {whole} cannot both hold")),
        }
    }
}
