//! Tables that cannot be opened and questions without an answer, and the words for both.

use std::io;

use super::rows::MOST_ROWS;
use super::tally::Tally;
use crate::formats::Refusal;
use crate::text::harmless::reason;

/// The reason that a question has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AskError {
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
    /// The table cannot be read, or not any more.
    #[error(transparent)]
    Failed(#[from] Failure),
}

/// A fault of a table, or of the answer of an engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Failure {
    /// In the words of the system or of an engine.
    #[error("{0}")]
    Said(String),
    #[error("there is no file")]
    NoFile,
    #[error("its rows are not in a file that has lines")]
    NoLines,
    #[error("the file is packed, or has no lines")]
    PackedLines,
    #[error("its rows are in several files, or in one without lines")]
    ScatteredLines,
    #[error("more than {0} rows of one reporter")]
    ManyRows(u32),
    #[error("there is nothing to ask about")]
    Nothing,
    #[error("a thread ended")]
    Thread,
    #[error("{0} has no rows")]
    Empty(String),
    #[error("no code in the column of the {0} is understood")]
    Codes(&'static str),
    #[error(
        "the amounts add up to one sum by {0} and to another by {1}: the table changes, or its amounts are \
         floating-point numbers; give them as DECIMAL, such as CAST(value AS DECIMAL(38, 3))"
    )]
    Sums(&'static str, &'static str),
    #[error("expected a header of {expected}, but {came} came")]
    Header { expected: String, came: String },
    #[error("expected a header of {0}, but nothing came")]
    NoHeader(String),
    #[error("row {row} has {fields} fields, expected {expected}")]
    Fields { row: u64, fields: usize, expected: usize },
    #[error("the answer has more than {0} groups of rows")]
    ManyGroups(usize),
    #[error("too few fields")]
    FewFields,
    #[error("counts more amounts than rows")]
    MoreAmounts,
    #[error("no sum came of {0} amounts")]
    NoSum(u32),
    #[error("the answer is not in UTF-8")]
    Utf8,
    #[error("{0} is not a count of rows")]
    Count(String),
    #[error("{0} rows are more than can be counted")]
    LargeCount(u64),
    #[error(
        "{0} is not an exact sum: give the column of amounts as DECIMAL, such as CAST(value AS DECIMAL(38, 3))"
    )]
    Inexact(String),
    #[error("the answer is not CSV: {0}")]
    Csv(String),
}

/// The reason that a table cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OpenError {
    #[error("stopped")]
    Stopped,
    #[error("{0}")]
    Unreadable(String),
    /// With what was found instead.
    #[error("has no rows that are understood")]
    NoRows(Box<Tally>),
    #[error("has more than {MOST_ROWS} rows; unpack it, so that it can be read more than once")]
    TooManyPacked,
    #[error("has more than {MOST_ROWS} rows; save them to a file, so that they can be read more than once")]
    TooManyStreamed,
    #[error("has files of different forms, which are not put together: {0} and {1}")]
    Mixed(String, String),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(reason(&error))
    }
}

impl From<Refusal> for OpenError {
    fn from(refusal: Refusal) -> Self {
        Self::Unreadable(refusal.to_string())
    }
}
