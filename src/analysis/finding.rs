//! The results of checks: findings, and claims that hold.

use super::claim::{Assumption, Claim, Step};
use super::{Figure, Rule, Severity};

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
