//! Recognizes figures of periods that are no sums: averages of months, and rates as of a year.

use rust_decimal::Decimal;

use crate::analysis::Interval;
use crate::analysis::context::Level;

/// True if a period and its complete parts fit as averages or annual rates: the whole is the mean of its parts, as for
/// rates, or it is that of an average month, or the parts are.
pub fn may_be_averages(whole: Level, parts: &[Level]) -> bool {
    let is_bounded = |level: &Level| level.interval().width().is_some();
    parts.iter().chain([&whole]).all(is_bounded) && fit(whole, parts).unwrap_or(false)
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
