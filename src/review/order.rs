//! Puts first what needs a look: rows that nothing tells apart, rows with a `?` that a check calculates with, then the rest.

use super::desk::DraftReview;
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
    fn new(row: &Proposal, collides: bool) -> Self {
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
        Facet::Flow | Facet::Reporter | Facet::Partner | Facet::Period | Facet::Base => true,
        Facet::Product | Facet::Transport => false,
    };
    guess == Guess::Assumed && is_calculated && is_key
}

impl DraftReview {
    /// Works out how urgently each row needs a look.
    pub(super) fn rank(&mut self) {
        self.collisions = self.draft.collisions();
        let mut collides = vec![false; self.draft.rows.len()];
        for at in self.collisions.iter().flatten() {
            if let Some(collides) = collides.get_mut(*at) {
                *collides = true;
            }
        }
        self.ranks =
            self.draft.rows.iter().zip(collides).map(|(row, collides)| Rank::new(row, collides)).collect();
    }

    /// The open row that needs a look most; of equally urgent ones the next in the text.
    pub(super) fn next_open(&self) -> Option<usize> {
        let open = self.ranks.iter().enumerate().filter(|(_, rank)| **rank < Rank::Done);
        open.min_by_key(|(at, rank)| (**rank, *at < self.at, *at)).map(|(at, _)| at)
    }

    /// The next row that needs a look, round and round.
    pub(super) fn next_doubtful(&self) -> Option<usize> {
        let here = (self.ranks.get(self.at).copied().unwrap_or(Rank::Done), self.at);
        let doubtful = || self.ranks.iter().enumerate().filter(|(_, rank)| rank.needs_a_look());
        let urgency = |(at, rank): (usize, &Rank)| (*rank, at);
        let after = doubtful().map(urgency).filter(|key| *key > here).min();
        after.or_else(|| doubtful().map(urgency).min()).map(|(_, at)| at).filter(|at| *at != self.at)
    }

    /// The rows that are sure.
    pub(super) fn sure(&self) -> Vec<usize> {
        let sure = self.ranks.iter().enumerate().filter(|(_, rank)| **rank == Rank::Sure);
        sure.map(|(at, _)| at).collect()
    }
}
