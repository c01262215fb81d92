//! Exact numbers, and how an office prints them.

use crate::random::Random;

/// How a source shortens its numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    HalfUp,
    HalfEven,
    Cut,
}

/// An exact number: a numerator and a denominator above zero.
#[derive(Clone, Copy)]
pub struct Number(pub i128, pub i128);

impl Number {
    pub fn times(self, factor: i128) -> Self {
        Self(self.0 * factor, self.1)
    }

    /// `a / b`; `None` where b is zero.
    pub fn ratio(a: i128, b: i128) -> Option<Self> {
        (b != 0).then_some(Self(a * b.signum(), b.abs()))
    }

    pub fn minus(self, other: Self) -> Self {
        Self(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }

    /// The number in units of the last of so many decimals.
    pub fn rounded(self, decimals: u32, rounding: Rounding) -> i128 {
        let (scaled, unit) = (self.0 * 10_i128.pow(decimals), self.1);
        let (whole, rest) = (scaled.abs() / unit, scaled.abs() % unit);
        let is_more = match rounding {
            Rounding::Cut => false,
            Rounding::HalfUp => 2 * rest >= unit,
            Rounding::HalfEven => 2 * rest > unit || (2 * rest == unit && whole % 2 == 1),
        };
        (whole + i128::from(is_more)) * scaled.signum()
    }

    /// The greatest number of units that is not above it, and the least that is not below it.
    pub fn around(self, decimals: u32) -> (i128, i128) {
        let scaled = self.0 * 10_i128.pow(decimals);
        let floor = scaled.div_euclid(self.1);
        (floor, floor + i128::from(scaled.rem_euclid(self.1) != 0))
    }
}

/// Units of the last decimal, written out.
pub fn written(units: i128, decimals: u32) -> String {
    let (sign, unit) = (if units < 0 { "-" } else { "" }, 10_i128.pow(decimals));
    let (whole, rest) = (units.abs() / unit, units.abs() % unit);
    let width = decimals as usize;
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0>width$}") }
}

/// The relation of a printed number to the true one beyond rounding, as the column `bound`, and the number to print.
pub fn bounded(number: Number, decimals: u32, random: &mut Random) -> (&'static str, i128) {
    let (below, above) = number.around(decimals);
    let far = random.between(0, 12);
    match random.index(3) {
        0 => ("at_least", below - far),
        1 => ("at_most", above + far),
        _ => ("about", below + random.between(-9, 9)),
    }
}
