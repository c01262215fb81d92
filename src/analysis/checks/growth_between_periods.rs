//! The growth between two published values agrees with the published growth.
//!
//! A growth row need not say what grew, so it passes if it agrees in any unit that both values have: a currency, or a
//! physical amount, since trade that is also known by weight may have grown by weight. From a value below zero, growth
//! is counted in two ways, and may agree in either: a deficit that halves fell by 50 %, or the balance rose by 50 % of
//! the shortfall.
//!
//! A value that is not published is the sum of its months or quarters, if all of these are.

use rust_decimal::Decimal;

use super::Evidence;
use super::support::composition;
use super::support::report::{Argument, Report};
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, Figure, GrowthBetweenPeriods, Interval, Rule, Step};
use crate::dataset::{GrowthOf, Period, Unit};

/// The maximum number of units in which a proof writes out a growth.
const MOST_PAIRS: usize = 4;

/// The maximum number of years that a growth may be the average of.
const MOST_YEARS: i32 = 50;

/// The longest period, in months, whose value is added up from shorter ones.
const LONGEST_SUM: u32 = 12;

/// Two values in one unit, and the growth between them.
struct Pair<'c> {
    then: PeriodValues<'c>,
    now: PeriodValues<'c>,
    factor: Interval,
}

/// The value of a period, or those of all its parts.
struct PeriodValues<'c> {
    values: Vec<&'c Fact>,
}

impl<'c> PeriodValues<'c> {
    /// `None` if neither is known. Adjusted months do not add up.
    fn new(context: &'c Context, trade: Trade, indicator: Indicator) -> Option<Self> {
        if let Some(value) = context.find(trade, indicator) {
            return Some(Self { values: vec![value] });
        }
        let period = trade.period?;
        let is_short = period.length_in_months().is_some_and(|months| months <= LONGEST_SUM);
        if !is_short || context.is_adjusted(trade) || !matches!(indicator, Indicator::Value(_)) {
            return None;
        }
        [6, 3, 1].into_iter().find_map(|months| {
            let parts = period.split(months).map(|part| context.find(trade.at(Some(part)), indicator));
            let values: Vec<&Fact> = parts.collect::<Option<_>>()?;
            (values.len() > 1).then_some(Self { values })
        })
    }

    fn read(&self, read: Reading) -> Option<Interval> {
        let nothing = Interval::exactly(Decimal::ZERO);
        self.values.iter().try_fold(nothing, |sum, value| sum.plus(read(value)?))
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        let values = self.values.iter().map(|value| Step::Value(value.figure()));
        let last = self.values.last().filter(|_| self.values.len() > 1);
        let sum = last.zip(self.read(&as_printed));
        values.chain(sum.map(|(last, sum)| Step::SumOfValues { like: last.figure(), sum }))
    }
}

impl<'c> Pair<'c> {
    fn values(&self) -> impl Iterator<Item = &'c Fact> {
        self.then.values.iter().chain(&self.now.values).copied()
    }
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for change in context.chosen() {
        let Indicator::Growth { base: Some(base), of } = change.indicator else { continue };
        let reporter = change.trade.reporter;
        let units: Vec<Unit> = match of {
            Some(GrowthOf::Unit(unit)) => vec![unit],
            // Values at constant prices are never printed with the unit of current ones.
            Some(GrowthOf::Volume) => continue,
            None => context.currencies(reporter).iter().chain(context.amounts(reporter)).copied().collect(),
        };
        let pairs: Vec<Pair> =
            units.into_iter().filter_map(|unit| pair(context, change, base, unit)).collect();
        let fitting = pairs.iter().position(|pair| agrees(pair, change, &as_printed) == Some(true));
        if let Some(at) = fitting {
            let fitting = pairs.get(at..=at).unwrap_or_default();
            report.holds(Rule::GrowthBetweenPeriods, figures(fitting, change), || {
                argue(context, change, base, fitting)
            });
        } else if let Some(Pair { now, .. }) = pairs.first() {
            let facts: Vec<&Fact> = pairs.iter().flat_map(Pair::values).chain([change]).collect();
            let any = |read: Reading| pairs.iter().any(|pair| agrees(pair, change, read) == Some(true));
            let tried = now.values.first().and_then(|value| value.unit()).filter(|_| of.is_none());
            let of_other = tried.map(|tried| Assumption::GrowthOfElse { growth: change.figure(), tried });
            let regrouped = composition::of_base(context, change.trade, Some(base));
            report.breaks(
                Rule::GrowthBetweenPeriods,
                figures(&pairs, change),
                of_other
                    .into_iter()
                    .chain(reread(&facts, any))
                    .chain(per_year(&pairs, change, base))
                    .chain(regrouped),
                || argue(context, change, base, &pairs),
            );
        }
    }
}

/// The assumption that a growth over several years is their average, if it is right then: two years of +5 % make +10.25 %.
fn per_year(pairs: &[Pair], change: &Fact, base: Period) -> Option<Assumption> {
    let years = change.trade.period?.years_after(base).filter(|years| (2..=MOST_YEARS).contains(years))?;
    let over_all = (1..years).try_fold(change.interval, |product, _| product.times(change.interval))?;
    let agrees = |pair: &Pair| pair.factor.common(over_all).is_some();
    pairs.iter().any(agrees).then_some(Assumption::PerYear { growth: change.figure() })
}

/// True if a growth is that between the two values, by either way to count it; `None` if it cannot be calculated.
fn agrees(pair: &Pair, change: &Fact, read: Reading) -> Option<bool> {
    let (then, now) = (pair.then.read(read)?, pair.now.read(read)?);
    let (factor, change) = (now.over(then)?, read(change)?);
    let two = Interval::exactly(Decimal::TWO);
    // (now − then) / |then| of a value below zero is 1 − now / then, and a growth is a factor less one.
    let is_mirrored = then.high() < Decimal::ZERO && two.minus(factor)?.common(change).is_some();
    Some(is_mirrored || factor.common(change).is_some())
}

fn figures(pairs: &[Pair], change: &Fact) -> impl Iterator<Item = Figure> {
    pairs.iter().flat_map(Pair::values).map(Fact::figure).chain([change.figure()])
}

fn pair<'c>(context: &'c Context, change: &Fact, base: Period, unit: Unit) -> Option<Pair<'c>> {
    let is_unit_value = matches!(unit, Unit::PerKilogram(_));
    let indicator = if is_unit_value { Indicator::UnitValue(unit) } else { Indicator::Value(unit) };
    let amount = |trade| PeriodValues::new(context, trade, indicator);
    let (now, then) = (amount(change.trade)?, amount(change.trade.at(Some(base)))?);
    let factor = now.read(&as_printed)?.over(then.read(&as_printed)?)?;
    Some(Pair { then, now, factor })
}

/// The claim that the growth fits the values in some unit, with the values in each of them.
fn argue(context: &Context, change: &Fact, base: Period, pairs: &[Pair]) -> Argument {
    let growth = change.figure();
    let claim = Claim::GrowthBetweenPeriods(GrowthBetweenPeriods {
        subject: context.subject(change.trade),
        base,
        growth,
    });
    let mut steps: Vec<Step> = Vec::new();
    for Pair { then, now, factor } in pairs.iter().take(MOST_PAIRS) {
        let implied = Step::ImpliedGrowth { growth, factor: *factor };
        steps.extend(then.steps().chain(now.steps()).chain([implied]));
    }
    let more = pairs.len().checked_sub(MOST_PAIRS).filter(|more| *more > 0);
    steps.extend(more.map(Step::MoreUnits));
    steps.push(Step::Printed(growth));
    (claim, steps)
}
