//! A share is its part divided by its whole: all wholes that parts and their shares imply agree with each other, and
//! with the published whole.

use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{mixed_valuations, two_wholes};
use super::support::extremes::Extremes;
use super::support::report::Report;
use super::support::rereading::{Reading, reread_shares};
use crate::analysis::context::{Fact, Indicator, Map, Trade};
use crate::analysis::{Claim, Clue, Interval, Rule, ShareOfWhole, Step};
use crate::dataset::{Flow, Unit};

/// A value of the whole itself, or the value of a part with its share.
type Given<'c> = (&'c Fact, Option<&'c Fact>);

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut wholes: Map<(Trade, Unit), Extremes<Given>> = Map::default();
    let mut order = Vec::new();
    for share in context.chosen() {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        if share.trade == whole {
            continue;
        }
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(value) = context.find(share.trade, Indicator::Value(unit)) else { continue };
        let Some(interval) = whole_of(value, share, &|fact| Some(fact.interval)) else { continue };
        let (key, given) = ((whole, unit), (value, Some(share)));
        if let Some(extremes) = wholes.get_mut(&key) {
            extremes.add(given, interval);
            continue;
        }
        let own = context.find(whole, Indicator::Value(unit));
        let mut extremes = match own {
            Some(own) => Extremes::new((own, None), own.interval),
            None => Extremes::new(given, interval),
        };
        if own.is_some() {
            extremes.add(given, interval);
        }
        order.push(key);
        wholes.insert(key, extremes);
    }
    for key in order {
        if let Some(extremes) = wholes.get(&key).filter(|extremes| extremes.count > 1) {
            compare(evidence, key, extremes, report);
        }
    }
}

/// The whole that a part and its share imply. A share that was rounded to nothing only says that the whole is large, and
/// for a balance not even that.
fn whole_of(value: &Fact, share: &Fact, read: Reading) -> Option<Interval> {
    let (part, fraction) = (read(value)?, read(share)?);
    let is_rounded_to_zero = fraction.contains(Decimal::ZERO) && fraction.high() > Decimal::ZERO;
    if !is_rounded_to_zero || part.low() <= Decimal::ZERO || value.trade.flow == Flow::Balance {
        return part.over(fraction);
    }
    let least = Interval::exactly(part.low()).over(Interval::exactly(fraction.high()))?;
    Some(least.and_above())
}

fn compare(evidence: &Evidence, key: (Trade, Unit), extremes: &Extremes<Given>, report: &mut Report) {
    let (trade, unit) = key;
    let [highest, lowest] = [extremes.highest, extremes.lowest].map(clue);
    let figures = [highest, lowest].into_iter().flat_map(|clue| [Some(clue.value), clue.share]).flatten();
    let argue = || {
        let whole = evidence.context.subject(trade);
        let claim = Claim::ShareOfWhole(ShareOfWhole { whole, unit, clues: extremes.count, highest, lowest });
        (claim, vec![Step::Clue(highest), Step::Clue(lowest)])
    };
    if extremes.agree() {
        report.holds(Rule::ShareOfWhole, figures, argue);
    } else {
        let (highest, lowest) = (extremes.highest.0, extremes.lowest.0);
        let facts: Vec<&Fact> =
            [highest, lowest].into_iter().flat_map(|(value, share)| [Some(value), share]).flatten().collect();
        let whole = |(value, share): Given, read: Reading| match share {
            None => read(value),
            Some(share) => whole_of(value, share, read),
        };
        let agree = |read: Reading| Some(whole(highest, read)?.common(whole(lowest, read)?).is_some());
        let by_reading = reread_shares(&facts, |read| agree(read) == Some(true));
        // A share next to a value is one of the same, unless there are weights that it may be one of.
        let has_amounts = !evidence.context.amounts(trade.reporter).is_empty();
        let of_two = two_wholes(evidence.context, &facts).filter(|_| has_amounts);
        let assumptions =
            of_two.into_iter().chain(by_reading).chain(mixed_valuations(evidence.context, &facts));
        report.breaks(Rule::ShareOfWhole, figures, assumptions, argue);
    }
}

fn clue(((value, share), interval): (Given, Interval)) -> Clue {
    Clue { value: value.figure(), share: share.map(Fact::figure), interval }
}
