//! Collects errors and warnings about a file. Their words are in `formats/faults`.

use std::mem::{Discriminant, discriminant};

use foldhash::HashMap;

use super::document::Document;
use super::suggest::Search;
use crate::formats::faults::{Fault, Problem, ReadError};

/// How many errors of one kind are listed: of a mistake in every row, twenty tell as much as a million.
const MOST_OF_A_KIND: usize = 20;

/// How many errors are listed in all, and how many warnings.
const MOST: usize = 1_000;

/// Errors of one kind: in one file, of one sort, in one column whatever the row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ProblemKind {
    file: String,
    column: String,
    fault: Discriminant<Fault>,
}

impl ProblemKind {
    fn new(file: &str, place: &str, fault: &Fault) -> Self {
        // Row numbers are in brackets.
        let column =
            place.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
        Self { file: file.to_owned(), column, fault: discriminant(fault) }
    }

    fn from_problem(problem: &Problem) -> Self {
        Self::new(&problem.file, &problem.place, &problem.what)
    }
}

/// Collects everything wrong, and everything odd, while a dataset is read. Errors past the limits are only counted.
#[derive(Debug, Default)]
pub struct Problems {
    errors: Vec<Problem>,
    /// How many errors there are of each kind.
    counts: HashMap<ProblemKind, usize>,
    warnings: Vec<Problem>,
    /// Finds suggestions, within a budget.
    pub search: Search,
}

impl Problems {
    pub fn error(&mut self, document: &Document, offset: usize, place: String, fault: Fault) {
        let count = self.counts.entry(ProblemKind::new(document.name, &place, &fault)).or_default();
        *count += 1;
        if *count <= MOST_OF_A_KIND {
            self.errors.push(document.problem(offset, place, fault));
        }
    }

    /// Adds something odd, unless there are a thousand oddities already.
    pub fn warn(&mut self, problem: Problem) {
        if self.warnings.len() < MOST {
            self.warnings.push(problem);
        }
    }

    /// How many errors there are.
    pub fn count(&self) -> usize {
        self.counts.values().sum()
    }

    /// Adds what is wrong in a later part of the same file.
    pub fn extend(&mut self, mut part: Self) {
        for problem in part.errors {
            let kind = ProblemKind::from_problem(&problem);
            if let Some(unlisted) = part.counts.get_mut(&kind) {
                *unlisted -= 1;
            }
            let count = self.counts.entry(kind).or_default();
            *count += 1;
            if *count <= MOST_OF_A_KIND {
                self.errors.push(problem);
            }
        }
        for (kind, unlisted) in part.counts {
            *self.counts.entry(kind).or_default() += unlisted;
        }
        part.warnings.into_iter().for_each(|problem| self.warn(problem));
        self.search.extend(&part.search);
    }

    /// The warnings, or everything wrong in the order of the files.
    pub fn into_result(mut self) -> Result<Vec<Problem>, ReadError> {
        let order = |a: &Problem, b: &Problem| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column));
        self.warnings.sort_by(order);
        if self.errors.is_empty() { Ok(self.warnings) } else { Err(self.into_error()) }
    }

    /// Everything wrong, in the order of the files.
    pub fn into_error(mut self) -> ReadError {
        let all = self.count();
        self.errors.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        // The last of each kind says how many more there are.
        for problem in self.errors.iter_mut().rev() {
            let count = self.counts.remove(&ProblemKind::from_problem(problem)).unwrap_or_default();
            problem.more = count.saturating_sub(MOST_OF_A_KIND);
        }
        self.errors.truncate(MOST);
        let listed: usize = self.errors.iter().map(|problem| 1 + problem.more).sum();
        ReadError::Invalid { problems: self.errors, more: all - listed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many errors in each of so many columns, found in two parts of a file.
    fn error(columns: usize, each: usize) -> String {
        let document = Document::new("mine.json", "");
        let part = |rows: std::ops::Range<usize>| {
            let mut problems = Problems::default();
            for (row, column) in rows.flat_map(|row| (0..columns).map(move |column| (row, column))) {
                problems.error(&document, 0, format!("panes[{row}].c{column}"), Fault::Missing);
            }
            problems
        };
        let mut problems = part(0..each / 3);
        problems.extend(part(each / 3..each));
        assert_eq!(problems.count(), columns * each);
        problems.into_error().to_string()
    }

    #[test]
    fn twenty_of_a_kind_are_listed() {
        let said = error(2, 20);
        assert_eq!((said.lines().count(), said.contains("more")), (40, false));
        let said = error(1, 4_021);
        assert_eq!(said.lines().count(), 20);
        let last = "mine.json:1:1: panes[19].c0: is missing; every row needs one (and 4,001 more)";
        assert_eq!(said.lines().last(), Some(last));
    }

    #[test]
    fn a_thousand_are_listed_in_all() {
        assert_eq!(error(50, 20).lines().count(), 1_000);
        let said = error(61, 20);
        assert_eq!(said.lines().count(), 1_001);
        assert_eq!(said.lines().last(), Some("and 220 more errors"));
    }
}
