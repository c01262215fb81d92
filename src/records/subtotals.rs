//! Rows of subtotals, and of what another row contains, next to the rows that they go with: no sum counts both.

use foldhash::{HashMap, HashSet};

use super::keys::Keys;
use super::rows::Records;
use crate::formats::foreign::{AmountKind, PrintedNumber};

/// How much of a subtotal the other rows of its trade must come to: less leaves room for no rounding, and it counts as they do.
const LEAST_SHARE: f64 = 0.9;

/// About how much an amount is, whatever its sign.
#[expect(clippy::cast_precision_loss, reason = "only as much as tells a part from more than the whole")]
fn size(amount: PrintedNumber) -> f64 {
    (amount.digits as f64 * 10_f64.powi(i32::from(amount.exponent))).abs()
}

/// The places of subtotals that the other products of their trade come to.
pub(super) fn next_to_others(records: &Records) -> HashSet<u32> {
    let is_subtotal = records.catalog.subtotals();
    if !is_subtotal.contains(&true) {
        return HashSet::default();
    }
    let is_subtotal = |keys: Keys| is_subtotal.get(keys.product as usize).copied().unwrap_or_default();
    let is_total = |keys: Keys| {
        records.catalog.products.get(keys.product as usize).is_some_and(|product| product.meaning.is_total)
    };
    let trade = |keys: Keys| Keys { product: 0, ..keys }.packed();
    let rows = || {
        let rows = records.blocks.iter().flat_map(|block| (0..block.len).map(move |row| (block, row)));
        rows.map(|(block, row)| {
            let amount = AmountKind::ALL.iter().find_map(|kind| block.amount(*kind, row));
            (block.keys(row), amount.map_or(0.0, size))
        })
    };
    let mut others: HashMap<u64, f64> = HashMap::default();
    for (keys, amount) in rows().filter(|(keys, _)| !is_subtotal(*keys) && !is_total(*keys)) {
        *others.entry(trade(keys)).or_default() += amount;
    }
    let is_next_to_others = |(_, (keys, amount)): &(u32, (Keys, f64))| {
        is_subtotal(*keys) && others.get(&trade(*keys)).is_some_and(|others| *others >= LEAST_SHARE * amount)
    };
    (0..).zip(rows()).filter(is_next_to_others).map(|(at, _)| at).collect()
}
