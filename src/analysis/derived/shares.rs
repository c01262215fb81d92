//! What a published share gives away: the whole, and what the whole has beside the part.

use rust_decimal::Decimal;

use super::Rule;
use super::flows::{difference, quotient};
use super::workshop::{About, Outcome, Workshop};
use crate::analysis::Interval;
use crate::analysis::context::{Fact, What};

/// The wholes behind shares, and the rest beside each part.
pub fn wholes_and_rests(workshop: &mut Workshop) {
    let context = workshop.context;
    for share in context.firsts().filter(|fact| !fact.unvalidated) {
        let What::Share(whole) = share.what else { continue };
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(part) = context.value(share.trade, unit) else { continue };
        let about = About::value(share.trade, unit, part);
        if let Some(whole) = context.value(whole, unit) {
            workshop.add(Rule::RestOfWhole, &[whole, part], about, difference(whole, part));
            continue;
        }
        if !workshop.has(whole, unit) {
            let about = About::value(whole, unit, part);
            workshop.add_value(Rule::Whole, &[part, share], about, quotient(part, share));
        }
        workshop.add(Rule::Rest, &[part, share], about, rest(part, share));
    }
}

/// part × (1 / share − 1), each quantity once: tighter than the whole less the part.
fn rest(part: &Fact, share: &Fact) -> Option<Outcome> {
    let others = Decimal::ONE.checked_div(share.point)?.checked_sub(Decimal::ONE)?;
    let interval = Interval::ONE.over(share.interval)?.minus(Interval::ONE)?;
    Some(Outcome { point: part.point.checked_mul(others)?, interval: part.interval.times(interval)? })
}
