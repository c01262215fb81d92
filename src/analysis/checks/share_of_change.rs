//! The share of a part in the change of its whole is its own change divided by that.

use super::Evidence;
use super::support::composition;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::{Claim, Interval, Rule, ShareOfChange, Step};
use crate::dataset::Flow;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for share in context.chosen() {
        let Indicator::ShareOfChange { whole, base, unit } = share.indicator else { continue };
        let find = |trade| context.find(trade, Indicator::Change { base, unit });
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        if let Some((part, whole)) = find(share.trade).zip(find(whole)).filter(|_| !is_balance) {
            compare(context, share, [part, whole], report);
        }
    }
}

fn compare(context: &Context, share: &Fact, [part, whole]: [&Fact; 2], report: &mut Report) {
    let implied = |read: Reading| -> Option<Interval> { read(part)?.over(read(whole)?) };
    let Some(of_changes) = implied(&as_printed) else { return };
    let facts = [part, whole, share];
    let figures = facts.map(Fact::figure);
    let argue = || {
        let subject = context.subject(share.trade);
        let claim =
            Claim::ShareOfChange(ShareOfChange { subject, share: share.figure(), implied: of_changes });
        let steps = vec![
            Step::Figure(part.figure()),
            Step::Figure(whole.figure()),
            Step::ImpliedShare(of_changes),
            Step::Printed(share.figure()),
        ];
        (claim, steps)
    };
    let agrees = |read: Reading| Some(implied(read)?.common(read(share)?).is_some());
    if agrees(&as_printed) == Some(true) {
        report.holds(Rule::ShareOfChange, figures, argue);
        return;
    }
    let by_reading = reread_shares(&facts, |read| agrees(read) == Some(true));
    let base = if let Indicator::Change { base, .. } = whole.indicator { base } else { None };
    let regrouped = composition::of_base(context, share.trade, base)
        .or_else(|| composition::of_base(context, whole.trade, base));
    report.breaks(Rule::ShareOfChange, figures, by_reading.into_iter().chain(regrouped), argue);
}
