//! Shares of parts that do not overlap stay within 100 %.

use std::cmp::Reverse;

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, two_wholes};
use super::support::composition;
use super::support::overlap::{Counted, Partition};
use super::support::ratio::is_ratio;
use super::support::report::Report;
use super::support::rereading::{Reading, reread};
use super::support::separate_products::SeparateProducts;
use crate::analysis::context::{Context, Fact, Indicator, Trade, is_comparable};
use crate::analysis::{Assumption, Claim, Dimension, Interval, Rule, SharesWithinWhole, Step};
use crate::dataset::{Flow, Period, Unit};

/// The maximum number of shares that a proof writes out.
const MOST_SHARES: usize = 6;

/// A whole, the unit of its row, and the dimension in which its parts differ from it.
type WholeOfShares = (Trade, Option<Unit>, Dimension);

/// Each share, and the sum of those that do not overlap, lies between 0 and 100 %.
///
/// A part of a balance may be larger than the balance, or have the other sign, so for balances only complete sets are
/// checked.
pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut sums: HashMap<WholeOfShares, Vec<&Fact>> = HashMap::default();
    let mut order = Vec::new();
    for share in context.chosen() {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        if share.trade == whole || !is_comparable(share) {
            continue;
        }
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        // A share that is too large alone is reported separately, and left out of the sum.
        let alone = share.interval.low() > Decimal::ONE || share.interval.high() < Decimal::ZERO;
        let dimension = dimension(evidence, share.trade, whole).filter(|_| is_balance || !alone);
        if let Some(dimension) = dimension {
            let key = (whole, context.share_unit(share), dimension);
            let shares = sums.entry(key).or_default();
            if shares.is_empty() {
                order.push(key);
            }
            shares.push(share);
        } else if !is_balance
            && (share.interval.low() <= Decimal::ONE || !may_be_above_whole(context, share.trade, whole))
        {
            within(evidence, whole, SharesOfWhole::new(vec![share]), report);
        }
    }
    for key in order {
        let Some(shares) = sums.remove(&key) else { continue };
        let (whole, _, dimension) = key;
        match dimension {
            Dimension::Partner => places(evidence, whole, &shares, report),
            Dimension::Product => products(evidence, whole, &shares, report),
            Dimension::Flow => {
                let are_all = shares.len() == 2;
                within(evidence, whole, SharesOfWhole { are_all, ..SharesOfWhole::new(shares) }, report);
            }
            Dimension::Transport => within(evidence, whole, SharesOfWhole::new(shares), report),
            Dimension::Period => within(evidence, whole, periods(whole, shares), report),
        }
    }
}

/// True if a share may be more than 100 %: of an adjusted part, or of what does not contain it.
fn may_be_above_whole(context: &Context, part: Trade, whole: Trade) -> bool {
    context.is_adjusted(part) || is_ratio(context, part, whole)
}

/// The dimension in which a part differs from its whole; `None` if parts cannot be added up in it.
fn dimension(evidence: &Evidence, part: Trade, whole: Trade) -> Option<Dimension> {
    // Adjusted figures of partners and products do not add up, so neither do their shares.
    let is_adjusted = evidence.context.is_adjusted(part);
    let is_flow = matches!(part.flow, Flow::Exports | Flow::Imports) && whole.flow == Flow::Total;
    if part.with(whole.partner) == whole && part != whole {
        let in_group = evidence.context.groups(part).any(|group| group == whole.partner);
        return (in_group && !is_adjusted).then_some(Dimension::Partner);
    }
    if part.flowing(whole.flow) == whole && is_flow {
        return Some(Dimension::Flow);
    }
    if whole.flow == Flow::Balance || part == whole || is_adjusted {
        return None;
    }
    if part.at(whole.period) == whole {
        return Some(Dimension::Period);
    }
    if (Trade { product: whole.product, ..part }) == whole {
        let (product, products) = (part.product?, &evidence.context.products);
        let is_code = || products.list_of(product).is_some();
        let is_part = whole.product.map_or_else(is_code, |whole| products.wider(product).contains(&whole));
        return is_part.then_some(Dimension::Product);
    }
    (Trade { transport: None, ..part } == whole).then_some(Dimension::Transport)
}

