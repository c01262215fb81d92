//! Puts first what needs a look: rows that nothing tells apart, rows with a `?` that a check calculates with, then the rest.

use crate::dataset::{Facet, Guess, Measure};
use crate::draft::{Proposal, Review};

/// How urgently a row needs a look, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Another row gives another number of the same thing.
    Collision,
    /// Nothing says a dimension that a check would use.
    Doubtful,
    /// Other sentences say a dimension.
    Inherited,
    /// The sentence says everything, or a person chose it.
    Sure,
    /// Confirmed or rejected.
    Done,
}

impl Rank {
    pub(super) fn new(row: &Proposal, collides: bool) -> Self {
        let guesses = || row.unconfirmed().guesses();
        match row.review {
            Review::Confirmed | Review::Rejected => Self::Done,
            Review::Open if collides => Self::Collision,
            Review::Open if guesses().any(|(facet, guess)| is_used(row.measure, facet, guess)) => {
                Self::Doubtful
            }
            Review::Open if guesses().next().is_some() => Self::Inherited,
            Review::Open => Self::Sure,
        }
    }

    /// True for what the key for the next doubtful row stops at.
    #[must_use]
    pub fn needs_a_look(self) -> bool {
        self <= Self::Doubtful
    }
}

/// True if a check would calculate with a dimension that nothing says.
fn is_used(measure: Measure, facet: Facet, guess: Guess) -> bool {
    let is_calculated = match measure {
        Measure::Value
        | Measure::Growth
        | Measure::Share
        | Measure::Multiple
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index => true,
        Measure::Rank | Measure::Count | Measure::Mention | Measure::Record | Measure::UnitValue => false,
    };
    let is_key = match facet {
        Facet::Flow | Facet::Reporter | Facet::Partner | Facet::Period | Facet::Base | Facet::Unit => true,
        Facet::Product | Facet::Transport => false,
    };
    guess == Guess::Assumed && is_calculated && is_key
}
