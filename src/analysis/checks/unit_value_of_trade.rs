//! A unit value is the value divided by the weight.
//!
//! That of a month is nothing else; that of a longer period may be a mean of the prices of its months.

use super::Evidence;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::{Assumption, Claim, Interval, Rule, Step, UnitValueOfTrade};
use crate::dataset::{Amount, Flow, Period, Unit};

/// A unit value, with the value and the weight of its trade.
struct Quotient<'c> {
    unit_value: &'c Fact,
    unit: Unit,
    value: &'c Fact,
    weight: &'c Fact,
    /// The power of ten that turns the weight into kilograms.
    to_kilograms: i8,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for unit_value in context.chosen().filter(|fact| fact.trade.flow != Flow::Balance) {
        if let Some(quotient) = Quotient::new(context, unit_value) {
            quotient.compare(context, report);
        }
    }
}

impl<'c> Quotient<'c> {
    /// `None` for anything but a unit value, and if value or weight is not known.
    fn new(context: &'c Context, unit_value: &'c Fact) -> Option<Self> {
        let Indicator::UnitValue(unit @ Unit::PerKilogram(currency)) = unit_value.indicator else {
            return None;
        };
        let find = |unit| context.find(unit_value.trade, Indicator::Value(unit));
        let value = find(Unit::Money(currency))?;
        let weight =
            [Amount::Kilogram, Amount::Tonne].into_iter().find_map(|amount| find(Unit::Amount(amount)))?;
        let to_kilograms = weight.unit()?.power_in(Unit::Amount(Amount::Kilogram))?;
        Some(Self { unit_value, unit, value, weight, to_kilograms })
    }

    /// The value of a kilogram.
    fn of_a_kilogram(&self, read: Reading) -> Option<Interval> {
        read(self.value)?.over(read(self.weight)?.shifted(self.to_kilograms.into())?)
    }

    fn compare(&self, context: &Context, report: &mut Report) {
        let Self { unit_value, unit, value, weight, .. } = *self;
        let Some(implied) = self.of_a_kilogram(&as_printed) else { return };
        let facts = [value, weight, unit_value];
        let figures = facts.map(Fact::figure);
        let argue = || {
            let claim = Claim::UnitValueOfTrade(UnitValueOfTrade {
                subject: context.subject(unit_value.trade),
                unit_value: unit_value.figure(),
                unit,
                implied,
            });
            let steps = vec![
                Step::Value(value.figure()),
                Step::Value(weight.figure()),
                Step::ImpliedUnitValue(implied),
                Step::Printed(unit_value.figure()),
            ];
            (claim, steps)
        };
        let agrees = |read: Reading| Some(self.of_a_kilogram(read)?.common(read(unit_value)?).is_some());
        if agrees(&as_printed) == Some(true) {
            report.holds(Rule::UnitValueOfTrade, figures, argue);
            return;
        }
        let by_reading = reread(&facts, |read| agrees(read) == Some(true));
        let is_month = unit_value.trade.period.and_then(Period::length_in_months) == Some(1);
        let mean = (!is_month).then_some(Assumption::MeanOfPrices);
        let adjusted = context.is_adjusted(unit_value.trade).then_some(Assumption::Adjusted);
        let assumptions = [by_reading, mean, adjusted].into_iter().flatten();
        report.breaks(Rule::UnitValueOfTrade, figures, assumptions, argue);
    }
}
