//! How grave a finding is.

/// The severity of a finding, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be true, whatever the rounding.
    Contradiction,
    /// True only under an assumption that the finding names.
    Doubt,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// A stable code: `contradiction`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Doubt => "doubt",
            Self::Note => "note",
        }
    }
}
