//! One CSV file by itself: the figures that the program prints as CSV, or observations that somebody wrote.

use std::path::Path;

use foldhash::{HashMap, HashSet};

use super::faults::{Fault, Quoted, ReadError};
use super::fingerprint::Fingerprint;
use super::loaded::Loaded;
use super::package::{self, COLUMNS, Known};
use super::positions::Positions;
use super::reader::column_search::Columns;
use super::reader::csv::{CsvRows, Dialect};
use super::reader::document::Document;
use super::reader::problems::Problems;
use super::reader::row_reader::RowReader;
use super::reader::table::{Rows, Table};
use super::shares::Shares;
use crate::dataset::{Dataset, Source, known};

/// The columns that printed figures have in addition to those of a dataset; later ones are appended.
pub const PRINTED_COLUMNS: [&str; 11] = [
    "publisher", "published", "origin", "rule", "formula", "inputs", "low", "high", "findings", "verdict",
    "inherited_from",
];

const ALL_COLUMNS: [&str; COLUMNS.len() + PRINTED_COLUMNS.len()] = {
    let mut all = [""; COLUMNS.len() + PRINTED_COLUMNS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < COLUMNS.len() { COLUMNS[at] } else { PRINTED_COLUMNS[at - COLUMNS.len()] };
        at += 1;
    }
    all
};

const FIGURES: Columns = Columns { names: &ALL_COLUMNS, ..package::OBSERVATIONS };
const FIGURES_WITHOUT_IDS: Columns = Columns { required: &["reporter", "flow", "measure"], ..FIGURES };

/// Those of our columns that the first row names.
fn known_names(text: &str, delimiter: u8) -> impl Iterator<Item = &str> {
    let first = text.trim_start_matches(['\r', '\n']).lines().next().unwrap_or_default();
    let names = first.split(char::from(delimiter)).map(|name| name.trim().trim_matches('"'));
    names.filter(|name| ALL_COLUMNS.iter().any(|known| known.eq_ignore_ascii_case(name)))
}

/// How the file is written; `None` if its first row does not name columns of figures.
pub(super) fn dialect(text: &str) -> Option<Dialect> {
    let names = |delimiter: u8| (delimiter, known_names(text, delimiter).collect::<Vec<_>>());
    let delimiters = [b',', b';', b'\t', b'|'].map(names);
    let (delimiter, names) = delimiters.into_iter().max_by_key(|(_, names)| names.len())?;
    // Two names are no accident; that others are missing is reported with the first row. All tables of trade have reporters
    // and flows, though.
    let is_printed = names.contains(&"origin");
    let is_own = |name: &&str| name.contains('_') || ["id", "measure", "origin"].contains(name);
    (names.len() > 1 && names.iter().any(is_own)).then(|| Dialect {
        delimiter,
        is_printed,
        ..Dialect::default()
    })
}

/// True for a first row that names columns of figures, even if their number is under another name, which is reported: a
/// table of others has no ids of rows, measures and flows next to each other, and none of our names in small letters.
pub(super) fn are_own_names(names: &[String]) -> bool {
    let is_named = |wanted: &str| names.iter().any(|name| name == wanted);
    let known =
        names.iter().filter(|name| name.contains('_') && ALL_COLUMNS.contains(&name.as_str())).count();
    let (is_number_miswritten, required) = (names.iter().any(|name| is_number(name)), FIGURES.required);
    is_named("obs_value") || is_number_miswritten && known > 0 && required.iter().all(|name| is_named(name))
}

/// True for a name that means the column of the number.
fn is_number(name: &str) -> bool {
    FIGURES.miswritten(name).is_some_and(|at| ALL_COLUMNS[at] == "obs_value")
}

