//! A share or a growth that was calculated.

use rust_decimal::Decimal;

use crate::analysis::Interval;

/// A number in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent {
    /// The result calculated from the numbers as printed, rounded to the digits that hold.
    pub point: Decimal,
    /// How many of its decimals hold.
    pub decimals: u32,
    /// Everything it may be.
    pub interval: Interval,
}
