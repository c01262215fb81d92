//! Published tables in other people's formats: rows of trade, one reader per format.
//!
//! A dataset of one's own is refused for one mistake. A foreign file is not: each row is read, set aside or not understood,
//! and what is not read is counted with its lines. A reader takes rows apart and says what codes mean; it keeps none,
//! decides on no whole and adds nothing up.
//!
//! A new format is a file here. One of records of fields, such as CSV, implements [`RecordFormat`] and has a function like
//! [`baci::recognise`] in [`recognise::FORMATS`]; most only say where their columns are ([`table::ColumnPlaces`]). Any other implements
//! [`ForeignReader`] and has its function in [`recognise::READERS`].

mod amounts;
mod baci;
mod cells;
mod comtrade;
mod comtrade_json;
mod comtrade_old;
mod csv;
pub(crate) mod head;
mod json;
mod json_stat;
mod lines;
pub(crate) mod marks;
pub(crate) mod meaning;
mod measured;
pub(crate) mod number;
#[cfg(feature = "parquet")]
mod parquet;
mod quantity;
mod recognise;
mod record;
mod roles;
mod row;
mod sdmx_csv;
mod sdmx_json;
mod table;
mod tidy;
mod unknown;
mod unread_column;
mod wanted;

use std::io::{self, Read};
use std::ops::ControlFlow;

use crate::dataset::{Period, Unit};
pub(crate) use head::Head;
pub(crate) use marks::Marks;
pub(crate) use meaning::{FlowMeaning, PlaceMeaning, ProductMeaning};
pub(crate) use number::{NumberCell, PrintedNumber};
#[cfg(feature = "parquet")]
pub(crate) use parquet::recognise_parquet;
#[cfg(all(test, feature = "parquet"))]
pub(crate) use parquet::tests::{TestColumn, file};
pub(crate) use quantity::QuantityUnit;
pub(crate) use recognise::recognise;
#[cfg(not(feature = "parquet"))]
pub(crate) use recognise::recognise_parquet;
use record::Record;
pub(crate) use row::{AmountKind, Coded, ForeignRow, KnownRow, RowAmount};
use table::{CodeColumn, PlainColumns};
pub(crate) use unknown::unknown_table;
pub(crate) use unread_column::{UnreadColumn, WhyUnread};
pub(crate) use wanted::WantedPlace;

/// Takes what a reader finds.
pub(crate) trait RowSink {
    /// Takes what is true of all rows, from a reader that learns it only while it reads, before its first row.
    fn facts(&mut self, _: FileFacts) {}

    /// Takes a row. `Break` ends the reading.
    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()>;

    /// Takes a row by the entries of its codes, as [`Self::row`] would take it. `None` if it does not know one of them yet:
    /// nothing has happened, and the row comes again in full.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn known_row(&mut self, _: &KnownRow) -> Option<ControlFlow<()>> {
        None
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

    /// Takes note that codes get new entries: see [`Coded::entry`].
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

/// The relation between rows about the same trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameTrade {
    /// The same row again, or another amount for it: no two rows should be about the same trade.
    Again,
    /// The same row again if all amounts are the same, else more of the same trade.
    AgainIfEqual,
    /// More of the same trade: rows differ in columns that are not read.
    More,
}

/// Facts that hold for all rows of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileFacts {
    /// Who published it: `UN Comtrade`. Empty where the file does not say.
    pub publisher: &'static str,
    pub says: Says,
    /// By [`AmountKind`]: the unit with its power of ten, where the file has that amount. A value without a unit that is
    /// known is a count; the unit of a quantity is a matter of its row.
    pub units: [Option<(Unit, i8)>; AmountKind::ALL.len()],
    /// Imports are valued with freight and insurance, exports without, as customs do.
    pub has_customs_valuation: bool,
    /// Both sides agree: the exports of one to another are the imports of the other from the one.
    pub is_reconciled: bool,
    /// Products are those of the Harmonized System, whose chapters have known names.
    pub is_harmonized: bool,
    /// The relation between rows about the same trade.
    pub same_trade: SameTrade,
}

impl FileFacts {
    /// The units of money and of weights, each with its power of ten.
    pub(crate) fn money_and_weight(&self) -> [Option<(Unit, i8)>; 2] {
        [AmountKind::Value, AmountKind::Weight].map(|kind| self.units[kind as usize])
    }

    /// Nothing is known yet.
    pub(crate) const UNKNOWN: Self = Self {
        publisher: "",
        says: Says { reporter: false, flow: false, partner: false, product: false, period: false },
        units: [None; AmountKind::ALL.len()],
        has_customs_valuation: false,
        is_reconciled: false,
        is_harmonized: false,
        same_trade: SameTrade::Again,
    };
}

/// The meaning of codes in a format. Its methods are asked once for each different code.
pub(crate) trait Meanings: Send + Sync {
    fn facts(&self) -> FileFacts;

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

    /// The unit of a quantity; `None` if the row has no quantity.
    fn quantity_unit(&self, code: &str, name: &str) -> Option<QuantityUnit> {
        quantity::unit(code, name)
    }

    /// The period that is written so.
    fn period(&self, text: &str) -> Option<Period> {
        meaning::period(text)
    }

    /// Columns of amounts that are not read.
    fn unread(&self) -> &[UnreadColumn] {
        &[]
    }
}

/// Reads one format.
pub(crate) trait ForeignReader: Send + Sync {
    /// The meaning of the codes that it reads.
    fn meanings(&self) -> &dyn Meanings;

    /// Reads all rows of `input`, which begins with the head that was recognised, into `sink`.
    ///
    /// # Errors
    ///
    /// Those of `input`, and `InvalidData` for a file that ends within what is no row by itself.
    fn read(&self, input: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()>;

    /// Reads at least all rows of one place.
    ///
    /// # Errors
    ///
    /// As [`Self::read`].
    fn read_of(&self, _of: &WantedPlace, input: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()> {
        self.read(input, sink)
    }

    /// True if the line of a row is one of the file, false if it only numbers the rows.
    fn has_lines(&self) -> bool {
        true
    }
}

/// A format whose rows are records of fields below a header, in CSV or in anything that is laid out like it.
trait RecordFormat: Meanings {
    /// The places of the columns that are read.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn columns(&self) -> Vec<usize>;

    /// The places of columns with nothing but amounts.
    fn amounts(&self) -> Vec<usize> {
        Vec::new()
    }

    /// The columns of a format whose records say nothing but codes and amounts, each record being one row.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet needs it"))]
    fn plain_columns(&self) -> Option<PlainColumns> {
        None
    }

    /// The columns of the reporter and of the partner, and what a record has in them.
    fn sides(&self) -> [CodeColumn; 2];

    fn sides_of<'r>(&self, record: &Record<'r>) -> [Coded<'r>; 2] {
        self.sides().map(|side| side.of(record))
    }

    /// Passes on what a record says.
    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()>;

    /// The reason why no record is about trade, if none is.
    ///
    /// # Errors
    ///
    /// `InvalidData` with the reason.
    fn check(&self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
