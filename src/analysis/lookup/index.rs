//! Indexes rows by trade, with and without their partner. Built on first use.

use std::hash::BuildHasher;

use crate::dataset::{Dataset, Subject};

/// Two lists of rows, each sorted by a hash of the trade.
#[derive(Debug, Clone, Default)]
pub struct Index {
    by_trade: Vec<(u64, usize)>,
    by_all_but_partner: Vec<(u64, usize)>,
    hasher: foldhash::fast::RandomState,
}

impl Index {
    pub fn new(dataset: &Dataset) -> Self {
        let hasher = foldhash::fast::RandomState::default();
        let rows = || dataset.observations.iter().map(|row| &row.subject).enumerate();
        let mut by_trade: Vec<_> = rows().map(|(at, subject)| (hash(&hasher, subject), at)).collect();
        let mut by_all_but_partner: Vec<_> =
            rows().map(|(at, subject)| (hash_without_partner(&hasher, subject), at)).collect();
        by_trade.sort_unstable();
        by_all_but_partner.sort_unstable();
        Self { by_trade, by_all_but_partner, hasher }
    }

    /// The rows about a trade, and possibly others with the same hash.
    pub fn of_trade(&self, subject: &Subject) -> impl Iterator<Item = usize> + use<'_> {
        found(&self.by_trade, hash(&self.hasher, subject))
    }

    /// The rows about a trade with any partner, and possibly others with the same hash.
    pub fn with_any_partner(&self, subject: &Subject) -> impl Iterator<Item = usize> {
        found(&self.by_all_but_partner, hash_without_partner(&self.hasher, subject))
    }
}

fn hash(hasher: &impl BuildHasher, subject: &Subject) -> u64 {
    hasher.hash_one(subject)
}

fn hash_without_partner(hasher: &impl BuildHasher, subject: &Subject) -> u64 {
    let Subject { reporter, partner: _, flow, product, transport, period } = subject;
    hasher.hash_one((reporter, flow, product, transport, period))
}

fn found(rows: &[(u64, usize)], hash: u64) -> impl Iterator<Item = usize> {
    let start = rows.partition_point(|(other, _)| *other < hash);
    rows.iter().skip(start).take_while(move |(other, _)| *other == hash).map(|(_, at)| *at)
}
