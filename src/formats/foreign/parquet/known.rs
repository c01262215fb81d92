//! Rows by the entries of their codes: nobody looks at a text that came before in the group, as nearly all did.

use std::ops::ControlFlow;

use super::column::{GroupColumn, StoredAmounts};
use super::page::NOTHING;
use crate::formats::foreign::code_columns::{CodeColumn, PlainColumns};
use crate::formats::foreign::{AmountKind, KnownRows, RowSink, ShortAmount};

/// Rows that are read, of a table with nothing but codes and amounts.
pub(super) struct PlainRows<'c> {
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

impl<'c> PlainRows<'c> {
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
}

/// Rows by the entries of their codes, laid out as they are passed on.
#[derive(Default)]
pub(super) struct EntryColumns {
    lines: Vec<u64>,
    /// Of the reporter, flow, partner, product and period; empty where there is no such column.
    entries: [Vec<u32>; 5],
    /// By [`AmountKind`]; empty where there is no such column.
    amounts: [Vec<ShortAmount>; AmountKind::ALL.len()],
    /// Rows with an amount that is wrong or long, in order: these are passed on in full.
    in_full: Vec<usize>,
}

impl EntryColumns {
    /// Lays some rows out, of which the first of all is in `line`.
    pub fn fill(&mut self, plain: &PlainRows, rows: &[usize], line: u64) {
        self.lines.clear();
        self.lines.extend(rows.iter().map(|row| line + u64::try_from(*row).unwrap_or_default()));
        for (entries, column) in self.entries.iter_mut().zip(&plain.codes) {
            column.entries(rows, entries);
        }
        self.in_full.clear();
        for (amounts, column) in self.amounts.iter_mut().zip(&plain.amounts) {
            amounts.clear();
            if let Some(column) = column {
                column.write(rows, amounts, &mut self.in_full);
            }
        }
        self.in_full.sort_unstable();
    }

    /// Passes on the rows from one on, up to the first that is passed on in full. Returns how many were taken.
    pub fn pass_on(&self, first: usize, sink: &mut dyn RowSink) -> (usize, ControlFlow<()>) {
        let next = self.in_full.partition_point(|row| *row < first);
        let end = self.in_full.get(next).copied().unwrap_or(self.lines.len());
        let all = KnownRows {
            lines: &self.lines,
            entries: self.entries.each_ref().map(Vec::as_slice),
            amounts: self.amounts.each_ref().map(Vec::as_slice),
        };
        sink.known_rows(&all.part(first..end))
    }
}

impl RowCodes<'_> {
    /// Writes the entries of rows; one that no code has in a row without.
    fn entries(&self, rows: &[usize], entries: &mut Vec<u32>) {
        entries.clear();
        if self.codes.is_empty() {
            return;
        }
        let entry = |code: &u32| code.wrapping_add(1) << 1 | self.bit;
        if let Some(codes) = self.codes.get(..rows.len()).filter(|_| rows.last() == Some(&(rows.len() - 1))) {
            entries.extend(codes.iter().map(entry));
        } else {
            entries.extend(rows.iter().map(|row| entry(self.codes.get(*row).unwrap_or(&NOTHING))));
        }
    }
}
