//! Ids of observations: those that are hard to type, and those made for rows without one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash};

use compact_str::{CompactString, format_compact};
use foldhash::fast::{FixedState, RandomState};

use crate::dataset::{Measure, Observation, Observations};
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

/// The id of a row without one, made of what its figure is about: `exports-kaz-chn-2022-value-usd`. One that is too long
/// ends in a number that stands for the rest. What is wrong with the columns is said where they are read.
pub fn made_id(row: &mut RowReader) -> CompactString {
    let mut id = CompactString::default();
    for part in KEY.into_iter().filter_map(|column| row.unchecked(column)) {
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(part.chars().flat_map(char::to_lowercase));
    }
    if id.len() <= MAX_ID {
        return id;
    }
    let rest = format_compact!("-{:016x}", FixedState::default().hash_one(&id));
    let fits = |at: &usize| at + rest.len() <= MAX_ID;
    let end = id.char_indices().map(|(at, _)| at).take_while(fits).last().unwrap_or_default();
    format_compact!("{}{rest}", &id[..end])
}

/// Everything that distinguishes a figure from the others, except the id of its whole: that is the same in rows whose made
/// ids are the same. Counts and mentions may be of anything, which only their labels say.
fn about(row: &Observation) -> impl Hash + PartialEq {
    let is_labelled = matches!(row.measure, Measure::Count | Measure::Mention);
    let label = row.label.as_ref().filter(|_| is_labelled);
    let measured = (row.measure, row.unit, row.growth_of, row.ranked_among, label);
    (&row.subject, row.definition, measured, row.base, row.since, row.source)
}

/// Made ids that several figures would have: they leave out some labels, empty columns and the case of letters.
#[derive(Default)]
pub struct SharedIds {
    /// The positions of figures whose id others would have, by hashes of the id and what they are about. Nothing is kept of
    /// other figures, which are nearly all.
    figures: HashMap<u64, usize, RandomState>,
    /// By id: the last number that was put behind it.
    last: HashMap<CompactString, u32, RandomState>,
}

impl SharedIds {
    /// Puts a number behind the made id of a figure if an earlier one has it, unless that is about the same.
    pub fn tell_apart(&mut self, row: &mut Observation, all: &Observations) {
        let Some(taken) = all.position(&row.id) else { return };
        let hasher = self.figures.hasher().clone();
        let hash = |known: &Observation| hasher.hash_one((&row.id, about(known)));
        let last = self.last.entry(row.id.clone()).or_insert_with(|| {
            self.figures.insert(hash(&all[taken]), taken);
            1
        });
        match self.figures.entry(hash(row)) {
            Entry::Occupied(known) if about(&all[*known.get()]) == about(row) => return,
            Entry::Occupied(_) => {}
            Entry::Vacant(free) => _ = free.insert(all.len()),
        }
        row.id = loop {
            *last += 1;
            let numbered = format_compact!("{}-{last}", row.id);
            if all.position(&numbered).is_none() {
                break numbered;
            }
        };
    }
}

/// True if an id is easy to type: kebab-case, also with capitals, underscores and dots.
pub fn is_plain(id: &str) -> bool {
    id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
