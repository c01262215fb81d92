//! A row as it is written.

use std::num::NonZeroU32;
use std::ops::Range;

use super::{Marks, NumberCell, PrintedNumber};

/// Amounts that a row can have, by their place in [`ForeignRow::amounts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum AmountKind {
    /// Money.
    Value,
    /// Net weight.
    Weight,
    /// Pieces, litres and the like, in a unit that the row gives.
    Quantity,
}

impl AmountKind {
    pub(crate) const ALL: [Self; 3] = [Self::Value, Self::Weight, Self::Quantity];
}

/// One published row as it is written, in the encoding of the file.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ForeignRow<'a> {
    /// The line that it begins in, from 1; in a format without lines, its number.
    pub line: u64,
    pub reporter: Coded<'a>,
    /// The code of the flow.
    pub flow: Coded<'a>,
    pub partner: Coded<'a>,
    pub product: Coded<'a>,
    /// As it is written: `2022`, `202203`.
    pub period: Coded<'a>,
    /// By [`AmountKind`].
    pub amounts: [NumberCell; AmountKind::ALL.len()],
    /// By [`AmountKind`]: true where the row says that the amount is estimated.
    pub is_estimated: [bool; AmountKind::ALL.len()],
    /// The unit of the quantity.
    pub quantity_unit: Coded<'a>,
    /// The status of the row: of its value, never of its quantities.
    pub marks: Marks,
    /// A letter for the list that the product is of, such as `H` for the Harmonized System; 0 where there is but one.
    pub nomenclature: u8,
    /// The codes of dimensions beyond the usual ones, such as the mode of transport, that the row is about a part of: see
    /// [`super::detail_codes()`]. A row without any is the whole of those with some.
    pub details: &'a [u8],
}

/// Rows that say nothing but codes, of which the reader knows entries, and amounts that are no wrong ones: column by column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownRows<'a> {
    pub lines: &'a [u64],
    /// Of the reporter, flow, partner, product and period: see [`Coded::entry`]; 0 for a cell without a code. Empty where the
    /// format has no such column.
    pub entries: [&'a [u32]; 5],
    /// By [`AmountKind`]; empty where the format has no such column.
    pub amounts: [&'a [ShortAmount]; AmountKind::ALL.len()],
}

impl KnownRows<'_> {
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Some of the rows.
    pub fn part(&self, rows: Range<usize>) -> Self {
        Self {
            lines: part(self.lines, &rows),
            entries: self.entries.map(|column| part(column, &rows)),
            amounts: self.amounts.map(|column| part(column, &rows)),
        }
    }

    /// The amounts of a row.
    #[inline]
    pub fn amounts_of(&self, row: usize) -> [ShortAmount; AmountKind::ALL.len()] {
        self.amounts.map(|column| column.get(row).copied().unwrap_or(ShortAmount::MISSING))
    }
}

/// Some rows of a column; nothing of one that is not there.
fn part<'a, T>(column: &'a [T], rows: &Range<usize>) -> &'a [T] {
    column.get(rows.clone()).unwrap_or_default()
}

/// An amount of few digits, or none: in two registers, where a [`NumberCell`] has to wait for memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShortAmount {
    pub digits: i64,
    /// The least of all exponents means that there is none.
    pub exponent: i8,
}

/// An amount of a row.
pub(crate) trait RowAmount: Copy {
    /// The number; `None` where there is none, or no right one.
    fn number(self) -> Option<PrintedNumber>;
}

impl RowAmount for NumberCell {
    #[inline]
    fn number(self) -> Option<PrintedNumber> {
        match self {
            Self::Number(number) => Some(number),
            Self::Missing | Self::Wrong => None,
        }
    }
}

impl RowAmount for ShortAmount {
    #[inline]
    fn number(self) -> Option<PrintedNumber> {
        let Self { digits, exponent } = self;
        (exponent > i8::MIN).then_some(PrintedNumber { digits: digits.into(), exponent })
    }
}

impl ShortAmount {
    pub fn is_missing(self) -> bool {
        self.exponent == i8::MIN
    }

    pub const MISSING: Self = Self { digits: 0, exponent: i8::MIN };

    /// `None` for a wrong amount, and one that is too long.
    #[inline]
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    pub fn new(cell: NumberCell) -> Option<Self> {
        match cell {
            NumberCell::Missing => Some(Self::MISSING),
            NumberCell::Wrong => None,
            NumberCell::Number(PrintedNumber { digits, exponent }) => {
                let digits = i64::try_from(digits).ok()?;
                (exponent > i8::MIN).then_some(Self { digits, exponent })
            }
        }
    }
}

/// A code and its name, as they are written; empty where the file has none.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Coded<'a> {
    pub code: &'a [u8],
    pub name: &'a [u8],
    /// A number that only this code has until [`super::RowSink::new_entries`] is called, where the reader knows one. An empty
    /// code has none.
    pub entry: Option<NonZeroU32>,
}

impl<'a> Coded<'a> {
    /// A code without a name.
    pub fn from_code(code: &'a [u8]) -> Self {
        Self { code, ..Self::default() }
    }

    /// The code, or the name in a row without one.
    pub fn written(&self) -> &'a [u8] {
        if self.code.is_empty() { self.name } else { self.code }
    }
}
