//! Sentences about unit values.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::UnitValueOfTrade;
use crate::wording::Words;
use crate::wording::number::{Notation, printed};

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
