//! A printed number: an exact decimal that remembers how many decimals were printed.

use std::fmt;

use rust_decimal::Decimal;

/// The maximum number of decimals of a quantity: an exact 96-bit decimal holds 28, and the rounding of the last digit
/// needs one more.
pub const MAX_DECIMALS: u32 = 27;

/// The largest digits that still leave room for one more: 2^96 / 10.
const MAX_DIGITS: u128 = (1 << 96) / 10 - 1;

/// A number as it was printed.
///
/// The printed precision is part of the number: `50` and `50.0` are equal in value but not in what they say,
/// since the first stands for everything in 49.5 … 50.5 and the second for 49.95 … 50.05.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    value: Decimal,
}

impl Quantity {
    /// The number `value` as printed with `decimals` decimals.
    ///
    /// `None` if the value has more decimals than that, or more digits than can be held exactly together with half a
    /// unit of the last, which is how far the true number may be from the printed one. 27 digits always fit.
    #[must_use]
    pub fn new(value: Decimal, decimals: u32) -> Option<Self> {
        let mut printed = value;
        if printed.scale() > decimals {
            printed.normalize_assign();
        }
        if decimals > MAX_DECIMALS || printed.scale() > decimals {
            return None;
        }
        printed.rescale(decimals);
        let fits = printed.scale() == decimals && printed.mantissa().unsigned_abs() <= MAX_DIGITS;
        fits.then_some(Self { value: printed })
    }

    /// The exact value, its scale being the printed decimals.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.value
    }

    /// How many decimals were printed.
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.value.scale()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_part_of_the_number() {
        let fifty = Quantity::new(Decimal::from(50), 0).expect("0 decimals");
        let fifty_point_nought = Quantity::new(Decimal::from(50), 1).expect("1 decimal");
        assert_eq!(fifty.to_string(), "50");
        assert_eq!(fifty_point_nought.to_string(), "50.0");
        assert_eq!((fifty.decimals(), fifty_point_nought.decimals()), (0, 1));
    }

    #[test]
    fn more_decimals_than_printed_are_refused() {
        assert_eq!(Quantity::new(Decimal::new(2466, 1), 0), None);
        assert_eq!(Quantity::new(Decimal::MAX, 5), None, "there is no room for five decimals");
        assert_eq!(Quantity::new(Decimal::MAX, 0), None, "half a unit more or less has no room");
        assert_eq!(Quantity::new(Decimal::ONE, 28), None);
        assert!(Quantity::new(Decimal::new(25, 1), 27).is_some());
    }
}
