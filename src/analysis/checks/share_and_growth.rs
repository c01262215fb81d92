//! A share that rose means a part that outgrew its whole, by just as much.

use super::Evidence;
use super::assumption::two_currencies;
use super::growth_between_periods::range;
use super::report::{Draft, Report};
use crate::analysis::context::{Dimension, Fact, Indicator, Map};
use crate::analysis::words::when;

const RULE: &str = "share-and-growth";

/// How many shares of one trade are looked at; so that a file of shares of one trade stays fast.
const MOST_SHARES: usize = 32;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: Map<_, Vec<&Fact>> = Map::default();
    for share in context.firsts().filter(|share| context.share_unit(share).is_some()) {
        let shares = shares.entry(share.trade).or_default();
        if shares.len() < MOST_SHARES {
            shares.push(share);
        }
    }
    for part in context.firsts() {
        let Indicator::Change(Some(base)) = part.indicator else { continue };
        for now in shares.get(&part.trade).into_iter().flatten() {
            // A growth of money says nothing of a share of weight.
            if context.share_unit(now) != context.growth_unit(part.trade.reporter) {
                continue;
            }
            let Indicator::Share(whole) = now.indicator else { continue };
            let then = context.find(part.trade.at(Some(base)), Indicator::Share(whole.at(Some(base))));
            let whole = context.find(whole, part.indicator);
            if let (Some(then), Some(whole)) = (then, whole) {
                compare(evidence, [then, now, part, whole], report);
            }
        }
    }
}

fn compare(evidence: &Evidence, [then, now, part, whole]: [&Fact; 4], report: &mut Report) {
    let context = evidence.context;
    let (Some(share), Some(growth)) = (now.interval.over(then.interval), part.interval.over(whole.interval))
    else {
        return;
    };
    let figures = || vec![then.figure, now.figure, part.figure, whole.figure];
    let dimension =
        if part.trade.partner == whole.trade.partner { Dimension::Flow } else { Dimension::Partner };
    let name = || context.name(part.trade, dimension);
    if share.common(growth).is_some() {
        let sentence = || format!("the share of {} moved as its growth says,{}", name(), when(part.trade));
        report.holds(RULE, || (figures(), sentence()));
        return;
    }
    let unless = two_currencies(context, part.trade.reporter);
    report.contradicts(RULE, figures(), unless, || {
        let name = name();
        let sentence =
            format!("the share of {name} did not move from{} as its growth says", when(then.trade));
        let [before, after, own, all] = [then, now, part, whole].map(|fact| context.printed(fact));
        Draft::new(sentence)
            .line(format!("share{} = {before}, share{} = {after}", when(then.trade), when(now.trade)))
            .line(format!("so the part outgrew its whole by {}", range(share, growth, 2)))
            .line(format!("growth of the part {own}, of the whole {all}"))
            .line(format!("so the part outgrew its whole by {}", range(growth, share, 2)))
    });
}
