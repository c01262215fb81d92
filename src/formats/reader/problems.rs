//! What is wrong with a file, and where.

use std::fmt;

use super::document::Document;
use super::suggest::Search;
use crate::text::harmless::harmless;

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file as it was named when it was opened.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Which part of it: `observations[7].obs_value`; empty for the file as a whole.
    pub place: String,
    /// What is wrong and what was expected.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", harmless(&self.file), self.line, self.column)?;
        if !self.place.is_empty() {
            write!(f, "{}: ", harmless(&self.place))?;
        }
        f.write_str(&self.what)
    }
}

/// Why a dataset cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be read at all.
    #[error("{}: {reason}", harmless(.file))]
    Unreadable {
        /// The file as it was named.
        file: String,
        /// The system's reason.
        reason: String,
    },
    /// The file is larger than the limit.
    #[error("{}: larger than {} MiB, the most that is read", harmless(.file), .limit >> 20)]
    TooLarge {
        /// The file as it was named.
        file: String,
        /// The limit in bytes.
        limit: usize,
    },
    /// The file was read; here is everything wrong with it, in the file's order.
    #[error("{}", lines(.0))]
    Invalid(Vec<Problem>),
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

/// Collects everything wrong, and everything odd, while a dataset is read.
#[derive(Debug, Default)]
pub struct Problems {
    pub errors: Vec<Problem>,
    pub warnings: Vec<Problem>,
    /// What may still be searched for what was meant.
    pub search: Search,
}

impl Problems {
    pub fn error(&mut self, document: &Document, offset: usize, place: String, what: impl Into<String>) {
        self.errors.push(document.problem(offset, place, what.into()));
    }

    /// Takes in what was wrong in a part of the same file.
    pub fn and(&mut self, part: Self) {
        self.errors.extend(part.errors);
        self.warnings.extend(part.warnings);
        self.search.and(&part.search);
    }

    /// Everything wrong in the order in which it stands in the files; `Ok` where nothing is.
    pub fn into_result(mut self) -> Result<Vec<Problem>, ReadError> {
        let order = |a: &Problem, b: &Problem| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column));
        self.errors.sort_by(order);
        self.warnings.sort_by(order);
        if self.errors.is_empty() { Ok(self.warnings) } else { Err(ReadError::Invalid(self.errors)) }
    }
}
