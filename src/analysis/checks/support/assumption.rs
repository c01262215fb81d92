//! Finds the assumptions that could save a claim.

use foldhash::HashSet;

use super::composition;
use super::evidence::Evidence;
use super::rereading::reread;
use crate::analysis::context::{Context, Fact, Indicator, Level, Trade};
use crate::analysis::{Assumption, Interval};
use crate::dataset::{Observation, Unit};

/// Two growths are compared, and their rows do not say what grew.
pub fn two_growths(facts: &[&Fact]) -> Option<Assumption> {
    facts.iter().any(|fact| fact.is_unstated_growth()).then_some(Assumption::TwoGrowths)
}

/// Shares whose wholes have no unit are compared with each other or with a figure that has one: those of weight are none
/// of money. Shares of one row are of the same.
pub fn two_wholes(context: &Context, facts: &[&Fact]) -> Option<Assumption> {
    let whole = |fact: &Fact| fact.published(context.dataset).and_then(Observation::whole);
    let is_unstated = |fact: &&Fact| matches!(fact.indicator, Indicator::Share { unit: None, .. });
    let first = facts.iter().find(|fact| is_unstated(fact))?;
    let is_of_one = facts.iter().all(|fact| is_unstated(fact) && whole(fact) == whole(first));
    (!is_of_one).then_some(Assumption::TwoThings)
}

/// Figures of two valuations are compared.
pub fn mixed_valuations(context: &Context, facts: &[&Fact]) -> Option<Assumption> {
    let whole =
        |fact: &Fact| if let Indicator::Share { whole, .. } = fact.indicator { Some(whole) } else { None };
    let trades = facts.iter().flat_map(|fact| [Some(fact.trade), whole(fact)]).flatten();
    let valuations = trades.filter_map(|trade| context.names.definition(trade.definition).valuation);
    let valuations: HashSet<_> = valuations.collect();
    (valuations.len() > 1).then_some(Assumption::Valued)
}

/// One of these levels is added up from the rows of a table, which may lack some: it may be too small.
pub fn lacks_rows(context: &Context, levels: &[Level]) -> Option<Assumption> {
    let is_added_up = |row: &Observation| row.summed.is_some();
    let is_sum = |level: &Level| level.value().published(context.dataset).is_some_and(is_added_up);
    levels.iter().any(is_sum).then_some(Assumption::LacksRows)
}

/// A level rests on growth whose row does not say what grew.
fn growth_of_other(levels: &[Level]) -> Option<Assumption> {
    levels.iter().find_map(|level| {
        let growth = level.change().filter(|change| change.is_unstated_growth())?;
        Some(Assumption::GrowthOfElse { growth: growth.figure(), tried: level.unit() })
    })
}

/// All assumptions about numbers, growth and flows that could save a claim about levels.
pub fn of_levels(
    context: &Context,
    levels: &[Level],
    holds: impl Fn(&[Interval]) -> bool,
) -> Vec<Assumption> {
    let facts: Vec<&Fact> =
        levels.iter().flat_map(|level| [Some(level.value()), level.change()]).flatten().collect();
    let by_reading = reread(&facts, |read| {
        let intervals: Option<Vec<Interval>> = levels.iter().map(|level| level.read(read)).collect();
        intervals.is_some_and(|intervals| holds(&intervals))
    });
    let growth = other_unit(context, levels, &holds).or_else(|| growth_of_other(levels));
    let definition = |level: &&Level| context.names.definition(level.trade().definition);
    let is_adjusted = levels.iter().any(|level| definition(&level).is_adjusted());
    let valuations: HashSet<_> = levels.iter().filter_map(|level| definition(&level).valuation).collect();
    let adjusted = is_adjusted.then_some(Assumption::Adjusted);
    let valued = (valuations.len() > 1).then_some(Assumption::Valued);
    let regrouped = composition::of_levels(context, levels);
    [growth, by_reading, regrouped, adjusted, valued].into_iter().flatten().collect()
}

/// Another unit in which the same trades are known, and in which the claim about their levels holds.
///
/// A growth row need not name its unit. It is tried in the reporter's main currency, but if the same rows fit in
/// another currency or by weight, the growth may be in that. `None` for levels that do not rest on such growth.
fn other_unit(
    context: &Context,
    levels: &[Level],
    holds: &impl Fn(&[Interval]) -> bool,
) -> Option<Assumption> {
    let first = levels.iter().find(|level| level.change().is_some_and(Fact::is_unstated_growth))?;
    let reporter = first.trade().reporter;
    let others = context.currencies(reporter).iter().chain(context.amounts(reporter));
    others.filter(|unit| **unit != first.unit()).find_map(|unit| {
        let values = levels.iter().map(|level| context.find(level.value().trade, Indicator::Value(*unit)));
        let values: Vec<&Fact> = values.collect::<Option<_>>()?;
        let then = values.iter().zip(levels).map(|(value, level)| match level.change() {
            None => Some(value.interval),
            Some(change) => value.interval.over(change.interval),
        });
        let fitting = || values.iter().map(|value| value.figure()).collect();
        holds(&then.collect::<Option<Vec<_>>>()?)
            .then(|| Assumption::GrowthIn { unit: *unit, fitting: fitting() })
    })
}

/// A value below zero that belongs to the whole but to none of the parts, so that the parts may be larger than their
/// whole.
///
/// If there are more values below zero than are searched, any of the rest may be one.
pub fn correction(evidence: &Evidence, whole: Trade, unit: Unit, parts: &[Trade]) -> Option<Assumption> {
    let context = evidence.context;
    let is_rest = |trade: Trade| {
        context.is_within(trade, whole) && !parts.iter().any(|part| context.is_within(trade, *part))
    };
    let below = evidence.levels.below_zero(whole.reporter, unit)?;
    match evidence.levels.first_of(below).find(|below| is_rest(below.trade())) {
        Some(level) => {
            let change = level.change().map(Fact::figure);
            Some(Assumption::Correction { value: level.value().figure(), change })
        }
        None if below.more > 0 => Some(Assumption::SomeCorrection(below.more)),
        None => None,
    }
}
