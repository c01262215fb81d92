//! What a growth gives away: the base period's value, an index, the distance from the group.

use super::flows::{difference, quotient};
use super::workshop::{About, Outcome, Workshop};
use super::{DerivedUnit, Rule};
use crate::analysis::context::{Context, Fact, Map, What};

/// The values of base periods, from published values and from derived flows and wholes.
pub fn bases(workshop: &mut Workshop, first_round: &[Fact]) {
    let context = workshop.context;
    let published = context.firsts().filter(|fact| !fact.unvalidated && fact.unit().is_some());
    let mut values: Map<_, &Fact> = Map::default();
    for fact in published.chain(first_round) {
        values.entry((fact.trade, fact.what)).or_insert(fact);
    }
    for change in context.firsts().filter(|fact| !fact.unvalidated) {
        let What::Change(Some(base)) = change.what else { continue };
        let Some(unit) = context.growth_unit(change.trade.reporter) else { continue };
        let Some(value) = values.get(&(change.trade, What::Value(unit))) else { continue };
        let then = change.trade.at(Some(base));
        if !workshop.has(then, unit) {
            let rule = if context.is_multiple(change) { Rule::BaseOfMultiple } else { Rule::Base };
            let about = About::value(then, unit, value);
            workshop.add_value(rule, &[value, change], about, quotient(value, change));
        }
    }
}

/// What the base period's 100 has become.
pub fn indices(workshop: &mut Workshop) {
    let context = workshop.context;
    for change in context.facts.iter().filter(|fact| !fact.unvalidated && is_representative(context, fact)) {
        let rule = if context.is_multiple(change) { Rule::IndexOfMultiple } else { Rule::Index };
        let about = About { trade: change.trade, unit: DerivedUnit::Index, multiplier: 0 };
        let outcome = Outcome { point: change.point, interval: change.interval };
        workshop.add(rule, &[change], about, Some(outcome));
    }
}

/// How many percentage points a place's growth is above, or below, that of a group that it belongs to.
pub fn points(workshop: &mut Workshop) {
    let context = workshop.context;
    for place in context.firsts().filter(|fact| !fact.unvalidated && !context.is_multiple(fact)) {
        let What::Change(Some(_)) = place.what else { continue };
        for group in context.groups(place.trade.partner) {
            let Some(group) = context.sound(place.trade.with(group), place.what) else { continue };
            if context.is_multiple(group) {
                continue;
            }
            let about = About { trade: place.trade, unit: DerivedUnit::Points, multiplier: 0 };
            workshop.add(Rule::Points, &[place, group], about, difference(place, group));
        }
    }
}

/// Whether a row is a growth or multiple that stands for its trade: the first of it, or undated.
fn is_representative(context: &Context, fact: &Fact) -> bool {
    let is_first = || context.find(fact.trade, fact.what).is_none_or(|first| first.figure == fact.figure);
    matches!(fact.what, What::Change(_)) && is_first()
}
