//! Two published values agree with the published growth from the one to the other.

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::context::{Relation, What};
use crate::analysis::words::{growths, telling, when};
use crate::analysis::{Interval, Severity};

const RULE: &str = "growth-between-periods";

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for change in context.firsts() {
        let What::Change(Some(base)) = change.what else { continue };
        let Some(unit) = context.growth_unit(change.trade.reporter) else { continue };
        let find = |trade| context.find(trade, What::Value(unit));
        let (Some(now), Some(then)) = (find(change.trade), find(change.trade.at(Some(base)))) else {
            continue;
        };
        let Some(factor) = now.interval.over(then.interval) else { continue };
        let figures = || vec![then.figure, now.figure, change.figure];
        let name = || context.name(change.trade, Relation::Flow);
        if factor.common(change.interval).is_some() {
            let sentence = || format!("{}: growth to{} agrees with both values", name(), when(change.trade));
            report.holds(RULE, || (figures(), sentence()));
            continue;
        }
        report.finds(RULE, Severity::Contradiction, figures(), || {
            let printed = context.printed(change);
            let sentence =
                format!("{} {printed} is not the growth from {base} to{}", name(), when(change.trade));
            let line = |period: &str, fact| format!("{}{period} = {}", name(), context.printed(fact));
            Draft::of(sentence)
                .line(line(&when(then.trade), then))
                .line(line(&when(now.trade), now))
                .line(format!("so the growth is {}", range(factor, change.interval, change.decimals + 1)))
                .line(format!("printed: {printed}, so {}", context.range(change)))
        });
    }
}

/// A factor as a growth, with as many decimals as it takes to tell it from another.
pub fn range(factor: Interval, other: Interval, decimals: u32) -> String {
    let (a, b) =
        if factor.low() > other.high() { (factor.low(), other.high()) } else { (factor.high(), other.low()) };
    let decimals = telling(a, b, decimals + 2).saturating_sub(2);
    growths(factor, decimals)
}
