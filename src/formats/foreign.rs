//! Published tables in other people's formats: rows of trade, one reader per format.
//!
//! A dataset of one's own is refused for one mistake. A foreign file is not: each row is read, set aside or not understood,
//! and what is not read is counted with its lines. A reader takes rows apart and says what codes mean; it keeps none,
//! decides on no whole and adds nothing up.
//!
//! A new format is a file here. One of records of fields, such as CSV, implements [`reader::RecordFormat`] and has a function like
//! [`baci::recognise`] in [`recognise::FORMATS`]; most only say where their columns are ([`table::ColumnPlaces`]). Any other implements
//! [`ForeignReader`] and has its function in [`recognise::READERS`].

mod amounts;
mod baci;
mod cells;
mod china_customs;
mod code_columns;
mod comtrade;
mod comtrade_old;
mod csv;
mod detail_codes;
mod eurostat_tsv;
mod facts;
pub(crate) mod head;
mod indicators;
mod json;
mod json_rows;
mod json_stat;
mod lines;
pub(crate) mod marks;
pub(crate) mod meaning;
mod measured;
mod members;
pub(crate) mod number;
mod offices;
#[cfg(feature = "parquet")]
mod parquet;
mod powers_of_ten;
mod quantity;
mod reader;
mod recognise;
mod record;
mod renamed;
mod roles;
mod row;
mod sdmx_csv;
mod sdmx_json;
mod sink;
mod stated;
mod table;
mod tidy;
mod translated;
mod unknown;
mod unread_column;
mod wanted;

pub(crate) use detail_codes::{DetailCodes, VALUATION, detail_bits, detail_codes};
pub(crate) use facts::{FileFacts, SameTrade, Says};
pub(crate) use head::Head;
pub(crate) use marks::Marks;
pub(crate) use meaning::{FlowMeaning, PlaceMeaning, ProductMeaning};
pub(crate) use number::{NumberCell, PrintedNumber};
#[cfg(feature = "parquet")]
pub(crate) use parquet::recognise_parquet;
#[cfg(all(test, feature = "parquet"))]
pub(crate) use parquet::tests::{TestColumn, file};
pub(crate) use quantity::QuantityUnit;
use reader::RecordFormat;
pub(crate) use reader::{ForeignReader, Meanings};
#[cfg(not(feature = "parquet"))]
pub(crate) use recognise::recognise_parquet;
pub(crate) use recognise::{missing_renamed, recognise};
pub use renamed::RenamedColumn;
pub(crate) use row::{AmountKind, Coded, ForeignRow, KnownRows, RowAmount, ShortAmount};
pub(crate) use sink::{LeftOut, RowSink, Unreadable};
pub(crate) use unknown::unknown_table;
pub(crate) use unread_column::{UnreadColumn, WhyUnread};
pub(crate) use wanted::WantedPlace;

#[cfg(test)]
mod tests;
