//! A record of fields: a line of CSV, or a row of Parquet laid out like one.

use std::num::NonZeroU32;

use super::number::{NumberCell, NumberStyle};

/// The fields of a record, without quotation marks.
pub(super) struct Record<'a> {
    /// The line that it begins in, from 1.
    pub line: u64,
    /// How many lines it has.
    pub lines: u64,
    fields: Fields<'a>,
}

enum Fields<'a> {
    /// Fields at these places of the bytes.
    Texts(&'a [u8], &'a [FieldPlace]),
    Cells(&'a [RecordCell<'a>]),
}

/// Where a field is in the bytes of its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FieldPlace {
    start: u32,
    end: u32,
}

impl FieldPlace {
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: place(start), end: place(end) }
    }
}

/// A field of which a reader knows more than its text.
#[derive(Clone, Copy, Default)]
pub(super) struct RecordCell<'a> {
    pub text: &'a [u8],
    /// The place of the text in the dictionary of its column, from 1.
    pub entry: Option<NonZeroU32>,
    /// The type of the field, where it is an amount of which `text` is what is stored.
    pub stored: Option<&'a dyn StoredAmount>,
}

/// A type of amounts that are no text.
pub(super) trait StoredAmount {
    /// The amount that is stored in these bytes.
    fn amount(&self, stored: &[u8]) -> NumberCell;
}

impl<'a> Record<'a> {
    /// A record of fields at these places of `bytes`.
    pub fn from_texts(line: u64, lines: u64, bytes: &'a [u8], places: &'a [FieldPlace]) -> Self {
        Self { line, lines, fields: Fields::Texts(bytes, places) }
    }

    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    pub fn from_cells(line: u64, cells: &'a [RecordCell<'a>]) -> Self {
        Self { line, lines: 1, fields: Fields::Cells(cells) }
    }

    pub fn len(&self) -> usize {
        match self.fields {
            Fields::Texts(_, places) => places.len(),
            Fields::Cells(cells) => cells.len(),
        }
    }

    /// The field at a place; empty where there is none, or an amount that is no text.
    pub fn field(&self, at: usize) -> &'a [u8] {
        let cell = self.cell(at);
        if cell.stored.is_some() { &[] } else { cell.text }
    }

    /// The field at a place with what is known of it.
    #[inline]
    pub fn cell(&self, at: usize) -> RecordCell<'a> {
        match self.fields {
            Fields::Texts(bytes, places) => {
                let Some(place) = places.get(at) else { return RecordCell::default() };
                let text = bytes.get(place.start as usize..place.end as usize).unwrap_or_default();
                RecordCell { text, ..RecordCell::default() }
            }
            Fields::Cells(cells) => cells.get(at).copied().unwrap_or_default(),
        }
    }

    /// The amount at a place: of the type of its column, else as its text in this style.
    #[inline]
    pub fn amount(&self, at: usize, style: NumberStyle) -> NumberCell {
        let cell = self.cell(at);
        match cell.stored {
            Some(_) if cell.text.is_empty() => NumberCell::Missing,
            Some(stored) => stored.amount(cell.text),
            None => style.read(cell.text),
        }
    }
}
