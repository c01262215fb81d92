//! Other roundings: the interval of a number whose source did not round it to its last digit.

use rust_decimal::Decimal;

use super::{Fact, Indicator};
use crate::analysis::Interval;

/// The maximum number of zeros at the end of a number that may be no digits.
const MOST_ZEROS: i32 = 12;

impl Fact {
    /// Everything it stands for if the source may have truncated it, by up to one unit of the last digit; the interval
    /// itself if the source says how it shortens numbers.
    pub fn if_truncated(&self) -> Option<Interval> {
        if self.rounding.is_some() {
            return Some(self.interval);
        }
        let (unit, zero) = (self.last_digit()?, self.zero());
        self.widened(
            if self.point <= zero { unit } else { Decimal::ZERO },
            if self.point >= zero { unit } else { Decimal::ZERO },
        )
    }

    /// Everything it stands for if it may have been rounded up, or in whichever direction makes parts add up to their
    /// whole: 34 for 33.3 next to 33 and 33. The interval itself if the source says how it shortens numbers.
    pub fn if_rounded_otherwise(&self) -> Option<Interval> {
        if self.rounding.is_some() {
            return Some(self.interval);
        }
        let unit = self.last_digit()?;
        self.widened(unit, unit)
    }

    /// Everything it stands for if zeros at the end of a whole number are no digits: 1,500 for 1,450 to 1,550.
    /// `None` for a number below 1,000 or with fewer than two zeros.
    pub fn if_rounded_to_zeros(&self) -> Option<Interval> {
        let power = match self.indicator {
            Indicator::Growth { .. } if self.is_multiple => return None,
            Indicator::Growth { .. }
            | Indicator::Value(_)
            | Indicator::Change { .. }
            | Indicator::Record { .. } => self.power(),
            Indicator::Share { .. }
            | Indicator::ShareOfChange { .. }
            | Indicator::ShareChange { .. }
            | Indicator::Index { .. }
            | Indicator::Rank(_)
            | Indicator::Count
            | Indicator::UnitValue(_) => return None,
        };
        if self.rounding.is_some() || self.decimals > 0 {
            return None;
        }
        let number = Interval::exactly(self.size()?).shifted(-power)?;
        let zeros = (2..=MOST_ZEROS).rev().find(|zeros| {
            let digits = number.shifted(-zeros).map(Interval::low);
            // A single digit is enough for thousands: 8,000.
            let least = if *zeros == 3 { Decimal::ONE } else { Decimal::TEN };
            digits.is_some_and(|digits| digits >= least && digits.fract().is_zero())
        })?;
        let half = Interval::exactly(Decimal::from(5)).shifted(zeros - 1 + power)?.low();
        Interval::new(self.point.checked_sub(half)?, self.point.checked_add(half)?)
    }

    /// The distance of the number from zero, in plain units.
    pub fn size(&self) -> Option<Decimal> {
        Some(self.point.checked_sub(self.zero())?.abs())
    }

    /// The interval, and up to `below` and `above` the number itself.
    fn widened(&self, below: Decimal, above: Decimal) -> Option<Interval> {
        let (low, high) = (self.point.checked_sub(below)?, self.point.checked_add(above)?);
        Interval::new(self.interval.low().min(low), self.interval.high().max(high))
    }

    /// One unit of the last digit, in plain units.
    fn last_digit(&self) -> Option<Decimal> {
        let unit = Interval::exactly(Decimal::ONE).shifted(self.power() - i32::from(self.decimals))?;
        Some(unit.low())
    }

    /// The number in plain units that is printed as zero: growth is a factor, so that of 0 % is 1.
    fn zero(&self) -> Decimal {
        let is_factor = matches!(self.indicator, Indicator::Growth { .. }) && !self.is_multiple;
        if is_factor { Decimal::ONE } else { Decimal::ZERO }
    }

    /// The power of ten that leads from the printed number to plain units.
    fn power(&self) -> i32 {
        match self.indicator {
            Indicator::Growth { .. } if self.is_multiple => 0,
            Indicator::Growth { .. }
            | Indicator::Share { .. }
            | Indicator::ShareOfChange { .. }
            | Indicator::ShareChange { .. }
            | Indicator::Index { .. } => -2,
            Indicator::Value(_)
            | Indicator::Change { .. }
            | Indicator::Rank(_)
            | Indicator::Count
            | Indicator::UnitValue(_)
            | Indicator::Record { .. } => i32::from(self.multiplier),
        }
    }
}
