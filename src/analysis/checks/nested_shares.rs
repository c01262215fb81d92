//! A share of a share: 40 % of a group that is 20 % of the world is 8 % of the world.
//!
//! If the share of the group is not published, it is the value of the group divided by that of the larger whole. If these
//! are not either, a trade still has no smaller share of the group than of the larger whole.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, mixed_valuations, two_wholes};
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator, Territory, Trade, is_comparable};
use crate::analysis::{Claim, Figure, Interval, NestedShares, Rule, Step};
use crate::dataset::{Flow, Unit};

/// The maximum number of shares compared per trade. Keeps a file full of them fast.
const MOST_SHARES: usize = 8;

/// A share with its whole.
#[derive(Clone, Copy)]
struct Share<'c> {
    fact: &'c Fact,
    whole: Trade,
    /// The unit of the whole, if anything says it.
    unit: Option<Unit>,
}

/// Shares of one trade in two wholes, and what is known of the smaller whole in the larger.
#[derive(Clone, Copy)]
struct Nested<'c> {
    in_small: Share<'c>,
    small_in_large: SmallInLarge<'c>,
    in_large: Share<'c>,
}

#[derive(Clone, Copy)]
enum SmallInLarge<'c> {
    Share(&'c Fact),
    Values {
        small: &'c Fact,
        large: &'c Fact,
    },
    /// Only that it is part of it.
    Within,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: HashMap<Trade, Vec<Share>> = HashMap::default();
    let mut order = Vec::new();
    for share in context.chosen().filter_map(|fact| Share::new(context, fact)) {
        let of_trade = shares.entry(share.fact.trade).or_default();
        if of_trade.is_empty() {
            order.push(share.fact.trade);
        }
        if of_trade.len() < MOST_SHARES {
            of_trade.push(share);
        }
    }
    for trade in order {
        let shares = shares.get(&trade).map_or(&[][..], Vec::as_slice);
        for in_small in shares.iter().copied() {
            for in_large in shares.iter().copied().filter(|large| large.whole != in_small.whole) {
                if let Some(nested) = Nested::new(evidence, in_small, in_large) {
                    nested.compare(evidence, report);
                }
            }
        }
    }
}

impl<'c> Share<'c> {
    /// `None` for a share of a balance, which may be larger than its whole, of itself, or of adjusted figures, which are
    /// adjusted one by one.
    fn new(context: &Context, fact: &'c Fact) -> Option<Self> {
        let Indicator::Share { whole, .. } = fact.indicator else { return None };
        let is_balance = [fact.trade, whole].iter().any(|trade| trade.flow == Flow::Balance);
        let is_plain = fact.trade != whole && is_comparable(fact) && !context.is_adjusted(fact.trade);
        (is_plain && !is_balance).then(|| Self { fact, whole, unit: context.share_unit(fact) })
    }
}

impl<'c> Nested<'c> {
    /// `None` if nothing is known of how the wholes are related.
    fn new(evidence: &'c Evidence, in_small: Share<'c>, in_large: Share<'c>) -> Option<Self> {
        let context = evidence.context;
        if in_small.unit != in_large.unit {
            return None;
        }
        let share = |unit| {
            let share = context.find(in_small.whole, Indicator::Share { whole: in_large.whole, unit });
            share.filter(|share| context.share_unit(share) == in_large.unit)
        };
        let by_share = share(in_large.unit).or_else(|| share(None)).map(SmallInLarge::Share);
        let by_values = || {
            let unit = in_large.unit?;
            let value = |trade| context.find(trade, Indicator::Value(unit));
            // If the value of the part is known, each share is compared with it.
            let (small, large) = (value(in_small.whole)?, value(in_large.whole)?);
            let is_new = small.point < large.point && value(in_large.fact.trade).is_none();
            is_new.then_some(SmallInLarge::Values { small, large })
        };
        // A union may count the world without the trade among its members, and so without the smaller whole.
        let whole = in_large.whole;
        let is_union = matches!(context.territory(whole.with(whole.reporter)), Territory::Group(_));
        let is_within = || !is_union && context.is_within(in_small.whole, whole);
        let within = || is_within().then_some(SmallInLarge::Within);
        let small_in_large = by_share.or_else(by_values).or_else(within)?;
        Some(Self { in_small, small_in_large, in_large })
    }

    fn facts(self) -> Vec<&'c Fact> {
        let (in_small, in_large) = (self.in_small.fact, self.in_large.fact);
        match self.small_in_large {
            SmallInLarge::Share(share) => vec![in_small, share, in_large],
            SmallInLarge::Values { small, large } => vec![in_small, small, large, in_large],
            SmallInLarge::Within => vec![in_small, in_large],
        }
    }

    /// Everything that the share in the larger whole can be.
    fn implied(self, read: Reading) -> Option<Interval> {
        let in_small = read(self.in_small.fact)?;
        match self.small_in_large {
            SmallInLarge::Share(share) => in_small.times(read(share)?),
            SmallInLarge::Values { small, large } => in_small.times(read(small)?.over(read(large)?)?),
            SmallInLarge::Within => Interval::new(in_small.low().min(Decimal::ZERO), in_small.high()),
        }
    }

    fn compare(self, evidence: &Evidence, report: &mut Report) {
        let Self { in_small, small_in_large, in_large } = self;
        let context = evidence.context;
        let Some(implied) = self.implied(&as_printed) else { return };
        let is_within_only = matches!(small_in_large, SmallInLarge::Within);
        let facts = self.facts();
        let figures: Vec<Figure> = facts.iter().map(|fact| fact.figure()).collect();
        let argue = || {
            let claim = Claim::NestedShares(NestedShares {
                part: context.subject(in_large.fact.trade),
                share: in_large.fact.figure(),
                is_product: !is_within_only,
                implied,
            });
            let between = match small_in_large {
                SmallInLarge::Share(share) => vec![Step::ShareOf(share.figure())],
                SmallInLarge::Values { small, large } => {
                    vec![Step::Value(small.figure()), Step::Value(large.figure())]
                }
                SmallInLarge::Within => Vec::new(),
            };
            let implied = [Step::ImpliedShare(implied), Step::ShareOf(in_large.fact.figure())];
            (
                claim,
                [Step::ShareOf(in_small.fact.figure())].into_iter().chain(between).chain(implied).collect(),
            )
        };
        let agrees = |read: Reading| Some(self.implied(read)?.common(read(in_large.fact)?).is_some());
        if agrees(&as_printed) == Some(true) {
            report.holds(Rule::NestedShares, figures, argue);
            return;
        }
        let by_reading = reread_shares(&facts, |read| agrees(read) == Some(true));
        let unit = in_large.unit.filter(|_| is_within_only);
        let corrected = unit.and_then(|unit| correction(evidence, in_large.whole, unit, &[in_small.whole]));
        let valued = mixed_valuations(context, &facts);
        let assumptions = [two_wholes(context, &facts), by_reading, corrected, valued];
        report.breaks(Rule::NestedShares, figures, assumptions.into_iter().flatten(), argue);
    }
}
