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
mod details;
mod engine;
mod failure;
mod file_lines;
mod interner;
mod keys;
mod memory;
mod nesting;
mod partner_groups;
mod pass;
mod piles;
mod products;
mod progress;
mod question;
mod remote;
mod repeated;
mod reports;
mod rows;
mod sides;
mod source;
mod subtotals;
mod sum;
mod tally;
mod terms;
mod trace;
mod unit_value;
mod valuations;
mod watched;

pub(crate) use answer::{AnswerCell, AnswerEntry, TableAnswer};
pub(crate) use catalog::{Catalog, mirrored};
pub(crate) use engine::Engine;
pub(crate) use failure::{AskError, Failure, OpenError};
pub(crate) use file_lines::FileLine;
pub(crate) use progress::ReadProgress;
pub(crate) use question::{AskedMeasure, Question};
#[cfg(feature = "fuzzing")]
pub(crate) use remote::try_answer;
pub(crate) use remote::{Client, EngineTable, RemoteTable, TableDimension};
#[cfg(feature = "fuzzing")]
pub(crate) use source::try_parquet;
pub(crate) use source::{Stream, TableSource};
pub(crate) use sum::Sum;
pub(crate) use tally::{Count, SetAside, Tally};

#[cfg(test)]
mod tests;
