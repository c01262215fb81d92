//! Sentences about growth and changes.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow, hull};
use super::step::published_factor;
use crate::analysis::{
    ChangeBetweenPeriods, Dimension, GrowthBetweenParts, GrowthBetweenPeriods, GrowthChain, GrowthRole,
    Interval, ShareAndGrowth, Step,
};
use crate::wording::Words;
use crate::wording::number::{Notation, growths, printed, printed_range};

impl ClaimWords for GrowthBetweenParts {
    /// `trade with the two +32 % is more than any of its parts grew`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, when) = (name::trade(words, &self.whole, self.dimension), name::period(self.whole.period));
        let growth = printed(words, self.growth);
        match (holds, self.parts, self.is_above) {
            (true, 1, _) => format!("the growth of {name} is that of its only part, {when}"),
            (true, ..) => format!("the growth of {name} is between those of its parts, {when}"),
            (false, 1, true) => format!("{name} {growth} is more than its only part grew"),
            (false, 1, false) => format!("{name} {growth} is less than its only part grew"),
            (false, _, true) => format!("{name} {growth} is more than any of its parts grew"),
            (false, _, false) => format!("{name} {growth} is less than any of its parts grew"),
        }
    }

    fn shorter(&self, _: Words, holds: bool) -> Vec<String> {
        let is_between = holds && self.parts > 1;
        is_between.then(|| "growth lies between that of parts".to_owned()).into_iter().collect()
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// A growth and the range between those of its parts.
    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let words = drawing.words;
        let of_parts = drawing.finding.proof.iter().filter_map(|step| {
            let Step::Growth(role, figure) = step else { return None };
            published_factor(words, *figure).filter(|_| *role != GrowthRole::Whole)
        });
        let band = of_parts.reduce(hull)?;
        let factor = published_factor(words, self.growth)?;
        let name = name::trade(words, &self.whole, self.dimension);
        let whole = PictureRow::new(name, factor, growths(factor, 1));
        Some(Picture::around([whole, PictureRow::new("its parts", band, growths(band, 1))]))
    }
}

impl ClaimWords for GrowthBetweenPeriods {
    /// `total trade −52 % is not the growth from 2022 to 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (base, when) = (self.base, name::period(self.subject.period));
        if holds {
            format!("{name}: growth to {when} agrees with both values")
        } else {
            format!("{name} {} is not the growth from {base} to {when}", printed(words, self.growth))
        }
    }

    fn shorter(&self, words: Words, holds: bool) -> Vec<String> {
        let short = if holds {
            "a growth agrees with both values".to_owned()
        } else {
            format!("{} is not the growth of its values", printed(words, self.growth))
        };
        vec![short]
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let implied = drawing.finding.proof.iter().find_map(|step| {
            if let Step::ImpliedGrowth { factor, .. } = step { Some(*factor) } else { None }
        })?;
        let factor = published_factor(drawing.words, self.growth)?;
        let printed = PictureRow::new("printed", factor, printed_range(drawing.words, self.growth));
        Some(Picture::around([printed, PictureRow::new("by the values", implied, growths(implied, 1))]))
    }
}

impl ClaimWords for GrowthChain {
    /// `exports: 2 growths in a row do not lead from 2021 to 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, growths) = (name::trade(words, &self.subject, self.dimension()), self.growths);
        let (then, now) = (name::period(self.base), name::period(self.subject.period));
        if holds {
            format!("{name}: {growths} growths in a row lead from {then} to {now}")
        } else {
            format!("{name}: {growths} growths in a row do not lead from {then} to {now}")
        }
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let implied =
            drawing.finding.proof.iter().find_map(|step| {
                if let Step::GrowthOfValues(factor) = step { Some(*factor) } else { None }
            })?;
        Some(Picture::around([row("growths in a row", self.factor), row("by the values", implied)]))
    }
}

impl ClaimWords for ShareAndGrowth {
    /// `the share of trade with Kazakhstan did not move from 2022 as its growth says`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.part, self.dimension);
        let (base, when) = (self.base, name::period(self.part.period));
        if holds {
            format!("the share of {name} moved as its growth says, {when}")
        } else {
            format!("the share of {name} did not move from {base} as its growth says")
        }
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    fn picture(&self, _: &Drawing) -> Option<Picture> {
        Some(Picture::around([row("by its shares", self.by_shares), row("by growth", self.by_growth)]))
    }
}

impl ClaimWords for ChangeBetweenPeriods {
    /// `exports +3.4 bn USD is not the change from Jun 2016 to Jul 2016`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (base, when) = (self.base, name::period(self.subject.period));
        if holds {
            format!("{name}: the change from {base} to {when} agrees with the other figures")
        } else {
            format!("{name} {} is not the change from {base} to {when}", printed(words, self.change))
        }
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_figure(words, self.change, self.unit)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let range = self.notation(drawing.words)?.range(self.implied);
        let implied = PictureRow::new("by the values", self.implied, range);
        Some(Picture::around([drawing.print("printed".to_owned(), self.change, Some(self.unit))?, implied]))
    }
}

/// A factor as a growth.
fn row(label: &str, factor: Interval) -> PictureRow {
    PictureRow::new(label, factor, growths(factor, 2))
}
