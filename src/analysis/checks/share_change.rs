//! A share less its change in points is the earlier share, and no share is below 0 or above 100 %.
//!
//! The row of a change does not say which whole the share refers to, so it passes if it agrees with any share of the
//! trade.

use rust_decimal::Decimal;

use super::Evidence;
use super::report::Report;
use super::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator, Map, Trade};
use crate::analysis::{Claim, Interval, Rule, ShareChange, Step};
use crate::dataset::{Flow, Period};

/// The maximum number of shares checked per trade. Keeps a file full of them fast.
const MOST_SHARES: usize = 32;

/// The present share, and the earlier one if it is known.
type ShareThenAndNow<'c> = (&'c Fact, Option<&'c Fact>);

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut shares: Map<Trade, Vec<&Fact>> = Map::default();
    for share in context.chosen().filter(|share| context.share_unit(share).is_some()) {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        let shares = shares.entry(share.trade).or_default();
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        if shares.len() < MOST_SHARES && !is_balance {
            shares.push(share);
        }
    }
    for change in context.chosen() {
        let Indicator::ShareChange(Some(base)) = change.indicator else { continue };
        let shares = shares.get(&change.trade).into_iter().flatten();
        let pairs: Vec<ShareThenAndNow> = shares
            .map(|now| (*now, context.find(change.trade.at(Some(base)), now.indicator.share_at(base))))
            .collect();
        compare(context, change, base, &pairs, report);
    }
}

fn compare(context: &Context, change: &Fact, base: Period, pairs: &[ShareThenAndNow], report: &mut Report) {
    let agrees = |(now, then): ShareThenAndNow, read: Reading| {
        let before = read(now)?.minus(read(change)?)?;
        Some(match then {
            Some(then) => before.common(read(then)?).is_some(),
            None => before.low() <= Decimal::ONE && before.high() >= Decimal::ZERO,
        })
    };
    let Some(first) = pairs.first() else { return };
    let fitting = pairs.iter().find(|pair| agrees(**pair, &as_printed) != Some(false));
    let (now, then) = *fitting.unwrap_or(first);
    let Some(before) = now.interval.minus(change.interval) else { return };
    let figures = [Some(now), then, Some(change)].into_iter().flatten().map(Fact::figure);
    let argue = || argue(context, (now, then), (change, base), before);
    if fitting.is_some() {
        report.holds(Rule::ShareChange, figures, argue);
        return;
    }
    let facts: Vec<&Fact> =
        pairs.iter().flat_map(|(now, then)| [Some(*now), *then]).flatten().chain([change]).collect();
    let by_reading = reread(&facts, |read| pairs.iter().any(|pair| agrees(*pair, read) == Some(true)));
    report.breaks(Rule::ShareChange, figures, by_reading, argue);
}

fn argue(
    context: &Context,
    (now, then): ShareThenAndNow,
    (change, base): (&Fact, Period),
    before: Interval,
) -> super::report::Argument {
    let claim = Claim::ShareChange(ShareChange {
        subject: context.subject(change.trade),
        base,
        change: change.figure(),
        before,
    });
    let now = [Step::Share(now.figure()), Step::Printed(change.figure()), Step::ShareBefore { base, before }];
    (claim, now.into_iter().chain(then.map(|then| Step::Share(then.figure()))).collect())
}
