//! Questions about a table.

use crate::dataset::{Flow, Period};
use crate::formats::foreign::AmountKind;

/// A question: whose trade, which way, when, with whom and of what. Everything is named by codes, so a question can be
/// asked of another table, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// `None` where the table does not say who reports.
    pub reporter: Option<String>,
    /// `None` where the table does not say which way.
    pub flow: Option<Flow>,
    /// `None` where the table does not say when.
    pub period: Option<Period>,
    /// `None` is all partners.
    pub partner: Option<String>,
    /// `None` is all products.
    pub product: Option<String>,
    pub amount: AmountKind,
    /// True for what the partners report of the reporter, who may report nothing.
    pub is_mirror: bool,
}
