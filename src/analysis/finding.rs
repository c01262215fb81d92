//! The results of checks: findings, and claims that hold.

use super::claim::{Assumption, Claim, Step};
use super::{Figure, Rule};

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

/// A claim that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its severity.
    pub severity: Severity,
    /// The rule that found it.
    pub rule: Rule,
    /// Every figure that the proof and the assumptions use, without repetition.
    pub figures: Vec<Figure>,
    /// The claim that does not hold.
    pub claim: Claim,
    /// The steps of its proof.
    pub proof: Vec<Step>,
    /// Each of these could save the claim; a contradiction has none.
    pub assumptions: Vec<Assumption>,
}

/// A claim that was checked and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The rule that checked it.
    pub rule: Rule,
    /// Every figure that it compared.
    pub figures: Vec<Figure>,
    /// The claim that holds.
    pub claim: Claim,
    /// The steps of its proof.
    pub proof: Vec<Step>,
}
