//! Reads the columns of one row and reports everything wrong with them.

mod members;
mod paragraphs;

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};

use super::column_search::ColumnSearch;
use super::json;
use super::number;
use super::problems::Problems;
use super::row::{Cell, Content, Row};
use super::table::{Rows, Table};
use crate::dataset::{Code, Period, Quantity};
use crate::formats::faults::{Expected, Fault, JsonKind, Quoted, Suggestion};
use crate::formats::limits::{fault_of, most_bytes};

/// Reads the columns of one row.
pub struct RowReader<'r, 'a> {
    table: &'r Table<'a>,
    row: &'r Row<'a>,
    problems: &'r mut Problems,
    search: ColumnSearch,
}

impl<'r, 'a> RowReader<'r, 'a> {
    pub fn new(table: &'r Table<'a>, row: &'r Row<'a>, problems: &'r mut Problems) -> Self {
        Self { table, row, problems, search: ColumnSearch::default() }
    }

    /// Reports an error in a column of this row, or in the row itself if it has no such column.
    pub fn error(&mut self, column: &str, fault: Fault) {
        let (offset, place) = self.place(column);
        self.problems.error(&self.table.document, offset, place, fault);
    }

    /// Warns of something odd in a column of this row.
    pub fn warn(&mut self, column: &str, fault: Fault) {
        let (offset, place) = self.place(column);
        let problem = self.table.document.problem(offset, place, fault);
        self.problems.warn(problem);
    }

    /// Where a column is, and what messages call it.
    fn place(&self, column: &str) -> (usize, String) {
        let offset = self.cell(column).map_or(self.row.offset, |cell| cell.offset);
        (offset, format!("{}[{}].{column}", self.table.columns.resource, self.row.index))
    }

    fn cell(&self, column: &str) -> Option<&'r Cell<'a>> {
        self.row.cell(self.search.position(&self.table.columns, column)?)
    }

    /// True if the column has a value.
    pub fn has(&self, column: &str) -> bool {
        self.value(column).is_some()
    }

    /// The content of a column, if that is a value.
    fn value(&self, column: &str) -> Option<&'r Content<'a>> {
        let content = &self.cell(column)?.content;
        match content {
            Content::Null | Content::Json("null" | "\"\"") => None,
            Content::Json(_) | Content::Field(_) => Some(content),
        }
    }

    /// The text of a column, copied; see [`RowReader::field`].
    pub fn text(&mut self, column: &str) -> Option<String> {
        self.field(column).map(Cow::into_owned)
    }

