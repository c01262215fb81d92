//! Values of Parquet as text and as amounts.

use std::fmt::{Display, LowerExp};
use std::io::Write;

use ::parquet::basic::Type;
use ::parquet::data_type::{DataType, DoubleType, FloatType};
use ::parquet::schema::types::ColumnDescPtr;
use chrono::{Days, NaiveDate};

use super::kind::ValueKind;
use super::shortest::{BinaryFraction, money, shortest};
use crate::formats::foreign::number::{MOST_DIGITS, PLAIN};
use crate::formats::foreign::{NumberCell, PrintedNumber, ShortAmount};

/// The most bytes of the digits of a decimal number.
const MOST_BYTES: usize = 16;

/// A number without a fraction has at most so many digits that count; more are an accident of how it is stored.
const MOST_PRINTED: usize = 17;

/// Stands for a number with more digits than are read, as in a cell of a spreadsheet that is too narrow. It is no number and
/// does not mean a missing one.
const NO_ROOM: &[u8] = b"###";

/// How the values of a column are stored and to be understood.
#[derive(Debug, Clone, Copy)]
pub(super) struct StoredType {
    kind: ValueKind,
    pub physical: Type,
    /// The bytes of each value; `None` for texts, which have their length in front.
    pub width: Option<usize>,
}

impl StoredType {
    /// `None` for a type that is not read.
    pub fn new(kind: ValueKind, column: &ColumnDescPtr) -> Option<Self> {
        let physical = column.physical_type();
        let width = match physical {
            Type::BYTE_ARRAY => None,
            Type::INT32 | Type::FLOAT => Some(4),
            Type::INT64 | Type::DOUBLE => Some(8),
            Type::FIXED_LEN_BYTE_ARRAY => {
                Some(usize::try_from(column.type_length()).ok().filter(|width| *width > 0)?)
            }
            Type::INT96 => Some(12),
            Type::BOOLEAN => Some(1),
        };
        (kind != ValueKind::Unreadable).then_some(Self { kind, physical, width })
    }

    /// True for numbers, which may be amounts.
    pub fn is_number(self) -> bool {
        match self.kind {
            ValueKind::Plain | ValueKind::Unsigned => {
                !matches!(self.physical, Type::BYTE_ARRAY | Type::BOOLEAN | Type::INT96)
            }
            ValueKind::Decimal(_) => self.width.is_some(),
            ValueKind::Text | ValueKind::Days | ValueKind::Instants(_) | ValueKind::Unreadable => false,
        }
    }

    /// Adds the text of a value.
    pub fn write(self, stored: &[u8], text: &mut Vec<u8>) {
        match self.physical {
            Type::DOUBLE => {
                if let Some(bytes) = stored.first_chunk() {
                    fraction(<DoubleType as DataType>::T::from_le_bytes(*bytes), text);
                }
            }
            Type::FLOAT => {
                if let Some(bytes) = stored.first_chunk() {
                    fraction(<FloatType as DataType>::T::from_le_bytes(*bytes), text);
                }
            }
            Type::INT32 | Type::INT64 => whole(self.kind, self.integer(stored), text),
            Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY => bytes(self.kind, stored, text),
            Type::BOOLEAN => {
                let is_true = stored.first().is_some_and(|bit| *bit == 1);
                text.extend_from_slice(if is_true { b"true" } else { b"false" });
            }
            Type::INT96 => julian_day(stored, text),
        }
    }

    /// The amount that a value is.
    pub fn amount(self, stored: &[u8]) -> NumberCell {
        let exact = match (self.physical, self.kind) {
            (Type::DOUBLE, _) => stored
                .first_chunk()
                .and_then(|bytes| shortest(BinaryFraction::from_double(u64::from_le_bytes(*bytes)))),
            (Type::FLOAT, _) => stored
                .first_chunk()
                .and_then(|bytes| shortest(BinaryFraction::from_single(u32::from_le_bytes(*bytes)))),
            (Type::INT32 | Type::INT64, ValueKind::Plain | ValueKind::Unsigned) => {
                Some(PrintedNumber { digits: self.integer(stored), exponent: 0 })
            }
            (_, ValueKind::Decimal(scale)) => self.digits(stored).and_then(|digits| {
                let exponent = -i8::try_from(scale).ok()?;
                let has_room =
                    digits.unsigned_abs().checked_ilog10().is_none_or(|log| (log as usize) < MOST_DIGITS);
                has_room.then_some(PrintedNumber { digits, exponent })
            }),
            (_, _) => None,
        };
        exact.map_or_else(|| self.amount_of_text(stored), NumberCell::Number)
    }

    /// The amount that a value is, if it is one of those that most columns have: whole numbers and money.
    #[inline]
    pub fn short_amount(self, stored: &[u8]) -> Option<ShortAmount> {
        let bytes = *stored.first_chunk::<8>()?;
        match (self.physical, self.kind) {
            (Type::DOUBLE, _) => money(u64::from_le_bytes(bytes)),
            (Type::INT64, ValueKind::Plain) => {
                Some(ShortAmount { digits: i64::from_le_bytes(bytes), exponent: 0 })
            }
            (_, _) => None,
        }
    }

    fn amount_of_text(self, stored: &[u8]) -> NumberCell {
        let mut text = Vec::new();
        self.write(stored, &mut text);
        PLAIN.read(&text)
    }

