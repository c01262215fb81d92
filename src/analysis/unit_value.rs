//! Money for each kilogram, or for one of any other physical unit.

use rust_decimal::Decimal;

use super::Interval;
use super::formula::to_digits_that_hold;
use crate::dataset::{Amount, MAX_DECIMALS, Unit};
use crate::records::{AnswerCell, Sum};

/// Money divided by a physical amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnitValue {
    /// The result from the numbers as they are, to the digits that hold.
    pub point: Decimal,
    /// How many of its decimals hold.
    pub decimals: u32,
    /// Everything that it may be.
    pub interval: Interval,
}

impl UnitValue {
    /// The unit value of a cell, for one of the unit of weights; `units` are those of money and of weights, each with its
    /// power of ten. `None` if some row lacks one of both, and where the weight may be nothing.
    pub(crate) fn new(cell: &AnswerCell, units: [Option<(Unit, i8)>; 2]) -> Option<Self> {
        let (money, weight) = cell.divided()?;
        let [Some((_, power)), Some((_, weight_power))] = units else { return None };
        Self::divided(number(money, power)?, number(weight, weight_power)?)
    }

    /// The same for each kilogram.
    pub(crate) fn per_kilogram(cell: &AnswerCell, units: [Option<(Unit, i8)>; 2]) -> Option<Self> {
        let [money, weight] = units;
        let kilograms = match weight? {
            (Unit::Amount(Amount::Kilogram), power) => power,
            (Unit::Amount(Amount::Tonne), power) => power.checked_add(3)?,
            _ => return None,
        };
        Self::new(cell, [money, Some((Unit::Amount(Amount::Kilogram), kilograms))])
    }

    /// The quotient of two numbers, each with everything that it may be.
    fn divided(money: (Decimal, Interval), amount: (Decimal, Interval)) -> Option<Self> {
        let interval = money.1.over(amount.1)?;
        let point = Interval::exactly(money.0).over(Interval::exactly(amount.0))?.low();
        let (point, decimals) = to_digits_that_hold(point, interval, MAX_DECIMALS)?;
        Some(Self { point, decimals, interval })
    }
}

/// A sum in plain units, and everything that it may be.
fn number(sum: &Sum, power: i8) -> Option<(Decimal, Interval)> {
    let number = sum.number()?;
    let decimal = |digits: i128| Decimal::try_from_i128_with_scale(digits, 0).ok();
    let (tenths, off) = (number.digits.checked_mul(10)?, sum.halves().checked_mul(5)?);
    let power = i32::from(number.exponent) + i32::from(power);
    let interval = Interval::new(decimal(tenths.checked_sub(off)?)?, decimal(tenths.checked_add(off)?)?)?;
    let point = Interval::exactly(decimal(number.digits)?).shifted(power)?.low();
    Some((point, interval.shifted(power - 1)?))
}
