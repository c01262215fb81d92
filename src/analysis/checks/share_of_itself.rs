//! Nothing is a part of itself: a share names a row as its whole that is another one, about a larger trade.

use rust_decimal::Decimal;

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::context::{Dimension, Indicator};
use crate::analysis::words::when;
use crate::analysis::{Figure, Severity};

const RULE: &str = "share-of-itself";

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for share in &context.facts {
        if share.indicator != Indicator::Share(share.trade) {
            continue;
        }
        let Some(whole) = share.row(context.dataset).and_then(|row| row.share_of) else { continue };
        let whole = Figure::Published(whole);
        let name = || context.name(share.trade, Dimension::Partner);
        let when =
            || if share.trade.period.is_some() { format!(",{}", when(share.trade)) } else { String::new() };
        let is_own_row = whole == share.figure;
        // Of what is undated nobody knows whether it is of one time.
        if !is_own_row && share.trade.period.is_none() {
            continue;
        }
        if !is_own_row && share.interval.contains(Decimal::ONE) {
            let sentence = || format!("{} is all of itself{}", name(), when());
            report.holds(RULE, || (vec![share.figure, whole], sentence()));
            continue;
        }
        report.finds(RULE, Severity::Contradiction, [share.figure, whole], || {
            let printed = format!("{}: {}", context.id(share), context.printed(share));
            if is_own_row {
                return Draft::new(format!("a share of {} is given as its own whole{}", name(), when()))
                    .line(format!("{printed} of its own row"))
                    .line("a whole has a row of its own");
            }
            Draft::new(format!("{} cannot be {} of itself{}", name(), context.printed(share), when()))
                .line(format!("{printed}, so {}", context.range(share)))
                .line("part and whole are one trade, so it is 100 %")
        });
    }
}
