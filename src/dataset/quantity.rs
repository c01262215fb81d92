//! A printed number: an exact decimal that remembers how many decimals were printed.

use std::fmt;

use rust_decimal::Decimal;

/// The most decimals a quantity may be printed with; what an exact 96-bit decimal holds.
pub const MAX_DECIMALS: u32 = 28;

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
    /// `None` where that is not possible: the value has more decimals than `decimals`, or there are more digits
    /// than an exact decimal holds (28).
    #[must_use]
    pub fn new(value: Decimal, decimals: u32) -> Option<Self> {
        if decimals > MAX_DECIMALS || value.normalize().scale() > decimals {
            return None;
        }
        let mut printed = value.normalize();
        printed.rescale(decimals);
        (printed.scale() == decimals).then_some(Self { value: printed })
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
        assert_eq!(Quantity::new(Decimal::ONE, 29), None);
    }
}
