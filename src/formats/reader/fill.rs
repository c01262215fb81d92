//! Fills rows from where they are written, one after the other, so that only one is held at a time.

use std::ops::Range;

use foldhash::HashSet;

use super::column_search::{ColumnSearch, Columns, UnknownColumns};
use super::csv::{CsvCursor, CsvRows};
use super::header::HeaderColumn;
use super::json;
use super::problems::Problems;
use super::row::{Content, Row};
use super::row_reader::RowReader;
use super::table::{Rows, Table};
use crate::formats::faults::{Expected, Fault, Problem, Quoted, Suggestion};
use crate::formats::limits::MAX_COLUMNS;
use crate::text::harmless::shown;

/// Oddities of columns, collected over all rows to be reported once.
#[derive(Default)]
pub struct Oddities {
    pub unknown: UnknownColumns,
    /// Fields with a value under no name, as positions in the first row of a CSV file.
    pub nameless: Vec<usize>,
}

/// Fills rows and reports on them.
struct Filler<'t, 'a> {
    table: &'t Table<'a>,
    cursor: Option<CsvCursor>,
    row: Row<'a>,
    oddities: Oddities,
}

impl Table<'_> {
    /// Reads a range of the rows with `read`.
    pub fn read(
        &self,
        range: Range<usize>,
        problems: &mut Problems,
        mut read: impl FnMut(&mut RowReader, usize),
    ) -> Oddities {
        let mut filler = Filler::new(self);
        for index in range {
            if filler.fill(index, problems) {
                read(&mut RowReader::new(self, &filler.row, problems), index);
            }
        }
        filler.oddities
    }

    /// Reads all rows with `read`, and reports what is odd about their columns.
    pub fn read_all(&self, problems: &mut Problems, mut read: impl FnMut(usize, &mut RowReader)) {
        let oddities = self.read(0..self.len(), problems, |row, index| read(index, row));
        self.report(oddities, problems);
    }

    /// Reports what was odd about the columns of all rows.
    pub fn report(&self, oddities: Oddities, problems: &mut Problems) {
        oddities.unknown.warn(problems);
        if let Rows::Csv(rows) = &self.rows {
            rows.report_nameless(oddities.nameless, &self.document, &self.columns, problems);
        }
    }

    /// Looks at one row again, to report something about it.
    pub fn again(&self, index: usize, problems: &mut Problems, read: impl FnOnce(&mut RowReader)) {
        let mut filler = Filler::new(self);
        if filler.fill(index, &mut Problems::default()) {
            read(&mut RowReader::new(self, &filler.row, problems));
        }
    }
}

impl Oddities {
    /// Adds those of rows further down.
    pub fn extend(&mut self, later: Self) {
        self.unknown.extend(later.unknown);
        self.nameless.extend(later.nameless);
        self.nameless.sort_unstable();
        self.nameless.dedup();
    }
}

impl<'t, 'a> Filler<'t, 'a> {
    fn new(table: &'t Table<'a>) -> Self {
        let cursor = match &table.rows {
            Rows::Json(_) => None,
            Rows::Csv(rows) => Some(rows.cursor()),
        };
        Self { table, cursor, row: Row::default(), oddities: Oddities::default() }
    }

    /// Fills the row with what is written at `index`; false if there is nothing to read.
    fn fill(&mut self, index: usize, problems: &mut Problems) -> bool {
        match &self.table.rows {
            Rows::Json(rows) => rows
                .get(index)
                .is_some_and(|row| self.fill_json(index, row.of(&self.table.document), problems)),
            Rows::Csv(rows) => self.fill_csv(index, rows, problems),
        }
    }

    fn fill_json(&mut self, index: usize, raw: &'a str, problems: &mut Problems) -> bool {
        let Table { document, columns, missing, .. } = self.table;
        let (offset, search) = (document.offset_of(raw), ColumnSearch::default());
        self.row.start(index, offset, columns);
        let (row, unknown) = (&mut self.row, &mut self.oddities.unknown);
        let mut count = 0;
        let is_object = json::each_member(raw, |name, value| {
            count += 1;
            if count > MAX_COLUMNS {
                return;
            }
            let offset = document.offset_of(value);
            let Some(column) = search.position(columns, &name) else {
                if unknown.is_new(&name) {
                    let problem = unknown_column(self.table, (index, offset), &name, problems);
                    unknown.push(&name, problem);
                }
                return;
            };
            let is_missing = value == "null" || is_one_of(missing, value);
            let content = if is_missing { Content::Null } else { Content::Json(value) };
            if !row.set(column, content, offset) {
                let fault = Fault::CellTwice { name: Quoted::new(&name) };
                problems.error(document, offset, format!("{}[{index}]", columns.resource), fault);
            }
        })
        .is_some();
        if !is_object {
            let fault = Fault::Expected { kind: json::kind(raw), expected: Expected::Row };
            problems.error(document, offset, format!("{}[{index}]", columns.resource), fault);
        }
        if count > MAX_COLUMNS {
            let fault = Fault::TooMany { what: "columns", count, most: MAX_COLUMNS };
            problems.error(document, offset, format!("{}[{index}]", columns.resource), fault);
        }
        is_object
    }

    fn fill_csv(&mut self, index: usize, rows: &CsvRows, problems: &mut Problems) -> bool {
        let Table { document, columns, missing, .. } = self.table;
        let Some(cursor) = &mut self.cursor else { return false };
        let offset = rows.start_of(index);
        self.row.start(index, offset, columns);
        let (row, nameless) = (&mut self.row, &mut self.oddities.nameless);
        let (mut fields, mut is_empty) = (0, true);
        let open = cursor.record(document.text, offset, |field, at| {
            let is_missing = field.is_empty() || missing.contains(&*field);
            let content = if is_missing { Content::Null } else { Content::Field(rows.unprinted(field)) };
            let has_value = !matches!(content, Content::Null);
            is_empty &= !has_value;
            match rows.header.get(fields) {
                Some(HeaderColumn::Known(column)) => _ = row.set(*column, content, at),
                Some(HeaderColumn::Nameless) if has_value && !nameless.contains(&fields) => {
                    nameless.push(fields);
                }
                Some(HeaderColumn::Nameless | HeaderColumn::Unknown) | None => {}
            }
            fields += 1;
        });
        if let Some(open) = open {
            problems.error(document, open, format!("{}[{index}]", columns.resource), Fault::OpenQuote);
            return false;
        }
        let expected = rows.header.len();
        if fields != expected && !is_empty {
            let fault = Fault::Fields { found: fields, expected };
            problems.error(document, offset, format!("{}[{index}]", columns.resource), fault);
        }
        fields == expected && !is_empty
    }
}

/// True if a JSON value is a text that means no value.
fn is_one_of(missing: &HashSet<String>, raw: &str) -> bool {
    !missing.is_empty() && json::text(raw).is_some_and(|text| missing.contains(&*text))
}

/// A warning about a column that means nothing, first met in a row at an offset.
fn unknown_column(
    table: &Table,
    (index, offset): (usize, usize),
    name: &str,
    problems: &mut Problems,
) -> Problem {
    let Columns { resource, names, .. } = table.columns;
    let suggestion = match table.columns.miswritten(name) {
        Some(meant) => Suggestion(Some(names[meant].to_owned())),
        None => problems.search.nearest(name, names.iter().copied()),
    };
    table.document.problem(
        offset,
        format!("{resource}[{index}].{}", shown(name)),
        Fault::UnknownColumn { suggestion },
    )
}
