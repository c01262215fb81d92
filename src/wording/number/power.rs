//! Powers of ten without a name: a number printed in 亿 (10^8) or 万 (10^4) is shown in bn, mn or thousand.

use rust_decimal::Decimal;

use super::digits::fixed;
use crate::analysis::Interval;
use crate::dataset::{Quantity, Unit};

/// The power of ten in which a number is shown, and its distance from the printed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// The power that is shown.
    pub multiplier: i8,
    /// How far it is above the printed one.
    up: i8,
}

impl Power {
    /// Chooses the next larger power with a name or, if the number would be below one in it, the next smaller one. No
    /// digit is lost and none is added: 35 × 10^4 is 0.35 mn and not 350 thousand.
    pub fn new(value: Decimal, decimals: u32, multiplier: i8) -> Self {
        let same = Self { multiplier, up: 0 };
        let below = multiplier.rem_euclid(3);
        if below == 0 || !(0..12).contains(&multiplier) {
            return same;
        }
        let larger = Self { multiplier: multiplier + 3 - below, up: 3 - below };
        let smaller = Self { multiplier: multiplier - below, up: -below };
        let is_small = larger.value(value, decimals).abs() < Decimal::ONE;
        if is_small && decimals >= u32::from(below.unsigned_abs()) { smaller } else { larger }
    }

    /// Chooses the power for a printed number.
    pub fn from_printed(value: Quantity, multiplier: i8) -> Self {
        Self::new(value.value(), value.decimals(), multiplier)
    }

    /// The same for a number that is written in another unit, of which the printed one is a thousandth or a thousandfold.
    pub fn in_unit(self, printed: Option<Unit>, shown: Unit) -> Self {
        let power = printed.and_then(|printed| printed.power_in(shown)).unwrap_or(0);
        let multiplier = self.multiplier.saturating_add(power);
        // Powers of ten below one have no name; the number has more decimals instead.
        let up = if multiplier < self.multiplier.min(0) { 0_i8.saturating_sub(multiplier) } else { 0 };
        Self { multiplier: multiplier.saturating_add(up), up: self.up.saturating_add(up) }
    }

    /// A number in this power, with the same digits.
    pub fn value(self, value: Decimal, decimals: u32) -> Decimal {
        if self.up == 0 {
            return fixed(value, decimals);
        }
        let shifted = Interval::exactly(value).shifted(-i32::from(self.up));
        fixed(shifted.map_or(value, Interval::low), self.decimals(decimals))
    }

    /// An interval in this power.
    pub fn interval(self, interval: Interval) -> Interval {
        interval.shifted(-i32::from(self.up)).unwrap_or(interval)
    }

    /// How many decimals keep the digits of a number with this many.
    pub fn decimals(self, decimals: u32) -> u32 {
        decimals.saturating_add_signed(i32::from(self.up))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::grouped;

    #[test]
    fn no_digit_is_lost_and_none_is_added() {
        for (printed, multiplier, shown) in [
            ("17483.7", 8, "1,748.37 × 9"),
            ("0.35", 8, "35 × 6"),
            ("2", 8, "0.2 × 9"),
            ("12.5", 4, "125 × 3"),
            ("35", 4, "0.35 × 6"),
            ("1234", 4, "12.34 × 6"),
            ("-4.20", 8, "−420 × 6"),
            ("246.57", 9, "246.57 × 9"),
            ("1.5", -1, "1.5 × -1"),
            ("1.5", 13, "1.5 × 13"),
        ] {
            let value: Decimal = printed.parse().expect("a number");
            let power = Power::new(value, value.scale(), multiplier);
            let number = grouped(power.value(value, value.scale()));
            assert_eq!(format!("{number} × {}", power.multiplier), shown, "{printed} × 10^{multiplier}");
        }
    }
}
