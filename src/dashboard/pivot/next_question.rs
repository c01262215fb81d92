//! A question to ask next, and where the focus goes with it.

use crate::records::Question;

/// A question to ask, the pane to focus, and the code of the row to select in it.
#[derive(Debug, Clone)]
pub(in crate::dashboard) struct NextQuestion {
    pub question: Question,
    pub pane: Option<&'static str>,
    pub row: Option<String>,
    pub unless_empty: bool,
}

impl NextQuestion {
    /// Another question; the focus does not move.
    pub fn new(question: Question) -> Self {
        Self { question, pane: None, row: None, unless_empty: false }
    }

    /// The same, with the focus on a pane.
    pub fn focusing(self, pane: &'static str) -> Self {
        Self { pane: Some(pane), ..self }
    }

    /// The same, but changing nothing if no row is about it.
    pub fn unless_empty(self) -> Self {
        Self { unless_empty: true, ..self }
    }

    /// The same, with a row selected.
    pub fn at_row(self, row: &str) -> Self {
        Self { row: Some(row.to_owned()), ..self }
    }
}
