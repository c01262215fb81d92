//! The receiver of everything that a reader finds: rows, lines that are none, and rows that count for nothing.

use std::ops::ControlFlow;

use super::facts::FileFacts;
use super::row::{ForeignRow, KnownRows};
use super::unread_column::UnreadColumn;

/// Takes what a reader finds.
pub(crate) trait RowSink {
    /// Takes what is true of all rows, from a reader that learns it only while it reads, before its first row.
    fn facts(&mut self, _: FileFacts) {}

    /// Takes note of what is next to the rows, from such a reader.
    fn unread(&mut self, _: &[UnreadColumn]) {}

    /// Takes a row. `Break` ends the reading.
    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()>;

    /// Takes rows by the entries of their codes, as [`Self::row`] would take each, up to the first with a code that it does
    /// not know yet: that row comes again in full. Returns how many it has taken.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn known_rows(&mut self, _: &KnownRows) -> (usize, ControlFlow<()>) {
        (0, ControlFlow::Continue(()))
    }

    /// Takes note of `lines` lines from `line` on that are no row, and why.
    fn not_understood(&mut self, why: Unreadable, line: u64, lines: u64) -> ControlFlow<()>;

    /// Takes note of a row that is understood and counts for nothing, and why.
    fn left_out(&mut self, why: LeftOut, line: u64) -> ControlFlow<()>;

    /// Takes how many rows a reader is about to pass on, if it knows. True if none is kept: of an amount that is a number
    /// for sure it then matters only that there is one.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn expect(&mut self, _rows: u64) -> bool {
        false
    }

    /// Takes note that codes get new entries: see [`Coded::entry`](super::Coded::entry).
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn new_entries(&mut self) {}

    /// Takes note of bytes that are read elsewhere than from the input.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn advance(&mut self, _bytes: u64) {}
}

/// Why a line is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Unreadable {
    /// It has more or fewer fields than the header.
    Fields,
    /// It has a member twice, and either may be meant.
    Twice,
    /// It is longer than is read, or a quotation mark is never closed.
    TooLong,
    /// An amount is no number, or could be two.
    Number,
    /// The power of ten of an amount is none that is known, or could be two.
    Power,
    /// The period is none.
    Period,
    /// The reporter, the partner or the product is missing.
    Code,
    /// The flow is none that is known.
    Flow,
    /// There are more different codes, or longer ones, than are kept.
    TooManyCodes,
    /// The code has characters that are not sent to an engine.
    CodeForm,
}

/// Why a row that is understood counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum LeftOut {
    /// The file says that the row is withdrawn.
    Deleted,
    /// It is about something else than the amount that is read: an index, a quantity.
    OtherMeasure,
    /// Its amount is in another unit than that of the rows before.
    OtherUnit,
    /// Its product is of another list than those of the rows before.
    OtherNomenclature,
}
