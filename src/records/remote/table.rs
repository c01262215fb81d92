//! A table in an engine: its columns, and the way to them.

use crate::formats::foreign::{AmountKind, FileFacts};
use crate::records::{AskError, ReadProgress};

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

/// The name of a table in an engine and of its columns: pieces of SQL in the words of its owner.
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
    /// The number of decimals of published amounts. The engine pads or drops zeros, so it cannot say.
    pub decimals: i8,
    /// The text that the program prints for a value that is missing.
    pub null: String,
    /// The character between the fields that it prints.
    pub delimiter: u8,
    pub facts: FileFacts,
}

impl RemoteTable {
    pub(super) fn code(&self, dimension: TableDimension) -> Option<&str> {
        self.codes[dimension as usize].as_deref()
    }
}
