//! A figure in two currencies implies a rate; all rates of one reporter and period agree.
//!
//! Customs convert month by month, so two trades with different seasons have slightly different rates even if nothing
//! is wrong. Up to [`BAND`] per cent, a difference is a note. Beyond that it is a doubt, true only if the rate moved
//! that far within the period; never a contradiction, since currencies have moved that far. A negative rate is no
//! contradiction, either: a balance near zero has one if its months had both signs. A balance implies a rate only if
//! its flows imply none.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::extremes::Extremes;
use super::support::report::Report;
use crate::analysis::context::{Context, Fact, Indicator, Name, ReleaseId, Trade};
use crate::analysis::derived::{CurrencyPair, pairs};
use crate::analysis::{Assumption, Claim, Interval, OneRate, Reason, Rule, Step};
use crate::dataset::{Flow, Period, Unit};

/// How far two rates of one period may differ, in per cent, because months are converted one by one.
const BAND: u8 = 5;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut seen: HashMap<RateKey, Extremes<CurrencyPair>> = HashMap::default();
    let mut order = Vec::new();
    for pair in pairs(evidence.context) {
        if has_rated_flows(evidence.context, pair) {
            continue;
        }
        let turned = pair.turned();
        let pair = if seen.contains_key(&RateKey::new(turned)) { turned } else { pair };
        let Some(rate) = pair.many.interval.over(pair.few.interval) else { continue };
        let key = RateKey::new(pair);
        if let Some(extremes) = seen.get_mut(&key) {
            extremes.add(pair, rate);
        } else {
            order.push(key);
            seen.insert(key, Extremes::new(pair, rate));
        }
    }
    for key in order {
        if let Some(extremes) = seen.get(&key).filter(|extremes| extremes.count > 1) {
            compare(extremes, report);
        }
    }
}

/// Rates that should agree: of one reporter, release, period and pair of currencies.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct RateKey {
    release: ReleaseId,
    reporter: Name,
    period: Option<Period>,
    many: Option<Unit>,
    few: Option<Unit>,
}

impl RateKey {
    fn new(pair: CurrencyPair) -> Self {
        let Trade { release, reporter, period, .. } = pair.many.trade;
        Self { release, reporter, period, many: pair.many.unit(), few: pair.few.unit() }
    }
}

/// True for a balance whose exports and imports are known in both currencies: even if their rates nearly agree, the
/// rate of their difference can be anything.
fn has_rated_flows(context: &Context, pair: CurrencyPair) -> bool {
    let CurrencyPair { many, few } = pair;
    let is_known = |flow, fact: &Fact| {
        let trade = fact.trade.flowing(flow);
        fact.unit().is_some_and(|unit| context.find(trade, Indicator::Value(unit)).is_some())
    };
    let flows = [Flow::Exports, Flow::Imports];
    many.trade.flow == Flow::Balance && flows.iter().all(|flow| is_known(*flow, many) && is_known(*flow, few))
}

fn compare(extremes: &Extremes<CurrencyPair>, report: &mut Report) {
    let Extremes { highest: (above, highest), lowest: (below, lowest), count } = *extremes;
    let (Some(many), Some(few)) = (above.many.unit(), above.few.unit()) else { return };
    let figures = [above.many.figure(), above.few.figure(), below.many.figure(), below.few.figure()];
    let period = above.many.trade.period;
    let claim = Claim::OneRate(OneRate { many, few, period, rates: count, highest, lowest });
    let rate = |pair: CurrencyPair, interval| Step::Rate(pair.many.figure(), pair.few.figure(), interval);
    let mut steps = vec![rate(above, highest), rate(below, lowest)];
    if extremes.agree() {
        report.holds(Rule::OneRate, figures, || (claim, steps));
        return;
    }
    let (low, high) = (lowest.high(), highest.low());
    let apart = Interval::exactly(high).over(Interval::exactly(low)).map_or(Decimal::MAX, Interval::low);
    if low <= Decimal::ZERO {
        report.breaks(Rule::OneRate, figures, [Assumption::MonthsOfBothSigns], || (claim, steps));
    } else if apart <= Decimal::new(100 + i64::from(BAND), 2) {
        steps.push(Step::Reason(Reason::ConvertedByMonth(BAND)));
        report.notes(Rule::OneRate, figures, || (claim, steps));
    } else {
        report.breaks(Rule::OneRate, figures, [Assumption::RateMoved(BAND)], || (claim, steps));
    }
}
