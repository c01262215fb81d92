//! Money for each kilogram, or for one of any other physical unit.

use rust_decimal::Decimal;

use super::Interval;
use super::derived::to_digits_that_hold;
use crate::dataset::MAX_DECIMALS;

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
    /// The quotient of two numbers, each with everything that it may be; `None` where the amount may be nothing.
    pub(crate) fn new(money: (Decimal, Interval), amount: (Decimal, Interval)) -> Option<Self> {
        let interval = money.1.over(amount.1)?;
        let point = Interval::exactly(money.0).over(Interval::exactly(amount.0))?.low();
        let (point, decimals) = to_digits_that_hold(point, interval, MAX_DECIMALS)?;
        Some(Self { point, decimals, interval })
    }
}
