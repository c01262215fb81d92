//! The words that each kind of claim brings.

use super::picture::{Drawing, Picture};
use crate::analysis::{Dimension, Figure};
use crate::wording::Words;
use crate::wording::number::Notation;

/// A kind of claim in words. Only a sentence is asked of every kind; the rest is for those that have more to say.
pub trait ClaimWords {
    /// One plain sentence that says that the claim holds, or that it does not.
    fn sentence(&self, words: Words, holds: bool) -> String;

    /// Shorter sentences that say less, the longest first, for lines that are too narrow for the full one: they leave out
    /// the period, and names that the figures involved have as well.
    fn shorter(&self, _: Words, _holds: bool) -> Vec<String> {
        Vec::new()
    }

    /// In which dimension the trades of the claim differ, so that this is what their names say.
    fn dimension(&self) -> Dimension {
        Dimension::Flow
    }

    /// The unit and decimals of its values, such that those that are held against each other do not look the same.
    fn notation(&self, _: Words) -> Option<Notation> {
        None
    }

    /// The claim that does not hold as two ranges on one axis; `None` if it is not about two ranges.
    fn picture(&self, _: &Drawing) -> Option<Picture> {
        None
    }

    /// Advice on one of the `count` figures of a claim that does not hold; `None` if there is more to say than that they
    /// contradict each other, in the proof or nowhere.
    fn advice(&self, _: Words, _figure: Figure, _count: usize) -> Option<String> {
        None
    }

    /// The advice in a few words.
    fn brief_advice(&self, _: Words) -> Option<String> {
        None
    }
}
