//! Derives the value of the base period from a growth, and the distance of a growth from that of a group.

use super::Derivation;
use super::builder::{DerivedBuilder, Tightest};
use crate::analysis::Figure;
use crate::analysis::context::Fact;
use crate::analysis::formula::Formula;
use crate::dataset::Flow;

/// The values of base periods, from published values and from the flows and wholes derived so far.
///
/// Growth of a balance implies none, as there are several conventions for it; nor does growth of an unknown quantity.
pub fn bases(builder: &mut DerivedBuilder) {
    let context = builder.context;
    let mut bases = Tightest::default();
    for change in context.chosen().filter(|fact| !fact.is_unvalidated()) {
        let Some(base) = change.indicator.growth_base() else { continue };
        let Some(unit) = context.sure_growth_unit(change) else { continue };
        let then = change.trade.at(Some(base));
        if change.trade.flow == Flow::Balance || builder.has(then, unit) {
            continue;
        }
        let published = context.value(change.trade, unit).map(Fact::figure);
        let derived = || Some(Figure::Derived(builder.value(change.trade, unit)? as usize));
        let Some(value) = published.or_else(derived) else { continue };
        let formula = if change.is_multiple { Formula::BaseOfMultiple } else { Formula::Base };
        bases.offer(builder, then, unit, Derivation::new(formula, [value, change.figure()]));
    }
    bases.add_to(builder);
}

/// By how many percentage points the growth of a place differs from that of a group that it belongs to.
pub fn points(builder: &mut DerivedBuilder) {
    let context = builder.context;
    for place in context.chosen().filter(|fact| !fact.is_unvalidated() && !fact.is_multiple) {
        if place.indicator.growth_base().is_none() {
            continue;
        }
        for group in context.groups(place.trade) {
            let Some(group) = context.sound(place.trade.with(group), place.indicator) else { continue };
            if !group.is_multiple {
                builder.add(Formula::Points, [place.figure(), group.figure()]);
            }
        }
    }
}
