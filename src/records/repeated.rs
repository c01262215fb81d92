//! Rows that repeat others, as in two downloads put together.

mod dense;

use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use foldhash::{HashMap, HashSet};

use super::blocks::Block;
use super::codes::Codes;
use super::rows::Records;

use crate::formats::foreign::{AmountKind, PrintedNumber, SameTrade};

/// A way in which a row repeats an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RepeatedRow {
    /// With the same amounts.
    Same,
    /// With other amounts.
    Other,
    /// With other amounts, which are more of the same trade.
    More,
}

/// Spreads numbers of details over the bits of a key.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

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
    let mut first: HashMap<RowKey, Numbers> = HashMap::default();
    let mut found = Vec::new();
    if suspects.is_empty() {
        return found;
    }
    let flows = &records.catalog.flows;
    let is_part = |flow: u32| flows.get(flow as usize).copied().flatten().is_some_and(|flow| flow.is_part);
    each_row(records, |at, key, block, row| {
        // Re-exports and domestic exports are parts of one flow, and two trades.
        if !suspects.contains(&key) || is_part(block.keys(row).flow) {
            return;
        }
        let numbers = AmountKind::ALL.map(|kind| block.amount(kind, row));
        match first.entry(key) {
            Entry::Vacant(entry) => _ = entry.insert(numbers),
            Entry::Occupied(known) if *known.get() == numbers => found.push((at, RepeatedRow::Same)),
            Entry::Occupied(_) if same_trade == SameTrade::Again => found.push((at, RepeatedRow::Other)),
            Entry::Occupied(_) => found.push((at, RepeatedRow::More)),
        }
    });
    found
}

/// The amounts of a row.
type Numbers = [Option<PrintedNumber>; AmountKind::ALL.len()];

/// The packed key of a row and its details.
type RowKey = (u64, u32);

/// Calls `each` with every row: its place among all, its key, and where it is.
fn each_row(records: &Records, mut each: impl FnMut(u32, RowKey, &Block, usize)) {
    let mut at = 0;
    for block in &records.blocks {
        for row in 0..block.len {
            let keys = block.keys(row);
            each(at, (keys.packed(), keys.details), block, row);
            at += 1;
        }
    }
}

/// Keys that may come twice, with some that do not.
fn suspects(records: &Records) -> HashSet<RowKey> {
    let rows: usize = records.blocks.iter().map(|block| block.len).sum();
    let Some(twice) = dense::keys_twice(&records.blocks, rows) else { return filtered(records, rows, 0) };
    let twice = twice.into_iter().map(|key| (key, 0));
    let has_details = |block: &&Block| !matches!(block.details, Codes::Same(0));
    let with_details = records.blocks.iter().filter(has_details).map(|block| block.len).sum();
    if with_details == 0 {
        return twice.collect();
    }
    twice.chain(filtered(records, with_details, 1)).collect()
}

/// Those of some rows: whose details have at least a number.
fn filtered(records: &Records, rows: usize, least: u32) -> HashSet<RowKey> {
    let bits = (rows.max(4) * BITS).next_power_of_two();
    let mask = bits - 1;
    let mut filter = vec![0u64; bits / 64];
    let (hasher, mut suspects) = (RandomState::default(), HashSet::default());
    each_row(records, |_, key, _, _| {
        if key.1 < least || records.catalog.details.is_cut(key.1) {
            return;
        }
        let hash = hasher.hash_one(key.0 ^ u64::from(key.1).wrapping_mul(SPREAD));
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
