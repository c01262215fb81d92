//! The words of each kind of claim.

use super::picture::{Drawing, Picture};
use crate::analysis::{Dimension, Figure};
use crate::wording::Words;
use crate::wording::number::Notation;

/// The words of a kind of claim. Only the sentence is required.
pub trait ClaimWords {
    /// One plain sentence that states the claim or, if it does not hold, denies it.
    fn sentence(&self, words: Words, holds: bool) -> String;

    /// Shorter sentences that say less, the longest first, for narrow lines: they leave out the period, and names that
    /// the figures involved also show.
    fn shorter(&self, _: Words, _holds: bool) -> Vec<String> {
        Vec::new()
    }

    /// The dimension in which the trades of the claim differ, which their names have to mention.
    fn dimension(&self) -> Dimension {
        Dimension::Flow
    }

    /// The unit and decimals of its values, chosen so that compared values do not look the same.
    fn notation(&self, _: Words) -> Option<Notation> {
        None
    }

    /// The failed claim as two ranges on one axis; `None` if it is not about two ranges.
    fn picture(&self, _: &Drawing) -> Option<Picture> {
        None
    }

    /// Advice on one of the `count` figures of a failed claim; `None` to say only that they contradict each other.
    fn advice(&self, _: Words, _figure: Figure, _count: usize) -> Option<String> {
        None
    }

    /// The same advice in a few words.
    fn brief_advice(&self, _: Words) -> Option<String> {
        None
    }
}
