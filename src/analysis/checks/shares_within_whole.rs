//! Shares of parts that do not overlap stay within 100 %.

use rust_decimal::Decimal;

use super::Evidence;
use super::assumption::correction;
use super::overlap::{Counted, Partition};
use super::reading::{Read, reread};
use super::report::Report;
use crate::analysis::context::{Fact, Indicator, Map, Trade};
use crate::analysis::{Assumption, Claim, Dimension, Interval, Rule, Step};
use crate::dataset::Flow;

/// The most shares that a proof writes out.
const MOST_SHARES: usize = 6;

/// Each share, and the sum of those that do not overlap, is between nothing and everything.
///
/// A part of a balance may be larger than the balance, or have another sign, so only all of them together say anything.
pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut sums: Map<(Trade, Dimension), Vec<&Fact>> = Map::default();
    let mut order = Vec::new();
    for share in context.chosen() {
        let Indicator::Share(whole) = share.indicator else { continue };
        if share.trade == whole || context.share_unit(share).is_none() {
            continue;
        }
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        // A share that is too large in itself is reported by itself, and left out of the sum.
        let alone = share.interval.low() > Decimal::ONE || share.interval.high() < Decimal::ZERO;
        let dimension = dimension(evidence, share.trade, whole).filter(|_| is_balance || !alone);
        if let Some(dimension) = dimension {
            let shares = sums.entry((whole, dimension)).or_default();
            if shares.is_empty() {
                order.push((whole, dimension));
            }
            shares.push(share);
        } else if !is_balance {
            within(evidence, whole, Shares::new(vec![share]), report);
        }
    }
    for (whole, dimension) in order {
        let Some(shares) = sums.remove(&(whole, dimension)) else { continue };
        match dimension {
            Dimension::Partner => places(evidence, whole, &shares, report),
            Dimension::Flow => {
                let are_all = shares.len() == 2;
                within(evidence, whole, Shares { are_all, ..Shares::new(shares) }, report);
            }
            Dimension::Product | Dimension::Transport | Dimension::Period => {
                within(evidence, whole, Shares::new(shares), report);
            }
        }
    }
}

/// In which dimension a part differs from its whole, if only in one in which parts can be counted together.
fn dimension(evidence: &Evidence, part: Trade, whole: Trade) -> Option<Dimension> {
    let is_flow = matches!(part.flow, Flow::Exports | Flow::Imports) && whole.flow == Flow::Total;
    if part.with(whole.partner) == whole && part != whole {
        let in_group = evidence.context.groups(part).any(|group| group == whole.partner);
        return in_group.then_some(Dimension::Partner);
    }
    if part.flowing(whole.flow) == whole && is_flow {
        return Some(Dimension::Flow);
    }
    let is_mode = Trade { transport: None, ..part } == whole && part != whole && whole.flow != Flow::Balance;
    is_mode.then_some(Dimension::Transport)
}

/// Shares of one whole.
struct Shares<'c> {
    list: Vec<&'c Fact>,
    /// True if there are no other parts.
    are_all: bool,
    /// That the parts overlap, where it is not known that they do not.
    overlap: Option<Assumption>,
}

impl<'c> Shares<'c> {
    fn new(list: Vec<&'c Fact>) -> Self {
        Self { list, are_all: false, overlap: None }
    }

    fn sum(&self) -> Option<Interval> {
        sum(&self.list)
    }
}

fn sum(shares: &[&Fact]) -> Option<Interval> {
    let nothing = Interval::exactly(Decimal::ZERO);
    shares.iter().try_fold(nothing, |sum, share| sum.plus(share.interval))
}

/// The shares of all members of a group, else of those places that may be counted together, and of each group.
fn places(evidence: &Evidence, whole: Trade, shares: &[&Fact], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = Partition::complete(context, whole, shares) {
        let Counted { parts: list, assumption } =
            members.read(context, |shares| Some(sum(shares)?.compared(Interval::ONE)));
        within(evidence, whole, Shares { list, are_all: true, overlap: assumption }, report);
        return;
    }
    if whole.flow == Flow::Balance {
        return;
    }
    let partition = Partition::new(context, shares);
    let Counted { parts: list, assumption } = partition.outermost(context);
    let is_alone = |share: &&&Fact| list.iter().all(|counted| counted.figure != share.figure);
    for group in shares.iter().filter(|share| context.is_group(share.trade.partner)).filter(is_alone) {
        within(evidence, whole, Shares::new(vec![group]), report);
    }
    let disjoint = Shares::new(partition.disjoint);
    if assumption.is_none() || disjoint.sum().is_some_and(|sum| sum.low() > Decimal::ONE) {
        within(evidence, whole, disjoint, report);
    } else {
        within(evidence, whole, Shares { list, are_all: false, overlap: assumption }, report);
    }
}

fn within(evidence: &Evidence, whole: Trade, of: Shares, report: &mut Report) {
    let Some(sum) = of.sum() else { return };
    let Shares { list, are_all, overlap } = of;
    if list.is_empty() {
        return;
    }
    let context = evidence.context;
    let figures = || list.iter().map(|share| share.figure);
    let argue = || {
        let mut steps: Vec<Step> = figures().take(MOST_SHARES).map(Step::Figure).collect();
        steps.extend(list.len().checked_sub(MOST_SHARES).filter(|more| *more > 0).map(Step::More));
        if list.len() > 1 {
            steps.push(Step::SumOfShares(sum));
        }
        let whole = context.subject(whole);
        (Claim::SharesWithinWhole { whole, shares: figures().collect(), are_all, sum }, steps)
    };
    let least = if are_all { Decimal::ONE } else { Decimal::ZERO };
    if sum.low() <= Decimal::ONE && sum.high() >= least {
        report.holds(Rule::SharesWithinWhole, figures(), argue);
        return;
    }
    let is_too_much = sum.low() > Decimal::ONE;
    // An overlap is counted twice, so parts that may overlap can be too much but never too little.
    let overlap = overlap.filter(|_| is_too_much || whole.flow == Flow::Balance);
    let counted: Vec<Trade> = list.iter().filter(|_| is_too_much).map(|share| share.trade).collect();
    let unit = list.first().and_then(|share| context.share_unit(share)).filter(|_| !are_all);
    let corrected = unit.and_then(|unit| correction(evidence, whole, unit, &counted));
    let fits = |read: Read| {
        let nothing = Interval::exactly(Decimal::ZERO);
        let sum = list.iter().try_fold(nothing, |sum, share| sum.plus(read(share)?))?;
        Some(sum.low() <= Decimal::ONE && sum.high() >= least)
    };
    let by_reading = reread(&list, |read| fits(read) == Some(true));
    let assumptions = overlap.into_iter().chain(corrected).chain(by_reading);
    report.breaks(Rule::SharesWithinWhole, figures(), assumptions, argue);
}
