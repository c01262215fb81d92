//! A share is its part divided by its whole: all wholes that parts and their shares imply agree with each other, and
//! with the published whole, or with what its own share of a larger whole makes it.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{mixed_valuations, two_wholes};
use super::support::extremes::Extremes;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread_shares};
use crate::analysis::context::{Context, Fact, Indicator, Trade, is_comparable};
use crate::analysis::{Claim, Clue, Interval, Rule, ShareOfWhole, Step};
use crate::dataset::{Flow, Unit};

/// Evidence of how large a whole is.
#[derive(Clone, Copy)]
enum Given<'c> {
    /// Its own value.
    Itself(&'c Fact),
    /// The value of a part, and its share.
    Part { value: &'c Fact, share: &'c Fact },
    /// The value of a larger whole, and the share that the whole has of it.
    Larger { value: &'c Fact, share: &'c Fact },
}

impl<'c> Given<'c> {
    fn facts(self) -> Vec<&'c Fact> {
        match self {
            Self::Itself(value) => vec![value],
            Self::Part { value, share } | Self::Larger { value, share } => vec![value, share],
        }
    }

    fn whole(self, read: Reading) -> Option<Interval> {
        match self {
            Self::Itself(value) => read(value),
            Self::Part { value, share } => whole_of(value, share, read),
            Self::Larger { value, share } => read(value)?.times(read(share)?),
        }
    }

    fn clue(self, interval: Interval) -> Clue {
        let (value, share, is_of_larger) = match self {
            Self::Itself(value) => (value, None, false),
            Self::Part { value, share } => (value, Some(share.figure()), false),
            Self::Larger { value, share } => (value, Some(share.figure()), true),
        };
        Clue { value: value.figure(), share, is_of_larger, interval }
    }
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut wholes: HashMap<(Trade, Unit), Extremes<Given>> = HashMap::default();
    let mut order = Vec::new();
    let shares = || context.chosen().filter(|share| is_of_another(share));
    let of_trade: HashMap<Trade, &Fact> = shares().map(|share| (share.trade, share)).collect();
    for share in shares() {
        let Indicator::Share { whole, .. } = share.indicator else { continue };
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(value) = context.find(share.trade, Indicator::Value(unit)) else { continue };
        let given = Given::Part { value, share };
        let Some(interval) = given.whole(&as_printed) else { continue };
        let key = (whole, unit);
        if let Some(extremes) = wholes.get_mut(&key) {
            extremes.add(given, interval);
            continue;
        }
        let itself = context.find(whole, Indicator::Value(unit)).map(Given::Itself);
        let larger = || of_trade.get(&whole).and_then(|share| larger(context, share, unit));
        let known = itself.or_else(larger).and_then(|known| Some((known, known.whole(&as_printed)?)));
        let mut extremes = Extremes::new(given, interval);
        if let Some((known, of_known)) = known {
            extremes = Extremes::new(known, of_known);
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

/// True for a share of something else than itself.
fn is_of_another(fact: &Fact) -> bool {
    matches!(fact.indicator, Indicator::Share { whole, .. } if whole != fact.trade)
}

/// The larger whole that a share is of, if its value is known.
fn larger<'c>(context: &'c Context, share: &'c Fact, unit: Unit) -> Option<Given<'c>> {
    let Indicator::Share { whole, .. } = share.indicator else { return None };
    let is_of_unit = is_comparable(share) && context.share_unit(share) == Some(unit);
    let value = context.find(whole, Indicator::Value(unit)).filter(|_| is_of_unit)?;
    Some(Given::Larger { value, share })
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
    let [highest, lowest] = [extremes.highest, extremes.lowest].map(|(given, whole)| given.clue(whole));
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
        let facts: Vec<&Fact> = [highest, lowest].into_iter().flat_map(Given::facts).collect();
        let agree = |read: Reading| Some(highest.whole(read)?.common(lowest.whole(read)?).is_some());
        let by_reading = reread_shares(&facts, |read| agree(read) == Some(true));
        // A share next to a value is one of the same, unless there are weights that it may be one of.
        let has_amounts = !evidence.context.amounts(trade.reporter).is_empty();
        let of_two = two_wholes(evidence.context, &facts).filter(|_| has_amounts);
        let assumptions =
            of_two.into_iter().chain(by_reading).chain(mixed_valuations(evidence.context, &facts));
        report.breaks(Rule::ShareOfWhole, figures, assumptions, argue);
    }
}
