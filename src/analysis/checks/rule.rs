//! The rules by name.

/// The rule behind a check. Those named `Base` compare levels of the base period, which growth implies.
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
    SharesOfParts,
    ShareInTotal,
    NestedShares,
    GrowthBetweenParts,
    GrowthBetweenPeriods,
    GrowthChain,
    IndexBetweenPeriods,
    ShareAndGrowth,
    ShareAndGrowthBase,
    ChangeBetweenPeriods,
    ShareChange,
    OneRate,
    RateOfTheYear,
    UnitValueOfTrade,
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
            Self::SharesOfParts => "shares-of-parts",
            Self::ShareInTotal => "share-in-total",
            Self::NestedShares => "nested-shares",
            Self::GrowthBetweenParts => "growth-between-parts",
            Self::GrowthBetweenPeriods => "growth-between-periods",
            Self::GrowthChain => "growth-chain",
            Self::IndexBetweenPeriods => "index-between-periods",
            Self::ShareAndGrowth => "share-and-growth",
            Self::ShareAndGrowthBase => "share-and-growth/base",
            Self::ChangeBetweenPeriods => "change-between-periods",
            Self::ShareChange => "share-change",
            Self::OneRate => "one-rate",
            Self::RateOfTheYear => "rate-of-the-year",
            Self::UnitValueOfTrade => "unit-value",
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
