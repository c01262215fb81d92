//! Ids of observations that are hard to type.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use compact_str::{CompactString, format_compact};
use foldhash::fast::RandomState;

use crate::dataset::Observations;
use crate::formats::faults::{Fault, Quoted};
use crate::formats::limits::MAX_ID;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::row_reader::RowReader;
use crate::formats::reader::table::Table;

/// Ids that are not kebab-case. They are read as they are, but are hard to type in an address.
#[derive(Default)]
pub struct OddIds {
    /// The row of the first one.
    first: Option<usize>,
    /// How many there are besides.
    more: usize,
}

impl OddIds {
    /// Notes the id of a row if it is odd.
    pub fn note(&mut self, row: usize, id: &str) {
        if is_plain(id) {
            return;
        }
        match self.first {
            None => self.first = Some(row),
            Some(_) => self.more += 1,
        }
    }

    /// Warns of all of them in one line: whoever writes one such id writes ten thousand.
    pub fn warn(&self, table: &Table, problems: &mut Problems) {
        let Some(first) = self.first else { return };
        table.again(first, problems, |row| {
            let id = row.field("id").unwrap_or_default();
            row.warn("id", Fault::OddId { id: Quoted::new(&id), more: self.more });
        });
    }
}

/// Columns that tell figures apart.
const KEY: [&str; 19] = [
    "flow", "reporter", "partner", "product", "transport", "time_period", "compare_period", "measure",
    "unit_measure", "adjustment", "basis", "coverage", "valuation", "trade_system", "growth_of",
    "ranked_among", "since", "share_of", "source",
];

/// The id of a row without one, made of what its figure is about: `exports-kaz-chn-2022-value-usd`.
pub fn made_id(row: &mut RowReader, index: usize) -> CompactString {
    let mut id = CompactString::default();
    for part in KEY.into_iter().filter_map(|column| row.field(column)) {
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(part.chars().flat_map(char::to_lowercase));
    }
    if id.len() > MAX_ID { format_compact!("row-{}", index + 1) } else { id }
}

/// What tells the figure of a row without an id from all others, as it is written: each field behind its column and its length.
/// Counts are also told apart by their labels, since they may be of anything.
pub fn made_key(row: &mut RowReader) -> Box<str> {
    let mut key = String::new();
    let label = row.field("measure").is_some_and(|measure| measure == "count").then_some("label");
    for (at, column) in KEY.into_iter().chain(label).enumerate() {
        if let Some(part) = row.field(column) {
            // Text takes any part.
            _ = write!(key, "{at}:{}:{part}", part.len());
        }
    }
    key.into_boxed_str()
}

/// The figures of rows without ids, which may differ where their ids do not.
#[derive(Default)]
pub struct MadeIds {
    keys: HashSet<Box<str>, RandomState>,
    /// For each id that several figures got, the last number behind it.
    last: HashMap<CompactString, u32, RandomState>,
}

impl MadeIds {
    /// False for the key of an earlier row.
    pub fn is_new(&mut self, key: Box<str>) -> bool {
        self.keys.insert(key)
    }

    /// An id that no other row has: the one that was made, or with a number behind it.
    pub fn free(&mut self, id: CompactString, taken: &Observations) -> CompactString {
        if taken.position(&id).is_none() {
            return id;
        }
        let last = self.last.entry(id.clone()).or_insert(1);
        loop {
            *last += 1;
            let numbered = format_compact!("{id}-{last}");
            if taken.position(&numbered).is_none() {
                return numbered;
            }
        }
    }
}

/// True if an id is easy to type: kebab-case, also with capitals, underscores and dots.
pub fn is_plain(id: &str) -> bool {
    id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
