//! Figures that no source printed, but that follow from printed ones.

mod builder;
mod currencies;
mod derivation;
mod figures;
mod flows;
mod growth;
mod number;
mod shares;

use super::context::Context;
use builder::DerivedBuilder;
pub(super) use currencies::{CurrencyPair, pairs};
pub(super) use derivation::Batch;
pub use derivation::Derivation;
pub(super) use figures::DerivedFigures;
pub use number::{Derived, DerivedUnit};

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
