//! What the checks found.

use super::Figure;

/// How grave a finding is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be true, whatever the rounding.
    Contradiction,
    /// True only under an assumption, which the finding names.
    Doubt,
    /// Level knowing.
    Note,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Doubt => "doubt",
            Self::Note => "note",
        }
    }
}

/// One thing that the checks found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Name of the rule: `part-of-whole/base`.
    pub rule: &'static str,
    /// Every figure that the proof uses.
    pub figures: Vec<Figure>,
    /// What was found, in one plain sentence.
    pub sentence: String,
    /// A few lines of arithmetic that anybody can follow.
    pub proof: Vec<String>,
}

/// A check that was tried and held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Name of the rule: `part-of-whole`.
    pub rule: &'static str,
    /// Every figure that it compared.
    pub figures: Vec<Figure>,
    /// What was found to hold, in a few words.
    pub sentence: String,
}
