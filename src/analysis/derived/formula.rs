//! Why a figure follows from others: the rules, their formulas, and how precisely their results are shown.

/// Why a figure follows from others.
///
/// Several rules have one name where a thing follows in several ways; the inputs tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what its formula says, in the table below")]
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
    /// Name of the formula, which begins the id of its figures.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// The formula in words, its inputs in the order of [`super::Derived::inputs`].
    #[must_use]
    pub fn words(self) -> &'static str {
        self.row().1
    }

    /// The formula with `{0}`, `{1}` … where the numbers of [`super::Derived::inputs`] go.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        self.row().2
    }

    /// How many decimals of the result are worth showing.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.row().3
    }

    fn row(self) -> (&'static str, &'static str, &'static str, Precision) {
        use Precision::{Exact, Fixed, OfValue};
        match self {
            Self::Imports => ("imports", "total − exports", "{0} − {1}", Exact),
            Self::Exports => ("exports", "total − imports", "{0} − {1}", Exact),
            Self::Total => ("total", "exports + imports", "{0} + {1}", Exact),
            Self::Balance => ("balance", "exports − imports", "{0} − {1}", Exact),
            Self::BalanceOfExports => ("balance", "2 × exports − total", "2 × {0} − {1}", Exact),
            Self::BalanceOfImports => ("balance", "total − 2 × imports", "{0} − 2 × {1}", Exact),
            Self::ExportsOfTotal => ("exports", "(total + balance) / 2", "({0} + {1}) / 2", Exact),
            Self::ImportsOfTotal => ("imports", "(total − balance) / 2", "({0} − {1}) / 2", Exact),
            Self::ExportsOfImports => ("exports", "imports + balance", "{0} + {1}", Exact),
            Self::ImportsOfExports => ("imports", "exports − balance", "{0} − {1}", Exact),
            Self::TotalOfExports => ("total", "2 × exports − balance", "2 × {0} − {1}", Exact),
            Self::TotalOfImports => ("total", "2 × imports + balance", "2 × {0} + {1}", Exact),
            Self::Part => ("part", "exports / total", "{0} / {1}", Fixed(2, 3)),
            Self::PartOfSum => ("part", "exports / (exports + imports)", "{0} / ({0} + {1})", Fixed(2, 3)),
            Self::Ratio => ("ratio", "exports / (total − exports)", "{0} / ({1} − {0})", Fixed(2, 3)),
            Self::RatioOfBoth => ("ratio", "exports / imports", "{0} / {1}", Fixed(2, 3)),
            Self::RatioOfImports => {
                ("ratio", "(total − imports) / imports", "({0} − {1}) / {1}", Fixed(2, 3))
            }
            Self::Whole => ("whole", "part / share", "{0} / {1}", OfValue),
            Self::Rest => ("rest", "part × (1 / share − 1)", "{0} × (1 / {1} − 1)", OfValue),
            Self::RestOfWhole => ("rest", "whole − part", "{0} − {1}", Exact),
            Self::Rate => ("rate", "value / value in the other currency", "{0} / {1}", Fixed(3, 3)),
            Self::Divided => ("in-currency", "value / rate", "{0} / {1}", OfValue),
            Self::Multiplied => ("in-currency", "value × rate", "{0} × {1}", OfValue),
            Self::Base => ("base", "value / (1 + growth)", "{0} / (1 + {1})", OfValue),
            Self::BaseOfMultiple => ("base", "value / multiple", "{0} / {1}", OfValue),
            Self::Index => ("index", "100 + growth", "100 + {0}", Exact),
            Self::IndexOfMultiple => ("index", "100 × multiple", "100 × {0}", Exact),
            Self::Points => ("points", "growth − growth of the group", "{0} − {1}", Exact),
        }
    }
}
