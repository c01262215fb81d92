//! A share of a share: 40 % of a group that is 20 % of the world is 8 % of the world.
//!
//! If the share of the group is not published, a trade still has no smaller share of the group than of the larger whole.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, two_wholes};
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator, Map, Territory, Trade, is_comparable};
use crate::analysis::{Assumption, Claim, Figure, Interval, NestedShares, Rule, Step};
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

/// Shares of one trade in two wholes, and the share of the smaller whole in the larger, if that is known.
#[derive(Clone, Copy)]
struct Nested<'c> {
    in_small: Share<'c>,
    small_in_large: Option<&'c Fact>,
    in_large: Share<'c>,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: Map<Trade, Vec<Share>> = Map::default();
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
        let small_in_large = share(in_large.unit).or_else(|| share(None));
        // A union may count the world without the trade among its members, and so without the smaller whole.
        let whole = in_large.whole;
        let is_union = matches!(context.territory(whole.with(whole.reporter)), Territory::Group(_));
        let is_within = || !is_union && context.is_within(in_small.whole, whole);
        (small_in_large.is_some() || is_within()).then_some(Self { in_small, small_in_large, in_large })
    }

    fn facts(self) -> Vec<&'c Fact> {
        let shares = [Some(self.in_small.fact), self.small_in_large, Some(self.in_large.fact)];
        shares.into_iter().flatten().collect()
    }

    /// Everything that the share in the larger whole can be.
    fn implied(self, read: Reading) -> Option<Interval> {
        let in_small = read(self.in_small.fact)?;
        match self.small_in_large {
            Some(share) => in_small.times(read(share)?),
            None => Interval::new(in_small.low().min(Decimal::ZERO), in_small.high()),
        }
    }

    fn compare(self, evidence: &Evidence, report: &mut Report) {
        let Self { in_small, small_in_large, in_large } = self;
        let context = evidence.context;
        let Some(implied) = self.implied(&as_printed) else { return };
        let facts = self.facts();
        let figures: Vec<Figure> = facts.iter().map(|fact| fact.figure()).collect();
        let argue = || {
            let claim = Claim::NestedShares(NestedShares {
                part: context.subject(in_large.fact.trade),
                share: in_large.fact.figure(),
                is_product: small_in_large.is_some(),
                implied,
            });
            let shares = [Some(in_small.fact), small_in_large].into_iter().flatten();
            let shares = shares.map(|share| Step::ShareOf(share.figure()));
            let implied = [Step::ImpliedShare(implied), Step::ShareOf(in_large.fact.figure())];
            (claim, shares.chain(implied).collect())
        };
        let agrees = |read: Reading| Some(self.implied(read)?.common(read(in_large.fact)?).is_some());
        if agrees(&as_printed) == Some(true) {
            report.holds(Rule::NestedShares, figures, argue);
            return;
        }
        let by_reading = reread_shares(&facts, |read| agrees(read) == Some(true));
        let unit = in_large.unit.filter(|_| small_in_large.is_none());
        let corrected = unit.and_then(|unit| correction(evidence, in_large.whole, unit, &[in_small.whole]));
        let valuations: HashSet<_> = [in_small.whole, in_large.whole]
            .iter()
            .filter_map(|whole| context.names.definition(whole.definition).valuation)
            .collect();
        let valued = (valuations.len() > 1).then_some(Assumption::Valued);
        let assumptions = [two_wholes(context, &facts), by_reading, corrected, valued];
        report.breaks(Rule::NestedShares, figures, assumptions.into_iter().flatten(), argue);
    }
}
