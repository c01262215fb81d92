//! The results of checks: findings, and claims that hold.

use super::Figure;
use super::claim::{Assumption, Claim, Step};

/// The severity of a finding, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be true, whatever the rounding.
    Contradiction,
    /// True only under an assumption, which the finding names.
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

/// The rule of a check; those named `Base` compare levels that growth implies for the base period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is explained in the module of its check")]
pub enum Rule {
    PartOfWhole,
    PartOfWholeBase,
    SumOfParts,
    SumOfPartsBase,
    DerivedFlow,
    ShareOfItself,
    ShareOfWhole,
    SharesWithinWhole,
    ShareInTotal,
    GrowthBetweenParts,
    GrowthBetweenPeriods,
    GrowthChain,
    ShareAndGrowth,
    ShareAndGrowthBase,
    ChangeBetweenPeriods,
    ShareChange,
    OneRate,
    RateOfTheYear,
    ValueAndBalance,
    Record,
    RankAndValue,
    OneRank,
    SameFigure,
    Least,
    StatusAndValue,
    MixedPrecision,
}

impl Rule {
    /// A stable code: `part-of-whole/base`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PartOfWhole => "part-of-whole",
            Self::PartOfWholeBase => "part-of-whole/base",
            Self::SumOfParts => "sum-of-parts",
            Self::SumOfPartsBase => "sum-of-parts/base",
            Self::DerivedFlow => "derived-flow",
            Self::ShareOfItself => "share-of-itself",
            Self::ShareOfWhole => "share-of-whole",
            Self::SharesWithinWhole => "shares-within-whole",
            Self::ShareInTotal => "share-in-total",
            Self::GrowthBetweenParts => "growth-between-parts",
            Self::GrowthBetweenPeriods => "growth-between-periods",
            Self::GrowthChain => "growth-chain",
            Self::ShareAndGrowth => "share-and-growth",
            Self::ShareAndGrowthBase => "share-and-growth/base",
            Self::ChangeBetweenPeriods => "change-between-periods",
            Self::ShareChange => "share-change",
            Self::OneRate => "one-rate",
            Self::RateOfTheYear => "rate-of-the-year",
            Self::ValueAndBalance => "value-and-balance",
            Self::Record => "record",
            Self::RankAndValue => "rank-and-value",
            Self::OneRank => "one-rank",
            Self::SameFigure => "same-figure",
            Self::Least => "least",
            Self::StatusAndValue => "status-and-value",
            Self::MixedPrecision => "mixed-precision",
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
    /// Every figure that the proof and the assumptions use, each once.
    pub figures: Vec<Figure>,
    /// The claim that does not hold.
    pub claim: Claim,
    /// The arithmetic.
    pub proof: Vec<Step>,
    /// Each could save the claim; a contradiction has none.
    pub assumptions: Vec<Assumption>,
}

/// A claim that was tried and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The rule that tried it.
    pub rule: Rule,
    /// Every figure that it compared.
    pub figures: Vec<Figure>,
    /// The claim that holds.
    pub claim: Claim,
    /// The arithmetic.
    pub proof: Vec<Step>,
}
