//! Rows that stand in the descriptor itself.

use foldhash::HashSet;

use crate::formats::faults::{Expected, Fault};
use crate::formats::reader::column_search::Columns;
use crate::formats::reader::document::Document;
use crate::formats::reader::json;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::table::{Rows, Span, Table};

/// Rows in the descriptor itself, at some place: a list of objects.
pub fn inline<'a>(
    columns: Columns,
    place: &str,
    document: &Document<'a>,
    data: Option<&'a str>,
    problems: &mut Problems,
) -> Table<'a> {
    let raw = data.unwrap_or("[]");
    let span = |row| Span::new(document.offset_of(row), row);
    let rows = json::values_in(document, raw).map(|values| values.filter_map(span).collect());
    if rows.is_none() {
        let fault = Fault::Expected { kind: json::kind(raw), expected: Expected::Rows };
        problems.error(document, document.offset_of(raw), place.to_owned(), fault);
    }
    let rows = Rows::Json(rows.unwrap_or_default());
    Table { columns, document: document.for_table(), rows, missing: HashSet::default() }
}
