//! Products that a dataset defines: single ones, and groups such as oil.

/// A product, or a group of products, that the dataset names itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The name or code that observations use.
    pub code: String,
    /// Its name on screen.
    pub name: String,
    /// Codes of all members of a group; empty if it is not a group.
    pub members: Vec<String>,
    /// The classification that the code belongs to: `HS`, `SITC`; `None` for a code of the dataset's own.
    pub classification: Option<String>,
}
