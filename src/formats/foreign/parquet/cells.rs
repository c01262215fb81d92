//! Cells of a column of Parquet as text.
//!
//! A binary fraction has no digits of its own: the fewest are taken that are read back as the same number, as programs print
//! it.

use std::fmt::Display;
use std::io::Write;

use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use ::parquet::data_type::{
    AsBytes, BoolType, ByteArrayType, DataType, DoubleType, FixedLenByteArrayType, FloatType, Int32Type,
    Int64Type, Int96, Int96Type,
};
use ::parquet::errors::Result;
use chrono::{Days, NaiveDate};

use super::kind::ValueKind;

/// The most bytes of the digits of a decimal number.
const MOST_BYTES: usize = 16;

/// A number without a fraction has at most so many digits that count; more are an accident of how it is stored.
const MOST_DIGITS: usize = 17;

/// Some values of a column, and which row has which.
struct Values<T: DataType> {
    reader: ColumnReaderImpl<T>,
    known: Vec<T::T>,
    levels: Vec<i16>,
    /// The place of a row's value; [`usize::MAX`] for none.
    places: Vec<usize>,
}

impl<T: DataType> Values<T> {
    fn new(reader: ColumnReaderImpl<T>) -> Self {
        Self { reader, known: Vec::new(), levels: Vec::new(), places: Vec::new() }
    }

    fn read(&mut self, count: usize) -> Result<()> {
        let Self { reader, known: values, levels, places } = self;
        values.clear();
        levels.clear();
        places.clear();
        let mut done = 0;
        while done < count {
            let (read, ..) = reader.read_records(count - done, Some(levels), None, values)?;
            if read == 0 {
                break;
            }
            done += read;
        }
        // A column that must have values gives no levels.
        if levels.is_empty() {
            places.extend(0..values.len());
        } else {
            let mut next = 0;
            for level in levels {
                places.push(if *level > 0 { next } else { usize::MAX });
                next += usize::from(*level > 0);
            }
        }
        Ok(())
    }

    fn get(&self, row: usize) -> Option<&T::T> {
        self.known.get(*self.places.get(row)?)
    }

    /// A number with a fraction in the fewest digits that are read back as the same.
    fn fraction(&self, row: usize, text: &mut Vec<u8>)
    where
        T::T: Display + std::fmt::LowerExp,
    {
        let Some(value) = self.get(row) else { return };
        let start = text.len();
        let _ = write!(text, "{value}");
        if text.len() - start > MOST_DIGITS + 1 && !text[start..].contains(&b'.') {
            text.truncate(start);
            let _ = write!(text, "{value:e}");
        }
    }
}

/// A column that is read a few rows at a time.
pub struct ColumnPages {
    kind: ValueKind,
    column: ColumnValues,
    /// True if it matters only which cells have a number.
    is_counted: bool,
}

enum ColumnValues {
    Truths(Values<BoolType>),
    Ints(Values<Int32Type>),
    Longs(Values<Int64Type>),
    Instants(Values<Int96Type>),
    Floats(Values<FloatType>),
    Doubles(Values<DoubleType>),
    Bytes(Values<ByteArrayType>),
    Fixed(Values<FixedLenByteArrayType>),
}

/// Calls a method of the values, of whichever type they are.
macro_rules! of_any {
    ($column:expr, $values:ident => $does:expr) => {
        match $column {
            ColumnValues::Truths($values) => $does,
            ColumnValues::Ints($values) => $does,
            ColumnValues::Longs($values) => $does,
            ColumnValues::Instants($values) => $does,
            ColumnValues::Floats($values) => $does,
            ColumnValues::Doubles($values) => $does,
            ColumnValues::Bytes($values) => $does,
            ColumnValues::Fixed($values) => $does,
        }
    };
}

impl ColumnPages {
    pub fn new(reader: ColumnReader, kind: ValueKind) -> Self {
        let column = match reader {
            ColumnReader::BoolColumnReader(reader) => ColumnValues::Truths(Values::new(reader)),
            ColumnReader::Int32ColumnReader(reader) => ColumnValues::Ints(Values::new(reader)),
            ColumnReader::Int64ColumnReader(reader) => ColumnValues::Longs(Values::new(reader)),
            ColumnReader::Int96ColumnReader(reader) => ColumnValues::Instants(Values::new(reader)),
            ColumnReader::FloatColumnReader(reader) => ColumnValues::Floats(Values::new(reader)),
            ColumnReader::DoubleColumnReader(reader) => ColumnValues::Doubles(Values::new(reader)),
            ColumnReader::ByteArrayColumnReader(reader) => ColumnValues::Bytes(Values::new(reader)),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => ColumnValues::Fixed(Values::new(reader)),
        };
        Self { kind, column, is_counted: false }
    }

