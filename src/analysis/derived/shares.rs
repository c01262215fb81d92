//! Derives the whole that a published share implies, and the rest of it.

use super::Derivation;
use super::builder::{DerivedBuilder, Tightest};
use crate::analysis::context::{Fact, Indicator};
use crate::analysis::formula::Formula;

/// The wholes that shares imply, and the rest of each whole without the part.
pub fn wholes_and_rests(builder: &mut DerivedBuilder) {
    let context = builder.context;
    let mut wholes = Tightest::default();
    let mut rests = Vec::new();
    for share in context.chosen().filter(|fact| !fact.is_unvalidated()) {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(part) = context.value(share.trade, unit) else { continue };
        if context.find(whole, Indicator::Value(unit)).is_none() {
            let derivation = Derivation::new(Formula::Whole, [part, share].map(Fact::figure));
            wholes.offer(builder, whole, unit, derivation);
        }
        if share.trade.is_part_by_one_dimension(whole) {
            rests.push(match context.value(whole, unit) {
                Some(whole) => Derivation::new(Formula::RestOfWhole, [whole, part].map(Fact::figure)),
                None => Derivation::new(Formula::Rest, [part, share].map(Fact::figure)),
            });
        }
    }
    wholes.add_to(builder);
    for rest in rests {
        builder.add(rest.formula, rest.inputs());
    }
}
