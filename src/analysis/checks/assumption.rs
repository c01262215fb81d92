//! What has to be false for a contradiction to be one.

use super::Evidence;
use crate::analysis::context::{Context, Fact, Indicator, Level, Name, Trade};
use crate::analysis::{Figure, Interval};
use crate::dataset::Unit;

/// An assumption without which a finding is a doubt.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// What is said of it, last in the proof.
    pub line: String,
    /// The figures that raise it, beside those of the proof.
    pub figures: Vec<Figure>,
}

impl Assumption {
    pub fn new(line: String) -> Self {
        Self { line, figures: Vec::new() }
    }
}

/// Figures are compared that are growth, and their reporter has several currencies.
pub fn two_currencies(context: &Context, reporter: Name) -> Option<Assumption> {
    let unless = "unless they are growth in two currencies, which the rows do not say";
    (context.currencies(reporter).len() > 1).then(|| Assumption::new(unless.to_owned()))
}

/// Another unit in which the same trades are known, and where what is to hold of their levels does hold.
///
/// A growth row does not name its unit. It is taken to be in the reporter's first currency, and where nothing of another
/// is known that stands; but where the same rows hold in another one, or by weight, growth may be in that. Nothing is
/// said of levels that do not rest on growth.
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
        holds(&then.collect::<Option<Vec<_>>>()?).then(|| Assumption {
            line: format!("unless the growth is in {}, in which it holds", called(*unit)),
            figures: values.iter().map(|value| value.figure).collect(),
        })
    })
}

/// What a unit is called in a sentence.
pub fn called(unit: Unit) -> String {
    match unit {
        Unit::Count => "number".to_owned(),
        Unit::Rank => "rank".to_owned(),
        Unit::Index => "index points".to_owned(),
        Unit::Money(_) | Unit::Percent | Unit::Factor | Unit::Points | Unit::Amount(_) => unit.to_string(),
    }
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
    let Some(correcting) = below.first.iter().find(|below| is_rest(below.trade)) else {
        let others = match below.more {
            0 => return None,
            1 => "one more value".to_owned(),
            more => format!("one of {more} more values"),
        };
        return Some(Assumption::new(format!("unless {others} below zero is a correction")));
    };
    let id = context.id(correcting.value);
    let line = format!("unless {id} is a correction: it is below zero");
    Some(Assumption { line, figures: correcting.figures().collect() })
}
