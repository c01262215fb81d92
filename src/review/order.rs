//! The order in which rows are looked at.

use super::desk::DraftReview;
use super::rank::Rank;

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
