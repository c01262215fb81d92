//! Everything that a printed number may stand for.

use rust_decimal::Decimal;

use crate::dataset::Quantity;

/// All values from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    low: Decimal,
    high: Decimal,
}

impl Interval {
    /// From `low` to `high`; `None` where `low` is above `high`.
    #[must_use]
    pub fn new(low: Decimal, high: Decimal) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// Everything that rounds to `printed`: half a unit of its last decimal to either side.
    ///
    /// `None` where the bounds have more digits than an exact decimal holds.
    #[must_use]
    pub fn printed(printed: Quantity) -> Option<Self> {
        let half = Decimal::try_new(5, printed.decimals() + 1).ok()?;
        let (low, high) = (printed.value().checked_sub(half)?, printed.value().checked_add(half)?);
        (high.checked_sub(low)? == half + half).then_some(Self { low, high })
    }

    /// The least value.
    #[must_use]
    pub fn low(self) -> Decimal {
        self.low
    }

    /// The greatest value.
    #[must_use]
    pub fn high(self) -> Decimal {
        self.high
    }
}
