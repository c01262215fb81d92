//! Answers from a table that another program holds: questions go out as SQL, sums come back as CSV.
//!
//! Only groups of rows come back, never rows, so a question costs as much here for a thousand rows as for ten billion.
//! Nothing runs in this room: a [`Client`] carries the text of a query to the program and brings back what it printed.

mod ask;
mod contents;
mod groups;
mod literal;
mod sql;

use std::sync::Arc;
use std::thread;

use super::answer::TableAnswer;
use super::catalog::Catalog;
use super::question::Question;
use super::{AskError, Engine, ReadProgress};
use crate::formats::foreign::{AmountKind, FileFacts};
use crate::records::Failure;
use contents::Contents;
use groups::RowGroup;
use sql::Query;

/// Carries a query to the program that holds the table.
pub(crate) trait Client: std::fmt::Debug + Send + Sync {
    /// Runs one query and returns what the program printed.
    ///
    /// # Errors
    ///
    /// If it was stopped, took too long, or the program ended with an error: then its own message.
    fn run(&self, sql: &str, watch: &ReadProgress) -> Result<Vec<u8>, AskError>;
}

/// The dimensions of a trade that a table can have a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableDimension {
    Reporter,
    Flow,
    Partner,
    Product,
    Period,
}

impl TableDimension {
    pub(crate) const ALL: [Self; 5] =
        [Self::Reporter, Self::Flow, Self::Partner, Self::Product, Self::Period];

    /// Its name in configurations and messages.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::Flow => "flow",
            Self::Partner => "partner",
            Self::Product => "product",
            Self::Period => "period",
        }
    }
}

/// Where a table is in an engine, and what its columns are called there: pieces of SQL in the words of its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RemoteTable {
    /// Stands behind FROM.
    pub from: String,
    /// By [`TableDimension`]: the column with its codes, if there is one.
    pub codes: [Option<String>; TableDimension::ALL.len()],
    /// By [`TableDimension`]: the column with the names of its codes, if there is one.
    pub names: [Option<String>; TableDimension::ALL.len()],
    /// By [`AmountKind`].
    pub amounts: [Option<String>; AmountKind::ALL.len()],
    /// How many decimals each amount was published with. The engine pads or drops zeros, so it cannot say.
    pub decimals: i8,
    /// The text that the program prints for a value that is missing.
    pub null: String,
    /// The character between the fields that it prints.
    pub delimiter: u8,
    pub facts: FileFacts,
}

impl RemoteTable {
    fn code(&self, dimension: TableDimension) -> Option<&str> {
        self.codes[dimension as usize].as_deref()
    }
}

/// A table in an engine.
#[derive(Debug)]
pub(crate) struct EngineTable {
    table: RemoteTable,
    client: Arc<dyn Client>,
    contents: Contents,
}

impl EngineTable {
    /// Asks for the codes of each dimension: one query for each.
    ///
    /// # Errors
    ///
    /// Those of the client, and if its answer is not what was asked for: a header that is another, sums that are no exact
    /// numbers, no rows at all.
    pub fn open(table: RemoteTable, client: Arc<dyn Client>, watch: &ReadProgress) -> Result<Self, AskError> {
        let contents = Contents::read(&table, &*client, watch)?;
        Ok(Self { table, client, contents })
    }
}

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

/// The groups of several queries, which run at the same time.
fn run_all(
    (table, client): (&RemoteTable, &dyn Client),
    queries: &[Query],
    watch: &ReadProgress,
) -> Result<Vec<Vec<RowGroup>>, AskError> {
    let run = |query: &Query| {
        let printed = client.run(&query.sql(table), watch)?;
        groups::read(&printed, query, table)
    };
    if let [only] = queries {
        return Ok(vec![run(only)?]);
    }
    thread::scope(|scope| {
        let running: Vec<_> = queries.iter().map(|query| scope.spawn(|| run(query))).collect();
        let ended = |thread: thread::ScopedJoinHandle<'_, Result<Vec<RowGroup>, AskError>>| {
            thread.join().unwrap_or_else(|_| Err(Failure::Thread.into()))
        };
        running.into_iter().map(ended).collect()
    })
}

#[cfg(test)]
pub(super) mod tests;
