//! Answers: cells of a table, ranked and in order.

use super::question::Question;
use super::sum::Sum;
use crate::dataset::{Flow, Period};

/// The answer of a table to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableAnswer {
    pub question: Question,
    /// The trade that was asked for: in the period, and in the same days of the year before.
    pub whole: [AnswerCell; 2],
    /// With each partner; none if one was asked for.
    pub partners: Ranking,
    /// Of each product below the one that was asked for.
    pub products: Ranking,
    /// In each period that has some, the first one first.
    pub periods: Vec<(Period, AnswerCell)>,
    /// Each way: in the period, and in the same days of the year before.
    pub flows: Vec<(Flow, [AnswerCell; 2])>,
}

/// Cells by size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ranking {
    /// The largest first; those without a number last.
    pub entries: Vec<AnswerEntry>,
}

/// A partner or a product with its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AnswerEntry {
    pub code: String,
    /// The name that the table gives; empty where it gives none.
    pub name: String,
    /// In the period, and in the same days of the year before.
    pub cells: [AnswerCell; 2],
}

/// One number of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct AnswerCell {
    pub sum: Sum,
    /// Of a unit value: the weights of the same rows, those of 0 being missing.
    pub weights: Option<Sum>,
    /// True if one row gives just this, so that it is printed and not added up.
    pub is_printed: bool,
    /// True if rows of parts were added up, since not all of its rows are about just this.
    pub is_of_parts: bool,
    /// The lines of the first row and of the last.
    pub lines: (u64, u64),
}

impl AnswerCell {
    /// True if no row is about it.
    pub fn is_empty(&self) -> bool {
        self.sum.rows == 0
    }
}

impl TableAnswer {
    /// The answer to a question that nothing is about.
    pub(super) fn empty(question: Question) -> Self {
        Self {
            question,
            whole: [AnswerCell::default(); 2],
            partners: Ranking::default(),
            products: Ranking::default(),
            periods: Vec::new(),
            flows: Vec::new(),
        }
    }
}
