//! A published share implies its whole, and the rest of the whole next to the part.

use rust_decimal::Decimal;

use super::Formula;
use super::builder::{About, Builder, Estimate, Tightest, Way};
use super::flows::{difference, quotient};
use crate::analysis::Interval;
use crate::analysis::context::{Fact, Indicator};

/// The wholes behind shares, and the rest next to each part.
pub fn wholes_and_rests(builder: &mut Builder) {
    let context = builder.context;
    let mut wholes = Tightest::default();
    let mut rests = Vec::new();
    for share in context.chosen().filter(|fact| !fact.is_unvalidated()) {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(part) = context.value(share.trade, unit) else { continue };
        if context.find(whole, Indicator::Value(unit)).is_none() {
            let way = Way { formula: Formula::Whole, inputs: [part, share], estimate: quotient(part, share) };
            wholes.offer(whole, unit, way);
        }
        rests.push((whole, unit, part, share));
    }
    wholes.add_to(builder);
    for (whole, unit, part, share) in rests {
        let Some(subject) = builder.subject_of_rest(whole, share.trade) else { continue };
        let about = About { subject: Some(subject), ..About::value(share.trade, unit, part) };
        match context.value(whole, unit) {
            Some(whole) => builder.add(Formula::RestOfWhole, [whole, part], about, difference(whole, part)),
            None => builder.add(Formula::Rest, [part, share], about, rest(part, share)),
        };
    }
}

/// part × (1 / share − 1), each quantity once: tighter than the whole less the part.
fn rest(part: &Fact, share: &Fact) -> Option<Estimate> {
    let others = Decimal::ONE.checked_div(share.point)?.checked_sub(Decimal::ONE)?;
    let interval = Interval::ONE.over(share.interval)?.minus(Interval::ONE)?;
    Some(Estimate { point: part.point.checked_mul(others)?, interval: part.interval.times(interval)? })
}
