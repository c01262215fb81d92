//! Derives exports, imports, total and balance: any two give the other two.

use rust_decimal::Decimal;

use super::Formula;
use super::builder::{DerivedBuilder, Tightest};
use super::working::Estimate;
use crate::analysis::Interval;
use crate::analysis::context::{Context, Fact, Indicator};
use crate::dataset::Flow::{self, Balance, Exports, Imports, Total};
use crate::dataset::Unit;

/// A flow derived from two others: a multiple of the first plus a multiple of the second, divided by a number.
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

    /// The third flow, calculated from two; `None` if it overflows.
    pub fn interval(&self, one: Interval, other: Interval) -> Option<Interval> {
        let times = |interval: Interval, times: i64| match times {
            1 => Some(interval),
            times => interval.times(Interval::exactly(Decimal::from(times))),
        };
        let (one, more) = (times(one, self.first.1)?, self.second.1);
        let sum = if more == -1 { one.minus(other) } else { one.plus(times(other, more)?) }?;
        if self.divisor == 1 { Some(sum) } else { sum.over(Interval::exactly(Decimal::from(self.divisor))) }
    }

    /// The third flow with its point.
    pub(super) fn estimate(&self, one: Estimate, other: Estimate) -> Option<Estimate> {
        let [times, more, divisor] = [self.first.1, self.second.1, self.divisor].map(Decimal::from);
        let sum = one.point.checked_mul(times)?.checked_add(other.point.checked_mul(more)?)?;
        let interval = self.interval(one.interval, other.interval)?;
        Some(Estimate { point: sum.checked_div(divisor)?, interval })
    }
}

/// The simplest first, which wins if several have equally tight bounds.
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

impl Formula {
    /// The sum of flows that it stands for.
    pub(super) fn flow_sum(self) -> Option<&'static FlowSum> {
        SUMS.iter().find(|sum| sum.formula == self)
    }
}

/// Derives the flows that are not published. Only published figures of one release are combined. Adjusted ones are
/// skipped, since figures that were adjusted separately do not add up.
pub fn sums(builder: &mut DerivedBuilder) {
    let context = builder.context;
    let is_given = |fact: &&Fact| !fact.is_unvalidated() && !context.is_adjusted(fact.trade);
    for (fact, at) in context.chosen_places().filter(|(fact, _)| is_given(fact)) {
        let Indicator::Value(unit) = fact.indicator else { continue };
        let place = |flow| {
            let place = context.place(fact.trade.flowing(flow), Indicator::Value(unit))?;
            context.facts.get(place).filter(is_given).map(|_| place)
        };
        let mut places = [Exports, Imports, Total, Balance].map(place);
        places.sort_unstable();
        let given = places.into_iter().flatten();
        if given.clone().next() == Some(at) && given.clone().count() > 1 {
            let mut tightest = Tightest::default();
            for fact in given.filter_map(|place| context.facts.get(place)) {
                offer(context, fact, unit, &mut tightest);
            }
            tightest.add_to(builder);
        }
    }
}

/// Offers the flows that follow from a figure and another of its trade.
fn offer(context: &Context, fact: &Fact, unit: Unit, tightest: &mut Tightest) {
    for sum in SUMS.iter().filter(|sum| sum.first.0 == fact.trade.flow) {
        let trade = fact.trade.flowing(sum.result);
        if context.find(trade, Indicator::Value(unit)).is_some() {
            continue;
        }
        let Some(other) = context.value(fact.trade.flowing(sum.second.0), unit) else { continue };
        tightest.offer((trade, unit), sum.formula, [fact.numbered(), other.numbered()]);
    }
}

/// The share of exports in total trade, and the ratio of exports to imports, from any two published flows.
pub fn proportions(builder: &mut DerivedBuilder) {
    let context = builder.context;
    for fact in context.chosen().filter(|fact| !fact.is_unvalidated() && !context.is_adjusted(fact.trade)) {
        let Indicator::Value(unit) = fact.indicator else { continue };
        let find = |flow| context.value(fact.trade.flowing(flow), unit);
        let mut add = |formula, other: &Fact| builder.add(formula, [fact.figure(), other.figure()]);
        match fact.trade.flow {
            Exports => {
                let (total, imports) = (find(Total), find(Imports));
                if let Some(total) = total.filter(|total| !has_share(context, fact, total)) {
                    add(Formula::Part, total);
                } else if let (None, Some(imports)) = (total, imports) {
                    add(Formula::PartOfSum, imports);
                }
                if let Some(imports) = imports {
                    add(Formula::RatioOfBoth, imports);
                } else if let Some(total) = total {
                    add(Formula::Ratio, total);
                }
            }
            Total if find(Exports).is_none() => {
                let Some(imports) = find(Imports) else { continue };
                add(Formula::RatioOfImports, imports);
            }
            Total | Imports | Balance => {}
        }
    }
}

fn has_share(context: &Context, part: &Fact, whole: &Fact) -> bool {
    let share = |unit| Indicator::Share { whole: whole.trade, unit };
    [whole.unit(), None].into_iter().any(|unit| context.find(part.trade, share(unit)).is_some())
}
