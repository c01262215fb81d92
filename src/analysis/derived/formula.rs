//! Why a figure follows from others, and how precisely the result is shown.

/// Why a figure follows from others.
///
/// Several rules have one name where a thing follows in several ways; the inputs tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what its formula in wording says")]
pub enum Formula {
    Imports,
    Exports,
    Total,
    Balance,
    BalanceOfExports,
    BalanceOfImports,
    ExportsOfTotal,
    ImportsOfTotal,
    ExportsOfImports,
    ImportsOfExports,
    TotalOfExports,
    TotalOfImports,
    Part,
    PartOfSum,
    Ratio,
    RatioOfBoth,
    RatioOfImports,
    Whole,
    /// What the whole has beside the part; its subject is that of the part.
    Rest,
    /// As [`Formula::Rest`], where the whole is published.
    RestOfWhole,
    Rate,
    Divided,
    Multiplied,
    Base,
    BaseOfMultiple,
    Index,
    IndexOfMultiple,
    Points,
}

/// How many decimals of a result are worth showing; of bounds always as many as it takes to mislead nobody
/// ([`crate::analysis::Interval::decimals`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Sums: the point has the most decimals of any input, the bounds as many as they have.
    Exact,
    /// Products and quotients of a value: as many as the value was printed with, the bounds too; more where the point
    /// would leave its bounds, as half a yuan would as 0 dollars.
    OfValue,
    /// Pure numbers: so many for the point, at least so many for the bounds.
    Fixed(u32, u32),
}

impl Formula {
    /// A stable code, which begins the id of its figures: `imports`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Imports | Self::ImportsOfTotal | Self::ImportsOfExports => "imports",
            Self::Exports | Self::ExportsOfTotal | Self::ExportsOfImports => "exports",
            Self::Total | Self::TotalOfExports | Self::TotalOfImports => "total",
            Self::Balance | Self::BalanceOfExports | Self::BalanceOfImports => "balance",
            Self::Part | Self::PartOfSum => "part",
            Self::Ratio | Self::RatioOfBoth | Self::RatioOfImports => "ratio",
            Self::Whole => "whole",
            Self::Rest | Self::RestOfWhole => "rest",
            Self::Rate => "rate",
            Self::Divided | Self::Multiplied => "in-currency",
            Self::Base | Self::BaseOfMultiple => "base",
            Self::Index | Self::IndexOfMultiple => "index",
            Self::Points => "points",
        }
    }

    /// How many decimals of the result are worth showing.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::Imports
            | Self::Exports
            | Self::Total
            | Self::Balance
            | Self::BalanceOfExports
            | Self::BalanceOfImports
            | Self::ExportsOfTotal
            | Self::ImportsOfTotal
            | Self::ExportsOfImports
            | Self::ImportsOfExports
            | Self::TotalOfExports
            | Self::TotalOfImports
            | Self::RestOfWhole
            | Self::Index
            | Self::IndexOfMultiple
            | Self::Points => Precision::Exact,
            Self::Part | Self::PartOfSum | Self::Ratio | Self::RatioOfBoth | Self::RatioOfImports => {
                Precision::Fixed(2, 3)
            }
            Self::Whole
            | Self::Rest
            | Self::Divided
            | Self::Multiplied
            | Self::Base
            | Self::BaseOfMultiple => Precision::OfValue,
            Self::Rate => Precision::Fixed(3, 3),
        }
    }
}
