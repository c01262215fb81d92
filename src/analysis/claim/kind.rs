//! Codes for the kinds of claims.

use super::Claim;

impl Claim {
    /// A stable code for the kind of claim: `sum-of-parts`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::PartOfWhole { .. } => "part-of-whole",
            Self::SumOfParts { .. } => "sum-of-parts",
            Self::FlowAboveZero { .. } => "flow-above-zero",
            Self::PartOfDerived { .. } => "part-of-derived",
            Self::Balance { .. } => "balance",
            Self::ShareOfItself { .. } => "share-of-itself",
            Self::ShareOfWhole { .. } => "share-of-whole",
            Self::SharesWithinWhole { .. } => "shares-within-whole",
            Self::ShareInTotal { .. } => "share-in-total",
            Self::GrowthBetweenParts { .. } => "growth-between-parts",
            Self::GrowthBetweenPeriods { .. } => "growth-between-periods",
            Self::GrowthChain { .. } => "growth-chain",
            Self::ShareAndGrowth { .. } => "share-and-growth",
            Self::ShareBefore { .. } => "share-before",
            Self::ChangeBetweenPeriods { .. } => "change-between-periods",
            Self::ShareChange { .. } => "share-change",
            Self::OneRate { .. } => "one-rate",
            Self::Record { .. } => "record",
            Self::RankAndValue { .. } => "rank-and-value",
            Self::OneRank { .. } => "one-rank",
            Self::RateOfTheYear { .. } => "rate-of-the-year",
            Self::ValueAndBalance { .. } => "value-and-balance",
            Self::SameFigure { .. } => "same-figure",
            Self::Least { .. } => "least",
            Self::AllAboveLeast => "all-above-least",
            Self::StatusAndValue { .. } => "status-and-value",
            Self::AllStatusesFit => "all-statuses-fit",
            Self::EqualPrecision { .. } => "equal-precision",
            Self::AllListed { .. } => "all-listed",
        }
    }
}
