//! A row of a resource, read column by column; every complaint names its place.

mod members;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::document::Document;
use super::json::{self, Text};
use super::number;
use super::problems::Problems;
use crate::dataset::{Code, Period, Quantity};
use crate::text::harmless::{first_harmful, quoted};

/// Where the row with each id stands.
pub type Ids = HashMap<String, usize>;

/// A row as it stands in the file.
pub struct Row<'a> {
    /// Name of the resource: `observations`.
    pub resource: &'static str,
    /// Which row, from 0.
    pub index: usize,
    /// Where the row begins.
    pub offset: usize,
    /// Its columns, by name.
    pub cells: Vec<(Cow<'a, str>, Cell<'a>)>,
}

/// What stands in a column of a row.
pub struct Cell<'a> {
    /// The value.
    pub content: Content<'a>,
    /// Where it begins.
    pub offset: usize,
}

/// A value of a row, not yet looked into.
pub enum Content<'a> {
    /// No value.
    Null,
    /// A value of a JSON text.
    Json(&'a str),
    /// A field of a CSV text, unquoted.
    Field(Cow<'a, str>),
}

/// Reads the columns of one row and collects what is wrong with them.
pub struct RowReader<'r, 'a> {
    row: &'r Row<'a>,
    document: &'r Document<'a>,
    problems: &'r mut Problems,
    /// Where the last search for a column ended.
    last: std::cell::Cell<usize>,
}

impl<'r, 'a> RowReader<'r, 'a> {
    pub fn new(row: &'r Row<'a>, document: &'r Document<'a>, problems: &'r mut Problems) -> Self {
        Self { row, document, problems, last: std::cell::Cell::new(0) }
    }

    /// Complains about a column of this row, or about the row itself where it has no such column.
    pub fn error(&mut self, column: &str, what: impl Into<String>) {
        let (offset, place) = self.place(column);
        self.problems.error(self.document, offset, place, what);
    }

    /// Warns of what is odd in a column of this row.
    pub fn warn(&mut self, column: &str, what: &str) {
        let (offset, place) = self.place(column);
        self.problems.warnings.push(self.document.problem(offset, place, format!("warning: {what}")));
    }

    /// Where a column stands, and what it is called in messages.
    fn place(&self, column: &str) -> (usize, String) {
        let offset = self.cell(column).map_or(self.row.offset, |cell| cell.offset);
        (offset, format!("{}[{}].{column}", self.row.resource, self.row.index))
    }

    /// What stands in a column. Most files have their columns in the order in which they are asked for, so the search
    /// begins where the last one ended.
    fn cell(&self, column: &str) -> Option<&'r Cell<'a>> {
        let (before, after) = self.row.cells.split_at_checked(self.last.get())?;
        let at = after.iter().chain(before).position(|(name, _)| name == column)?;
        let at = (self.last.get() + at) % self.row.cells.len();
        self.last.set(at);
        self.row.cells.get(at).map(|(_, cell)| cell)
    }

    /// Whether the column has a value.
    pub fn has(&self, column: &str) -> bool {
        self.cell(column).is_some_and(|cell| match &cell.content {
            Content::Null => false,
            Content::Json(raw) => !matches!(*raw, "null" | "\"\""),
            Content::Field(_) => true,
        })
    }

    /// The text of a column; `None` where there is none, or where it is not fit to be one.
    pub fn text(&mut self, column: &str) -> Option<String> {
        if !self.has(column) {
            return None;
        }
        let text: Cow<str> = match &self.cell(column)?.content {
            Content::Null => return None,
            Content::Field(field) => Cow::Borrowed(field.as_ref()),
            // The text was found to be JSON as a whole; without an escape, a value is what stands between its quotes.
            Content::Json(raw) if raw.starts_with('"') && !raw.contains('\\') => {
                Cow::Borrowed(raw.trim_matches('"'))
            }
            Content::Json(raw) if raw.starts_with('"') => {
                let Ok(Text(text)) = serde_json::from_str(raw) else {
                    self.error(column, "is not text: an escape in it stands for no character");
                    return None;
                };
                text
            }
            Content::Json(raw) => {
                let hint =
                    if json::kind(raw) == "a number" { format!(" (write \"{raw}\")") } else { String::new() };
                self.error(column, format!("is {} where text was expected{hint}", json::kind(raw)));
                return None;
            }
        };
        self.without_controls(column, text)
    }

    /// The text itself, if it is fit to be one.
    fn without_controls(&mut self, column: &str, text: Cow<str>) -> Option<String> {
        if let Some(control) = first_harmful(&text) {
            let what = format!("{} holds the control character U+{:04X}", quoted(&text), u32::from(control));
            self.error(column, format!("{what}; text must have none"));
            return None;
        }
        Some(text.into_owned())
    }

    /// The text of a column that must have one.
    pub fn required(&mut self, column: &str) -> Option<String> {
        if !self.has(column) {
            self.error(column, "is missing; every row needs one");
            return None;
        }
        self.text(column)
    }

    /// One of a closed list of codes.
    pub fn code<C: Code>(&mut self, column: &str) -> Option<C> {
        let text = self.text(column)?;
        let code = C::parse(&text);
        if code.is_none() {
            let all: Vec<&str> = C::ALL.iter().map(|(code, _)| *code).collect();
            let suggestion = self.suggestion(&text, all.iter().copied());
            self.error(column, format!("{} is none of {}{suggestion}", quoted(&text), all.join(", ")));
        }
        code
    }

    /// A period of time.
    pub fn period(&mut self, column: &str) -> Option<Period> {
        let text = self.text(column)?;
        let period = Period::parse(&text);
        if period.is_none() {
            let what = format!("{} is not a period", quoted(&text));
            self.error(column, format!("{what} (write 2023, 2023-Q1, 2023-11 or 2023-01-01/P11M)"));
        }
        period
    }

    /// A whole number in a range.
    pub fn integer(&mut self, column: &str, range: std::ops::RangeInclusive<i8>) -> Option<i8> {
        let number = self.numeral(column)?;
        let parsed = number.parse().ok().filter(|n| range.contains(n));
        if parsed.is_none() {
            let (least, most) = (range.start(), range.end());
            let what = format!("{} is not a whole number from {least} to {most}", quoted(&number));
            self.error(column, what);
        }
        parsed
    }

    /// A printed number; its decimals are those given, else those of the number as written.
    pub fn quantity(&mut self, column: &str, decimals: Option<u32>) -> Option<Quantity> {
        let written = self.numeral(column)?;
        let quantity = number::quantity(&written, decimals);
        quantity.map_err(|what| self.error(column, what)).ok()
    }

    /// A number as it is written, in JSON also as text, which keeps the zeros at its end.
    fn numeral(&mut self, column: &str) -> Option<String> {
        let is_number = self
            .cell(column)
            .is_some_and(|cell| matches!(&cell.content, Content::Json(raw) if json::kind(raw) == "a number"));
        match &self.cell(column)?.content {
            Content::Json(raw) if is_number => Some((*raw).to_owned()),
            Content::Json(raw) if !raw.starts_with('"') && *raw != "null" => {
                self.error(column, format!("is {} where a number was expected", json::kind(raw)));
                None
            }
            Content::Json(_) | Content::Field(_) | Content::Null => self.text(column),
        }
    }

    /// Names in a list, a JSON list of texts or one text with commas between them; without those not fit to be one.
    pub fn list(&mut self, column: &str) -> Vec<String> {
        let raw = match self.cell(column).map(|cell| &cell.content) {
            Some(Content::Json(raw)) if raw.starts_with('[') => *raw,
            Some(Content::Json(_) | Content::Field(_) | Content::Null) | None => {
                let text = self.text(column).unwrap_or_default();
                let names = text.split(',').map(|name| name.trim().to_owned());
                return if text.is_empty() { Vec::new() } else { names.collect() };
            }
        };
        let Ok(names) = serde_json::from_str::<Vec<Text>>(raw) else {
            self.error(column, "is not a list of texts");
            return Vec::new();
        };
        names.into_iter().filter_map(|Text(name)| self.without_controls(column, name)).collect()
    }

    /// The text of a column that no two rows share.
    pub fn unique(&mut self, column: &str, seen: &mut HashSet<String>) -> Option<String> {
        let text = self.required(column)?;
        if !seen.insert(text.clone()) {
            self.error_twice(column);
            return None;
        }
        Some(text)
    }

    /// Complains that another row has the same text in a column that no two rows share.
    pub fn error_twice(&mut self, column: &str) {
        let text = self.text(column).unwrap_or_default();
        self.error(column, format!("a second row with the {column} {}", quoted(&text)));
    }

    /// A code that every row must have.
    pub fn required_code<C: Code>(&mut self, column: &str) -> Option<C> {
        if !self.has(column) {
            let all: Vec<&str> = C::ALL.iter().map(|(code, _)| *code).collect();
            self.error(column, format!("is missing; every row needs one of {}", all.join(", ")));
        }
        self.code(column)
    }

    /// Where the row that a column names stands.
    pub fn reference(&mut self, column: &str, known: &HashMap<&str, usize>) -> Option<usize> {
        let name = self.text(column)?;
        let at = known.get(name.as_str()).copied();
        if at.is_none() {
            let suggestion = self.suggestion(&name, known.keys().copied());
            self.error(column, format!("no {column} has the id {}{suggestion}", quoted(&name)));
        }
        at
    }

    /// Where the observation `name` stands, which a column names.
    ///
    /// An id that is `named`, of a row that could not be read, has had its complaint.
    pub fn observation(
        &mut self,
        column: &str,
        name: &str,
        by_id: &Ids,
        named: &HashSet<String>,
    ) -> Option<usize> {
        let at = by_id.get(name).copied();
        if at.is_none() && !named.contains(name) {
            let suggestion = self.suggestion(name, by_id.keys().chain(named).map(String::as_str));
            self.error(column, format!("no observation has the id {}{suggestion}", quoted(name)));
        }
        at
    }

    /// What `word` was most likely meant to be, while there is time to look.
    pub fn suggestion<'c>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> String {
        self.problems.search.did_you_mean(word, candidates)
    }
}
