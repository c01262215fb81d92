//! A share that rose means a part that outgrew its whole, by just as much.

use super::Evidence;
use super::assumption::two_growths;
use super::reading::{Read, reread};
use super::report::Report;
use crate::analysis::context::{Fact, Indicator, Map};
use crate::analysis::{Claim, Dimension, Rule, Step};

/// The most shares of one trade that are tried. Keeps a file full of them fast.
const MOST_SHARES: usize = 32;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: Map<_, Vec<&Fact>> = Map::default();
    for share in context.chosen().filter(|share| context.share_unit(share).is_some()) {
        let shares = shares.entry(share.trade).or_default();
        if shares.len() < MOST_SHARES {
            shares.push(share);
        }
    }
    for part in context.chosen() {
        let Some(base) = part.indicator.growth_base() else { continue };
        for now in shares.get(&part.trade).into_iter().flatten() {
            // A growth of money says nothing of a share of weight.
            if context.share_unit(now) != context.growth_unit(part) {
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
    let by = (now.interval.over(then.interval), part.interval.over(whole.interval));
    let ((Some(by_shares), Some(by_growth)), Some(base)) = (by, then.trade.period) else { return };
    let figures = [then.figure, now.figure, part.figure, whole.figure];
    let argue = || {
        let is_place = part.trade.partner != whole.trade.partner;
        let dimension = if is_place { Dimension::Partner } else { Dimension::Flow };
        let subject = context.subject(part.trade);
        let claim = Claim::ShareAndGrowth { dimension, part: subject, base, by_shares, by_growth };
        let steps = vec![
            Step::Shares(then.figure, now.figure),
            Step::Outgrew(by_shares),
            Step::GrowthOfBoth(part.figure, whole.figure),
            Step::Outgrew(by_growth),
        ];
        (claim, steps)
    };
    if by_shares.common(by_growth).is_some() {
        report.holds(Rule::ShareAndGrowth, figures, argue);
    } else {
        let facts = [then, now, part, whole];
        let agrees = |read: Read| {
            let outgrew = read(part)?.over(read(whole)?)?;
            Some(read(now)?.over(read(then)?)?.common(outgrew).is_some())
        };
        let by_reading = reread(&facts, |read| agrees(read) == Some(true));
        let assumptions = two_growths(&facts).into_iter().chain(by_reading);
        report.breaks(Rule::ShareAndGrowth, figures, assumptions, argue);
    }
}
