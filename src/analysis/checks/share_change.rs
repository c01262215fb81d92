//! A share less its change in points is the earlier share, and no share is below 0 or above 100 %.
//!
//! If the row of a change does not say in which whole the share is, it passes if it agrees with any share of the trade,
//! and is a doubt otherwise.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::two_wholes;
use super::support::composition;
use super::support::ratio::is_ratio;
use super::support::report::{Argument, Report};
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, Interval, Rule, ShareChange, Step};
use crate::dataset::{Flow, Period, Unit};

/// The maximum number of shares checked per trade. Keeps a file full of them fast.
const MOST_SHARES: usize = 32;

/// A share in the period of a change, and the one in its base period if that is known.
#[derive(Clone, Copy)]
struct SharePair<'c> {
    now: &'c Fact,
    then: Option<&'c Fact>,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: HashMap<Trade, Vec<&Fact>> = HashMap::default();
    for share in context.chosen().filter(|share| context.share_unit(share).is_some()) {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        let shares = shares.entry(share.trade).or_default();
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        if shares.len() < MOST_SHARES && !is_balance && !is_ratio(context, share.trade, whole) {
            shares.push(share);
        }
    }
    for change in context.chosen() {
        let Indicator::ShareChange { base: Some(base), of } = change.indicator else { continue };
        let shares = shares.get(&change.trade).into_iter().flatten();
        let shares = shares.filter(|share| of.is_none() || in_whole(share) == of);
        let then = |now: &Fact| context.find(change.trade.at(Some(base)), now.indicator.share_at(base));
        let pairs: Vec<SharePair> = shares.map(|now| SharePair { now, then: then(now) }).collect();
        compare(context, change, base, &pairs, report);
    }
}

fn compare(context: &Context, change: &Fact, base: Period, pairs: &[SharePair], report: &mut Report) {
    let Some(first) = pairs.first() else { return };
    let fitting = pairs.iter().find(|pair| pair.agrees(change, &as_printed) != Some(false));
    let pair = *fitting.unwrap_or(first);
    let Some(before) = pair.now.interval.minus(change.interval) else { return };
    let figures = pair.facts().chain([change]).map(Fact::figure);
    let argue = || pair.argue(context, change, base, before);
    if fitting.is_some() {
        report.holds(Rule::ShareChange, figures, argue);
        return;
    }
    let facts: Vec<&Fact> = pairs.iter().flat_map(|pair| pair.facts()).chain([change]).collect();
    let by_reading =
        reread_shares(&facts, |read| pairs.iter().any(|pair| pair.agrees(change, read) == Some(true)));
    let regrouped = pairs.iter().find_map(|SharePair { now, .. }| {
        let Indicator::Share { whole, .. } = now.indicator else { return None };
        [now.trade, whole].into_iter().find_map(|trade| composition::of_base(context, trade, Some(base)))
    });
    let is_unsaid = matches!(change.indicator, Indicator::ShareChange { of: None, .. });
    let of_another = is_unsaid.then_some(Assumption::AnotherWhole);
    let of_two = pairs.iter().find_map(|pair| two_wholes(context, &pair.facts().collect::<Vec<_>>()));
    let assumptions = of_another.into_iter().chain(by_reading).chain(of_two).chain(regrouped);
    report.breaks(Rule::ShareChange, figures, assumptions, argue);
}

/// The whole of a share, with its unit.
fn in_whole(share: &Fact) -> Option<(Trade, Option<Unit>)> {
    if let Indicator::Share { whole, unit } = share.indicator { Some((whole, unit)) } else { None }
}

impl<'c> SharePair<'c> {
    fn facts(self) -> impl Iterator<Item = &'c Fact> {
        std::iter::once(self.now).chain(self.then)
    }

    /// True if the present share less its change is the earlier share or, where that is not known, some share; `None` if
    /// it cannot be calculated.
    fn agrees(self, change: &Fact, read: Reading) -> Option<bool> {
        let before = read(self.now)?.minus(read(change)?)?;
        Some(match self.then {
            Some(then) => before.common(read(then)?).is_some(),
            None => before.low() <= Decimal::ONE && before.high() >= Decimal::ZERO,
        })
    }

    fn argue(self, context: &Context, change: &Fact, base: Period, before: Interval) -> Argument {
        let claim = Claim::ShareChange(ShareChange {
            subject: context.subject(change.trade),
            base,
            change: change.figure(),
            before,
        });
        let now = self.now.figure();
        let steps = [Step::Share(now), Step::Printed(change.figure()), Step::ShareBefore { base, before }];
        let then = self.then.map(|then| Step::Share(then.figure()));
        (claim, steps.into_iter().chain(then).collect())
    }
}
