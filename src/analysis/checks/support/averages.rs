//! Recognizes figures of periods that are no sums: averages of months, and rates as of a year.

use rust_decimal::Decimal;

use crate::analysis::Interval;
use crate::analysis::context::{Fact, Level};
use crate::dataset::Period;

/// The fewest working days of a month, and the most days.
const DAYS_OF_MONTH: [u32; 2] = [18, 31];

/// True if a period and its complete parts fit as averages or annual rates: the whole is the mean of its parts, as for
/// rates, or it is that of an average month, or the parts are.
pub fn may_be_averages(whole: Level, parts: &[Level]) -> bool {
    let is_bounded = |level: &Level| level.interval().width().is_some();
    parts.iter().chain([&whole]).all(is_bounded) && fit(whole, parts).unwrap_or(false)
}

/// True if a period is among at least two parts of one length, none of which is further from it than a tenth: it may be
/// their mean, although not all of them are known.
pub fn lies_among(whole: Level, parts: &[Level]) -> bool {
    let months = |level: &Level| level.trade().period.and_then(Period::length_in_months);
    let first = parts.first().and_then(months);
    let a_tenth = Interval::new(Decimal::new(9, 1), Decimal::new(11, 1));
    let near = a_tenth.and_then(|a_tenth| whole.interval().times(a_tenth));
    let is_near = |part: &Level| {
        near.is_some_and(|near| part.interval().low() >= near.low() && part.interval().high() <= near.high())
    };
    let is_above = |part: &Level| part.interval().low() > whole.interval().high();
    let is_below = |part: &Level| part.interval().high() < whole.interval().low();
    first.is_some()
        && parts.iter().all(|part| months(part) == first && is_near(part))
        && parts.iter().any(is_above)
        && parts.iter().any(is_below)
}

/// True if one of two values of a period may be the average of its months, quarters or days, and the other their sum.
pub fn may_be_average(one: &Fact, other: &Fact) -> bool {
    is_average_of(one, other) || is_average_of(other, one)
}

fn is_average_of(average: &Fact, sum: &Fact) -> bool {
    let factor = |from: u32, to: u32| Interval::new(from.into(), to.into());
    let months = sum.trade.period.and_then(Period::length_in_months).unwrap_or_default();
    let [fewest, most_days] = DAYS_OF_MONTH.map(|days| days.saturating_mul(months));
    let quarters = if months.is_multiple_of(3) { months / 3 } else { 0 };
    let factors = [factor(months, months), factor(quarters, quarters), factor(fewest, most_days)];
    let is_several = |factor: &Interval| factor.low() > Decimal::ONE;
    let fits = |factor: Interval| average.interval.times(factor)?.common(sum.interval);
    let is_bounded = [average, sum].iter().all(|value| value.interval.width().is_some());
    is_bounded
        && sum.unit().is_some()
        && factors.into_iter().flatten().filter(is_several).any(|factor| fits(factor).is_some())
}

fn fit(whole: Level, parts: &[Level]) -> Option<bool> {
    let over_months = |level: Level| {
        let months = level.trade().period?.length_in_months().filter(|months| *months > 0)?;
        level.interval().times(Interval::exactly(months.into()))
    };
    let zero = Interval::exactly(Decimal::ZERO);
    let sum = parts.iter().try_fold(zero, |sum, part| sum.plus(part.interval()))?;
    let by_month = parts.iter().try_fold(zero, |sum, part| sum.plus(over_months(*part)?))?;
    let all = over_months(whole)?;
    let fits = [(by_month, all), (by_month, whole.interval()), (sum, all)];
    Some(fits.iter().any(|(parts, whole)| parts.common(*whole).is_some()))
}
