//! A published growth implies the value of the base period, and gives its distance from the growth of a group.

use super::builder::{About, Builder, Tightest, Way};
use super::flows::{difference, quotient};
use super::{DerivedUnit, Formula};
use crate::analysis::context::{Fact, Indicator, Map};
use crate::dataset::Flow;

/// The values of base periods, from published values and from derived flows and wholes.
///
/// Growth of a balance implies none, since it is counted in several ways, and nor does growth of an unknown quantity.
pub fn bases(builder: &mut Builder, first_round: &[Fact]) {
    let context = builder.context;
    let mut derived: Map<_, &Fact> = Map::default();
    for fact in first_round {
        derived.entry((fact.trade, fact.indicator)).or_insert(fact);
    }
    let mut bases = Tightest::default();
    for change in context.chosen().filter(|fact| !fact.is_unvalidated()) {
        let Some(base) = change.indicator.growth_base() else { continue };
        let Some(unit) = context.sure_growth_unit(change) else { continue };
        let indicator = Indicator::Value(unit);
        let value = context.sound(change.trade, indicator);
        let Some(value) = value.or_else(|| derived.get(&(change.trade, indicator)).copied()) else {
            continue;
        };
        let then = change.trade.at(Some(base));
        if change.trade.flow != Flow::Balance && !builder.has(then, unit) {
            let formula = if change.is_multiple { Formula::BaseOfMultiple } else { Formula::Base };
            let estimate = quotient(value, change);
            bases.offer(then, unit, Way { formula, inputs: [value, change], estimate });
        }
    }
    bases.add_to(builder);
}

/// How many percentage points a place's growth is above, or below, that of a group that it belongs to.
pub fn points(builder: &mut Builder) {
    let context = builder.context;
    for place in context.chosen().filter(|fact| !fact.is_unvalidated() && !fact.is_multiple) {
        if place.indicator.growth_base().is_none() {
            continue;
        }
        for group in context.groups(place.trade) {
            let Some(group) = context.sound(place.trade.with(group), place.indicator) else { continue };
            if !group.is_multiple {
                let about = About::new(place.trade, DerivedUnit::Points);
                builder.add(Formula::Points, [place, group], about, difference(place, group));
            }
        }
    }
}
