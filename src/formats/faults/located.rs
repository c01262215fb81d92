//! A fault with its place in a file, and everything for which a dataset is refused.

use std::fmt;

use super::Fault;
use crate::text::harmless::harmless;

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem<F = Fault> {
    /// The file as it was named when it was opened.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Which part of it: `observations[7].obs_value`; empty for the file as a whole.
    pub place: String,
    /// The fault, with what was expected.
    pub what: F,
    /// How many more of its kind follow that are not listed.
    pub more: usize,
}

impl<F: fmt::Display> fmt::Display for Problem<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", harmless(&self.file), self.line, self.column)?;
        if !self.place.is_empty() {
            write!(f, "{}: ", harmless(&self.place))?;
        }
        write!(f, "{}", self.what)?;
        if self.more > 0 { write!(f, " (and {} more)", grouped(self.more)) } else { Ok(()) }
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
    /// The file was read and is wrong.
    #[error("{}", lines(.problems, *.more))]
    Invalid {
        /// The errors in the order of the files: at most twenty of a kind and a thousand in all.
        problems: Vec<Problem>,
        /// How many errors are neither listed nor counted by a listed one.
        more: usize,
    },
}

fn lines(problems: &[Problem], more: usize) -> String {
    let more = (more > 0).then(|| format!("and {} more errors", grouped(more)));
    problems.iter().map(Problem::to_string).chain(more).collect::<Vec<_>>().join("\n")
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let comma = |(at, digit): (usize, char)| {
        let is_start = at > 0 && (digits.len() - at).is_multiple_of(3);
        is_start.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(comma).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_between_their_thousands() {
        let all = [1, 999, 1_000, 19_980, 1_234_567].map(grouped);
        assert_eq!(all, ["1", "999", "1,000", "19,980", "1,234,567"]);
    }
}
