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

use super::answer::Answer;
use super::catalog::Catalog;
use super::question::Question;
use super::{AskError, Engine, Watch};
use crate::formats::foreign::{AmountKind, Facts};
use crate::records::Failure;
use contents::Contents;
use groups::Group;
use sql::Query;

/// Carries a query to the program that holds the table.
pub(crate) trait Client: std::fmt::Debug + Send + Sync {
    /// Runs one query and returns what the program printed.
    ///
    /// # Errors
    ///
    /// If it was stopped, took too long, or the program ended with an error: then its own message.
    fn run(&self, sql: &str, watch: &Watch) -> Result<Vec<u8>, AskError>;
}

/// The dimensions of a trade that a table can have a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    Reporter,
    Flow,
    Partner,
    Product,
    Period,
}

impl Dimension {
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
    /// By [`Dimension`]: the column with its codes, if there is one.
    pub codes: [Option<String>; Dimension::ALL.len()],
    /// By [`Dimension`]: the column with the names of its codes, if there is one.
    pub names: [Option<String>; Dimension::ALL.len()],
    /// By [`AmountKind`].
    pub amounts: [Option<String>; AmountKind::ALL.len()],
    /// How many decimals each amount was published with. The engine pads or drops zeros, so it cannot say.
    pub decimals: i8,
    /// The text that the program prints for a value that is missing.
    pub null: String,
    /// The character between the fields that it prints.
    pub delimiter: u8,
    pub facts: Facts,
}

impl RemoteTable {
    fn code(&self, dimension: Dimension) -> Option<&str> {
        self.codes[dimension as usize].as_deref()
    }
}

/// A table in an engine.
#[derive(Debug)]
pub(crate) struct Remote {
    table: RemoteTable,
    client: Arc<dyn Client>,
    contents: Contents,
}

impl Remote {
    /// Asks for the codes of each dimension: one query for each.
    ///
    /// # Errors
    ///
    /// Those of the client, and if its answer is not what was asked for: a header that is another, sums that are no exact
    /// numbers, no rows at all.
    pub fn open(table: RemoteTable, client: Arc<dyn Client>, watch: &Watch) -> Result<Self, AskError> {
        let contents = Contents::read(&table, &*client, watch)?;
        Ok(Self { table, client, contents })
    }
}

impl Engine for Remote {
    fn catalog(&self) -> &Catalog {
        &self.contents.catalog
    }

    fn is_instant(&self, _: &Question) -> bool {
        false
    }

    fn ask(&self, question: &Question, watch: &Watch) -> Result<Answer, AskError> {
        ask::ask(self, question, watch)
    }
}

/// Reads what an engine printed as the groups of two columns; how many there are.
#[cfg(feature = "fuzzing")]
pub(crate) fn try_answer(printed: &[u8]) -> Result<usize, AskError> {
    let table = RemoteTable {
        from: "flows".to_owned(),
        codes: [const { None }; Dimension::ALL.len()],
        names: [const { None }; Dimension::ALL.len()],
        amounts: [const { None }; AmountKind::ALL.len()],
        decimals: 2,
        null: "\\N".to_owned(),
        delimiter: b',',
        facts: Facts::UNKNOWN,
    };
    let keys = [Dimension::Partner, Dimension::Period].map(sql::Key::Code).to_vec();
    let query = Query { keys, only: Vec::new(), amount: AmountKind::Value };
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
    watch: &Watch,
) -> Result<Vec<Vec<Group>>, AskError> {
    let run = |query: &Query| {
        let printed = client.run(&query.sql(table), watch)?;
        groups::read(&printed, query, table)
    };
    if let [only] = queries {
        return Ok(vec![run(only)?]);
    }
    thread::scope(|scope| {
        let running: Vec<_> = queries.iter().map(|query| scope.spawn(|| run(query))).collect();
        let ended = |thread: thread::ScopedJoinHandle<'_, Result<Vec<Group>, AskError>>| {
            thread.join().unwrap_or_else(|_| Err(Failure::Thread.into()))
        };
        running.into_iter().map(ended).collect()
    })
}

#[cfg(test)]
mod tests;
