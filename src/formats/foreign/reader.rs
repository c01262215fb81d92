//! The traits of a format: its reader, and the meaning of its codes.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::code_columns::{CodeColumn, PlainColumns};
use super::facts::FileFacts;
use super::meaning::{self, FlowMeaning, PlaceMeaning, ProductMeaning};
use super::quantity::{self, QuantityUnit};
use super::record::Record;
use super::row::Coded;
use super::sink::RowSink;
use super::unread_column::UnreadColumn;
use super::wanted::WantedPlace;
use crate::dataset::Period;

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
    fn read(&self, input: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()>;

    /// Reads at least all rows of one place.
    ///
    /// # Errors
    ///
    /// As [`Self::read`].
    fn read_of(
        &self,
        _of: &WantedPlace,
        input: &mut (dyn Read + Send),
        sink: &mut dyn RowSink,
    ) -> io::Result<()> {
        self.read(input, sink)
    }

    /// True if the line of a row is one of the file, false if it only numbers the rows.
    fn has_lines(&self) -> bool {
        true
    }
}

/// A format whose rows are records of fields below a header, in CSV or in anything that is laid out like it.
pub(super) trait RecordFormat: Meanings {
    /// The places of the columns that are read.
    #[cfg_attr(not(feature = "parquet"), allow(dead_code, reason = "only Parquet needs it"))]
    fn columns(&self) -> Vec<usize>;

    /// The places of columns with nothing but amounts.
    #[cfg_attr(not(feature = "parquet"), allow(dead_code, reason = "only Parquet needs it"))]
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
