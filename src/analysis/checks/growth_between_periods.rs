//! Two published values agree with the published growth from the one to the other.
//!
//! A growth row does not name its unit, so it holds where it agrees in any that both values are in: a currency, or a
//! weight or another amount, since trade that is told by weight, too, may have grown by weight.

use super::Evidence;
use super::assumption::{Assumption, called};
use super::report::{Draft, Report};
use crate::analysis::Interval;
use crate::analysis::context::{Context, Dimension, Fact, Indicator};
use crate::analysis::words::{growths, telling, when};
use crate::dataset::{Period, Unit};

const RULE: &str = "growth-between-periods";

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
        let name = || context.name(change.trade, Dimension::Flow);
        if let Some(of) = readings.iter().find(|of| of.factor.common(change.interval).is_some()) {
            let sentence = || format!("{}: growth to{} agrees with both values", name(), when(change.trade));
            report.holds(RULE, || (vec![of.then.figure, of.now.figure, change.figure], sentence()));
        } else if !readings.is_empty() {
            // Growth in a currency that cannot be looked at is no contradiction.
            let unread = meant.iter().find(|unit| {
                let known = |trade| context.find(trade, Indicator::Value(**unit)).is_some();
                let is_meant = **unit == first || known(change.trade) || known(change.trade.at(Some(base)));
                is_meant && readings.iter().all(|of| of.unit != **unit)
            });
            differs(context, change, (&readings, unread), report);
        }
    }
}

fn reading<'c>(context: &'c Context, change: &Fact, base: Period, unit: Unit) -> Option<Reading<'c>> {
    let find = |trade| context.find(trade, Indicator::Value(unit));
    let (now, then) = (find(change.trade)?, find(change.trade.at(Some(base)))?);
    Some(Reading { unit, then, now, factor: now.interval.over(then.interval)? })
}

fn differs(context: &Context, change: &Fact, of: (&[Reading], Option<&Unit>), report: &mut Report) {
    let (readings, unread) = of;
    let Some(base) = readings.first().map(|of| when(of.then.trade)) else { return };
    let unless = unread.map(|unit| Assumption::new(format!("unless the growth is in {}", called(*unit))));
    let figures = readings.iter().flat_map(|of| [of.then.figure, of.now.figure]).chain([change.figure]);
    report.contradicts(RULE, figures, unless, || {
        let (name, printed) = (context.name(change.trade, Dimension::Flow), context.printed(change));
        let sentence = format!("{name} {printed} is not the growth from{base} to{}", when(change.trade));
        let line = |fact: &Fact| format!("{name}{} = {}", when(fact.trade), context.printed(fact));
        let mut draft = readings.iter().take(MOST_READINGS).fold(Draft::new(sentence), |draft, of| {
            let growth = range(of.factor, change.interval, change.decimals + 1);
            draft.line(line(of.then)).line(line(of.now)).line(format!("so the growth is {growth}"))
        });
        if let Some(more) = readings.len().checked_sub(MOST_READINGS).filter(|more| *more > 0) {
            draft = draft.line(format!("… and {more} more in other units"));
        }
        draft.line(format!("printed: {printed}, so {}", context.range(change)))
    });
}

/// A factor as a growth, with as many decimals as it takes to tell it from another.
pub fn range(factor: Interval, other: Interval, decimals: u32) -> String {
    let (a, b) =
        if factor.low() > other.high() { (factor.low(), other.high()) } else { (factor.high(), other.low()) };
    let decimals = telling(a, b, decimals + 2).saturating_sub(2);
    growths(factor, decimals)
}
