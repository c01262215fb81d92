//! The terms of claims and steps: amounts of trades, and how they are parts of each other.

use rust_decimal::Decimal;

use crate::analysis::{Figure, Formula, Interval};
use crate::dataset::{Subject, Unit};

/// In which dimension a trade is a part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Exports or imports, of both together.
    Flow,
    /// A place, of a group or of the world.
    Partner,
    /// A product, of all products or of a wider code.
    Product,
    /// A mode of transport, of all modes.
    Transport,
    /// A period, of a longer one.
    Period,
}

impl Dimension {
    /// The column of a dataset that differs.
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
    /// The trade; of an implied value in the base period.
    pub subject: Subject,
    /// The unit of the value.
    pub unit: Unit,
    /// The published value.
    pub value: Figure,
    /// The growth that the value is divided by; `None` for a value as published.
    pub change: Option<Figure>,
    /// Everything that it may be, without a power of ten.
    pub interval: Interval,
}

impl Term {
    /// The published figures that it rests on.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        std::iter::once(self.value).chain(self.change)
    }
}

/// A flow as its own rows give it, or as two other flows make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowTerm {
    /// The trade.
    pub subject: Subject,
    /// The unit of its value.
    pub unit: Unit,
    /// The published value that it is written like.
    pub value: Figure,
    /// How two other flows make it; `None` where it is given.
    pub formula: Option<Formula>,
    /// Everything that it may be, without a power of ten.
    pub interval: Interval,
    /// The published figures that it rests on.
    pub figures: Vec<Figure>,
}

/// Evidence of a whole: its own row, or a part and its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clue {
    /// The value of the part, or of the whole itself.
    pub value: Figure,
    /// The share that the value is divided by; `None` for the whole itself.
    pub share: Option<Figure>,
    /// Everything that the whole may be by this clue, without a power of ten.
    pub interval: Interval,
}

/// The parts that a whole is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Exports and imports: all of the total.
    Flows,
    /// All months, quarters or halves of a period.
    Periods,
    /// All members of a group, but for so many that lie in another member.
    Members {
        /// How many lie in another one and are not counted.
        left_out: usize,
    },
    /// All members of a group of products.
    Products,
    /// All that the table lists from which the figures are an answer.
    Listed(Dimension),
    /// Some parts, which need not be all.
    Some(Dimension),
}

impl Parts {
    /// In which dimension they are parts.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match self {
            Self::Flows => Dimension::Flow,
            Self::Periods => Dimension::Period,
            Self::Members { .. } => Dimension::Partner,
            Self::Products => Dimension::Product,
            Self::Listed(dimension) | Self::Some(dimension) => dimension,
        }
    }

    /// True if there are no other parts, so that they make up the whole.
    #[must_use]
    pub fn are_all(self) -> bool {
        match self {
            Self::Flows | Self::Periods | Self::Members { .. } | Self::Products | Self::Listed(_) => true,
            Self::Some(_) => false,
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

/// The least that a figure of some measure can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Minimum {
    /// No trade is below zero, but for a correction.
    Value,
    /// Nothing falls by more than 100 %.
    Growth,
    /// Nothing becomes less than ×0.
    Multiple,
    /// Nothing is counted fewer than 0 times.
    Count,
    /// The first rank is 1.
    Rank,
}

impl Minimum {
    /// The number itself, in the unit of the figure.
    #[must_use]
    pub fn number(self) -> Decimal {
        match self {
            Self::Value | Self::Multiple | Self::Count => Decimal::ZERO,
            Self::Growth => -Decimal::ONE_HUNDRED,
            Self::Rank => Decimal::ONE,
        }
    }
}
