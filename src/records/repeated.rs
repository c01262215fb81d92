//! Rows that repeat others, as in two downloads put together.

mod dense;

use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use super::blocks::Block;
use super::rows::Records;
use super::{Map, Set};
use crate::formats::foreign::{AmountKind, PrintedNumber, SameTrade};

/// A way in which a row repeats an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RepeatedRow {
    /// With the same amounts.
    Same,
    /// With other amounts.
    Other,
}

/// Bits of the filter for each row.
const BITS: usize = 16;

/// The rows that are about the same trade as an earlier one, by their places; none in formats where that may be.
///
/// Where keys are dense, as in the rows of one reporter, a bit for each finds those that come twice; else a filter of two
/// bytes a row finds those that may. Only these are kept and compared, so that a large table costs little memory.
pub(super) fn find(records: &Records) -> Vec<(u32, RepeatedRow)> {
    let same_trade = records.catalog.facts.same_trade;
    if same_trade == SameTrade::More {
        return Vec::new();
    }
    let suspects = suspects(records);
    let mut first: Map<u64, Numbers> = Map::default();
    let mut found = Vec::new();
    if suspects.is_empty() {
        return found;
    }
    let flows = &records.catalog.flows;
    let is_part = |flow: u32| flows.get(flow as usize).copied().flatten().is_some_and(|flow| flow.is_part);
    each_whole(records, |at, key, block, row| {
        // Re-exports and domestic exports are parts of one flow, and two trades.
        if !suspects.contains(&key) || is_part(block.keys(row).flow) {
            return;
        }
        let numbers = AmountKind::ALL.map(|kind| block.amount(kind, row));
        match first.entry(key) {
            Entry::Vacant(entry) => _ = entry.insert(numbers),
            Entry::Occupied(known) if *known.get() == numbers => found.push((at, RepeatedRow::Same)),
            Entry::Occupied(_) if same_trade == SameTrade::Again => found.push((at, RepeatedRow::Other)),
            Entry::Occupied(_) => {}
        }
    });
    found
}

/// The amounts of a row.
type Numbers = [Option<PrintedNumber>; AmountKind::ALL.len()];

/// Calls `each` with every row that is no part of another by its details: its place among all, its key, and where it is.
fn each_whole(records: &Records, mut each: impl FnMut(u32, u64, &Block, usize)) {
    let mut at = 0;
    for block in &records.blocks {
        for row in 0..block.len {
            let keys = block.keys(row);
            if keys.details == 0 {
                each(at, keys.packed(), block, row);
            }
            at += 1;
        }
    }
}

/// Keys that may come twice, with some that do not.
fn suspects(records: &Records) -> Set<u64> {
    let rows: usize = records.blocks.iter().map(|block| block.len).sum();
    if let Some(twice) = dense::keys_twice(&records.blocks, rows) {
        return twice;
    }
    let bits = (rows.max(4) * BITS).next_power_of_two();
    let mask = bits - 1;
    let mut filter = vec![0u64; bits / 64];
    let (hasher, mut suspects) = (RandomState::default(), Set::default());
    each_whole(records, |_, key, _, _| {
        let hash = hasher.hash_one(key);
        let mut is_known = true;
        for hash in [hash, hash.rotate_left(32)] {
            let bit = usize::try_from(hash & u64::from(u32::MAX)).unwrap_or_default() & mask;
            if let Some(word) = filter.get_mut(bit / 64) {
                let bit = 1 << (bit % 64);
                is_known &= *word & bit != 0;
                *word |= bit;
            }
        }
        if is_known {
            suspects.insert(key);
        }
    });
    suspects
}
