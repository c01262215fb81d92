//! The rows of a table, all read.

use super::blocks::{Block, LineNumbers};
use super::catalog::Catalog;

/// The rows of a table.
#[derive(Debug)]
pub(super) struct Records {
    pub catalog: Catalog,
    pub blocks: Vec<Block>,
    pub lines: LineNumbers,
}
