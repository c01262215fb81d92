//! A unit value grows as the value does per weight: +10 % in money and +4 % in tonnes are +5.8 % a tonne.
//!
//! That of a month is nothing else; that of a longer period may be the growth of a mean of prices.

use super::Evidence;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::{Assumption, Claim, GrowthOfUnitValue, Rule, Step};
use crate::dataset::{Amount, GrowthOf, Period, Unit};

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for growth in context.chosen() {
        let Indicator::Growth { base: Some(base), of: Some(GrowthOf::Unit(Unit::PerKilogram(currency))) } =
            growth.indicator
        else {
            continue;
        };
        let find = |unit| {
            let of = Some(GrowthOf::Unit(unit));
            context.find(growth.trade, Indicator::Growth { base: Some(base), of })
        };
        let weight =
            [Amount::Kilogram, Amount::Tonne].into_iter().find_map(|amount| find(Unit::Amount(amount)));
        if let Some((value, weight)) = find(Unit::Money(currency)).zip(weight) {
            compare(context, growth, base, [value, weight], report);
        }
    }
}

fn compare(context: &Context, growth: &Fact, base: Period, [value, weight]: [&Fact; 2], report: &mut Report) {
    let implied = |read: Reading| read(value)?.over(read(weight)?);
    let Some(factor) = implied(&as_printed) else { return };
    let facts = [value, weight, growth];
    let figures = facts.map(Fact::figure);
    let argue = || {
        let claim = Claim::GrowthOfUnitValue(GrowthOfUnitValue {
            subject: context.subject(growth.trade),
            base,
            growth: growth.figure(),
            implied: factor,
        });
        let steps = vec![
            Step::GrowthIn(value.figure()),
            Step::GrowthIn(weight.figure()),
            Step::ImpliedGrowth { growth: growth.figure(), factor },
            Step::Printed(growth.figure()),
        ];
        (claim, steps)
    };
    let agrees = |read: Reading| Some(implied(read)?.common(read(growth)?).is_some());
    if agrees(&as_printed) == Some(true) {
        report.holds(Rule::GrowthOfUnitValue, figures, argue);
        return;
    }
    let by_reading = reread(&facts, |read| agrees(read) == Some(true));
    let is_month = growth.trade.period.and_then(Period::length_in_months) == Some(1);
    let mean = (!is_month).then_some(Assumption::MeanOfPrices);
    let adjusted = context.is_adjusted(growth.trade).then_some(Assumption::Adjusted);
    let assumptions = [by_reading, mean, adjusted].into_iter().flatten();
    report.breaks(Rule::GrowthOfUnitValue, figures, assumptions, argue);
}
