//! Published tables as records, and questions about them.
//!
//! A row becomes some small numbers: its codes by their places in dictionaries, its amounts as printed. A question is
//! answered by adding up those that it is about, exactly, with how many there were and where the first one stands.
//! Wholes are never added to their parts: which rows are contained in others is decided once, when all are read.

mod amounts;
mod answer;
mod aside;
mod blocks;
mod builder;
mod catalog;
mod chunk;
mod codes;
mod collect;
mod column;
mod cover;
mod failure;
mod file_lines;
mod interner;
mod memory;
mod pass;
mod piles;
mod products;
mod question;
mod remote;
mod repeated;
mod reports;
mod rows;
mod sides;
mod source;
mod sum;
mod tally;
mod terms;
mod trace;
mod unit_value;
mod watched;

pub(crate) use answer::{AnswerCell, AnswerEntry, TableAnswer};
pub(crate) use catalog::{Catalog, mirrored};
pub(crate) use failure::{AskError, Failure, OpenError};
pub(crate) use file_lines::FileLine;
pub(crate) use question::{AskedMeasure, Question};
#[cfg(feature = "fuzzing")]
pub(crate) use remote::try_answer;
pub(crate) use remote::{Client, EngineTable, RemoteTable, TableDimension};
#[cfg(feature = "fuzzing")]
pub(crate) use source::try_parquet;
pub(crate) use source::{Stream, TableSource};
pub(crate) use sum::Sum;
pub(crate) use tally::{Count, SetAside, Tally};

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Maps and sets of small numbers. The hash is keyed, so no file can slow it down.
type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;
type Set<K> = HashSet<K, foldhash::fast::RandomState>;

/// Answers questions about a table.
pub(crate) trait Engine: std::fmt::Debug + Send + Sync {
    /// The contents of the table.
    fn catalog(&self) -> &Catalog;

    /// True if the question is answered without reading the table again.
    fn is_instant(&self, _question: &Question) -> bool {
        true
    }

    /// Answers a question.
    ///
    /// # Errors
    ///
    /// If it was stopped, or could not be answered.
    fn ask(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError> {
        if question.measure != AskedMeasure::UnitValue {
            return self.add_up(question, watch);
        }
        let values = Question { measure: AskedMeasure::Value, ..question.clone() };
        let (values, weights) = (self.add_up(&values, watch)?, self.add_up(question, watch)?);
        Ok(unit_value::joined(values, weights))
    }

    /// Adds up one amount of the rows that a question is about.
    ///
    /// # Errors
    ///
    /// As [`Self::ask`].
    fn add_up(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError>;

    /// True if the lines can be shown that an answer is made of.
    fn has_lines(&self) -> bool {
        false
    }

    /// The first line of the file, and those that the trade of a question is added up from, 1,000 at most.
    ///
    /// # Errors
    ///
    /// If it was stopped, or the lines could not be read.
    fn lines(&self, _question: &Question, _watch: &ReadProgress) -> Result<Vec<FileLine>, AskError> {
        Err(Failure::NoLines.into())
    }
}

/// How far the reading of a table is, and whether it is to go on. Shared with whoever waits for it.
#[derive(Debug, Default)]
pub(crate) struct ReadProgress {
    stop: AtomicBool,
    done: AtomicU64,
    all: AtomicU64,
}

impl ReadProgress {
    /// Ends the reading soon.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The share of bytes that is read, in per cent; `None` where nobody knows how many there are.
    pub fn percent(&self) -> Option<u64> {
        let all = self.all.load(Ordering::Relaxed);
        (all > 0).then(|| (self.done.load(Ordering::Relaxed) * 100 / all).min(100))
    }

    fn begin(&self, all: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    fn advance(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests;
