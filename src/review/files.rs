//! The files of a review, and how the draft is kept in them.

/// Where a review writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewFiles {
    /// The file that keeps the draft: `article.draft.json`. `None` if the draft is kept nowhere.
    pub draft: Option<String>,
    /// The name that is proposed for the dataset: `article.json`; empty if there is none to propose.
    pub dataset: String,
    /// The command that takes a kept draft up again; empty if nothing does.
    pub command: String,
}

/// The state of the file that keeps the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Nothing changed, so nothing is kept.
    Unchanged,
    /// Something changed that is not kept yet.
    Pending,
    /// Everything is kept.
    Kept,
    /// Nothing was written, for this reason.
    Failed(String),
}
