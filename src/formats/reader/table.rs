//! The rows of one resource, by where they are written.

use foldhash::HashSet;

use super::column_search::Columns;
use super::csv::CsvRows;
use super::document::Document;

/// The rows of one resource, and their document.
pub struct Table<'a> {
    pub columns: Columns,
    pub document: Document<'a>,
    pub rows: Rows,
    /// Texts that mean no value, in addition to the empty one.
    pub missing: HashSet<String>,
}

/// Where the rows are. Each kind fills the same [`super::row::Row`], so nothing past `fill.rs` knows which it was.
pub enum Rows {
    /// Objects of a JSON list.
    Json(Vec<Span>),
    /// Records of a CSV file.
    Csv(CsvRows),
}

/// A part of a document, which is never larger than 32 bits count.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The part that begins at `start` and is as long as `part`.
    pub fn new(start: usize, part: &str) -> Option<Self> {
        let end = u32::try_from(start.checked_add(part.len())?).ok()?;
        Some(Self { start: u32::try_from(start).ok()?, end })
    }

    pub fn of<'a>(self, document: &Document<'a>) -> &'a str {
        document.text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Table<'_> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match &self.rows {
            Rows::Json(rows) => rows.len(),
            Rows::Csv(rows) => rows.len(),
        }
    }

    /// Where a row begins, in bytes.
    pub fn offset_of(&self, index: usize) -> usize {
        match &self.rows {
            Rows::Json(rows) => rows.get(index).map_or(usize::MAX, |row| row.start as usize),
            Rows::Csv(rows) => rows.start_of(index),
        }
    }
}
