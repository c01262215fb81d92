//! Shares in one whole add up as their parts do: a member of a group has no larger share of the world than the group.

use std::cmp::Reverse;

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, two_wholes};
use super::support::composition;
use super::support::overlap::{Counted, Partition};
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use super::support::separate_products::SeparateProducts;
use crate::analysis::context::{Fact, Indicator, Trade, is_comparable};
use crate::analysis::{Assumption, Claim, Dimension, Interval, Rule, SharesOfParts, Step};
use crate::dataset::Flow;

/// The maximum number of shares that a proof writes out.
const MOST_SHARES: usize = 6;

/// A part, the whole that its share is of, and the dimension in which smaller parts differ from it.
type PartOfShares = (Trade, Indicator, Dimension);

/// The share of a part, and those of smaller parts of it, in one whole.
struct SharesInWhole<'c> {
    of_part: &'c Fact,
    counted: Counted<&'c Fact>,
    /// True if the smaller parts are all of it.
    are_all: bool,
    dimension: Dimension,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut smaller: HashMap<PartOfShares, Vec<&Fact>> = HashMap::default();
    let mut order = Vec::new();
    for share in context.chosen() {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        if is_balance || !is_comparable(share) || share.trade == whole {
            continue;
        }
        for (dimension, part) in context.wholes(share.trade).filter(|(_, part)| *part != whole) {
            if context.find(part, share.indicator).is_some() {
                let key = (part, share.indicator, dimension);
                let shares = smaller.entry(key).or_default();
                if shares.is_empty() {
                    order.push(key);
                }
                shares.push(share);
            }
        }
    }
    for key in order {
        let (part, indicator, dimension) = key;
        let shares = smaller.remove(&key).unwrap_or_default();
        let Some(of_part) = context.find(part, indicator) else { continue };
        for share in shares.iter().copied() {
            compare(evidence, &SharesInWhole::new(of_part, vec![share], dimension), report);
        }
        let fits = |share: &&Fact| share.interval.low() <= of_part.interval.high();
        let shares: Vec<&Fact> = shares.into_iter().filter(fits).collect();
        let together = match dimension {
            Dimension::Flow => {
                vec![SharesInWhole {
                    are_all: shares.len() == 2,
                    ..SharesInWhole::new(of_part, shares, dimension)
                }]
            }
            Dimension::Partner => vec![members(evidence, of_part, &shares)],
            Dimension::Product => products(evidence, of_part, &shares),
            Dimension::Transport | Dimension::Period => vec![SharesInWhole::new(of_part, shares, dimension)],
        };
        for shares in together.iter().filter(|shares| shares.counted.parts.len() > 1) {
            compare(evidence, shares, report);
        }
    }
}

/// The shares of all members of a group, else of the places that cannot overlap.
fn members<'c>(evidence: &Evidence<'c, '_>, of_part: &'c Fact, shares: &[&'c Fact]) -> SharesInWhole<'c> {
    let context = evidence.context;
    let dimension = Dimension::Partner;
    if let Some(members) = Partition::complete(context, of_part.trade, shares) {
        let counted = members.read(|shares| Some(sum(shares, &as_printed)?.compared(of_part.interval)));
        return SharesInWhole { of_part, counted, are_all: true, dimension };
    }
    let partition = Partition::new(context, shares);
    let outermost = partition.outermost();
    let disjoint = SharesInWhole::new(of_part, partition.disjoint, dimension);
    // If the surely disjoint shares alone are too large, no assumption is needed.
    let is_too_much =
        sum(&disjoint.counted.parts, &as_printed).is_some_and(|sum| sum.low() > of_part.interval.high());
    if is_too_much || !outermost.may_overlap() {
        disjoint
    } else {
        SharesInWhole { counted: outermost, ..disjoint }
    }
}

/// The shares of all members of a group of products, else of codes that cannot overlap.
fn products<'c>(
    evidence: &Evidence<'c, '_>,
    of_part: &'c Fact,
    shares: &[&'c Fact],
) -> Vec<SharesInWhole<'c>> {
    let context = evidence.context;
    let dimension = Dimension::Product;
    if let Some(members) = SeparateProducts::complete(context, of_part.trade, shares) {
        return vec![SharesInWhole { are_all: true, ..SharesInWhole::new(of_part, members, dimension) }];
    }
    let products = SeparateProducts::new(context, of_part.trade, shares, |share| share.interval.low());
    products.lists.into_iter().map(|(_, list)| SharesInWhole::new(of_part, list, dimension)).collect()
}

