//! Figures that nobody printed but that follow from printed ones.

mod builder;
mod currencies;
mod derivation;
mod figures;
mod flows;
mod formula;
mod growth;
mod shares;
mod working;

use rust_decimal::Decimal;

use super::context::Context;
use super::{Figure, Interval};
use crate::dataset::{Currency, Subject, Unit};
use builder::Builder;
pub(super) use currencies::pairs;
pub(super) use derivation::Batch;
pub use derivation::Derivation;
pub(super) use figures::DerivedFigures;
pub(super) use flows::{FlowSum, SUMS};
pub use formula::Formula;
pub(crate) use formula::Precision;
pub(super) use working::{Estimate, Operand, to_digits_that_hold};

/// The unit of a derived number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DerivedUnit {
    /// A unit that published figures have as well.
    Unit(Unit),
    /// Percentage points.
    Points,
    /// The price of one unit of the second currency in the first.
    Rate(Currency, Currency),
}

impl DerivedUnit {
    /// As [`Unit::code`]; a rate is `CNY_PER_USD`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Unit(unit) => unit.code().to_owned(),
            Self::Points => "POINTS".to_owned(),
            Self::Rate(one, other) => format!("{}_PER_{}", one.code(), other.code()),
        }
    }
}

/// A figure that follows from others.
#[derive(Debug, Clone)]
pub struct Derived {
    /// The formula that gives it.
    pub formula: Formula,
    /// The figures that it is built on, in the order of the formula.
    pub inputs: [Figure; 2],
    /// The trade.
    pub subject: Subject,
    /// The unit, without its power of ten.
    pub unit: DerivedUnit,
    /// Power of ten of the unit.
    pub multiplier: i8,
    /// The value that follows from the numbers as printed, rounded to the digits that hold.
    pub point: Decimal,
    /// Decimals of the point that hold.
    pub decimals: u32,
    /// The interval that follows from those of the inputs, in the power of ten of the unit.
    pub interval: Interval,
    /// Decimals worth showing of the interval's bounds.
    pub interval_decimals: u32,
}

/// Figures that follow by formula and that others may be built on, with those others.
///
/// Two rounds, so that there is neither a circle nor an endless chain: first what follows from published figures,
/// then base periods and conversions, which may also build on a flow, whole or rate of the first round. Nothing is
/// built on a figure that is unvalidated or has no number, and nothing is derived that is published.
pub fn derive(context: &Context) -> Batch {
    let mut builder = Builder::new(context);
    let mut steps = Vec::new();
    flows::sums(&mut builder);
    steps.push(builder.list.len());
    shares::wholes_and_rests(&mut builder);
    steps.push(builder.list.len());
    let rates = currencies::rates(&mut builder);
    steps.push(builder.list.len());
    let first_round = builder.values.len();
    growth::bases(&mut builder);
    steps.push(builder.list.len());
    currencies::conversions(&mut builder, first_round, &rates);
    Batch::new(builder.list, steps)
}

/// Figures that follow by formula from published figures alone, and that nothing is built on.
pub fn derive_leaves(context: &Context) -> Batch {
    let mut builder = Builder::new(context);
    flows::proportions(&mut builder);
    let steps = vec![0, builder.list.len()];
    growth::points(&mut builder);
    Batch::new(builder.list, steps)
}
