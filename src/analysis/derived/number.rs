//! A derived figure with its number.

use rust_decimal::Decimal;

use crate::analysis::{Figure, Formula, Interval};
use crate::dataset::{Currency, Subject, Unit};

/// The unit of a derived number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DerivedUnit {
    /// A unit that published figures also use.
    Unit(Unit),
    /// Percentage points.
    Points,
    /// The price of one unit of the second currency in the first.
    Rate(Currency, Currency),
}

impl DerivedUnit {
    /// As [`Unit::code`]; a rate is `CNY_PER_USD`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Unit(unit) => unit.code().to_owned(),
            Self::Points => "POINTS".to_owned(),
            Self::Rate(one, other) => format!("{}_PER_{}", one.code(), other.code()),
        }
    }
}

/// A figure that follows from others.
#[derive(Debug, Clone)]
pub struct Derived {
    /// The formula that gives it.
    pub formula: Formula,
    /// The figures that it is calculated from, in the order of the formula.
    pub inputs: [Figure; 2],
    /// The trade.
    pub subject: Subject,
    /// The unit, without its power of ten.
    pub unit: DerivedUnit,
    /// Power of ten of the unit.
    pub multiplier: i8,
    /// The value calculated from the numbers as printed, rounded to the digits that hold.
    pub point: Decimal,
    /// How many decimals of the point hold.
    pub decimals: u32,
    /// True if the point is not what the formula gives to the last digit.
    pub is_rounded: bool,
    /// The interval calculated from those of the inputs, in the same power of ten.
    pub interval: Interval,
    /// How many decimals of the interval's bounds are worth showing.
    pub interval_decimals: u32,
}
