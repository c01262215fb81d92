//! Published tables in other people's formats: rows of trade, one reader per format.
//!
//! A dataset of one's own is refused for one mistake. A foreign file is not: each row is read, set aside or not understood,
//! and what is not read is counted with its lines. A reader takes rows apart and says what codes mean; it keeps none,
//! decides on no whole and adds nothing up.
//!
//! A new format is a file here with a function like [`baci::recognise`] in [`READERS`]. Formats in CSV say where their
//! columns are ([`table::Columns`]) and leave the rest to [`table::TableReader`]; any other implements [`ForeignReader`].

mod amounts;
mod baci;
mod cells;
mod comtrade;
mod comtrade_json;
mod comtrade_old;
pub(crate) mod head;
mod json_stat;
mod lines;
pub(crate) mod meaning;
pub(crate) mod number;
mod roles;
mod sdmx_csv;
mod sdmx_json;
mod table;
mod tidy;

use std::io::{self, Read};
use std::ops::ControlFlow;

use crate::dataset::{Period, Unit};
pub(crate) use head::Head;
pub(crate) use meaning::{FlowMeaning, PlaceMeaning, ProductMeaning};
pub(crate) use number::{NumberCell, PrintedNumber};

/// The formats, the most particular first.
const READERS: [Recognise; 8] = [
    comtrade::recognise,
    comtrade_old::recognise,
    comtrade_json::recognise,
    baci::recognise,
    sdmx_csv::recognise,
    sdmx_json::recognise,
    json_stat::recognise,
    tidy::recognise,
];

/// Recognises a format by the head of a file; `None` if it is another.
type Recognise = fn(&Head) -> Option<Box<dyn ForeignReader>>;

/// The reader of the format that a file is in.
pub(crate) fn recognise(head: &Head) -> Option<Box<dyn ForeignReader>> {
    READERS.iter().find_map(|recognise| recognise(head))
}

/// Amounts that a row can have, by their place in [`ForeignRow::amounts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum AmountKind {
    /// Money.
    Value,
    /// Net weight.
    Weight,
}

impl AmountKind {
    pub(crate) const ALL: [Self; 2] = [Self::Value, Self::Weight];
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
    pub period: &'a [u8],
    /// By [`AmountKind`].
    pub amounts: [NumberCell; AmountKind::ALL.len()],
    /// By [`AmountKind`]: true where the row says that the amount is estimated.
    pub is_estimated: [bool; AmountKind::ALL.len()],
    /// A letter of the row's status; 0 where the file gives none.
    pub status: u8,
    /// A letter for the list that the product is of, such as `H` for the Harmonized System; 0 where there is but one.
    pub nomenclature: u8,
    /// One bit for each dimension beyond the usual ones, such as the mode of transport, that the row gives a part of. A
    /// row without any is the whole of those with some.
    pub details: u8,
}

/// A code and its name, as they are written; empty where the file has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Coded<'a> {
    pub code: &'a [u8],
    pub name: &'a [u8],
}

/// Takes what a reader finds.
pub(crate) trait RowSink {
    /// Takes what is true of all rows, from a reader that learns it only while it reads, before its first row.
    fn facts(&mut self, _: Facts) {}

    /// Takes a row. `Break` ends the reading.
    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()>;

    /// Takes note of `lines` lines from `line` on that are no row, and why.
    fn not_understood(&mut self, why: Unreadable, line: u64, lines: u64) -> ControlFlow<()>;

    /// Takes note of a row that is understood and counts for nothing, and why.
    fn left_out(&mut self, why: LeftOut, line: u64) -> ControlFlow<()>;
}

/// Why a line is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Unreadable {
    /// It has more or fewer fields than the header.
    Fields,
    /// It is longer than is read, or a quotation mark is never closed.
    TooLong,
    /// An amount is no number, or could be two.
    Number,
    /// The period is none.
    Period,
    /// The reporter, the partner or the product is missing.
    Code,
    /// The flow is none that is known.
    Flow,
    /// There are more different codes, or longer ones, than are kept.
    TooManyCodes,
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

/// The dimensions that a format has. A row must say something of each; of the others it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a dimension of its own")]
pub(crate) struct Says {
    pub reporter: bool,
    pub flow: bool,
    pub partner: bool,
    pub product: bool,
    pub period: bool,
}

/// Facts that hold for all rows of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Who published it: `UN Comtrade`. Empty where the file does not say.
    pub publisher: &'static str,
    pub says: Says,
    /// By [`AmountKind`]: the unit with its power of ten, where the file has that amount. A value without a unit that is
    /// known is a count.
    pub units: [Option<(Unit, i8)>; AmountKind::ALL.len()],
    /// Imports are valued with freight and insurance, exports without, as customs do.
    pub has_customs_valuation: bool,
    /// Both sides agree: the exports of one to another are the imports of the other from the one.
    pub is_reconciled: bool,
    /// No two rows are about the same trade, so one that repeats another is the same row again.
    pub has_unique_rows: bool,
}

impl Facts {
    /// Nothing is known yet.
    const UNKNOWN: Self = Self {
        publisher: "",
        says: Says { reporter: false, flow: false, partner: false, product: false, period: false },
        units: [None; AmountKind::ALL.len()],
        has_customs_valuation: false,
        is_reconciled: false,
        has_unique_rows: true,
    };
}

/// Reads one format. Its methods on codes are asked once for each different code.
pub(crate) trait ForeignReader: Send + Sync {
    fn facts(&self) -> Facts;

    /// Reads all rows of `input`, which begins with the head that was recognised, into `sink`.
    ///
    /// # Errors
    ///
    /// Those of `input`, and `InvalidData` for a file that ends within what is no row by itself.
    fn read(&self, input: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()>;

    /// The place that a code and its name mean.
    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        meaning::place(code, name)
    }

    /// The flow that a code means.
    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        meaning::flow(code, name)
    }

    /// The product that a code and its name mean.
    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        meaning::product(code, name)
    }

    /// The period that is written so.
    fn period(&self, text: &str) -> Option<Period> {
        meaning::period(text)
    }
}

#[cfg(test)]
mod tests;
