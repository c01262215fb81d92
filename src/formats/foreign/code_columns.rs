//! Columns of codes and their names.

use std::num::NonZeroU32;

use super::record::{Record, RecordCell};
use super::row::{AmountKind, Coded};

/// The columns of a code and its name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CodeColumn {
    pub code: Option<usize>,
    pub name: Option<usize>,
}

impl CodeColumn {
    pub fn is_none(self) -> bool {
        self.code.or(self.name).is_none()
    }

    /// The code and the name that a record has there.
    pub fn of<'r>(self, record: &Record<'r>) -> Coded<'r> {
        let cell = |at: Option<usize>| at.map_or_else(RecordCell::default, |at| record.cell(at));
        let (code, name) = (cell(self.code), cell(self.name));
        // The last bit says which of the two columns an entry is of.
        let entry = if code.text.is_empty() {
            name.entry.and_then(|entry| NonZeroU32::new(entry.get() << 1 | 1))
        } else {
            code.entry.and_then(|entry| NonZeroU32::new(entry.get() << 1))
        };
        Coded { code: code.text, name: name.text, entry }
    }
}

/// All columns that the rows of a table are read by, where these are codes and amounts alone.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
pub(super) struct PlainColumns {
    /// Of the reporter, flow, partner, product and period.
    pub codes: [CodeColumn; 5],
    /// By [`AmountKind`]. A quantity would need its unit, so there is none.
    pub amounts: [Option<usize>; AmountKind::ALL.len()],
}
