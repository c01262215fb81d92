//! The fewest digits of a binary fraction.
//!
//! A binary fraction has no digits of its own: it stands for the shortest decimal number that is read back as the same
//! fraction, as programs print it. For amounts of money that number has few decimals, and whole numbers find it.

use crate::formats::foreign::{PrintedNumber, ShortAmount};

/// The most decimals that are tried.
const MOST_DECIMALS: u32 = 4;

/// A binary fraction: `mantissa` · 2^`power`.
#[derive(Debug, Clone, Copy)]
pub(super) struct BinaryFraction {
    is_negative: bool,
    mantissa: u64,
    power: i32,
    /// True for the smallest mantissa, whose neighbour below is only half as far away as that above.
    is_smallest: bool,
}

impl BinaryFraction {
    /// From the bits of a number of 64; `None` where it is infinite, no number, or smaller than all that have a full mantissa.
    pub fn from_double(bits: u64) -> Option<Self> {
        Self::new(
            bits >> 63 == 1,
            bits & ((1 << 52) - 1),
            i32::try_from(bits >> 52 & 0x7ff).ok()?,
            (52, 0x7ff),
        )
    }

    /// From the bits of a number of 32.
    pub fn from_single(bits: u32) -> Option<Self> {
        let mantissa = u64::from(bits & ((1 << 23) - 1));
        Self::new(bits >> 31 == 1, mantissa, i32::try_from(bits >> 23 & 0xff).ok()?, (23, 0xff))
    }

    fn new(is_negative: bool, mantissa: u64, power: i32, (bits, most): (u32, i32)) -> Option<Self> {
        if mantissa == 0 && power == 0 {
            return Some(Self { is_negative, mantissa: 0, power: 0, is_smallest: false });
        }
        let offset = most / 2 + i32::try_from(bits).ok()?;
        (power > 0 && power < most).then_some(Self {
            is_negative,
            mantissa: mantissa | 1 << bits,
            power: power - offset,
            is_smallest: mantissa == 0,
        })
    }
}

/// The amount of money with these bits, if it has two decimals at most, as nearly all have.
#[inline]
pub(super) fn money(bits: u64) -> Option<ShortAmount> {
    let fraction = BinaryFraction::from_double(bits)?;
    let (digits, decimals) = usual(&fraction)?;
    let digits = i64::try_from(digits).ok()?;
    let exponent = -i8::try_from(decimals).ok()?;
    Some(ShortAmount { digits: if fraction.is_negative { -digits } else { digits }, exponent })
}

/// The shortest decimal number that is read back as the fraction; `None` if it has more decimals than are tried, or is too
/// large to have any.
pub(super) fn shortest(fraction: Option<BinaryFraction>) -> Option<PrintedNumber> {
    let BinaryFraction { is_negative, mantissa, power, is_smallest } = fraction?;
    let signed = |digits: u64| if is_negative { -i128::from(digits) } else { i128::from(digits) };
    if let Some((digits, decimals)) = usual(&fraction?) {
        return Some(PrintedNumber { digits: signed(digits), exponent: -i8::try_from(decimals).ok()? });
    }
    for decimals in 0..=MOST_DECIMALS {
        // With so many decimals it is `scaled` / 2^`shift`: each ten is a five and a step to the left.
        let five = 5u64.pow(decimals);
        let scaled = mantissa.checked_mul(five)?;
        let shift = -(power + i32::try_from(decimals).ok()?);
        let (digits, rest) = match u32::try_from(shift) {
            Ok(shift @ 0..=62) => {
                let half = 1 << shift >> 1;
                let digits = scaled.checked_add(half)? >> shift;
                (digits, scaled.abs_diff(digits << shift))
            }
            // Too small for these decimals.
            Ok(_) => continue,
            // Larger than all numbers that may have decimals.
            Err(_) if decimals == 0 => return None,
            Err(_) => (scaled.checked_shl(shift.unsigned_abs())?, 0),
        };
        // It is read back as the same if it is less than half a step of the mantissa away.
        let is_same = rest.checked_mul(2)? < five;
        let is_surely_same = rest.checked_mul(4)? < five;
        if is_same && (is_surely_same || !is_smallest) {
            let exponent = -i8::try_from(decimals).ok()?;
            return Some(PrintedNumber { digits: signed(digits), exponent });
        }
        if is_same {
            return None;
        }
    }
    None
}

/// The same for an amount of money with its number of decimals, which is two at most: `None` for any other fraction.
#[inline]
fn usual(fraction: &BinaryFraction) -> Option<(u64, u32)> {
    const FIVES: u64 = 25;
    let BinaryFraction { mantissa, power, is_smallest, .. } = *fraction;
    let shift = u32::try_from(-(power + 2)).ok().filter(|shift| (6..=62).contains(shift) && !is_smallest)?;
    let scaled = mantissa.checked_mul(FIVES)?;
    let digits = scaled.checked_add(1 << shift >> 1)? >> shift;
    // Steps of the mantissa are 25 wide and hundredths 64 or more: no other number of hundredths is read back as the same.
    // So one with fewer decimals can only be this one without the zeros at its end.
    let is_same = scaled.abs_diff(digits << shift) * 2 < FIVES;
    match (is_same, digits % 100, digits % 10) {
        (false, ..) => None,
        (true, 0, _) => Some((digits / 100, 0)),
        (true, _, 0) => Some((digits / 10, 1)),
        (true, ..) => Some((digits, 2)),
    }
}

#[cfg(test)]
mod tests {
    use ::parquet::data_type::{DataType, DoubleType, FloatType};

    use super::*;
    use crate::formats::foreign::NumberCell;
    use crate::formats::foreign::number::PLAIN;

    type Double = <DoubleType as DataType>::T;
    type Single = <FloatType as DataType>::T;

    /// True if a number is found; then it is the one that programs print.
    #[track_caller]
    fn agrees(found: Option<PrintedNumber>, text: &str) -> bool {
        if let Some(number) = found {
            assert_eq!(NumberCell::Number(number), PLAIN.read(text.as_bytes()), "{text}");
        }
        found.is_some()
    }

    #[test]
    fn the_digits_are_those_that_programs_print() {
        for text in [
            "0", "-0", "1", "0.5", "2", "0.1", "1250000", "98765.43", "-0.25", "1e22", "NaN", "inf", "1e-300",
        ] {
            let value: Double = text.parse().expect("a number");
            agrees(shortest(BinaryFraction::from_double(value.to_bits())), &value.to_string());
            let value: Single = text.parse().expect("a number");
            agrees(shortest(BinaryFraction::from_single(value.to_bits())), &value.to_string());
        }
    }

    #[test]
    fn they_are_so_for_amounts_of_any_size() {
        let mut state = 7u64;
        for round in 0..40_000u32 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = state >> (round % 60 + 4);
            let is_money = round % 7 < 5 && digits < 10u64.pow(15);
            let text = match round % 7 {
                0 => digits.to_string(),
                decimals => format!("{digits}e-{decimals}"),
            };
            let value: Double = text.parse().expect("a number");
            let found = shortest(BinaryFraction::from_double(value.to_bits()));
            assert!(agrees(found, &value.to_string()) || !is_money, "{text}");
            // Its neighbours have nearly all the digits that there can be.
            for bits in [value.to_bits() + 1, value.to_bits().saturating_sub(1)] {
                agrees(shortest(BinaryFraction::from_double(bits)), &Double::from_bits(bits).to_string());
            }
            let value: Single = text.parse().expect("a number");
            agrees(shortest(BinaryFraction::from_single(value.to_bits())), &value.to_string());
        }
    }
}
