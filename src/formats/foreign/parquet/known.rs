//! Rows by the entries of their codes: nobody looks at a text that came before in the group, as nearly all did.

use std::ops::ControlFlow;

use super::column::{GroupColumn, StoredAmounts};
use super::page::NOTHING;
use crate::formats::foreign::code_columns::{CodeColumn, PlainColumns};
use crate::formats::foreign::row::{KnownRow, ShortAmount};
use crate::formats::foreign::{AmountKind, RowSink};

/// Rows that are read, of a table with nothing but codes and amounts.
pub(super) struct KnownRows<'c> {
    /// Of the reporter, flow, partner, product and period.
    codes: [RowCodes<'c>; 5],
    /// By [`AmountKind`].
    amounts: [Option<StoredAmounts<'c>>; AmountKind::ALL.len()],
}

/// The codes of rows in one column.
struct RowCodes<'c> {
    /// Empty where there is no such column.
    codes: &'c [u32],
    /// The last bit of all entries: see [`CodeColumn::of`].
    bit: u32,
}

impl<'c> KnownRows<'c> {
    /// `column` finds the column at a place, with the number of the first of the rows there. `None` where codes or amounts
    /// are written out.
    pub fn new(
        columns: &PlainColumns,
        column: impl Fn(usize) -> Option<(&'c GroupColumn, usize)>,
    ) -> Option<Self> {
        let codes = |side: &CodeColumn| {
            let (at, bit) = match (side.code, side.name) {
                (Some(at), _) => (at, 0),
                (None, Some(at)) => (at, 1),
                (None, None) => return Some(RowCodes { codes: &[], bit: 0 }),
            };
            let (column, first) = column(at)?;
            Some(RowCodes { codes: column.codes()?.get(first..)?, bit })
        };
        let [reporter, flow, partner, product, period] = columns.codes.each_ref().map(codes);
        let mut amounts = [None; AmountKind::ALL.len()];
        for (amount, at) in amounts.iter_mut().zip(columns.amounts) {
            let Some(at) = at else { continue };
            let (column, first) = column(at)?;
            *amount = Some(column.amounts().filter(|_| first == 0)?);
        }
        Some(Self { codes: [reporter?, flow?, partner?, product?, period?], amounts })
    }

    /// Passes on a row, unless it has a code that is new, or an amount that is wrong or long.
    #[inline]
    pub fn pass_on(&self, row: usize, line: u64, sink: &mut dyn RowSink) -> Option<ControlFlow<()>> {
        let mut amounts = [ShortAmount::MISSING; AmountKind::ALL.len()];
        for (amount, column) in amounts.iter_mut().zip(&self.amounts) {
            if let Some(column) = column {
                *amount = ShortAmount::new(column.get(row))?;
            }
        }
        let [reporter, flow, partner, product, period] = &self.codes;
        let entries =
            [reporter.entry(row), flow.entry(row), partner.entry(row), product.entry(row), period.entry(row)];
        sink.known_row(&KnownRow { line, entries, amounts })
    }
}

impl RowCodes<'_> {
    /// The entry of a row's code; one that no code has in a row without.
    #[inline]
    fn entry(&self, row: usize) -> u32 {
        self.codes.get(row).unwrap_or(&NOTHING).wrapping_add(1) << 1 | self.bit
    }
}
