//! Exports, imports, total and balance: any two give the other two.

use rust_decimal::Decimal;

use super::workshop::{About, Outcome, Workshop};
use super::{DerivedUnit, Rule};
use crate::analysis::Interval;
use crate::analysis::context::{Fact, What};
use crate::dataset::Flow::{self, Balance, Exports, Imports, Total};
use crate::dataset::Unit;

/// A flow as so many times one flow and so many times another, halved or not.
struct Sum(Rule, Flow, (Flow, i64), (Flow, i64), i64);

/// The plainest first: where three are published, the fourth follows by the first that fits.
const SUMS: [Sum; 12] = [
    Sum(Rule::Imports, Imports, (Total, 1), (Exports, -1), 1),
    Sum(Rule::Exports, Exports, (Total, 1), (Imports, -1), 1),
    Sum(Rule::Total, Total, (Exports, 1), (Imports, 1), 1),
    Sum(Rule::Balance, Balance, (Exports, 1), (Imports, -1), 1),
    Sum(Rule::BalanceOfExports, Balance, (Exports, 2), (Total, -1), 1),
    Sum(Rule::BalanceOfImports, Balance, (Total, 1), (Imports, -2), 1),
    Sum(Rule::ExportsOfTotal, Exports, (Total, 1), (Balance, 1), 2),
    Sum(Rule::ImportsOfTotal, Imports, (Total, 1), (Balance, -1), 2),
    Sum(Rule::ExportsOfImports, Exports, (Imports, 1), (Balance, 1), 1),
    Sum(Rule::ImportsOfExports, Imports, (Exports, 1), (Balance, -1), 1),
    Sum(Rule::TotalOfExports, Total, (Exports, 2), (Balance, -1), 1),
    Sum(Rule::TotalOfImports, Total, (Imports, 2), (Balance, 1), 1),
];

/// The flows that are missing. Only published figures are put together, so the bounds are the tightest.
pub fn sums(workshop: &mut Workshop) {
    let context = workshop.context;
    for fact in context.firsts().filter(|fact| !fact.unvalidated) {
        let What::Value(unit) = fact.what else { continue };
        for Sum(rule, gives, (first, times), (second, more), parts) in &SUMS {
            let trade = fact.trade.flowing(*gives);
            if *first != fact.trade.flow || workshop.has(trade, unit) {
                continue;
            }
            let Some(other) = context.value(fact.trade.flowing(*second), unit) else { continue };
            let outcome = weighed(fact, *times, other, *more).and_then(|sum| sum.halved(*parts));
            workshop.add_value(*rule, &[fact, other], About::value(trade, unit, fact), outcome);
        }
    }
}

fn weighed(a: &Fact, times: i64, b: &Fact, more: i64) -> Option<Outcome> {
    let (times, more) = (Decimal::from(times), Decimal::from(more));
    let point = a.point.checked_mul(times)?.checked_add(b.point.checked_mul(more)?)?;
    let (a, b) = (a.interval.times(Interval::exactly(times))?, b.interval.times(Interval::exactly(more))?);
    Some(Outcome { point, interval: a.plus(b)? })
}

impl Outcome {
    fn halved(self, parts: i64) -> Option<Self> {
        let parts = Decimal::from(parts);
        let interval = self.interval.over(Interval::exactly(parts))?;
        Some(Self { point: self.point.checked_div(parts)?, interval })
    }
}

/// Exports' part of all trade, and exports for one of imports, from whichever two flows are published.
pub fn proportions(workshop: &mut Workshop) {
    let context = workshop.context;
    let percent = DerivedUnit::Unit(Unit::Percent);
    let factor = DerivedUnit::Unit(Unit::Factor);
    for fact in context.firsts().filter(|fact| !fact.unvalidated) {
        let What::Value(unit) = fact.what else { continue };
        let find = |flow| context.value(fact.trade.flowing(flow), unit);
        let about = |unit| About { trade: fact.trade.flowing(Exports), unit, multiplier: 0 };
        match fact.trade.flow {
            Exports => {
                let (total, imports) = (find(Total), find(Imports));
                if let Some(total) = total.filter(|total| !has_share(workshop, fact, total)) {
                    workshop.add(Rule::Part, &[fact, total], about(percent), quotient(fact, total));
                } else if let (None, Some(imports)) = (total, imports) {
                    workshop.add(
                        Rule::PartOfSum,
                        &[fact, imports],
                        about(percent),
                        part_of_sum(fact, imports),
                    );
                }
                if let Some(imports) = imports {
                    workshop.add(Rule::RatioOfBoth, &[fact, imports], about(factor), quotient(fact, imports));
                } else if let Some(total) = total {
                    workshop.add(Rule::Ratio, &[fact, total], about(factor), ratio(fact, total));
                }
            }
            Total if find(Exports).is_none() => {
                let Some(imports) = find(Imports) else { continue };
                let outcome = quotient(fact, imports).and_then(less_one);
                workshop.add(Rule::RatioOfImports, &[fact, imports], about(factor), outcome);
            }
            Total | Imports | Balance => {}
        }
    }
}

fn has_share(workshop: &Workshop, part: &Fact, whole: &Fact) -> bool {
    workshop.context.find(part.trade, What::Share(whole.trade)).is_some()
}

/// One value over another.
pub fn quotient(a: &Fact, b: &Fact) -> Option<Outcome> {
    Some(Outcome { point: a.point.checked_div(b.point)?, interval: a.interval.over(b.interval)? })
}

/// One number less another.
pub fn difference(a: &Fact, b: &Fact) -> Option<Outcome> {
    Some(Outcome { point: a.point.checked_sub(b.point)?, interval: a.interval.minus(b.interval)? })
}

/// e / (e + i), with each quantity once: 1 / (1 + i / e).
fn part_of_sum(exports: &Fact, imports: &Fact) -> Option<Outcome> {
    let Outcome { point, interval } = quotient(imports, exports)?;
    let point = Decimal::ONE.checked_div(point.checked_add(Decimal::ONE)?)?;
    Some(Outcome { point, interval: Interval::ONE.over(interval.plus(Interval::ONE)?)? })
}

/// e / (t − e), with each quantity once: 1 / (t / e − 1).
fn ratio(exports: &Fact, total: &Fact) -> Option<Outcome> {
    let Outcome { point, interval } = quotient(total, exports).and_then(less_one)?;
    Some(Outcome { point: Decimal::ONE.checked_div(point)?, interval: Interval::ONE.over(interval)? })
}

fn less_one(outcome: Outcome) -> Option<Outcome> {
    let interval = outcome.interval.minus(Interval::ONE)?;
    Some(Outcome { point: outcome.point.checked_sub(Decimal::ONE)?, interval })
}