/// Shares of one whole.
struct SharesOfWhole<'c> {
    counted: Counted<&'c Fact>,
    /// True if there are no other parts.
    are_all: bool,
    /// Set if products of two classifications are added up, which may overlap.
    mixed: Option<Assumption>,
}

impl<'c> SharesOfWhole<'c> {
    fn new(list: Vec<&'c Fact>) -> Self {
        Self { counted: Counted::disjoint(list), are_all: false, mixed: None }
    }

    fn is_too_much(&self) -> bool {
        sum(&self.counted.parts).is_some_and(|sum| sum.low() > Decimal::ONE)
    }
}

fn sum(shares: &[&Fact]) -> Option<Interval> {
    let nothing = Interval::exactly(Decimal::ZERO);
    shares.iter().try_fold(nothing, |sum, share| sum.plus(share.interval))
}

/// The shares of all members of a group, else of the places that can be added up, and of each group.
fn places(evidence: &Evidence, whole: Trade, shares: &[&Fact], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = Partition::complete(context, whole, shares) {
        let counted = members.read(|shares| Some(sum(shares)?.compared(Interval::ONE)));
        within(evidence, whole, SharesOfWhole { counted, are_all: true, mixed: None }, report);
        return;
    }
    if whole.flow == Flow::Balance {
        return;
    }
    let partition = Partition::new(context, shares);
    let counted = partition.outermost();
    let is_alone = |share: &&&Fact| counted.parts.iter().all(|counted| counted.figure() != share.figure());
    for group in shares.iter().filter(|share| context.is_group(share.trade.partner)).filter(is_alone) {
        within(evidence, whole, SharesOfWhole::new(vec![group]), report);
    }
    let disjoint = SharesOfWhole::new(partition.disjoint);
    if !counted.may_overlap() || disjoint.is_too_much() {
        within(evidence, whole, disjoint, report);
    } else {
        within(evidence, whole, SharesOfWhole { counted, ..disjoint }, report);
    }
}

/// The shares of all members of a group, else of codes that do not overlap.
fn products(evidence: &Evidence, whole: Trade, shares: &[&Fact], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = SeparateProducts::complete(context, whole, shares) {
        within(evidence, whole, SharesOfWhole { are_all: true, ..SharesOfWhole::new(members) }, report);
        return;
    }
    let products = SeparateProducts::new(context, whole, shares, |share| share.interval.low());
    let together = products.together();
    let sums: Vec<SharesOfWhole> =
        products.lists.into_iter().map(|(_, list)| SharesOfWhole::new(list)).collect();
    match together {
        Some((list, mixed)) if !sums.iter().any(SharesOfWhole::is_too_much) => {
            within(evidence, whole, SharesOfWhole { mixed: Some(mixed), ..SharesOfWhole::new(list) }, report);
        }
        Some(_) | None => sums.into_iter().for_each(|shares| within(evidence, whole, shares, report)),
    }
}

/// The shares of periods one behind the other, which are all of the whole if no day of it is left.
fn periods(whole: Trade, mut shares: Vec<&Fact>) -> SharesOfWhole<'_> {
    let period = |share: &Fact| share.trade.period.map(|period| (period.end(), period.start()));
    shares.sort_by_key(|share| period(share));
    let mut apart: Vec<&Fact> = Vec::new();
    for share in shares {
        let end = apart.last().and_then(|last| last.trade.period).map(Period::end);
        if share.trade.period.is_some_and(|period| end.is_none_or(|end| end <= period.start())) {
            apart.push(share);
        }
    }
    let ends =
        |pair: &[&Fact]| pair[0].trade.period.map(Period::end) == pair[1].trade.period.map(Period::start);
    let first = apart.first().and_then(|share| share.trade.period).map(Period::start);
    let last = apart.last().and_then(|share| share.trade.period).map(Period::end);
    let is_from_end_to_end =
        (first, last) == (whole.period.map(Period::start), whole.period.map(Period::end));
    let are_all = is_from_end_to_end && apart.windows(2).all(ends);
    SharesOfWhole { are_all, ..SharesOfWhole::new(apart) }
}

