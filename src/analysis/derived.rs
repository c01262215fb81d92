//! Figures that no source printed, but that follow from printed ones.

mod builder;
mod currencies;
mod derivation;
mod figures;
mod flows;
mod growth;
mod shares;

use rust_decimal::Decimal;

use super::context::Context;
use super::{Figure, Formula, Interval};
use crate::dataset::{Currency, Subject, Unit};
use builder::DerivedBuilder;
pub(super) use currencies::{CurrencyPair, pairs};
pub(super) use derivation::Batch;
pub use derivation::Derivation;
pub(super) use figures::DerivedFigures;

/// The unit of a derived number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DerivedUnit {
    /// A unit that published figures also use.
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
    /// The figures that it is calculated from, in the order of the formula.
    pub inputs: [Figure; 2],
    /// The trade.
    pub subject: Subject,
    /// The unit, without its power of ten.
    pub unit: DerivedUnit,
    /// Power of ten of the unit.
    pub multiplier: i8,
    /// The value calculated from the numbers as printed, rounded to the digits that hold.
    pub point: Decimal,
    /// How many decimals of the point hold.
    pub decimals: u32,
    /// The interval calculated from those of the inputs, in the same power of ten.
    pub interval: Interval,
    /// How many decimals of the interval's bounds are worth showing.
    pub interval_decimals: u32,
}

/// Derives the figures that others may be calculated from, and those others.
///
/// Two rounds prevent circles and endless chains: first what follows from published figures, then base periods and
/// conversions, which may also use a flow, whole or rate of the first round. A figure that is unvalidated or has no
/// number is never used, and nothing that is published is derived again.
pub fn derive(context: &Context) -> Batch {
    let mut builder = DerivedBuilder::new(context);
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

/// Derives figures from published ones alone that no other figure is calculated from.
pub fn derive_leaves(context: &Context) -> Batch {
    let mut builder = DerivedBuilder::new(context);
    flows::proportions(&mut builder);
    let steps = vec![0, builder.list.len()];
    growth::points(&mut builder);
    Batch::new(builder.list, steps)
}
