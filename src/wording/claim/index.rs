//! Sentences about indices.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::IndexBetweenPeriods;
use crate::wording::Words;
use crate::wording::number::{growths, printed};

impl IndexBetweenPeriods {
    /// True if the index is that of its own base period.
    fn is_of_base(&self) -> bool {
        self.subject.period == Some(self.base)
    }
}

impl ClaimWords for IndexBetweenPeriods {
    /// `exports: the index 112.4 does not grow from 2022 to 2023 as the other figures say`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (index, base, when) = (printed(words, self.index), self.base, name::period(self.subject.period));
        match (self.is_of_base(), holds) {
            (true, true) => format!("{name}: the index of its base, {base}, is 100"),
            (true, false) => format!("{name}: the index of its base, {base}, is {index}, not 100"),
            (false, true) => format!("{name}: the index grew from {base} to {when} as the other figures say"),
            (false, false) => {
                format!(
                    "{name}: the index {index} does not grow from {base} to {when} as the other figures say"
                )
            }
        }
    }

    fn shorter(&self, _: Words, holds: bool) -> Vec<String> {
        let short = if holds {
            "an index agrees with other figures"
        } else {
            "an index disagrees with other figures"
        };
        vec![short.to_owned()]
    }

    fn picture(&self, _: &Drawing) -> Option<Picture> {
        let row = |label: &str, factor| PictureRow::new(label, factor, growths(factor, 2));
        let pair = [row("by the index", self.by_index), row("by the others", self.by_others)];
        (!self.is_of_base()).then(|| Picture::around(pair))
    }
}
