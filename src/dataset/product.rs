//! Products that a dataset defines: groups such as oil, and everything else.

/// A product, or a group of products, that the dataset names itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// As observations call it: a name or a code.
    pub code: String,
    /// Its name on screen.
    pub name: String,
    /// Codes of the members, for a group that has no others; empty for what is no group.
    pub members: Vec<String>,
    /// The list that the code is from: `HS`, `SITC`; `None` where it is nobody's.
    pub classification: Option<String>,
}
