//! A number with all that it may be, and what two of them give.

use rust_decimal::Decimal;

use crate::analysis::Interval;

/// A number in plain units: the point as it follows from the numbers as printed, and all that it may be.
#[derive(Debug, Clone, Copy)]
pub struct Estimate {
    pub point: Decimal,
    pub interval: Interval,
}

impl Estimate {
    pub const ONE: Self = Self { point: Decimal::ONE, interval: Interval::ONE };

    pub fn over(self, divisor: Self) -> Option<Self> {
        let point = self.point.checked_div(divisor.point)?;
        Some(Self { point, interval: self.interval.over(divisor.interval)? })
    }

    pub fn times(self, other: Self) -> Option<Self> {
        let point = self.point.checked_mul(other.point)?;
        Some(Self { point, interval: self.interval.times(other.interval)? })
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        let point = self.point.checked_sub(other.point)?;
        Some(Self { point, interval: self.interval.minus(other.interval)? })
    }
}
