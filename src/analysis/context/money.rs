//! Which currencies a reporter's figures are in.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Fact, Name};
use crate::dataset::Unit;

/// How many currencies of a reporter growth is looked at in; so that a file of all currencies stays fast.
const MOST_MONEYS: usize = 8;

/// The unit of each reporter's growth: the money of the first value, else the unit of the first value.
pub fn growth_units(facts: &[Fact]) -> HashMap<Name, Unit> {
    let mut units = HashMap::new();
    for fact in facts {
        let Some(unit) = fact.unit() else { continue };
        match units.entry(fact.trade.reporter) {
            Entry::Vacant(entry) => {
                entry.insert(unit);
            }
            Entry::Occupied(mut entry) => {
                if matches!((entry.get(), unit), (Unit::Amount(_) | Unit::Count, Unit::Money(_))) {
                    entry.insert(unit);
                }
            }
        }
    }
    units
}

/// The first currencies of each reporter's values, in the file's order.
pub fn moneys(facts: &[Fact]) -> HashMap<Name, Vec<Unit>> {
    let mut moneys: HashMap<Name, Vec<Unit>> = HashMap::new();
    for fact in facts {
        let Some(unit @ Unit::Money(_)) = fact.unit() else { continue };
        let known = moneys.entry(fact.trade.reporter).or_default();
        if known.len() < MOST_MONEYS && !known.contains(&unit) {
            known.push(unit);
        }
    }
    moneys
}
