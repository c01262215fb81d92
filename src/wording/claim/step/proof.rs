//! The dataset and currency that all lines of a proof share.

use crate::analysis::{Claim, Dimension};
use crate::wording::Words;
use crate::wording::claim::kind::in_words;
use crate::wording::number::Notation;

/// The width of a proof's line: a terminal of 80 columns, less an indent.
pub const LONGEST_LINE: u16 = 76;

/// The context that all lines of a proof share.
pub struct Proof<'l> {
    pub words: Words<'l>,
    pub claim: &'l Claim,
    /// The dimension in which its trades differ, which their names have to mention.
    pub dimension: Dimension,
    /// How its values are written.
    pub notation: Option<Notation>,
}

impl<'l> Proof<'l> {
    pub fn new(words: Words<'l>, claim: &'l Claim) -> Self {
        let said = in_words(claim);
        Self { words, claim, dimension: said.dimension(), notation: said.notation(words) }
    }
}
