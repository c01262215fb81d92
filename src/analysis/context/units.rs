//! The units of a reporter's values.

use foldhash::HashMap;

use super::{Fact, Name};
use crate::dataset::Unit;

/// The units of a reporter's values, the most frequent first, then by code.
#[derive(Debug, Default)]
pub struct Units {
    pub currencies: Vec<Unit>,
    pub amounts: Vec<Unit>,
}

/// Counts the units of each reporter's values; there are few units, so none is left out.
pub fn units(facts: &[Fact]) -> HashMap<Name, Units> {
    let mut counts: HashMap<Name, Vec<(Unit, usize)>> = HashMap::default();
    for fact in facts {
        let Some(unit) = fact.unit() else { continue };
        let counts = counts.entry(fact.trade.reporter).or_default();
        match counts.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => counts.push((unit, 1)),
        }
    }
    let sorted = |mut counts: Vec<(Unit, usize)>| {
        counts.sort_by_key(|(unit, count)| (std::cmp::Reverse(*count), unit.code()));
        let (mut currencies, mut amounts) = (Vec::new(), Vec::new());
        for (unit, _) in counts {
            match unit {
                Unit::Money(_) => currencies.push(unit),
                Unit::Amount(_) | Unit::Count => amounts.push(unit),
                Unit::Percent
                | Unit::Factor
                | Unit::Rank
                | Unit::Points
                | Unit::Index
                | Unit::PerKilogram(_) => {}
            }
        }
        Units { currencies, amounts }
    };
    counts.into_iter().map(|(reporter, counts)| (reporter, sorted(counts))).collect()
}
