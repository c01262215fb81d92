//! Sentences about unit values.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::{GrowthOfUnitValue, UnitValueOfTrade};
use crate::wording::Words;
use crate::wording::claim::step::published_factor;
use crate::wording::number::{Notation, growths, printed, printed_range};

impl ClaimWords for UnitValueOfTrade {
    /// `exports 2023: 4.20 USD/kg is not their value by weight`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (number, when) = (printed(words, self.unit_value), name::period(self.subject.period));
        if holds {
            format!("{name} {when}: {number} is value by weight")
        } else {
            format!("{name} {when}: {number} is not value by weight")
        }
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_figure(words, self.unit_value, self.unit)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let range = self.notation(drawing.words)?.range(self.implied);
        let implied = PictureRow::new("value by weight", self.implied, range);
        Some(Picture::around([drawing.print("printed".to_owned(), self.unit_value, None)?, implied]))
    }
}

impl ClaimWords for GrowthOfUnitValue {
    /// `imports 2023: +12.3 % is not the growth of value by weight`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (number, when) = (printed(words, self.growth), name::period(self.subject.period));
        let is = if holds { "is" } else { "is not" };
        format!("{name} {when}: {number} {is} the growth of value by weight")
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let factor = published_factor(drawing.words, self.growth)?;
        let printed = PictureRow::new("printed", factor, printed_range(drawing.words, self.growth));
        let implied = PictureRow::new("value by weight", self.implied, growths(self.implied, 1));
        Some(Picture::around([printed, implied]))
    }
}
