//! Chooses which of several numbers counts, and fixes the order of numbers; neither depends on the order of the file.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Fact, Indicator, PlaceIndex, Releases, Trade};
use crate::dataset::Dataset;

/// Indexes of all rows in the order of their ids, so that results do not depend on the order of the file.
pub fn rows_in_order(dataset: &Dataset) -> Vec<u32> {
    let id = |at: u32| dataset.observations.get(at as usize).map_or("", |row| row.id.as_str());
    let mut order: Vec<(u128, u32)> =
        (0..).zip(dataset.observations.iter()).map(|(at, row)| (beginning(&row.id), at)).collect();
    order.sort_unstable_by(|(one, a), (other, b)| one.cmp(other).then_with(|| id(*a).cmp(id(*b))));
    order.into_iter().map(|(_, at)| at).collect()
}

/// The first 16 bytes of a text, as a number in the same order. Most ids differ in these, so that sorting a large dataset
/// rarely looks at the rows.
fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    for (byte, of_text) in bytes.iter_mut().zip(text.bytes()) {
        *byte = of_text;
    }
    u128::from_be_bytes(bytes)
}

/// One number per trade and indicator: final before provisional, later before earlier, precise before vague.
pub fn chosen(facts: &[Fact], dataset: &Dataset, releases: &Releases) -> (PlaceIndex, Vec<u32>) {
    let rank = |fact: &Fact| {
        let day = fact.published(dataset).and_then(|row| releases.day(releases.of(row)));
        let width = fact.interval.high().checked_sub(fact.interval.low()).unwrap_or(Decimal::MAX);
        (fact.is_unvalidated(), fact.may_change(), Reverse(day), width)
    };
    let mut chosen = PlaceIndex::with_capacity(facts.len());
    for (at, fact) in facts.iter().enumerate() {
        // An undated figure may belong to any time, so it is left out of calculations.
        if fact.trade.period.is_none() {
            continue;
        }
        let Ok(place) = u32::try_from(at) else { break };
        if let Some(known) = chosen.find_or_add(&(fact.trade, fact.indicator), at, |at| key(facts, at))
            && facts.get(*known as usize).is_some_and(|known| rank(fact) < rank(known))
        {
            *known = place;
        }
    }
    let mut list: Vec<u32> = chosen.iter().collect();
    list.sort_unstable();
    (chosen, list)
}

/// The trade and the indicator of the number at an index.
pub fn key(facts: &[Fact], at: usize) -> Option<(Trade, Indicator)> {
    facts.get(at).map(|fact| (fact.trade, fact.indicator))
}
