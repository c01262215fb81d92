//! Intervals: the values that a printed number stands for, and exact arithmetic with them.

mod outward;

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::dataset::Quantity;
use outward::Outward::{Down, Up};
use outward::{difference, product, quotient, sum, ten_to};

/// All values from `low` to `high`, both included.
///
/// Arithmetic is exact if 28 digits hold the result; otherwise the bounds move outward, so the interval always contains
/// the true result for any true operands. A quantity that appears twice in a formula would count its rounding twice, so
/// formulas are written with each quantity once: `1 / (total / exports − 1)`, not `exports / (total − exports)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    low: Decimal,
    high: Decimal,
}

impl Interval {
    /// The number one.
    pub const ONE: Self = Self { low: Decimal::ONE, high: Decimal::ONE };

    /// From `low` to `high`; `None` where `low` is above `high`.
    #[must_use]
    pub fn new(low: Decimal, high: Decimal) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// The one value `value`.
    #[must_use]
    pub fn exactly(value: Decimal) -> Self {
        Self { low: value, high: value }
    }

    /// Everything that rounds to `printed`: half a unit of its last decimal to either side.
    ///
    /// `None` if the bounds have more digits than an exact decimal holds.
    #[must_use]
    pub fn printed(printed: Quantity) -> Option<Self> {
        let half = Decimal::try_new(5, printed.decimals() + 1).ok()?;
        let (low, high) = (printed.value().checked_sub(half)?, printed.value().checked_add(half)?);
        (high.checked_sub(low)? == half + half).then_some(Self { low, high })
    }

    /// Everything that becomes `printed` when truncated, that is, rounded towards zero.
    ///
    /// `None` if the bounds have more digits than an exact decimal holds.
    #[must_use]
    pub fn cut(printed: Quantity) -> Option<Self> {
        let (value, unit) = (printed.value(), Decimal::try_new(1, printed.decimals()).ok()?);
        let low = if value <= Decimal::ZERO { value.checked_sub(unit)? } else { value };
        let high = if value >= Decimal::ZERO { value.checked_add(unit)? } else { value };
        let units = if value.is_zero() { unit.checked_add(unit)? } else { unit };
        (high.checked_sub(low)? == units).then_some(Self { low, high })
    }

    /// The same, extended upward without bound.
    #[must_use]
    pub fn and_above(self) -> Self {
        Self { high: outward::ABOVE_ALL, ..self }
    }

    /// The same, extended downward without bound.
    #[must_use]
    pub fn and_below(self) -> Self {
        Self { low: outward::BELOW_ALL, ..self }
    }

    /// The lower bound; `None` if there is none.
    #[must_use]
    pub fn bounded_low(self) -> Option<Decimal> {
        (!outward::is_below_all(self.low)).then_some(self.low)
    }

    /// The upper bound; `None` if there is none.
    #[must_use]
    pub fn bounded_high(self) -> Option<Decimal> {
        (!outward::is_above_all(self.high)).then_some(self.high)
    }

    /// The distance between the bounds; `None` if one is missing, or on overflow.
    #[must_use]
    pub fn width(self) -> Option<Decimal> {
        self.bounded_high()?.checked_sub(self.bounded_low()?)
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

    /// True if `value` lies in it.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// The intersection; `None` if it is empty.
    #[must_use]
    pub fn common(self, other: Self) -> Option<Self> {
        Self::new(self.low.max(other.low), self.high.min(other.high))
    }

    /// `Less` or `Greater` if it lies entirely below or above the other; `Equal` if they share a value.
    #[must_use]
    pub fn compared(self, other: Self) -> Ordering {
        if self.high < other.low {
            Ordering::Less
        } else if self.low > other.high {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    /// The sum; `None` on overflow.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: sum(self.low, other.low, Down)?, high: sum(self.high, other.high, Up)? })
    }

    /// The difference; `None` on overflow.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: difference(self.low, other.high, Down)?,
            high: difference(self.high, other.low, Up)?,
        })
    }

    /// The product; `None` on overflow.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if self.low >= Decimal::ZERO && other.low >= Decimal::ZERO {
            return Some(Self {
                low: product(self.low, other.low, Down)?,
                high: product(self.high, other.high, Up)?,
            });
        }
        self.of_corners(other, product)
    }

    /// The quotient; `None` if `divisor` may be zero, or on overflow.
    #[must_use]
    pub fn over(self, divisor: Self) -> Option<Self> {
        if divisor.contains(Decimal::ZERO) {
            return None;
        }
        if self.low >= Decimal::ZERO && divisor.low > Decimal::ZERO {
            let (low, high) =
                (quotient(self.low, divisor.high, Down)?, quotient(self.high, divisor.low, Up)?);
            return Some(Self { low, high });
        }
        self.of_corners(divisor, quotient)
    }

    /// Multiplied by ten to the `power`; `None` on overflow.
    #[must_use]
    pub fn shifted(self, power: i32) -> Option<Self> {
        if power == 0 { Some(self) } else { self.times(Self::exactly(ten_to(power)?)) }
    }

    /// The fewest decimals, at least `least`, with which its bounds are not misleading: rounded to the nearest, neither
    /// is off by more than an eighth of the width.
    #[must_use]
    pub fn decimals(self, least: u32) -> u32 {
        let Some(width) = self.high.checked_sub(self.low) else { return least };
        let is_near = |bound: Decimal, decimals| {
            let shown = bound.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            (shown - bound).abs() * Decimal::from(8) <= width
        };
        (least..28).find(|at| is_near(self.low, *at) && is_near(self.high, *at)).unwrap_or(least.max(28))
    }

    /// The least and the greatest result of an operation that is monotonic in each operand.
    fn of_corners(self, other: Self, operation: outward::Operation) -> Option<Self> {
        let corners =
            [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let (mut low, mut high) = (Decimal::MAX, Decimal::MIN);
        for (a, b) in corners {
            low = low.min(operation(a, b, Down)?);
            high = high.max(operation(a, b, Up)?);
        }
        Self::new(low, high)
    }
}
