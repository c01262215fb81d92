//! Ids of observations that are hard to type.

use compact_str::{CompactString, format_compact};

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

/// True if an id is easy to type: kebab-case, also with capitals, underscores and dots.
pub fn is_plain(id: &str) -> bool {
    id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
