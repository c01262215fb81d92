//! Steps from one question about a table to the next, by name.

/// A step from one question to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PivotStep {
    /// Makes the selected row part of the question.
    Down,
    /// Takes back the last narrowing.
    Up,
    /// Goes to the next flow in the table.
    NextFlow,
    /// Goes to the previous period.
    PreviousPeriod,
    /// Goes to the next period.
    NextPeriod,
}

impl PivotStep {
    /// The words of the palette for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Down => "narrow the question to the selected row",
            Self::Up => "widen the question again",
            Self::NextFlow => "the next flow: exports, imports, total, balance",
            Self::PreviousPeriod => "the period before",
            Self::NextPeriod => "the period after",
        }
    }
}