    /// The same, with one digit in place of each number that is one for sure.
    pub fn counted(self) -> Self {
        Self { is_counted: true, ..self }
    }

    /// Reads the next `count` rows.
    pub fn read(&mut self, count: usize) -> Result<()> {
        of_any!(&mut self.column, values => values.read(count))
    }

    /// Passes over the next `count` rows.
    pub fn skip(&mut self, count: usize) -> Result<()> {
        of_any!(&mut self.column, values => values.reader.skip_records(count).map(|_| ()))
    }

    /// Adds the text of a cell of those that were read last; nothing where it has none.
    pub fn write(&self, row: usize, text: &mut Vec<u8>) {
        if self.is_counted && self.is_number(row) {
            return text.push(b'1');
        }
        match &self.column {
            ColumnValues::Truths(values) => {
                let _ = values.get(row).map(|value| write!(text, "{value}"));
            }
            ColumnValues::Ints(values) => {
                if let Some(value) = values.get(row) {
                    let unsigned = || i64::from(u32::from_ne_bytes(value.to_ne_bytes()));
                    let value = if self.kind == ValueKind::Unsigned { unsigned() } else { i64::from(*value) };
                    self.whole(value.into(), text);
                }
            }
            ColumnValues::Longs(values) => {
                if let Some(value) = values.get(row) {
                    let unsigned = || u64::from_ne_bytes(value.to_ne_bytes()).into();
                    self.whole(
                        if self.kind == ValueKind::Unsigned { unsigned() } else { (*value).into() },
                        text,
                    );
                }
            }
            ColumnValues::Instants(values) => {
                if let Some(day) = values.get(row).map(Int96::to_seconds) {
                    self::day(day.div_euclid(86_400), text);
                }
            }
            ColumnValues::Floats(values) => values.fraction(row, text),
            ColumnValues::Doubles(values) => values.fraction(row, text),
            ColumnValues::Bytes(values) => {
                if let Some(value) = values.get(row) {
                    self.bytes(value.data(), text);
                }
            }
            ColumnValues::Fixed(values) => {
                if let Some(value) = values.get(row) {
                    self.bytes(value.as_bytes(), text);
                }
            }
        }
    }

    /// True for a number that no reader takes for anything else: a fraction of few digits before and behind its point.
    fn is_number(&self, row: usize) -> bool {
        let is_plain = matches!(self.kind, ValueKind::Plain | ValueKind::Unsigned);
        match &self.column {
            ColumnValues::Ints(values) => is_plain && values.get(row).is_some(),
            ColumnValues::Longs(values) => is_plain && values.get(row).is_some(),
            ColumnValues::Floats(values) => {
                values.get(row).is_some_and(|value| *value == 0.0 || (1e-10..1e15).contains(&value.abs()))
            }
            ColumnValues::Doubles(values) => {
                values.get(row).is_some_and(|value| *value == 0.0 || (1e-10..1e15).contains(&value.abs()))
            }
            ColumnValues::Truths(_)
            | ColumnValues::Instants(_)
            | ColumnValues::Bytes(_)
            | ColumnValues::Fixed(_) => false,
        }
    }

    fn whole(&self, value: i128, text: &mut Vec<u8>) {
        match self.kind {
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

    fn bytes(&self, bytes: &[u8], text: &mut Vec<u8>) {
        let ValueKind::Decimal(scale) = self.kind else { return text.extend_from_slice(bytes) };
        // The largest byte first, in two's complement.
        if bytes.is_empty() || bytes.len() > MOST_BYTES {
            return text.extend_from_slice(b"more digits than are read");
        }
        let sign = if bytes[0] & 0x80 == 0 { 0 } else { 0xff };
        let mut digits = [sign; MOST_BYTES];
        digits[MOST_BYTES - bytes.len()..].copy_from_slice(bytes);
        decimal(i128::from_be_bytes(digits), scale, text);
    }
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
