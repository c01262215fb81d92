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
    pub flow: Option<TradeFlow>,
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

/// A flow that can be asked for; the last two are calculated from both others.
pub(crate) type TradeFlow = Flow;

impl Question {
    /// The flows that are added up for it, those that are taken away last.
    pub fn flows(&self) -> &'static [Flow] {
        match self.flow {
            None => &[],
            Some(Flow::Exports) => &[Flow::Exports],
            Some(Flow::Imports) => &[Flow::Imports],
            Some(Flow::Total | Flow::Balance) => &[Flow::Exports, Flow::Imports],
        }
    }
}
