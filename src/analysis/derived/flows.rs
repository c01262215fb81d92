//! Exports, imports, total and balance: any two give the other two.

use rust_decimal::Decimal;

use super::builder::{About, Builder, Estimate, Tightest, Way};
use super::{DerivedUnit, Formula};
use crate::analysis::Interval;
use crate::analysis::context::{Fact, Indicator};
use crate::dataset::Flow::{self, Balance, Exports, Imports, Total};
use crate::dataset::Unit;

/// A flow made of two others: so many times the first and so many times the second, over a divisor.
pub struct FlowSum {
    pub formula: Formula,
    pub result: Flow,
    pub first: (Flow, i64),
    pub second: (Flow, i64),
    divisor: i64,
}

impl FlowSum {
    const fn new(formula: Formula, result: Flow, first: (Flow, i64), second: (Flow, i64)) -> Self {
        Self { formula, result, first, second, divisor: 1 }
    }

    const fn halved(self) -> Self {
        Self { divisor: 2, ..self }
    }

    /// The third flow, calculated from two; `None` where it is too large for an exact decimal.
    pub fn interval(&self, one: Interval, other: Interval) -> Option<Interval> {
        let [times, more, divisor] = [self.first.1, self.second.1, self.divisor]
            .map(|number| Interval::exactly(Decimal::from(number)));
        one.times(times)?.plus(other.times(more)?)?.over(divisor)
    }

    fn estimate(&self, one: &Fact, other: &Fact) -> Option<Estimate> {
        let [times, more, divisor] = [self.first.1, self.second.1, self.divisor].map(Decimal::from);
        let sum = one.point.checked_mul(times)?.checked_add(other.point.checked_mul(more)?)?;
        let interval = self.interval(one.interval, other.interval)?;
        Some(Estimate { point: sum.checked_div(divisor)?, interval })
    }
}

/// The plainest first, which wins where several have equally tight bounds.
pub const SUMS: [FlowSum; 12] = [
    FlowSum::new(Formula::Imports, Imports, (Total, 1), (Exports, -1)),
    FlowSum::new(Formula::Exports, Exports, (Total, 1), (Imports, -1)),
    FlowSum::new(Formula::Total, Total, (Exports, 1), (Imports, 1)),
    FlowSum::new(Formula::Balance, Balance, (Exports, 1), (Imports, -1)),
    FlowSum::new(Formula::BalanceOfExports, Balance, (Exports, 2), (Total, -1)),
    FlowSum::new(Formula::BalanceOfImports, Balance, (Total, 1), (Imports, -2)),
    FlowSum::new(Formula::ExportsOfTotal, Exports, (Total, 1), (Balance, 1)).halved(),
    FlowSum::new(Formula::ImportsOfTotal, Imports, (Total, 1), (Balance, -1)).halved(),
    FlowSum::new(Formula::ExportsOfImports, Exports, (Imports, 1), (Balance, 1)),
    FlowSum::new(Formula::ImportsOfExports, Imports, (Exports, 1), (Balance, -1)),
    FlowSum::new(Formula::TotalOfExports, Total, (Exports, 2), (Balance, -1)),
    FlowSum::new(Formula::TotalOfImports, Total, (Imports, 2), (Balance, 1)),
];

/// The flows that are missing. Only published figures of one release are put together, and adjusted ones not at all,
/// since what was adjusted separately does not add up.
pub fn sums(builder: &mut Builder) {
    let context = builder.context;
    let mut tightest = Tightest::default();
    for fact in context.chosen().filter(|fact| !fact.is_unvalidated() && !context.is_adjusted(fact.trade)) {
        let Indicator::Value(unit) = fact.indicator else { continue };
        for sum in &SUMS {
            let trade = fact.trade.flowing(sum.result);
            if sum.first.0 != fact.trade.flow || context.find(trade, Indicator::Value(unit)).is_some() {
                continue;
            }
            let Some(other) = context.value(fact.trade.flowing(sum.second.0), unit) else { continue };
            let way =
                Way { formula: sum.formula, inputs: [fact, other], estimate: sum.estimate(fact, other) };
            tightest.offer(trade, unit, way);
        }
    }
    tightest.add_to(builder);
}

/// Exports' part of all trade, and exports for one of imports, from whichever two flows are published.
pub fn proportions(builder: &mut Builder) {
    let context = builder.context;
    let percent = DerivedUnit::Unit(Unit::Percent);
    let factor = DerivedUnit::Unit(Unit::Factor);
    for fact in context.chosen().filter(|fact| !fact.is_unvalidated() && !context.is_adjusted(fact.trade)) {
        let Indicator::Value(unit) = fact.indicator else { continue };
        let find = |flow| context.value(fact.trade.flowing(flow), unit);
        let about = |unit| About::new(fact.trade.flowing(Exports), unit);
        match fact.trade.flow {
            Exports => {
                let (total, imports) = (find(Total), find(Imports));
                if let Some(total) = total.filter(|total| !has_share(builder, fact, total)) {
                    builder.add(Formula::Part, [fact, total], about(percent), quotient(fact, total));
                } else if let (None, Some(imports)) = (total, imports) {
                    builder.add(
                        Formula::PartOfSum,
                        [fact, imports],
                        about(percent),
                        part_of_sum(fact, imports),
                    );
                }
                if let Some(imports) = imports {
                    builder.add(
                        Formula::RatioOfBoth,
                        [fact, imports],
                        about(factor),
                        quotient(fact, imports),
                    );
                } else if let Some(total) = total {
                    builder.add(Formula::Ratio, [fact, total], about(factor), ratio(fact, total));
                }
            }
            Total if find(Exports).is_none() => {
                let Some(imports) = find(Imports) else { continue };
                let estimate = quotient(fact, imports).and_then(less_one);
                builder.add(Formula::RatioOfImports, [fact, imports], about(factor), estimate);
            }
            Total | Imports | Balance => {}
        }
    }
}

fn has_share(builder: &Builder, part: &Fact, whole: &Fact) -> bool {
    let share = |unit| Indicator::Share { whole: whole.trade, unit };
    [whole.unit(), None].into_iter().any(|unit| builder.context.find(part.trade, share(unit)).is_some())
}

/// One value over another.
pub fn quotient(a: &Fact, b: &Fact) -> Option<Estimate> {
    Some(Estimate { point: a.point.checked_div(b.point)?, interval: a.interval.over(b.interval)? })
}

/// One number less another.
pub fn difference(a: &Fact, b: &Fact) -> Option<Estimate> {
    Some(Estimate { point: a.point.checked_sub(b.point)?, interval: a.interval.minus(b.interval)? })
}

/// e / (e + i), with each quantity once: 1 / (1 + i / e).
fn part_of_sum(exports: &Fact, imports: &Fact) -> Option<Estimate> {
    let Estimate { point, interval } = quotient(imports, exports)?;
    let point = Decimal::ONE.checked_div(point.checked_add(Decimal::ONE)?)?;
    Some(Estimate { point, interval: Interval::ONE.over(interval.plus(Interval::ONE)?)? })
}

/// e / (t − e), with each quantity once: 1 / (t / e − 1).
fn ratio(exports: &Fact, total: &Fact) -> Option<Estimate> {
    let Estimate { point, interval } = quotient(total, exports).and_then(less_one)?;
    Some(Estimate { point: Decimal::ONE.checked_div(point)?, interval: Interval::ONE.over(interval)? })
}

fn less_one(estimate: Estimate) -> Option<Estimate> {
    let interval = estimate.interval.minus(Interval::ONE)?;
    Some(Estimate { point: estimate.point.checked_sub(Decimal::ONE)?, interval })
}
