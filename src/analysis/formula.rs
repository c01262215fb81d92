//! How a number follows from two others, and how precisely it is shown. Which figures are put together is decided by those
//! who know their trade.

mod estimate;
mod flow_sum;
mod size;
mod working;

pub(super) use estimate::Estimate;
pub use flow_sum::FlowSum;
pub(super) use working::{Operand, Working, to_digits_that_hold};

use crate::dataset::Code;

/// The formula of a derived figure.
///
/// If a figure follows in several ways, they may share one name; the inputs tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is what its formula in wording says")]
pub enum Formula {
    /// A flow from two others of its trade.
    Flows(FlowSum),
    Part,
    PartOfSum,
    Ratio,
    RatioOfBoth,
    RatioOfImports,
    Whole,
    /// The rest of the whole without the part.
    Rest,
    /// As [`Formula::Rest`], but calculated from the published whole.
    RestOfWhole,
    Rate,
    Divided,
    Multiplied,
    Base,
    BaseOfMultiple,
    Points,
}

/// The minimum number of decimals for the bounds of a result; more are written if these would mislead
/// ([`crate::analysis::Interval::decimals`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Precision {
    /// Sums: as many as the bounds have.
    Exact,
    /// Products and quotients of a value: as many as the value was printed with.
    OfValue,
    /// Pure numbers: a fixed number.
    Fixed(u32),
}

impl Formula {
    /// A stable code, which begins the id of its figures: `imports`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Flows(sum) => sum.result().code(),
            Self::Part | Self::PartOfSum => "part",
            Self::Ratio | Self::RatioOfBoth | Self::RatioOfImports => "ratio",
            Self::Whole => "whole",
            Self::Rest | Self::RestOfWhole => "rest",
            Self::Rate => "rate",
            Self::Divided | Self::Multiplied => "in-currency",
            Self::Base | Self::BaseOfMultiple => "base",
            Self::Points => "points",
        }
    }

    /// The minimum number of decimals for the bounds of the result.
    pub(crate) fn precision(self) -> Precision {
        match self {
            Self::Flows(_) | Self::RestOfWhole | Self::Points => Precision::Exact,
            Self::Part | Self::PartOfSum | Self::Ratio | Self::RatioOfBoth | Self::RatioOfImports => {
                Precision::Fixed(3)
            }
            Self::Whole
            | Self::Rest
            | Self::Divided
            | Self::Multiplied
            | Self::Base
            | Self::BaseOfMultiple => Precision::OfValue,
            Self::Rate => Precision::Fixed(3),
        }
    }
}
