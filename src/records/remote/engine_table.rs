//! A table in an engine whose contents are known.

use std::sync::Arc;

use super::contents::Contents;
use super::table::{Client, RemoteTable};
use crate::records::{AskError, ReadProgress};

/// A table in an engine.
#[derive(Debug)]
pub(crate) struct EngineTable {
    pub(super) table: RemoteTable,
    pub(super) client: Arc<dyn Client>,
    pub(super) contents: Contents,
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
