//! Which assumptions could save a claim.

use super::Evidence;
use crate::analysis::context::{Context, Fact, Indicator, Level, Name, Trade};
use crate::analysis::{Assumption, Interval};
use crate::dataset::Unit;

/// Growth is compared with growth, and the reporter has several currencies.
pub fn two_currencies(context: &Context, reporter: Name) -> Option<Assumption> {
    (context.currencies(reporter).len() > 1).then_some(Assumption::TwoCurrencies)
}

/// Another unit in which the same trades are known, and in which the claim about their levels holds.
///
/// A growth row does not name its unit. It is taken to be in the reporter's first currency, and where nothing of another
/// is known that stands; but where the same rows hold in another one, or by weight, growth may be in that. `None` for
/// levels that do not rest on growth.
pub fn other_unit(
    context: &Context,
    levels: &[&Level],
    holds: impl Fn(&[Interval]) -> bool,
) -> Option<Assumption> {
    let first = levels.iter().find(|level| level.change.is_some())?;
    let reporter = first.trade.reporter;
    let others = context.currencies(reporter).iter().chain(context.amounts(reporter));
    others.filter(|unit| **unit != first.unit).find_map(|unit| {
        let values = levels.iter().map(|level| context.find(level.value.trade, Indicator::Value(*unit)));
        let values: Vec<&Fact> = values.collect::<Option<_>>()?;
        let then = values.iter().zip(levels).map(|(value, level)| match level.change {
            None => Some(value.interval),
            Some(change) => value.interval.over(change.interval),
        });
        let fitting = || values.iter().map(|value| value.figure).collect();
        holds(&then.collect::<Option<Vec<_>>>()?)
            .then(|| Assumption::GrowthIn { unit: *unit, fitting: fitting() })
    })
}

/// A value below zero that belongs to a whole and to none of the parts, so that these may be larger than their whole.
///
/// Where there are more values below zero than are looked at, any of the others may be one.
pub fn correction(evidence: &Evidence, whole: Trade, unit: Unit, parts: &[Trade]) -> Option<Assumption> {
    let context = evidence.context;
    let is_rest = |trade: Trade| {
        context.is_within(trade, whole) && !parts.iter().any(|part| context.is_within(trade, *part))
    };
    let below = evidence.levels.below_zero(whole.reporter, unit)?;
    match below.first.iter().find(|below| is_rest(below.trade)) {
        Some(level) => {
            let change = level.change.map(|change| change.figure);
            Some(Assumption::Correction { value: level.value.figure, change })
        }
        None if below.more > 0 => Some(Assumption::SomeCorrection(below.more)),
        None => None,
    }
}
