//! What a published share gives away: the whole, and what the whole has beside the part.

use rust_decimal::Decimal;

use super::Formula;
use super::builder::{About, Builder, Estimate};
use super::flows::{difference, quotient};
use crate::analysis::Interval;
use crate::analysis::context::{Fact, Indicator};

/// The wholes behind shares, and the rest beside each part.
pub fn wholes_and_rests(builder: &mut Builder) {
    let context = builder.context;
    for share in context.firsts().filter(|fact| !fact.unvalidated) {
        let Indicator::Share(whole) = share.indicator else { continue };
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(part) = context.value(share.trade, unit) else { continue };
        let about = About::value(share.trade, unit, part);
        if let Some(whole) = context.value(whole, unit) {
            builder.add(Formula::RestOfWhole, &[whole, part], about, difference(whole, part));
            continue;
        }
        if !builder.has(whole, unit) {
            let about = About::value(whole, unit, part);
            builder.add_value(Formula::Whole, &[part, share], about, quotient(part, share));
        }
        builder.add(Formula::Rest, &[part, share], about, rest(part, share));
    }
}

/// part × (1 / share − 1), each quantity once: tighter than the whole less the part.
fn rest(part: &Fact, share: &Fact) -> Option<Estimate> {
    let others = Decimal::ONE.checked_div(share.point)?.checked_sub(Decimal::ONE)?;
    let interval = Interval::ONE.over(share.interval)?.minus(Interval::ONE)?;
    Some(Estimate { point: part.point.checked_mul(others)?, interval: part.interval.times(interval)? })
}
