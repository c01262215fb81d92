//! Columns of printed numbers.

use std::collections::BTreeMap;

use super::codes::Codes;
use crate::formats::foreign::{NumberCell, PrintedNumber};

/// One printed number, or none, for each row of a block.
#[derive(Debug)]
pub(super) struct Amounts {
    digits: Vec<i64>,
    /// Exponents, 128 being 0.
    exponents: Codes,
    /// Digits that have no room above.
    wide: BTreeMap<usize, i128>,
}

/// In place of digits: there is no number.
const MISSING: i64 = i64::MIN;
/// In place of digits: they are in [`Amounts::wide`].
const WIDE: i64 = i64::MIN + 1;
/// In the column of exponents, the exponent 0.
const ZERO: i32 = 128;

impl Amounts {
    pub fn get(&self, row: usize) -> Option<PrintedNumber> {
        let digits = match *self.digits.get(row)? {
            MISSING => return None,
            WIDE => *self.wide.get(&row)?,
            digits => digits.into(),
        };
        let exponent = i32::try_from(self.exponents.get(row)).ok()? - ZERO;
        Some(PrintedNumber { digits, exponent: i8::try_from(exponent).ok()? })
    }
}

/// Numbers of a block that grows.
#[derive(Debug, Default)]
pub(super) struct GrowingAmounts {
    digits: Vec<i64>,
    exponents: Vec<u32>,
    wide: BTreeMap<usize, i128>,
}

impl GrowingAmounts {
    /// Adds a cell. What is wrong counts as missing; the reader has reported it where it costs the row.
    pub fn push(&mut self, cell: NumberCell) {
        let (digits, exponent) = match cell {
            NumberCell::Missing | NumberCell::Wrong => (MISSING, 0),
            NumberCell::Number(PrintedNumber { digits, exponent }) => match i64::try_from(digits) {
                Ok(narrow) if narrow > WIDE => (narrow, exponent),
                Ok(_) | Err(_) => {
                    self.wide.insert(self.digits.len(), digits);
                    (WIDE, exponent)
                }
            },
        };
        self.digits.push(digits);
        self.exponents.push(u32::try_from(i32::from(exponent) + ZERO).unwrap_or_default());
    }

    /// The block as it is; nothing is left here. `None` if no row has a number.
    pub fn finish(&mut self) -> Option<Amounts> {
        let has_number = self.digits.iter().any(|digits| *digits != MISSING);
        let exponents = Codes::pack(&self.exponents);
        self.exponents.clear();
        let wide = std::mem::take(&mut self.wide);
        let digits = self.digits.as_slice().to_vec();
        self.digits.clear();
        has_number.then_some(Amounts { digits, exponents, wide })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length_come_back() {
        let numbers = [
            PrintedNumber { digits: 582_756, exponent: -3 },
            PrintedNumber { digits: i128::from(i64::MIN), exponent: 0 },
            PrintedNumber { digits: -999_999_999_999_999_999_999_999_999_999, exponent: 9 },
        ];
        let mut growing = GrowingAmounts::default();
        growing.push(NumberCell::Missing);
        numbers.iter().for_each(|number| growing.push(NumberCell::Number(*number)));
        let amounts = growing.finish().expect("numbers");
        assert_eq!(amounts.get(0), None);
        assert_eq!(numbers.map(Some).to_vec(), (1..=3).map(|row| amounts.get(row)).collect::<Vec<_>>());
        growing.push(NumberCell::Wrong);
        assert!(growing.finish().is_none());
    }
}