fn within(evidence: &Evidence, whole: Trade, of: SharesOfWhole, report: &mut Report) {
    let SharesOfWhole { counted, are_all, mixed } = of;
    let list = &counted.parts;
    let Some(sum) = sum(list).filter(|_| !list.is_empty()) else { return };
    let context = evidence.context;
    let figures = || list.iter().map(|share| share.figure());
    let argue = || {
        let mut largest = list.clone();
        largest.sort_by_cached_key(|share| (Reverse(share.interval.low()), context.id(share)));
        let mut steps: Vec<Step> =
            largest.iter().take(MOST_SHARES).map(|share| Step::Figure(share.figure())).collect();
        steps.extend(list.len().checked_sub(MOST_SHARES).filter(|more| *more > 0).map(Step::More));
        if list.len() > 1 {
            steps.push(Step::SumOfShares(sum));
        }
        let whole = context.subject(whole);
        (
            Claim::SharesWithinWhole(SharesWithinWhole { whole, shares: figures().collect(), are_all, sum }),
            steps,
        )
    };
    let least = if are_all { Decimal::ONE } else { Decimal::ZERO };
    if sum.low() <= Decimal::ONE && sum.high() >= least {
        report.holds(Rule::SharesWithinWhole, figures(), argue);
        return;
    }
    let is_too_much = sum.low() > Decimal::ONE;
    // An overlap is counted twice, so parts that may overlap can be too large together but never too small.
    let fit = |parts: &[&Fact]| self::sum(parts).is_some_and(|sum| sum.low() <= Decimal::ONE);
    let overlap = || counted.overlap_in_sum(context, |share| share.interval.low(), fit).or(mixed);
    let overlap = if is_too_much || whole.flow == Flow::Balance { overlap() } else { None };
    let regrouped = composition::of_parts(context, whole, list, |parts, is_complete| {
        let Some(sum) = self::sum(parts) else { return false };
        sum.low() <= Decimal::ONE && (!(are_all && is_complete) || sum.high() >= Decimal::ONE)
    });
    let unit = list.first().and_then(|share| context.share_unit(share));
    let are_members = are_all && list.iter().any(|share| share.trade.partner != whole.partner);
    let unallocated = composition::unallocated(context, whole, !is_too_much).filter(|_| are_members);
    let is_amount = unit.is_some_and(|unit| !matches!(unit, Unit::Money(_)));
    let by_mode =
        list.len() > 1 && is_amount && list.iter().all(|share| share.trade.transport != whole.transport);
    let changed_mode = (is_too_much && by_mode).then_some(Assumption::ChangedMode);
    let counted: Vec<Trade> = list.iter().filter(|_| is_too_much).map(|share| share.trade).collect();
    let unit = list.first().and_then(|share| context.share_unit(share)).filter(|_| !are_all);
    let corrected = unit.and_then(|unit| correction(evidence, whole, unit, &counted));
    let fits = |read: Reading| {
        let nothing = Interval::exactly(Decimal::ZERO);
        let sum = list.iter().try_fold(nothing, |sum, share| sum.plus(read(share)?))?;
        Some(sum.low() <= Decimal::ONE && sum.high() >= least)
    };
    let by_reading = reread(list, |read| fits(read) == Some(true));
    let assumptions = overlap
        .into_iter()
        .chain(two_wholes(context, list))
        .chain(regrouped)
        .chain(unallocated)
        .chain(changed_mode)
        .chain(corrected)
        .chain(by_reading);
    report.breaks(Rule::SharesWithinWhole, figures(), assumptions, argue);
}
