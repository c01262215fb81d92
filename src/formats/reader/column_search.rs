//! Finds the columns that rows of a resource may have, and keeps names found in files that are none of them.

use std::cell::Cell;

use foldhash::HashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use super::problems::Problems;
use crate::formats::faults::Problem;

/// How many unknown columns of one resource are worth a warning each.
const MOST_WARNINGS: usize = 100;

/// Names that many tables give to the column of the number.
const SYNONYMS: [(&str, &str); 2] = [("value", "obs_value"), ("amount", "obs_value")];

/// The columns of a resource.
#[derive(Clone, Copy)]
pub struct Columns {
    /// Name of the resource: `observations`.
    pub resource: &'static str,
    /// Names of the columns, in the order in which messages list them.
    pub names: &'static [&'static str],
    /// Those that every row needs.
    pub required: &'static [&'static str],
}

/// Finds columns by name. Most rows have their columns in one order, so each search begins where the last one ended.
#[derive(Default)]
pub struct ColumnSearch {
    next: Cell<usize>,
}

impl ColumnSearch {
    /// The position of the column `name`; `None` if it is not known.
    pub fn position(&self, columns: &Columns, name: &str) -> Option<usize> {
        let (before, after) = columns.names.split_at_checked(self.next.get())?;
        let found = after.iter().position(|known| *known == name).map(|at| at + before.len());
        let at = found.or_else(|| before.iter().position(|known| *known == name))?;
        self.next.set(at);
        Some(at)
    }
}

impl Columns {
    /// The column that `name` means if its capitals, the blanks around it and what stands between its words are a slip.
    pub fn miswritten(&self, name: &str) -> Option<usize> {
        let name = plain(name);
        let name = SYNONYMS.iter().find(|(other, _)| *other == name).map_or(name.as_str(), |(_, own)| own);
        self.names.iter().position(|known| *known == name)
    }
}

/// A name in small letters of plain width, its words apart as in names of columns, without what cannot be seen.
fn plain(name: &str) -> String {
    let letters = name.nfkc().filter(|c| c.width() != Some(0)).flat_map(char::to_lowercase);
    let name: String = letters.collect();
    name.trim().replace([' ', '-', '.'], "_")
}

/// Columns that mean nothing, each with the place where it is first met.
#[derive(Default)]
pub struct UnknownColumns {
    first: Vec<(String, Problem)>,
    names: HashSet<String>,
}

impl UnknownColumns {
    /// True if a name is not among them yet, and still worth a warning.
    pub fn is_new(&mut self, name: &str) -> bool {
        !self.names.contains(name) && self.first.len() < MOST_WARNINGS && self.names.insert(name.to_owned())
    }

    pub fn push(&mut self, name: &str, problem: Problem) {
        self.first.push((name.to_owned(), problem));
    }

    /// Adds those of rows further down.
    pub fn extend(&mut self, later: Self) {
        for (name, problem) in later.first {
            if self.is_new(&name) {
                self.first.push((name, problem));
            }
        }
    }

    /// Warns of them, once each.
    pub fn warn(self, problems: &mut Problems) {
        self.first.into_iter().for_each(|(_, problem)| problems.warn(problem));
    }
}
