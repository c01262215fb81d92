//! Sentences about shares in two wholes, and of two parts in one whole.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::{Dimension, NestedShares, SharesOfParts};
use crate::wording::Words;
use crate::wording::number::{percent, printed};

impl ClaimWords for SharesOfParts {
    /// `the share of exports to the two, 27.0 %, is less than that of a part, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, when) = (name::trade(words, &self.part, self.dimension), name::period(self.part.period));
        let (share, count) = (printed(words, self.share), self.shares);
        match (holds, count) {
            (true, 1) => format!("the share of {name} is no less than that of a part, {when}"),
            (true, _) => format!("the share of {name} fits those of its {count} parts, {when}"),
            (false, 1) if !self.are_all => {
                format!("the share of {name}, {share}, is less than that of a part, {when}")
            }
            (false, _) => {
                format!("the share of {name}, {share}, does not fit those of its {count} parts, {when}")
            }
        }
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let label = if self.shares == 1 { "a part" } else { "its parts" };
        let parts = PictureRow::new(label, self.sum, percent(self.sum, 2));
        let printed = drawing.print("its share".to_owned(), self.share, None)?;
        let interval = printed.interval.shifted(-2)?;
        Some(Picture::around([parts, PictureRow { interval, ..printed }]))
    }
}

impl ClaimWords for NestedShares {
    /// `the share of trade with Kazakhstan, 9 %, is not that of a share of a share, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (name, when) = (name::trade(words, &self.part, self.dimension()), name::period(self.part.period));
        let share = printed(words, self.share);
        match (holds, self.is_product) {
            (true, true) => {
                format!("the share of {name} is its share of a part times that of the part, {when}")
            }
            (false, true) => {
                format!(
                    "the share of {name}, {share}, is not its share of a part times that of the part, {when}"
                )
            }
            (true, false) => format!("the share of {name} is no more than its share of a part, {when}"),
            (false, false) => {
                format!("the share of {name}, {share}, is more than its share of a part, {when}")
            }
        }
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let printed = drawing.print("printed".to_owned(), self.share, None)?;
        let interval = printed.interval.shifted(-2)?;
        let implied = PictureRow::new("by the others", self.implied, percent(self.implied, 2));
        Some(Picture::around([PictureRow { interval, ..printed }, implied]))
    }
}
