//! The changes so far, so that each can be taken back.

use crate::draft::Proposal;

/// The rows of a change as they were before it.
#[derive(Debug)]
pub(super) struct Before {
    /// The row that was shown.
    pub at: usize,
    pub rows: Vec<(usize, Proposal)>,
}

/// All changes, the last one last.
#[derive(Debug, Default)]
pub(super) struct History(pub Vec<Before>);

impl History {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}
