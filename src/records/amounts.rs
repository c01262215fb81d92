//! Columns of printed numbers.

use std::collections::BTreeMap;

use super::codes::Codes;
use crate::formats::foreign::{PrintedNumber, RowAmount, ShortAmount};

/// One printed number, or none, for each row of a block.
#[derive(Debug)]
pub(super) struct Amounts {
    /// A code for each row, in `width` bytes: [`MISSING`], [`WIDE`], or digits. Seven bytes more follow, so that each can
    /// be read as eight.
    codes: Vec<u8>,
    width: usize,
    /// The bits of a code of that width.
    mask: u64,
    /// Exponents, 128 being 0.
    exponents: Codes,
    /// Digits that have no room above.
    wide: BTreeMap<usize, i128>,
}

/// There is no number.
const MISSING: u64 = 0;
/// The digits are in [`Amounts::wide`].
const WIDE: u64 = 1;
/// The code of no digits; others follow, those below zero in between.
const NOUGHT: u64 = 2;
/// Bytes behind the last code.
const PADDING: usize = 7;
/// In the column of exponents, the exponent 0.
const ZERO: i32 = 128;

impl Amounts {
    pub fn get(&self, row: usize) -> Option<PrintedNumber> {
        let start = row.checked_mul(self.width)?;
        let code = self.codes.get(start..)?.first_chunk::<8>()?;
        let digits = match u64::from_le_bytes(*code) & self.mask {
            MISSING => return None,
            WIDE => *self.wide.get(&row)?,
            code => {
                let size = i128::from((code - NOUGHT) >> 1);
                if (code - NOUGHT) & 1 == 1 { -size } else { size }
            }
        };
        let exponent = i32::try_from(self.exponents.get(row)).ok()? - ZERO;
        Some(PrintedNumber { digits, exponent: i8::try_from(exponent).ok()? })
    }
}

/// Numbers of a block that grows.
#[derive(Debug, Default)]
pub(super) struct GrowingAmounts {
    /// The number of rows before the first number: in many tables all, which then cost nothing.
    missing: usize,
    codes: Vec<u64>,
    exponents: Vec<u32>,
    wide: BTreeMap<usize, i128>,
}

impl GrowingAmounts {
    /// Adds a number, or none. What is wrong is none; the reader has reported it where it costs the row.
    #[inline]
    pub fn push(&mut self, number: Option<PrintedNumber>) {
        if self.codes.is_empty() {
            if number.is_none() {
                self.missing += 1;
                return;
            }
            self.codes.resize(self.missing, MISSING);
            self.exponents.resize(self.missing, ZERO.cast_unsigned());
        }
        let (code, exponent) = match number {
            None => (MISSING, 0),
            Some(PrintedNumber { digits, exponent }) => {
                let code = u64::try_from(digits.unsigned_abs()).ok().filter(|size| *size < 1 << 62);
                let code = code.map(|size| (size << 1 | u64::from(digits < 0)) + NOUGHT);
                if code.is_none() {
                    self.wide.insert(self.codes.len(), digits);
                }
                (code.unwrap_or(WIDE), exponent)
            }
        };
        self.codes.push(code);
        self.exponents.push(u32::try_from(i32::from(exponent) + ZERO).unwrap_or_default());
    }

    /// Adds rows without a number.
    pub fn extend_missing(&mut self, rows: usize) {
        if self.codes.is_empty() {
            self.missing += rows;
        } else {
            self.codes.resize(self.codes.len() + rows, MISSING);
            self.exponents.resize(self.exponents.len() + rows, ZERO.cast_unsigned());
        }
    }

    pub fn extend(&mut self, numbers: &[ShortAmount]) {
        let is_short = |number: &ShortAmount| number.digits.unsigned_abs() < 1 << 62;
        if !numbers.iter().all(is_short) {
            return numbers.iter().for_each(|number| self.push(number.number()));
        }
        if self.codes.is_empty() {
            if numbers.iter().all(|number| number.is_missing()) {
                self.missing += numbers.len();
                return;
            }
            self.codes.resize(self.missing, MISSING);
            self.exponents.resize(self.missing, ZERO.cast_unsigned());
        }
        self.codes.extend(numbers.iter().map(|number| {
            let code = (number.digits.unsigned_abs() << 1 | u64::from(number.digits < 0)) + NOUGHT;
            if number.is_missing() { MISSING } else { code }
        }));
        self.exponents.extend(numbers.iter().map(|number| {
            let exponent = if number.is_missing() { 0 } else { i32::from(number.exponent) };
            (exponent + ZERO).cast_unsigned()
        }));
    }

    /// The block as it is; nothing is left here. `None` if no row has a number.
    pub fn finish(&mut self) -> Option<Amounts> {
        self.missing = 0;
        let most = self.codes.iter().copied().max().unwrap_or_default();
        let width = usize::try_from(most.checked_ilog2().map_or(1, |log| log / 8 + 1)).unwrap_or(8);
        let mask = u64::MAX >> (64 - 8 * width.clamp(1, 8));
        let mut codes = vec![0; if most == MISSING { 0 } else { self.codes.len() * width + PADDING }];
        if most != MISSING {
            for (at, code) in self.codes.iter().enumerate() {
                // The bytes beyond its width are 0; the next code stands there.
                if let Some(place) = codes.get_mut(at * width..).and_then(<[u8]>::first_chunk_mut) {
                    *place = code.to_le_bytes();
                }
            }
        }
        let exponents = Codes::pack(&self.exponents);
        self.codes.clear();
        self.exponents.clear();
        let wide = std::mem::take(&mut self.wide);
        (most != MISSING).then_some(Amounts { codes, width, mask, exponents, wide })
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
            PrintedNumber { digits: -7, exponent: 2 },
            PrintedNumber { digits: 0, exponent: 0 },
            PrintedNumber { digits: -999_999_999_999_999_999_999_999_999_999, exponent: 9 },
        ];
        let mut growing = GrowingAmounts::default();
        growing.push(None);
        for number in numbers {
            growing.push(Some(number));
        }
        let amounts = growing.finish().expect("numbers");
        assert_eq!(amounts.get(0), None);
        assert_eq!(numbers.map(Some).to_vec(), (1..=5).map(|row| amounts.get(row)).collect::<Vec<_>>());
        growing.push(None);
        assert!(growing.finish().is_none());
        growing.push(Some(numbers[0]));
        let amounts = growing.finish().expect("a number");
        assert_eq!(
            [amounts.get(0), amounts.get(1)],
            [Some(numbers[0]), None],
            "nothing is left of the block before"
        );
    }
}
