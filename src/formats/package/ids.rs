//! Ids of observations that are hard to type.

use crate::formats::faults::{Fault, Quoted};
use crate::formats::reader::problems::Problems;
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

/// True if an id is easy to type: kebab-case, also with capitals, underscores and dots.
pub fn is_plain(id: &str) -> bool {
    id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
