//! What a growth gives away: the base period's value, an index, the distance from the group.

use super::builder::{About, Builder, Estimate};
use super::flows::{difference, quotient};
use super::{DerivedUnit, Formula};
use crate::analysis::context::{Context, Fact, Indicator, Map};

/// The values of base periods, from published values and from derived flows and wholes.
pub fn bases(builder: &mut Builder, first_round: &[Fact]) {
    let context = builder.context;
    let published = context.firsts().filter(|fact| !fact.unvalidated && fact.unit().is_some());
    let mut values: Map<_, &Fact> = Map::default();
    for fact in published.chain(first_round) {
        values.entry((fact.trade, fact.indicator)).or_insert(fact);
    }
    for change in context.firsts().filter(|fact| !fact.unvalidated) {
        let Indicator::Change(Some(base)) = change.indicator else { continue };
        let Some(unit) = context.growth_unit(change.trade.reporter) else { continue };
        let Some(value) = values.get(&(change.trade, Indicator::Value(unit))) else { continue };
        let then = change.trade.at(Some(base));
        if !builder.has(then, unit) {
            let formula = if context.is_multiple(change) { Formula::BaseOfMultiple } else { Formula::Base };
            let about = About::value(then, unit, value);
            builder.add_value(formula, &[value, change], about, quotient(value, change));
        }
    }
}

/// What the base period's 100 has become.
pub fn indices(builder: &mut Builder) {
    let context = builder.context;
    for change in context.facts.iter().filter(|fact| !fact.unvalidated && is_representative(context, fact)) {
        let formula = if context.is_multiple(change) { Formula::IndexOfMultiple } else { Formula::Index };
        let about = About { trade: change.trade, unit: DerivedUnit::Index, multiplier: 0 };
        let estimate = Estimate { point: change.point, interval: change.interval };
        builder.add(formula, &[change], about, Some(estimate));
    }
}

/// How many percentage points a place's growth is above, or below, that of a group that it belongs to.
pub fn points(builder: &mut Builder) {
    let context = builder.context;
    for place in context.firsts().filter(|fact| !fact.unvalidated && !context.is_multiple(fact)) {
        let Indicator::Change(Some(_)) = place.indicator else { continue };
        for group in context.groups(place.trade) {
            let Some(group) = context.sound(place.trade.with(group), place.indicator) else { continue };
            if context.is_multiple(group) {
                continue;
            }
            let about = About { trade: place.trade, unit: DerivedUnit::Points, multiplier: 0 };
            builder.add(Formula::Points, &[place, group], about, difference(place, group));
        }
    }
}

/// Whether a row is a growth or multiple that stands for its trade: the first of it, or undated.
fn is_representative(context: &Context, fact: &Fact) -> bool {
    let is_first =
        || context.find(fact.trade, fact.indicator).is_none_or(|first| first.figure == fact.figure);
    matches!(fact.indicator, Indicator::Change(_)) && is_first()
}
