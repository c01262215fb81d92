//! A share in total trade lies between the shares in exports and in imports, of which it is a weighted mean.

use foldhash::HashSet;

use super::Evidence;
use super::support::assumption::two_wholes;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator, Trade, is_comparable};
use crate::analysis::{Assumption, Claim, Dimension, Reason, Rule, ShareInTotal, Step};
use crate::dataset::Flow;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for total in context.chosen() {
        let Indicator::Share { whole, .. } = total.indicator else { continue };
        if (total.trade.flow, whole.flow) != (Flow::Total, Flow::Total) || !is_comparable(total) {
            continue;
        }
        let find = |flow| share(context, total, flow);
        if let (Some(exports), Some(imports)) = (find(Flow::Exports), find(Flow::Imports)) {
            compare(evidence, [exports, imports, total], report);
        }
    }
}

/// The share of the same part in another flow, whose valuation may differ.
fn share<'c>(context: &'c Context, total: &Fact, flow: Flow) -> Option<&'c Fact> {
    let Indicator::Share { whole, unit } = total.indicator else { return None };
    let mut definitions = context.names.valuations(total.trade.definition);
    let share = definitions.find_map(|definition| {
        let [part, whole] = [total.trade, whole].map(|trade| Trade { definition, flow, ..trade });
        context.find(part, Indicator::Share { whole, unit })
    });
    // A share of weight says nothing about one of money.
    share.filter(|share| context.share_unit(share) == context.share_unit(total))
}

fn compare(evidence: &Evidence, shares: [&Fact; 3], report: &mut Report) {
    let context = evidence.context;
    let [exports, imports, total] = shares;
    let Indicator::Share { whole, .. } = total.indicator else { return };
    let figures = shares.map(Fact::figure);
    let argue = || {
        let claim = Claim::ShareInTotal(ShareInTotal {
            dimension: dimension(total.trade, whole),
            part: context.subject(total.trade),
            share: total.figure(),
            is_above: total.interval.low() > exports.interval.high().max(imports.interval.high()),
        });
        let steps = figures.map(Step::ShareIn).into_iter().chain([Step::Reason(Reason::BothFlows)]);
        (claim, steps.collect())
    };
    if is_between(shares, &as_printed) == Some(true) {
        report.holds(Rule::ShareInTotal, figures, argue);
        return;
    }
    let by_reading = reread_shares(&shares, |read| is_between(shares, read) == Some(true));
    let adjusted = context.is_adjusted(total.trade).then_some(Assumption::Adjusted);
    let valuation = |share: &Fact| context.names.definition(share.trade.definition).valuation;
    let valuations: HashSet<_> = shares.into_iter().filter_map(valuation).collect();
    let valued = (valuations.len() > 1).then_some(Assumption::Valued);
    let assumptions = [two_wholes(context, &shares), by_reading, adjusted, valued].into_iter().flatten();
    report.breaks(Rule::ShareInTotal, figures, assumptions, argue);
}

fn is_between([exports, imports, total]: [&Fact; 3], read: Reading) -> Option<bool> {
    let (exports, imports, total) = (read(exports)?, read(imports)?, read(total)?);
    let (least, most) = (exports.low().min(imports.low()), exports.high().max(imports.high()));
    Some(least <= total.high() && total.low() <= most)
}

/// The dimension in which a part differs from its whole.
fn dimension(part: Trade, whole: Trade) -> Dimension {
    if part.partner != whole.partner {
        Dimension::Partner
    } else if part.product != whole.product {
        Dimension::Product
    } else {
        Dimension::Transport
    }
}
