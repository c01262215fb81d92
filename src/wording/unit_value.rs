//! Money for each kilogram of the rows of a table, in words.

use rust_decimal::Decimal;

use super::number::{between, fixed, grouped};
use super::tally::rows;
use crate::analysis::{Interval, UnitValue};
use crate::dataset::Unit;
use crate::records::Sum;

/// A sum, and the unit with the power of ten that its rows are in.
type Measured = (Sum, (Unit, i8));

/// `6.13 USD per kg (6.12 to 6.14), derived: value / weight of 214 rows`; why it is not known where rows lack one of both;
/// `None` where no row has a weight.
pub(crate) fn unit_value(money: Measured, weight: Measured) -> Option<String> {
    let (values, weights) = (money.0, weight.0);
    weights.number()?;
    let missing = weights.missing.max(values.missing);
    if missing > 0 || weights.rows != values.rows {
        let all = rows(values.rows.max(weights.rows).into());
        return Some(format!("not known: {missing} of {all} lack the value or the weight"));
    }
    let UnitValue { point, decimals, interval } = UnitValue::new(number(money)?, number(weight)?)?;
    let bounds = interval.decimals(decimals);
    let range = between(interval, |bound| grouped(fixed(bound, bounds)));
    let [currency, unit] = [money, weight].map(|(_, (unit, _))| unit.to_string());
    let point = grouped(fixed(point, decimals));
    let estimated = match weights.estimated {
        0 => String::new(),
        some => format!("; the weight of {} is estimated", rows(some.into())),
    };
    let all = rows(values.rows.into());
    Some(format!("{point} {currency} per {unit} ({range}), derived: value / weight of {all}{estimated}"))
}

/// A sum in its unit, and everything that it may be.
fn number((sum, (_, power)): Measured) -> Option<(Decimal, Interval)> {
    let number = sum.number()?;
    let decimal = |digits: i128| Decimal::try_from_i128_with_scale(digits, 0).ok();
    let (tenths, off) = (number.digits.checked_mul(10)?, sum.halves().checked_mul(5)?);
    let power = i32::from(number.exponent) + i32::from(power);
    let interval = Interval::new(decimal(tenths.checked_sub(off)?)?, decimal(tenths.checked_add(off)?)?)?;
    let point = Interval::exactly(decimal(number.digits)?).shifted(power)?.low();
    Some((point, interval.shifted(power - 1)?))
}
