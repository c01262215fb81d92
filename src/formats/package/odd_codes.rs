//! Codes in the form of a country's that name none, such as `KZA`. They are read as they are, but are most often slips.

use foldhash::HashSet;

use super::place_codes;
use super::references::Known;
use crate::dataset::{SharedText, Subject, known};
use crate::formats::faults::{Fault, Quoted};
use crate::formats::reader::problems::Problems;
use crate::formats::reader::table::Table;

/// How many of them are worth a warning each.
const MOST_WARNINGS: usize = 20;

#[derive(Default)]
pub struct OddCodes {
    /// Where the texts that were looked at are: rows share them.
    seen: HashSet<usize>,
    /// The rows that have such a code first, with its column.
    first: Vec<(usize, &'static str, SharedText)>,
}

impl OddCodes {
    /// Notes the places of a row that have no country.
    pub fn note(&mut self, index: usize, subject: &Subject, known: &Known) {
        for (column, code) in [("reporter", &subject.reporter), ("partner", &subject.partner)] {
            let is_new = self.seen.insert(code.as_ptr().addr());
            let is_odd = || place_codes::is_of_no_country(code) && !known.defines(code);
            if is_new
                && self.first.len() < MOST_WARNINGS
                && is_odd()
                && self.first.iter().all(|(_, _, other)| other != code)
            {
                self.first.push((index, column, code.clone()));
            }
        }
    }

    /// Warns of each where it is met first.
    pub fn warn(self, table: &Table, problems: &mut Problems) {
        for (index, column, code) in self.first {
            table.again(index, problems, |row| {
                let countries = known::countries().iter().map(|country| country.alpha3);
                let suggestion = row.suggestion(&code, countries);
                row.warn(column, Fault::NoCountry { code: Quoted::new(&code), suggestion });
            });
        }
    }
}