/// Reads the figures of `document`.
pub(super) fn parse(document: &Document, dialect: Dialect) -> Result<Loaded, ReadError> {
    let mut problems = Problems::default();
    let names_column = |name: &str| {
        known_names(document.text, dialect.delimiter).any(|known| known.eq_ignore_ascii_case(name))
    };
    // Rows without ids get some, as long as they are no printed figures.
    let figures = if dialect.is_printed || names_column("id") { FIGURES } else { FIGURES_WITHOUT_IDS };
    let rows = CsvRows::new(document, &figures, dialect, &mut problems);
    let document = Document::new(document.name, document.text);
    let mut table = Table { columns: figures, document, rows: Rows::Csv(rows), missing: HashSet::default() };
    let mut origins = Origins::default();
    if problems.count() == 0 {
        origins = Origins::read(&table, dialect.is_printed, &mut problems);
        origins.set_aside(&mut table, &mut problems);
        if table.len() == 0 {
            problems.error(&table.document, 0, String::new(), Fault::NoRows);
        }
    }
    let name = Path::new(table.document.name).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let is_its_own_source = !dialect.is_printed && !["source", "publisher"].into_iter().any(names_column);
    if is_its_own_source {
        origins.sources.push(Source::new(name.clone(), name, None));
    }
    // Names of places are not in the file, so their codes stay codes; only a country's must be its own.
    let codes = origins.places.iter().map(String::as_str);
    let codes = codes.filter(|code| dialect.is_printed || known::alpha3(code).is_none());
    let known = Known::new(&origins.sources, codes);
    let known = if is_its_own_source { known } else { known.without_default_source() };
    let observations = package::observations(&table, &known, &mut problems);
    let warnings = problems.into_result()?;
    let name = Path::new(table.document.name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let dataset = Dataset::new(name.clone(), name, origins.sources, Vec::new(), observations.list);
    let dataset = package::with_default_panes(dataset);
    let positions = Positions::new(observations.positions, Vec::new());
    Ok(Loaded { dataset, warnings, positions, fingerprint: Fingerprint::default() })
}

/// Where the figures of a file come from.
#[derive(Default)]
struct Origins {
    sources: Vec<Source>,
    by_id: HashMap<String, usize>,
    /// True for each row that was derived from others.
    is_derived: Vec<bool>,
    /// The shares of a printed pane and their wholes, some of which are in other panes.
    shares: Option<Shares>,
    /// Codes of reporters and partners.
    places: HashSet<String>,
    /// Rows that say something wrong of their source, with the column.
    wrong: Vec<(usize, &'static str, Wrong)>,
}

/// A fault in the source of a row.
enum Wrong {
    Origin,
    /// The column cannot be read.
    Unreadable,
    OtherSource,
}

impl Origins {
    fn read(table: &Table, is_printed: bool, problems: &mut Problems) -> Self {
        let mut origins = Self { shares: is_printed.then(Shares::default), ..Self::default() };
        let count = table.len();
        origins.is_derived.resize(count, false);
        // The observations are read from the same rows, and report what is wrong with them.
        let mut twice = Problems::default();
        table.read(0..count, &mut twice, |row, index| origins.read_row(row, index));
        for (index, column, wrong) in &origins.wrong {
            table.again(*index, problems, |row| wrong.report(row, column));
        }
        origins
    }

    fn read_row(&mut self, row: &mut RowReader, index: usize) {
        match row.field("origin").as_deref() {
            None | Some("published") => {}
            Some("derived") => {
                self.is_derived[index] = true;
                return;
            }
            Some(_) => self.wrong.push((index, "origin", Wrong::Origin)),
        }
        if let Some(shares) = &mut self.shares {
            shares.add(index, row.text("id"), row.text("share_of"));
        }
        for column in ["reporter", "partner"] {
            let Some(code) = row.field(column) else { continue };
            if !self.places.contains(code.as_ref()) {
                self.places.insert(code.into_owned());
            }
        }
        let Some(id) = package::source_id(row) else { return };
        let (publisher, day) = (row.text("publisher"), row.day("published"));
        for (column, is_none) in [("publisher", publisher.is_none()), ("published", day.is_none())] {
            if is_none && row.has(column) {
                self.wrong.push((index, column, Wrong::Unreadable));
            }
        }
        let publisher = publisher.unwrap_or_else(|| id.clone());
        match self.by_id.get(&id).and_then(|at| self.sources.get(*at)) {
            None => {
                self.by_id.insert(id.clone(), self.sources.len());
                self.sources.push(Source::new(id, publisher, day));
            }
            Some(known) if known.publisher == publisher && known.published == day => {}
            Some(_) => self.wrong.push((index, "source", Wrong::OtherSource)),
        }
    }

    /// Takes out rows that were derived, since they are derived again, and of a printed pane the shares whose wholes
    /// were printed elsewhere. Both are counted in one line each.
    fn set_aside(&mut self, table: &mut Table, problems: &mut Problems) {
        let mut keeps: Vec<bool> = self.is_derived.iter().map(|is_derived| !is_derived).collect();
        let derived: Vec<usize> = (0..keeps.len()).filter(|at| !keeps[*at]).collect();
        let shares = self.shares.take().map_or_else(Vec::new, Shares::without_whole);
        for at in &shares {
            keeps[*at] = false;
        }
        let Rows::Csv(rows) = &mut table.rows else { return };
        let mut warn = |set_aside: &[usize], fault: Fault| {
            let Some(first) = set_aside.first() else { return };
            let (at, place) = (rows.start_of(*first), FIGURES.resource.to_owned());
            problems.warn(table.document.problem(at, place, fault));
        };
        warn(&derived, Fault::DerivedRows { count: derived.len() });
        warn(&shares, Fault::SharesWithoutWhole { count: shares.len() });
        rows.retain(&keeps);
    }
}

impl Wrong {
    fn report(&self, row: &mut RowReader, column: &str) {
        let written = Quoted::new(&row.text(column).unwrap_or_default());
        match self {
            Self::Origin => row.error(column, Fault::NotAnOrigin { written }),
            Self::Unreadable => _ = (column == "published").then(|| row.day(column)),
            Self::OtherSource => row.error(column, Fault::OtherSource { id: written }),
        }
    }
}
