//! The rows of a table, all read.

use super::blocks::{Block, LineNumbers};
use super::catalog::Catalog;

/// The most rows whose records are kept.
pub(super) const MOST_ROWS: u32 = 2_000_000;

/// The rows of a table.
#[derive(Debug)]
pub(super) struct Records {
    pub catalog: Catalog,
    pub blocks: Vec<Block>,
    pub lines: LineNumbers,
}
