//! Which units a reporter's figures are in, currencies above all.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Fact, Name};
use crate::dataset::Unit;

/// The unit of each reporter's growth: the first currency, else the unit of the first value.
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

/// The units that a reporter's values are in, currencies and the others, in the file's order.
#[derive(Debug, Default)]
pub struct Units {
    pub currencies: Vec<Unit>,
    pub amounts: Vec<Unit>,
}

/// The units of each reporter's values; all of them, since there are not many that a row may be in.
pub fn units(facts: &[Fact]) -> HashMap<Name, Units> {
    let mut units: HashMap<Name, Units> = HashMap::new();
    for fact in facts {
        let Some(unit) = fact.unit() else { continue };
        let of = units.entry(fact.trade.reporter).or_default();
        let known = match unit {
            Unit::Money(_) => &mut of.currencies,
            Unit::Amount(_) | Unit::Count => &mut of.amounts,
            Unit::Percent | Unit::Factor | Unit::Rank | Unit::Points | Unit::Index => continue,
        };
        if !known.contains(&unit) {
            known.push(unit);
        }
    }
    units
}