fn sum(shares: &[&Fact], read: Reading) -> Option<Interval> {
    let nothing = Interval::exactly(Decimal::ZERO);
    shares.iter().try_fold(nothing, |sum, share| sum.plus(read(share)?))
}

impl<'c> SharesInWhole<'c> {
    fn new(of_part: &'c Fact, shares: Vec<&'c Fact>, dimension: Dimension) -> Self {
        Self { of_part, counted: Counted::disjoint(shares), are_all: false, dimension }
    }

    fn fits(&self, sum: Interval, of_part: Interval) -> bool {
        sum.low() <= of_part.high() && (!self.are_all || of_part.low() <= sum.high())
    }
}

fn compare(evidence: &Evidence, shares: &SharesInWhole, report: &mut Report) {
    let SharesInWhole { of_part, counted, are_all, dimension } = shares;
    let (context, list) = (evidence.context, &counted.parts);
    let Some(total) = sum(list, &as_printed) else { return };
    let figures = || list.iter().chain([of_part]).map(|share| share.figure());
    let argue = || {
        let mut largest = list.clone();
        largest.sort_by_cached_key(|share| (Reverse(share.interval.low()), context.id(share)));
        let mut steps: Vec<Step> =
            largest.iter().take(MOST_SHARES).map(|share| Step::Share(share.figure())).collect();
        steps.extend(list.len().checked_sub(MOST_SHARES).filter(|more| *more > 0).map(Step::More));
        steps.extend((list.len() > 1).then_some(Step::SumOfShares(total)));
        steps.push(Step::Share(of_part.figure()));
        let claim = Claim::SharesOfParts(SharesOfParts {
            dimension: *dimension,
            part: context.subject(of_part.trade),
            share: of_part.figure(),
            shares: list.len(),
            are_all: *are_all,
            sum: total,
        });
        (claim, steps)
    };
    if shares.fits(total, of_part.interval) {
        report.holds(Rule::SharesOfParts, figures(), argue);
        return;
    }
    let facts: Vec<&Fact> = list.iter().copied().chain([*of_part]).collect();
    let is_too_much = total.low() > of_part.interval.high();
    let regrouped = composition::of_parts(context, of_part.trade, list, |parts, is_complete| {
        let of_part = of_part.interval;
        let Some(sum) = sum(parts, &as_printed) else { return false };
        sum.low() <= of_part.high() && (!(*are_all && is_complete) || of_part.low() <= sum.high())
    });
    let fit =
        |parts: &[&Fact]| sum(parts, &as_printed).is_some_and(|sum| sum.low() <= of_part.interval.high());
    let overlap = counted.overlap(context, |share| share.interval.low(), fit).filter(|_| is_too_much);
    let trades: Vec<Trade> = list.iter().map(|share| share.trade).collect();
    let unit = context.share_unit(of_part).filter(|_| is_too_much);
    let corrected = unit.and_then(|unit| correction(evidence, of_part.trade, unit, &trades));
    let is_money = matches!(context.share_unit(of_part), Some(crate::dataset::Unit::Money(_)));
    let changed_mode = (*dimension == Dimension::Transport && !is_money).then_some(Assumption::ChangedMode);
    let by_reading = reread_shares(&facts, |read| {
        let intervals = sum(list, read).zip(read(of_part));
        intervals.is_some_and(|(sum, of_part)| shares.fits(sum, of_part))
    });
    let are_members = *are_all && *dimension == Dimension::Partner;
    let unallocated = composition::unallocated(context, of_part.trade, !is_too_much).filter(|_| are_members);
    let of_what = two_wholes(context, &facts);
    let assumptions = [overlap, of_what, regrouped, unallocated, changed_mode, corrected, by_reading];
    report.breaks(Rule::SharesOfParts, figures(), assumptions.into_iter().flatten(), argue);
}
