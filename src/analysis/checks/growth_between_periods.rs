//! Two published values agree with the published growth from the one to the other.
//!
//! A growth row does not name its unit, so it holds where it agrees in any that both values are in: a currency, or a
//! weight or another amount, since trade that is told by weight, too, may have grown by weight.

use super::Evidence;
use super::report::{Argument, Report};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::{Assumption, Claim, Figure, Interval, Rule, Step};
use crate::dataset::{Period, Unit};

/// In how many units a proof writes out what the growth is.
const MOST_READINGS: usize = 4;

/// Two values in one unit, and what they grew by.
struct Reading<'c> {
    unit: Unit,
    then: &'c Fact,
    now: &'c Fact,
    factor: Interval,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for change in context.firsts() {
        let Indicator::Change(Some(base)) = change.indicator else { continue };
        let Some(first) = context.growth_unit(change.trade.reporter) else { continue };
        let reporter = change.trade.reporter;
        let meant: &[Unit] = match first {
            Unit::Money(_) => context.currencies(reporter),
            Unit::Percent
            | Unit::Factor
            | Unit::Count
            | Unit::Rank
            | Unit::Points
            | Unit::Index
            | Unit::Amount(_) => &[first],
        };
        let amounts = context.amounts(reporter).iter().filter(|amount| !meant.contains(amount));
        let units = meant.iter().chain(amounts);
        let readings: Vec<Reading> = units.filter_map(|unit| reading(context, change, base, *unit)).collect();
        if let Some(of) = readings.iter().position(|of| of.factor.common(change.interval).is_some()) {
            let fitting = readings.get(of..=of).unwrap_or_default();
            report.holds(Rule::GrowthBetweenPeriods, figures(fitting, change), || {
                argue(context, change, base, fitting)
            });
        } else if !readings.is_empty() {
            // Growth in a currency that cannot be looked at is no contradiction.
            let unread = meant.iter().find(|unit| {
                let known = |trade| context.find(trade, Indicator::Value(**unit)).is_some();
                let is_meant = **unit == first || known(change.trade) || known(change.trade.at(Some(base)));
                is_meant && readings.iter().all(|of| of.unit != **unit)
            });
            let unread = unread.map(|unit| Assumption::GrowthIn { unit: *unit, fitting: Vec::new() });
            report.breaks(Rule::GrowthBetweenPeriods, figures(&readings, change), unread, || {
                argue(context, change, base, &readings)
            });
        }
    }
}

fn figures(readings: &[Reading], change: &Fact) -> impl Iterator<Item = Figure> {
    readings.iter().flat_map(|of| [of.then.figure, of.now.figure]).chain([change.figure])
}

fn reading<'c>(context: &'c Context, change: &Fact, base: Period, unit: Unit) -> Option<Reading<'c>> {
    let find = |trade| context.find(trade, Indicator::Value(unit));
    let (now, then) = (find(change.trade)?, find(change.trade.at(Some(base)))?);
    Some(Reading { unit, then, now, factor: now.interval.over(then.interval)? })
}

/// The claim that a growth is that of the values in any unit, and the values in all of them.
fn argue(context: &Context, change: &Fact, base: Period, readings: &[Reading]) -> Argument {
    let growth = change.figure;
    let claim = Claim::GrowthBetweenPeriods { subject: context.subject(change.trade), base, growth };
    let mut steps: Vec<Step> = Vec::new();
    for Reading { then, now, factor, .. } in readings.iter().take(MOST_READINGS) {
        let implied = Step::ImpliedGrowth { growth, factor: *factor };
        steps.extend([Step::Value(then.figure), Step::Value(now.figure), implied]);
    }
    let more = readings.len().checked_sub(MOST_READINGS).filter(|more| *more > 0);
    steps.extend(more.map(Step::MoreUnits));
    steps.push(Step::Printed(growth));
    (claim, steps)
}
