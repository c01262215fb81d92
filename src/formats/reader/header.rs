//! The first row of a CSV text: what it calls the columns, each mistake reported once and in its own place.

use super::column_search::{ColumnSearch, Columns};
use super::document::Document;
use super::problems::Problems;
use crate::formats::faults::{Fault, Quoted};
use crate::text::harmless::shown;

/// A name in the first record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderColumn {
    /// The position of a known column.
    Known(usize),
    /// A name that means nothing, or is reported already.
    Unknown,
    /// Nothing is written here and to the end of the row; the fields under it must be empty.
    Nameless,
}

/// Resolves each name and reports its mistakes. A name with a slip counts as the column that is meant, so that
/// rows are not reported for lacking it.
pub fn resolve(
    document: &Document,
    columns: &Columns,
    names: &[(String, usize)],
    problems: &mut Problems,
) -> Vec<HeaderColumn> {
    let (mut header, search) = (Vec::with_capacity(names.len()), ColumnSearch::default());
    let end = names.iter().rposition(|(name, _)| !name.trim().is_empty()).map_or(0, |last| last + 1);
    for (index, (name, at)) in names.iter().enumerate() {
        let mut error = |fault| problems.error(document, *at, columns.resource.to_owned(), fault);
        let is_repeated = |known| header.contains(&HeaderColumn::Known(known));
        let column = if index >= end {
            HeaderColumn::Nameless
        } else if name.trim().is_empty() {
            error(Fault::NoName { column: index + 1 });
            HeaderColumn::Unknown
        } else if let Some(known) = search.position(columns, name) {
            if is_repeated(known) {
                error(Fault::ColumnTwice { name: Quoted::new(name) });
                HeaderColumn::Unknown
            } else {
                HeaderColumn::Known(known)
            }
        } else if let Some(known) = columns.miswritten(name) {
            error(Fault::Miswritten { name: Quoted::new(name), column: columns.names[known] });
            if is_repeated(known) { HeaderColumn::Unknown } else { HeaderColumn::Known(known) }
        } else {
            let suggestion = problems.search.nearest(name, columns.names.iter().copied());
            let place = format!("{}.{}", columns.resource, shown(name));
            problems.warn(document.problem(*at, place, Fault::UnknownColumn { suggestion }));
            HeaderColumn::Unknown
        };
        header.push(column);
    }
    header
}

/// Reports columns that every row needs and that the first row does not name.
pub fn require(document: &Document, columns: &Columns, header: &[HeaderColumn], problems: &mut Problems) {
    for required in columns.required {
        let is_named = |column: &HeaderColumn| match column {
            HeaderColumn::Known(known) => columns.names[*known] == *required,
            HeaderColumn::Unknown | HeaderColumn::Nameless => false,
        };
        if !header.iter().any(is_named) {
            let fault = Fault::NoColumn { column: required };
            problems.error(document, 0, columns.resource.to_owned(), fault);
        }
    }
}
