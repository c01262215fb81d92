//! The rows of one resource, read one after the other so that only one is held at a time.

use std::collections::HashSet;

use serde_json::value::RawValue;

use super::document::Document;
use super::json::{self, Members};
use super::problems::{Problem, Problems};
use super::row::{Cell, Content, Row, RowReader};
use crate::text::harmless::{harmless, quoted};

/// How many unknown columns of one resource are worth a warning each.
const MOST_WARNINGS: usize = 100;

/// The rows of one resource, and the document that they stand in.
pub struct Table<'a> {
    pub resource: &'static str,
    pub document: Document<'a>,
    pub rows: Rows<'a>,
}

/// Rows not yet looked into.
pub enum Rows<'a> {
    /// Objects of a JSON list.
    Json(Vec<&'a RawValue>),
    /// Records of a CSV file.
    Csv(Vec<Row<'a>>),
}

impl<'a> Table<'a> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match &self.rows {
            Rows::Json(rows) => rows.len(),
            Rows::Csv(rows) => rows.len(),
        }
    }

    /// Reads a range of the rows with `read`, which gets a row's number and its reader; tells columns that stand
    /// twice in a row, and gives back the columns that mean nothing here, each with where it first stands.
    pub fn read(
        &self,
        range: std::ops::Range<usize>,
        columns: &[&str],
        problems: &mut Problems,
        mut read: impl FnMut(usize, &mut RowReader),
    ) -> Unknown {
        let document = Document::new(self.document.name, self.document.text);
        let mut check = ColumnCheck { columns, unknown: Unknown::default(), sound: Vec::new() };
        for index in range {
            self.with_row(index, &document, problems, |row, problems| {
                check.row(row, &document, problems);
                read(index, &mut RowReader::new(row, &document, problems));
            });
        }
        check.unknown
    }

    /// Reads all rows with `read`, and warns of columns that mean nothing here.
    pub fn read_all(
        &self,
        columns: &[&str],
        problems: &mut Problems,
        read: impl FnMut(usize, &mut RowReader),
    ) {
        self.read(0..self.len(), columns, problems, read).warn(problems);
    }

    /// Looks at one row again, to complain about it.
    pub fn again(&self, index: usize, problems: &mut Problems, read: impl FnOnce(&mut RowReader)) {
        self.with_row(index, &self.document, problems, |row, problems| {
            read(&mut RowReader::new(row, &self.document, problems));
        });
    }

    fn with_row(
        &self,
        index: usize,
        document: &Document<'a>,
        problems: &mut Problems,
        act: impl FnOnce(&Row<'a>, &mut Problems),
    ) {
        let raw = match &self.rows {
            Rows::Csv(rows) => return rows.get(index).map_or((), |row| act(row, problems)),
            Rows::Json(rows) => rows.get(index).map_or("", |raw| raw.get()),
        };
        let offset = document.offset_of(raw);
        let Ok(Members(members)) = serde_json::from_str(raw) else {
            let what = format!("is {} where a row, an object, was expected", json::kind(raw));
            problems.error(document, offset, format!("{}[{index}]", self.resource), what);
            return;
        };
        let cells = members.into_iter().map(|(name, raw)| {
            let raw: &str = raw.get();
            let content = if raw == "null" { Content::Null } else { Content::Json(raw) };
            (name, Cell { content, offset: document.offset_of(raw) })
        });
        act(&Row { resource: self.resource, index, offset, cells: cells.collect() }, problems);
    }
}

/// Columns that mean nothing, with where they first stand.
#[derive(Default)]
pub struct Unknown {
    first: Vec<(String, Problem)>,
    names: HashSet<String>,
}

impl Unknown {
    /// Whether a name is not among them yet, and still worth a warning.
    fn is_new(&mut self, name: &str) -> bool {
        self.first.len() < MOST_WARNINGS && self.names.insert(name.to_owned())
    }

    /// The same with those of rows further down.
    pub fn and(mut self, later: Self) -> Self {
        for (name, problem) in later.first {
            if self.is_new(&name) {
                self.first.push((name, problem));
            }
        }
        self
    }

    /// Warns of them, once each.
    pub fn warn(self, problems: &mut Problems) {
        problems.warnings.extend(self.first.into_iter().map(|(_, problem)| problem));
    }
}

/// Looks at the columns of rows; a row with the columns of the row before it has nothing new to say.
struct ColumnCheck<'c> {
    columns: &'c [&'c str],
    unknown: Unknown,
    /// The columns of the last row in which none stood twice.
    sound: Vec<String>,
}

impl ColumnCheck<'_> {
    fn row(&mut self, row: &Row, document: &Document, problems: &mut Problems) {
        if !self.sound.is_empty() && row.cells.iter().map(|(name, _)| name).eq(&self.sound) {
            return;
        }
        let place = || format!("{}[{}]", row.resource, row.index);
        let mut known = vec![false; self.columns.len()];
        let mut others: HashSet<&str> = HashSet::new();
        let mut is_sound = true;
        for (name, cell) in &row.cells {
            let column = self.columns.iter().position(|column| column == name);
            let is_new = match column.and_then(|column| known.get_mut(column)) {
                Some(known) => !std::mem::replace(known, true),
                None => others.insert(name),
            };
            if !is_new {
                let what = format!("the column {} stands twice in this row", quoted(name));
                problems.error(document, cell.offset, place(), what);
                is_sound = false;
            } else if column.is_none() && self.unknown.is_new(name) {
                let suggestion = problems.search.did_you_mean(name, self.columns.iter().copied());
                let what = format!("warning: unknown column, left alone{suggestion}");
                let place = format!("{}.{}", place(), harmless(name));
                let problem = document.problem(cell.offset, place, what);
                self.unknown.first.push((name.as_ref().to_owned(), problem));
            }
        }
        self.sound.resize(if is_sound { row.cells.len() } else { 0 }, String::new());
        for (sound, (name, _)) in self.sound.iter_mut().zip(&row.cells) {
            name.as_ref().clone_into(sound);
        }
    }
}
