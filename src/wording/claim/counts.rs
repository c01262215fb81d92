//! Sentences about counts of a part and of its whole.

use super::kind::ClaimWords;
use super::name;
use crate::analysis::{CountOfPart, Dimension};
use crate::wording::Words;
use crate::wording::number::printed;

impl ClaimWords for CountOfPart {
    /// `exports: a count of 180, of total trade only 141, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let [part, whole] = [&self.part, &self.whole].map(|trade| name::trade(words, trade, self.dimension));
        let (all, when) = (printed(words, self.count), name::period(self.whole.period));
        let counts: Vec<String> = self.counts.iter().map(|count| printed(words, *count)).collect();
        match (&counts[..], holds) {
            ([count], true) => {
                format!("the count of {part}, {count}, is within that of {whole}, {all}, {when}")
            }
            ([count], false) => {
                format!("the count of {part}, {count}, exceeds that of {whole}, {all}, {when}")
            }
            (_, true) => {
                format!(
                    "the count of {whole}, {all}, is within those of exports and imports together, {when}"
                )
            }
            (_, false) => {
                format!("the count of {whole}, {all}, exceeds those of exports and imports together, {when}")
            }
        }
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }
}
