//! Which of several numbers counts, and in which order numbers are looked at: nothing of it depends on the file's order.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;

use foldhash::fast::RandomState;
use rust_decimal::Decimal;

use super::{Fact, Indicator, Map, Releases, Trade};
use crate::dataset::Dataset;

/// Positions of all rows in the order of their ids, so that nothing that follows depends on the file's.
pub fn rows_in_order(dataset: &Dataset) -> Vec<usize> {
    let id = |at: &usize| dataset.observations.get(*at).map_or("", |row| row.id.as_str());
    let mut order: Vec<usize> = (0..dataset.observations.len()).collect();
    order.sort_unstable_by_key(id);
    order
}

/// One number per trade and thing said of it: final before provisional, later before earlier, precise before vague.
pub fn chosen(
    facts: &[Fact],
    dataset: &Dataset,
    releases: &Releases,
) -> (Map<(Trade, Indicator), usize>, Vec<usize>) {
    let rank = |fact: &Fact| {
        let day = fact.row(dataset).and_then(|row| releases.day(releases.of(row)));
        let width = fact.interval.high().checked_sub(fact.interval.low()).unwrap_or(Decimal::MAX);
        (fact.is_unvalidated(), fact.is_unsettled(), Reverse(day), width)
    };
    let mut chosen = Map::with_capacity_and_hasher(facts.len(), RandomState::default());
    for (at, fact) in facts.iter().enumerate() {
        // What is undated may be of any time, so nothing is calculated across it.
        if fact.trade.period.is_none() {
            continue;
        }
        match chosen.entry((fact.trade, fact.indicator)) {
            Entry::Vacant(entry) => {
                entry.insert(at);
            }
            Entry::Occupied(mut entry) => {
                if facts.get(*entry.get()).is_some_and(|known| rank(fact) < rank(known)) {
                    entry.insert(at);
                }
            }
        }
    }
    let mut list: Vec<usize> = chosen.values().copied().collect();
    list.sort_unstable();
    (chosen, list)
}
