//! The types of columns of Parquet.

use ::parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use ::parquet::file::statistics::Statistics;
use ::parquet::schema::types::ColumnDescPtr;

/// The most decimals of a decimal number.
const MOST_SCALE: i32 = 30;

/// How the values of a column are to be understood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ValueKind {
    /// As they are: whole numbers, fractions, truth values.
    Plain,
    Text,
    /// Whole numbers that are never below zero.
    Unsigned,
    /// Digits with so many decimals.
    Decimal(u32),
    /// Days since 1970.
    Days,
    /// Instants since 1970, of which a day has so many.
    Instants(i64),
    /// None of these.
    #[default]
    Unreadable,
}

impl ValueKind {
    /// `None` for a type that has no text.
    pub fn new(column: &ColumnDescPtr) -> Option<Self> {
        let day = |unit: TimeUnit| match unit {
            TimeUnit::MILLIS => Self::Instants(86_400_000),
            TimeUnit::MICROS => Self::Instants(86_400_000_000),
            TimeUnit::NANOS => Self::Instants(86_400_000_000_000),
        };
        let logical = column.logical_type_ref();
        let (converted, physical) = (column.converted_type(), column.physical_type());
        if matches!(logical, Some(LogicalType::Decimal(_))) || converted == ConvertedType::DECIMAL {
            let scale = column.type_scale();
            let scale = u32::try_from(scale).ok().filter(|_| scale <= MOST_SCALE)?;
            return Some(Self::Decimal(scale));
        }
        if let Some(LogicalType::Timestamp(time)) = logical {
            return Some(day(time.unit));
        }
        match converted {
            ConvertedType::DATE => return Some(Self::Days),
            ConvertedType::TIMESTAMP_MILLIS => return Some(day(TimeUnit::MILLIS)),
            ConvertedType::TIMESTAMP_MICROS => return Some(day(TimeUnit::MICROS)),
            ConvertedType::UINT_8
            | ConvertedType::UINT_16
            | ConvertedType::UINT_32
            | ConvertedType::UINT_64 => {
                return Some(Self::Unsigned);
            }
            ConvertedType::TIME_MILLIS | ConvertedType::TIME_MICROS | ConvertedType::INTERVAL => return None,
            ConvertedType::NONE
            | ConvertedType::UTF8
            | ConvertedType::MAP
            | ConvertedType::MAP_KEY_VALUE
            | ConvertedType::LIST
            | ConvertedType::ENUM
            | ConvertedType::DECIMAL
            | ConvertedType::INT_8
            | ConvertedType::INT_16
            | ConvertedType::INT_32
            | ConvertedType::INT_64
            | ConvertedType::JSON
            | ConvertedType::BSON => {}
        }
        match physical {
            Type::BYTE_ARRAY => Some(Self::Text),
            Type::FIXED_LEN_BYTE_ARRAY => None,
            Type::BOOLEAN | Type::INT32 | Type::INT64 | Type::INT96 | Type::FLOAT | Type::DOUBLE => {
                Some(Self::Plain)
            }
        }
    }

    /// False if statistics say that no cell of a column has this text.
    pub fn may_have(self, statistics: &Statistics, text: &[u8]) -> bool {
        let number = || std::str::from_utf8(text).ok()?.parse::<i64>().ok();
        let lies_in = |least: Option<i64>, most: Option<i64>| match (number(), least, most) {
            (Some(number), Some(least), Some(most)) => (least..=most).contains(&number),
            _ => true,
        };
        if statistics.is_min_max_deprecated() {
            return true;
        }
        match (self, statistics) {
            (Self::Text, Statistics::ByteArray(known)) => {
                match (known.min_bytes_opt(), known.max_bytes_opt()) {
                    (Some(least), Some(most)) => (least..=most).contains(&text),
                    _ => true,
                }
            }
            (Self::Plain, Statistics::Int32(known)) => {
                lies_in(known.min_opt().copied().map(i64::from), known.max_opt().copied().map(i64::from))
            }
            (Self::Plain, Statistics::Int64(known)) => {
                lies_in(known.min_opt().copied(), known.max_opt().copied())
            }
            _ => true,
        }
    }
}