    /// The same as [`Self::amount`], where it matters only that there is a number.
    pub fn counted(self, stored: &[u8]) -> NumberCell {
        let is_sure = match self.physical {
            // From 2^-33 to 2^49, whose digits are never too many.
            Type::DOUBLE => stored
                .first_chunk()
                .is_some_and(|bytes| (990..1072).contains(&(u64::from_le_bytes(*bytes) >> 52 & 0x7ff))),
            Type::INT32 | Type::INT64 => {
                matches!(self.kind, ValueKind::Plain | ValueKind::Unsigned)
            }
            Type::FLOAT | Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY | Type::BOOLEAN | Type::INT96 => {
                false
            }
        };
        if is_sure {
            NumberCell::Number(PrintedNumber { digits: 1, exponent: 0 })
        } else {
            self.amount(stored)
        }
    }

    fn integer(self, stored: &[u8]) -> i128 {
        let is_unsigned = self.kind == ValueKind::Unsigned;
        match (stored.first_chunk::<8>(), stored.first_chunk::<4>()) {
            (Some(bytes), _) if self.physical == Type::INT64 && is_unsigned => {
                u64::from_le_bytes(*bytes).into()
            }
            (Some(bytes), _) if self.physical == Type::INT64 => i64::from_le_bytes(*bytes).into(),
            (_, Some(bytes)) if is_unsigned => u32::from_le_bytes(*bytes).into(),
            (_, Some(bytes)) => i32::from_le_bytes(*bytes).into(),
            (_, None) => 0,
        }
    }

    /// The digits of a decimal number.
    fn digits(self, stored: &[u8]) -> Option<i128> {
        match self.physical {
            Type::INT32 | Type::INT64 => Some(self.integer(stored)),
            Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY => complement(stored),
            Type::BOOLEAN | Type::INT96 | Type::FLOAT | Type::DOUBLE => None,
        }
    }
}

/// A number with a fraction in the fewest digits that are read back as the same.
fn fraction<T: Display + LowerExp>(value: T, text: &mut Vec<u8>) {
    let start = text.len();
    let _ = write!(text, "{value}");
    if text.len() - start > MOST_PRINTED + 1 && !text[start..].contains(&b'.') {
        text.truncate(start);
        let _ = write!(text, "{value:e}");
    }
}

/// A whole number: a day, an instant, or the digits of a decimal number.
fn whole(kind: ValueKind, value: i128, text: &mut Vec<u8>) {
    match kind {
        ValueKind::Decimal(scale) => decimal(value, scale, text),
        ValueKind::Days => day(i64::try_from(value).unwrap_or(i64::MAX), text),
        ValueKind::Instants(a_day) => {
            day(i64::try_from(value).unwrap_or(i64::MAX).div_euclid(a_day), text);
        }
        ValueKind::Plain | ValueKind::Unsigned | ValueKind::Text | ValueKind::Unreadable => {
            // Most numbers are short, and those are written sooner.
            let _ = match i64::try_from(value) {
                Ok(value) => write!(text, "{value}"),
                Err(_) => write!(text, "{value}"),
            };
        }
    }
}

/// A text, or the digits of a decimal number.
fn bytes(kind: ValueKind, bytes: &[u8], text: &mut Vec<u8>) {
    let ValueKind::Decimal(scale) = kind else { return text.extend_from_slice(bytes) };
    match complement(bytes) {
        Some(digits) => decimal(digits, scale, text),
        None => text.extend_from_slice(NO_ROOM),
    }
}

/// A number in two's complement, the largest byte first.
fn complement(bytes: &[u8]) -> Option<i128> {
    let sign = if bytes.first()? & 0x80 == 0 { 0 } else { 0xff };
    let mut digits = [sign; MOST_BYTES];
    digits.get_mut(MOST_BYTES.checked_sub(bytes.len())?..)?.copy_from_slice(bytes);
    Some(i128::from_be_bytes(digits))
}

/// Digits with a point before the last `scale`.
fn decimal(digits: i128, scale: u32, text: &mut Vec<u8>) {
    let sign = if digits < 0 { "-" } else { "" };
    let width = scale as usize + 1;
    let start = text.len();
    let _ = write!(text, "{sign}{:0>width$}", digits.unsigned_abs());
    if scale > 0 && text.len() > start + scale as usize {
        text.insert(text.len() - scale as usize, b'.');
    }
}

/// The day of an instant in nanoseconds of a day, which is counted as astronomers do.
fn julian_day(stored: &[u8], text: &mut Vec<u8>) {
    /// The day on which 1970 begins.
    const EPOCH: i64 = 2_440_588;
    if let Some(bytes) = stored.get(8..).and_then(<[u8]>::first_chunk) {
        day(i64::from(i32::from_le_bytes(*bytes)) - EPOCH, text);
    }
}

/// A day as `2022-03-31`; what no calendar has is the number.
fn day(since: i64, text: &mut Vec<u8>) {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    let days = Days::new(since.unsigned_abs());
    let day = if since < 0 { first.checked_sub_days(days) } else { first.checked_add_days(days) };
    let _ = match day {
        Some(day) => write!(text, "{day}"),
        None => write!(text, "{since}"),
    };
}
