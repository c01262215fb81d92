//! No trade is a share of itself: the row that a share names as its whole is another one, about a larger trade.

use rust_decimal::Decimal;

use super::Evidence;
use super::support::report::Report;
use crate::analysis::context::Indicator;
use crate::analysis::{Claim, Figure, Reason, Rule, ShareOfItself, Step};

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for share in &context.facts {
        if !matches!(share.indicator, Indicator::Share { whole, .. } if whole == share.trade) {
            continue;
        }
        let Some(whole) = share.published(context.dataset).and_then(crate::dataset::Observation::whole)
        else {
            continue;
        };
        let whole = Figure::Published(whole);
        let is_own_row = whole == share.figure();
        // Undated figures may belong to different periods.
        if !is_own_row && share.trade.period.is_none() {
            continue;
        }
        let figures = [share.figure(), whole];
        let argue = || {
            let subject = context.subject(share.trade);
            let steps = if is_own_row {
                vec![Step::OwnRow(share.figure()), Step::Reason(Reason::RowOfItsOwn)]
            } else {
                vec![Step::Figure(share.figure()), Step::Reason(Reason::OneTrade)]
            };
            (Claim::ShareOfItself(ShareOfItself { share: share.figure(), subject, is_own_row }), steps)
        };
        if !is_own_row && share.interval.contains(Decimal::ONE) {
            report.holds(Rule::ShareOfItself, figures, argue);
        } else {
            report.breaks(Rule::ShareOfItself, figures, None, argue);
        }
    }
}