    /// The text of a column; `None` if it has none, or none that may be shown.
    pub fn field(&mut self, column: &str) -> Option<Cow<'r, str>> {
        let text = self.unchecked(column)?;
        self.checked(column, text)
    }

    /// The text of a column, whatever its length and its characters.
    pub fn unchecked(&mut self, column: &str) -> Option<Cow<'r, str>> {
        let text: Cow<'r, str> = match self.value(column)? {
            Content::Null => return None,
            Content::Field(field) => Cow::Borrowed(field.as_ref()),
            Content::Json(raw) if raw.starts_with('"') => {
                let Some(text) = json::text(raw) else {
                    self.error(column, Fault::Escape);
                    return None;
                };
                text
            }
            Content::Json(raw) => {
                let kind = json::kind(raw);
                let fault = if kind == JsonKind::Number {
                    Fault::NumberForText { text: Quoted::new(raw) }
                } else {
                    Fault::Expected { kind, expected: Expected::Kind(JsonKind::Text) }
                };
                self.error(column, fault);
                return None;
            }
        };
        Some(text)
    }

    /// The text itself, if it may be shown.
    fn checked<'t>(&mut self, column: &str, text: Cow<'t, str>) -> Option<Cow<'t, str>> {
        let is_known = self.table.document.is_part_of_program;
        if let Some(fault) = (!is_known).then(|| fault_of(&text, most_bytes(column))).flatten() {
            self.error(column, fault);
            return None;
        }
        Some(text)
    }

    /// The text of a column that every row needs.
    pub fn required(&mut self, column: &str) -> Option<String> {
        self.required_field(column).map(Cow::into_owned)
    }

    /// As [`RowReader::required`], not copied.
    pub fn required_field(&mut self, column: &str) -> Option<Cow<'r, str>> {
        if !self.has(column) {
            self.error_missing(column, Fault::Missing);
        }
        self.field(column)
    }

    /// Reports that a row lacks a column; a column that a whole CSV file lacks is reported once, with its first row.
    fn error_missing(&mut self, column: &str, fault: Fault) {
        match self.table.rows {
            Rows::Csv(_) if self.cell(column).is_none() => {}
            Rows::Csv(_) | Rows::Json(_) => self.error(column, fault),
        }
    }

    /// One of a closed list of codes.
    pub fn code<C: Code>(&mut self, column: &str) -> Option<C> {
        let text = self.field(column)?;
        let code = C::parse(&text);
        if code.is_none() {
            let suggestion = self.suggestion(&text, C::ALL.iter().map(|(code, _)| *code));
            let (written, codes) = (Quoted::new(&text), codes::<C>());
            self.error(column, Fault::NotACode { written, codes, suggestion });
        }
        code
    }

    /// A code that every row needs.
    pub fn required_code<C: Code>(&mut self, column: &str) -> Option<C> {
        if !self.has(column) {
            self.error_missing(column, Fault::MissingCode { codes: codes::<C>() });
        }
        self.code(column)
    }

    /// A day.
    pub fn day(&mut self, column: &str) -> Option<NaiveDate> {
        let text = self.field(column)?;
        let day = text.parse().ok();
        if day.is_none() {
            self.error(column, Fault::NotADate { written: Quoted::new(&text) });
        }
        day
    }

    /// A period of time.
    pub fn period(&mut self, column: &str) -> Option<Period> {
        let text = self.field(column)?;
        let period = Period::parse(&text);
        if period.is_none() {
            self.error(column, Fault::NotAPeriod { written: Quoted::new(&text) });
        }
        period
    }

    /// A whole number in a range.
    pub fn integer<N>(&mut self, column: &str, range: RangeInclusive<N>) -> Option<N>
    where
        N: FromStr + PartialOrd + Copy + Into<i32>,
    {
        let number = self.numeral(column)?;
        let parsed = number.parse().ok().filter(|n| range.contains(n));
        if parsed.is_none() {
            let (written, least, most) =
                (Quoted::new(&number), (*range.start()).into(), (*range.end()).into());
            self.error(column, Fault::NotWhole { written, least, most });
        }
        parsed
    }

    /// A printed number; its decimals are those given, else those of the number as written.
    pub fn quantity(&mut self, column: &str, decimals: Option<u32>) -> Option<Quantity> {
        let written = self.numeral(column)?;
        let quantity = number::quantity(&written, decimals);
        quantity.map_err(|fault| self.error(column, fault)).ok()
    }

    /// A number as it is written. JSON may hold it as text too, which keeps the zeros at its end.
    fn numeral(&mut self, column: &str) -> Option<Cow<'r, str>> {
        match &self.cell(column)?.content {
            Content::Json(raw) if json::kind(raw) == JsonKind::Number => Some(Cow::Borrowed(raw)),
            Content::Json(raw) if !raw.starts_with('"') && *raw != "null" => {
                self.error(
                    column,
                    Fault::Expected { kind: json::kind(raw), expected: Expected::Kind(JsonKind::Number) },
                );
                None
            }
            Content::Json(_) | Content::Field(_) | Content::Null => self.field(column),
        }
    }

    /// Names in a JSON list of texts or in one text with commas between them; those that may not be shown are left out.
    pub fn names(&mut self, column: &str) -> Vec<Cow<'r, str>> {
        let raw = match self.cell(column).map(|cell| &cell.content) {
            Some(Content::Json(raw)) if raw.starts_with('[') => *raw,
            Some(Content::Json(_) | Content::Field(_) | Content::Null) | None => {
                let text = self.unchecked(column).unwrap_or_default();
                let names = text.split(',').filter(|_| !text.is_empty()).map(|name| name.trim().to_owned());
                return names.filter_map(|name| self.checked(column, name.into())).collect();
            }
        };
        let names: Option<Vec<Cow<str>>> =
            json::values(raw).and_then(|names| names.map(json::text).collect());
        let Some(names) = names else {
            self.error(column, Fault::NotTexts);
            return Vec::new();
        };
        names.into_iter().filter_map(|name| self.checked(column, name)).collect()
    }

    /// As [`RowReader::names`], copied.
    pub fn list(&mut self, column: &str) -> Vec<String> {
        self.names(column).into_iter().map(Cow::into_owned).collect()
    }

    /// The text of a column in which no two rows may have the same.
    pub fn unique(&mut self, column: &str, seen: &mut HashSet<String>) -> Option<String> {
        let text = self.required(column)?;
        if !seen.insert(text.clone()) {
            self.error_twice(column);
            return None;
        }
        Some(text)
    }

    /// Reports that an earlier row has the same text in a column in which no two rows may.
    pub fn error_twice(&mut self, column: &str) {
        let text = self.field(column).unwrap_or_default();
        self.error(column, Fault::RowTwice { column: column.to_owned(), written: Quoted::new(&text) });
    }

    /// The position of the row that a column names.
    pub fn reference(&mut self, column: &'static str, known: &HashMap<&str, usize>) -> Option<usize> {
        let name = self.field(column)?;
        let at = known.get(&*name).copied();
        if at.is_none() {
            self.error_unknown(column, (column, &name), known.keys().copied());
        }
        at
    }

    /// Reports that there is nothing of a kind with the id that a column names.
    pub fn error_unknown<'c>(
        &mut self,
        column: &str,
        (kind, id): (&'static str, &str),
        candidates: impl IntoIterator<Item = &'c str>,
    ) {
        let suggestion = self.suggestion(id, candidates);
        self.error(column, Fault::UnknownId { kind, id: Quoted::new(id), suggestion });
    }

    /// The candidate nearest to `word`, while there is time to search.
    pub fn suggestion<'c>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Suggestion {
        self.problems.search.nearest(word, candidates)
    }
}

/// A closed list of codes, as messages name it.
fn codes<C: Code>() -> String {
    C::ALL.iter().map(|(code, _)| *code).collect::<Vec<_>>().join(", ")
}
