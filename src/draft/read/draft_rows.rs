//! The rows and the other figures of an article.

use crate::draft::proposal::Proposal;
use crate::draft::unexpressed::Unexpressed;

/// The rows and the other figures of an article.
#[derive(Default)]
pub(in crate::draft) struct DraftRows {
    pub rows: Vec<Proposal>,
    pub unexpressed: Vec<Unexpressed>,
}
