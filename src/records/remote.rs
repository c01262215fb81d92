//! Answers from a table that another program holds: questions go out as SQL, sums come back as CSV.
//!
//! Only groups of rows come back, never rows, so a question costs as much here for a thousand rows as for ten billion.
//! Nothing runs in this room: a [`Client`] carries the text of a query to the program and brings back what it printed.

mod ask;
mod contents;
mod engine_table;
mod groups;
mod literal;
mod sql;
mod table;

use super::answer::TableAnswer;
use super::catalog::Catalog;
use super::question::Question;
use super::{AskError, Engine, ReadProgress};
#[cfg(feature = "fuzzing")]
use crate::formats::foreign::{AmountKind, FileFacts};
pub(crate) use engine_table::EngineTable;
#[cfg(feature = "fuzzing")]
use sql::Query;
pub(crate) use table::{Client, RemoteTable, TableDimension};

impl Engine for EngineTable {
    fn catalog(&self) -> &Catalog {
        &self.contents.catalog
    }

    fn is_instant(&self, _: &Question) -> bool {
        false
    }

    fn add_up(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError> {
        ask::ask(self, question, watch)
    }
}

/// Reads what an engine printed as the groups of two columns; how many there are.
#[cfg(feature = "fuzzing")]
pub(crate) fn try_answer(printed: &[u8]) -> Result<usize, AskError> {
    let table = RemoteTable {
        from: "flows".to_owned(),
        codes: [const { None }; TableDimension::ALL.len()],
        names: [const { None }; TableDimension::ALL.len()],
        amounts: [const { None }; AmountKind::ALL.len()],
        decimals: 2,
        null: "\\N".to_owned(),
        delimiter: b',',
        facts: FileFacts::UNKNOWN,
    };
    let keys = [TableDimension::Partner, TableDimension::Period].map(sql::GroupKey::Code).to_vec();
    let query = Query { keys, only: Vec::new(), measure: super::AskedMeasure::Value };
    let groups = groups::read(printed, &query, &table)?;
    let mut sum = super::Sum::default();
    for group in &groups {
        sum.merge(&group.sum);
    }
    Ok(groups.len())
}

#[cfg(test)]
pub(super) mod tests;
