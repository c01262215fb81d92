//! If a share rose, the part outgrew its whole by just as much. If the earlier share is not published, it was between 0
//! and 100 % all the same.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{two_growths, two_wholes};
use super::support::composition;
use super::support::ratio::is_ratio;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::{Claim, Dimension, Interval, Rule, ShareAndGrowth, ShareBefore, Step};
use crate::dataset::{Flow, Period};

/// The maximum number of shares checked per trade. Keeps a file full of them fast.
const MOST_SHARES: usize = 32;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: HashMap<_, Vec<&Fact>> = HashMap::default();
    for share in context.chosen().filter(|share| context.share_unit(share).is_some()) {
        let shares = shares.entry(share.trade).or_default();
        if shares.len() < MOST_SHARES {
            shares.push(share);
        }
    }
    for part in context.chosen() {
        let Some(base) = part.indicator.growth_base() else { continue };
        for now in shares.get(&part.trade).into_iter().flatten() {
            // Growth in money says nothing about a share of weight.
            if context.share_unit(now) != context.growth_unit(part) {
                continue;
            }
            let Indicator::Share { whole, .. } = now.indicator else { continue };
            let then = context.find(part.trade.at(Some(base)), now.indicator.share_at(base));
            let whole = context.find(whole, part.indicator);
            match (then, whole) {
                (Some(then), Some(whole)) => compare(evidence, [then, now, part, whole], report),
                (None, Some(whole)) => before(context, base, [now, part, whole], report),
                (_, None) => {}
            }
        }
    }
}

fn compare(evidence: &Evidence, [then, now, part, whole]: [&Fact; 4], report: &mut Report) {
    let context = evidence.context;
    let by = (now.interval.over(then.interval), part.interval.over(whole.interval));
    let ((Some(by_shares), Some(by_growth)), Some(base)) = (by, then.trade.period) else { return };
    let figures = [then.figure(), now.figure(), part.figure(), whole.figure()];
    let argue = || {
        let dimension = dimension(part, whole);
        let subject = context.subject(part.trade);
        let claim =
            Claim::ShareAndGrowth(ShareAndGrowth { dimension, part: subject, base, by_shares, by_growth });
        let steps = vec![
            Step::Shares(then.figure(), now.figure()),
            Step::Outgrew(by_shares),
            Step::GrowthOfBoth(part.figure(), whole.figure()),
            Step::Outgrew(by_growth),
        ];
        (claim, steps)
    };
    if by_shares.common(by_growth).is_some() {
        report.holds(Rule::ShareAndGrowth, figures, argue);
    } else {
        let facts = [then, now, part, whole];
        let agrees = |read: Reading| {
            let outgrew = read(part)?.over(read(whole)?)?;
            Some(read(now)?.over(read(then)?)?.common(outgrew).is_some())
        };
        let by_reading = reread_shares(&facts, |read| agrees(read) == Some(true));
        let assumptions =
            two_growths(&facts).or_else(|| two_wholes(context, &facts)).into_iter().chain(by_reading);
        let assumptions = assumptions.chain(composition::of_facts(context, &[part, whole], base));
        report.breaks(Rule::ShareAndGrowth, figures, assumptions, argue);
    }
}

/// The dimension in which part and whole differ.
fn dimension(part: &Fact, whole: &Fact) -> Dimension {
    if part.trade.partner != whole.trade.partner {
        Dimension::Partner
    } else if part.trade.product != whole.trade.product {
        Dimension::Product
    } else {
        Dimension::Flow
    }
}

/// The earlier share: the present share times the growth of the whole over that of the part. A part of a balance may be
/// larger than the balance.
fn before(context: &Context, base: Period, [now, part, whole]: [&Fact; 3], report: &mut Report) {
    let is_balance = part.trade.flow == Flow::Balance || whole.trade.flow == Flow::Balance;
    if is_balance || is_ratio(context, part.trade, whole.trade) {
        return;
    }
    let share = |read: Reading| read(now)?.times(read(whole)?)?.over(read(part)?);
    let Some(before) = share(&as_printed) else { return };
    let is_part = |share: Interval| share.low() <= Decimal::ONE && share.high() >= Decimal::ZERO;
    let facts = [now, part, whole];
    let figures = facts.map(Fact::figure);
    let argue = || {
        let (dimension, subject) = (dimension(part, whole), context.subject(part.trade));
        let claim = Claim::ShareBefore(ShareBefore { dimension, part: subject, base, before });
        let growth = Step::GrowthOfBoth(part.figure(), whole.figure());
        (claim, vec![Step::Share(now.figure()), growth, Step::ShareBefore { base, before }])
    };
    if is_part(before) {
        report.holds(Rule::ShareAndGrowthBase, figures, argue);
    } else {
        let by_reading = reread_shares(&facts, |read| share(read).is_some_and(is_part));
        let assumptions =
            two_growths(&facts).or_else(|| two_wholes(context, &facts)).into_iter().chain(by_reading);
        let assumptions = assumptions.chain(composition::of_facts(context, &[part, whole], base));
        report.breaks(Rule::ShareAndGrowthBase, figures, assumptions, argue);
    }
}
