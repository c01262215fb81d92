//! Questions about a table.

use crate::dataset::{Flow, Period};
use crate::formats::foreign::AmountKind;

/// The amount that a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AskedMeasure {
    Value,
    Weight,
    /// Pieces, litres and the like.
    Quantity,
    /// Money for each kilogram.
    UnitValue,
}

impl AskedMeasure {
    pub const ALL: [Self; 4] = [Self::Value, Self::Weight, Self::Quantity, Self::UnitValue];

    /// The amount that is added up for it: for a unit value the weight that the value is divided by, of which 0 is none.
    pub(super) fn amount(self) -> AmountKind {
        match self {
            Self::Value => AmountKind::Value,
            Self::Weight | Self::UnitValue => AmountKind::Weight,
            Self::Quantity => AmountKind::Quantity,
        }
    }
}

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
    pub measure: AskedMeasure,
    /// True for what the partners report of the reporter, who may report nothing.
    pub is_mirror: bool,
}
