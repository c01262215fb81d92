//! The terms of claims and steps: amounts of trades, and how one is part of another.

use rust_decimal::Decimal;

use crate::analysis::{Figure, Formula, Interval};
use crate::dataset::{Subject, Unit};

/// The dimension in which a trade is part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Exports or imports are part of total trade.
    Flow,
    /// A place is part of a group or of the world.
    Partner,
    /// A product is part of all products or of a shorter code.
    Product,
    /// A mode of transport is part of all modes.
    Transport,
    /// A period is part of a longer one.
    Period,
}

impl Dimension {
    /// The dataset column in which the two trades differ.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Partner => "partner",
            Self::Product => "product",
            Self::Transport => "transport",
            Self::Period => "time_period",
        }
    }
}

/// The amount of a trade: a published value, or one divided by the growth since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The trade; for an implied value, in the base period.
    pub subject: Subject,
    /// The unit of the value.
    pub unit: Unit,
    /// The published value.
    pub value: Figure,
    /// The growth that the value is divided by; `None` for a value as published.
    pub change: Option<Figure>,
    /// Everything it may be, without a power of ten.
    pub interval: Interval,
}

impl Term {
    /// The published figures that it rests on.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        std::iter::once(self.value).chain(self.change)
    }
}

/// A flow as published, or as derived from two other flows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowTerm {
    /// The trade.
    pub subject: Subject,
    /// The unit of its value.
    pub unit: Unit,
    /// The published value whose notation it uses.
    pub value: Figure,
    /// How it is derived from two other flows; `None` if it is published.
    pub formula: Option<Formula>,
    /// Everything it may be, without a power of ten.
    pub interval: Interval,
    /// The published figures that it rests on.
    pub figures: Vec<Figure>,
}

/// Evidence on a whole: its own row, a part and its share, or a larger whole and its own share of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clue {
    /// The value of the part, of the larger whole, or of the whole itself.
    pub value: Figure,
    /// The share that the value is divided by, or multiplied with; `None` for the whole itself.
    pub share: Option<Figure>,
    /// True if the value is that of a larger whole, of which this one has the share.
    pub is_of_larger: bool,
    /// Everything the whole may be by this clue, without a power of ten.
    pub interval: Interval,
}

/// The parts that a whole is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Exports and imports: all of the total.
    Flows,
    /// All months, quarters or halves of a period.
    Periods,
    /// All members of a group, except for those that lie in another member.
    Members {
        /// How many of them are not counted for that reason.
        left_out: usize,
    },
    /// All members of a group of products.
    Products,
    /// All parts listed by the table that the figures come from.
    Listed(Dimension),
    /// Some parts, which need not be complete.
    Some(Dimension),
    /// Two periods that contain another together and reach beyond it, so that it is no more than both.
    Around,
}

impl Parts {
    /// The dimension in which they are parts.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match self {
            Self::Flows => Dimension::Flow,
            Self::Periods | Self::Around => Dimension::Period,
            Self::Members { .. } => Dimension::Partner,
            Self::Products => Dimension::Product,
            Self::Listed(dimension) | Self::Some(dimension) => dimension,
        }
    }

    /// True if they are complete, so that they make up the whole.
    #[must_use]
    pub fn are_all(self) -> bool {
        match self {
            Self::Flows | Self::Periods | Self::Members { .. } | Self::Products | Self::Listed(_) => true,
            Self::Some(_) | Self::Around => false,
        }
    }
}

/// How a balance follows from two other flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BalanceOf {
    /// exports − imports
    ExportsAndImports,
    /// 2 × exports − total
    ExportsAndTotal,
    /// total − 2 × imports
    TotalAndImports,
}

impl BalanceOf {
    /// A stable code: `exports-imports`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ExportsAndImports => "exports-imports",
            Self::ExportsAndTotal => "exports-total",
            Self::TotalAndImports => "total-imports",
        }
    }
}

/// The minimum of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Minimum {
    /// No trade is below zero, except as a correction.
    Value,
    /// Nothing falls by more than 100 %.
    Growth,
    /// Nothing shrinks below ×0.
    Multiple,
    /// No count is below 0.
    Count,
    /// The first rank is 1.
    Rank,
}

impl Minimum {
    /// The minimum as a number, in the unit of the figure.
    #[must_use]
    pub fn number(self) -> Decimal {
        match self {
            Self::Value | Self::Multiple | Self::Count => Decimal::ZERO,
            Self::Growth => -Decimal::ONE_HUNDRED,
            Self::Rank => Decimal::ONE,
        }
    }
}
