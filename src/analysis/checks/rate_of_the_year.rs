//! The rate that figures in two currencies imply is near the average rate of their year.
//!
//! If it is off by more than a factor of [`FAR`], a currency or a power of ten was mistaken for another; rates do not
//! move that far, so averages to three digits are enough. Currencies and years that the program does not know are not
//! checked.

use chrono::Datelike;
use rust_decimal::Decimal;

use super::Evidence;
use super::extremes::Extremes;
use super::report::{Argument, Report};
use crate::analysis::context::{Context, Fact, Indicator, Map, Name, ReleaseId};
use crate::analysis::derived::pairs;
use crate::analysis::{Assumption, Claim, Figure, Interval, RateOfTheYear, Rule, Step};
use crate::dataset::{Currency, Flow, Period, Unit, known};

/// By what factor a rate must be off to be reported; no yearly average is.
const FAR: i64 = 3;

/// The maximum length of a period that is looked up.
const MOST_YEARS: i32 = 20;

/// Whose rates are compared, when, and of which two currencies.
type RatePlace = (ReleaseId, Name, Period, Unit, Unit);

/// A figure in two currencies, first the one that is worth less, so that the rate is at least about one.
type Conversion<'c> = (&'c Fact, &'c Fact);

/// The rates of one place: of its flows, or of its balances where it has no others.
struct PlaceRates<'c> {
    extremes: Extremes<Conversion<'c>>,
    is_of_flows: bool,
    known: Interval,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let (all, order) = rates(evidence.context);
    // For each period, the one a year later.
    let later: Map<RatePlace, Period> = order
        .iter()
        .filter_map(|place| Some(((place.0, place.1, place.2.year_before()?, place.3, place.4), place.2)))
        .collect();
    for place in &order {
        let Some(rates) = all.get(place) else { continue };
        let at = |period: Period| all.get(&(place.0, place.1, period, place.3, place.4));
        let neighbours = [later.get(place).copied(), place.2.year_before()].into_iter().flatten();
        let near = neighbours.filter_map(at).map(nearest).find(|(rate, known, _)| !is_far(*rate, *known));
        compare(*place, rates, near.map(|(rate, _, pair)| (pair, rate)), report);
    }
    balances(evidence.context, report);
}

fn rates<'c>(context: &'c Context) -> (Map<RatePlace, PlaceRates<'c>>, Vec<RatePlace>) {
    let mut all: Map<RatePlace, PlaceRates> = Map::default();
    let mut order = Vec::new();
    for (one, other) in pairs(context) {
        let (Some(a), Some(b), Some(period)) = (one.unit(), other.unit(), one.trade.period) else { continue };
        let Some((known, is_turned)) = known_rate(a, b, period) else { continue };
        let (many, few) = if is_turned { (other, one) } else { (one, other) };
        let (Some(a), Some(b)) = (many.unit(), few.unit()) else { continue };
        let Some(rate) = many.interval.over(few.interval) else { continue };
        let place = (many.trade.release, many.trade.reporter, period, a, b);
        let is_of_flows = many.trade.flow != Flow::Balance;
        match all.get_mut(&place) {
            None => {
                order.push(place);
                all.insert(
                    place,
                    PlaceRates { extremes: Extremes::new((many, few), rate), is_of_flows, known },
                );
            }
            // A balance near zero implies any rate.
            Some(rates) if rates.is_of_flows && !is_of_flows => {}
            Some(rates) if is_of_flows && !rates.is_of_flows => {
                rates.extremes = Extremes::new((many, few), rate);
                rates.is_of_flows = true;
            }
            Some(rates) => rates.extremes.add((many, few), rate),
        }
    }
    (all, order)
}

/// One rate with the known rate of its year: the highest if that is near, else the lowest. One that is near is all that
/// the caller looks for.
fn nearest<'c>(rates: &PlaceRates<'c>) -> (Interval, Interval, Conversion<'c>) {
    let Extremes { highest, lowest, .. } = rates.extremes;
    let (pair, rate) = if is_far(highest.1, rates.known) { lowest } else { highest };
    (rate, rates.known, pair)
}

/// Compares rates with the table. A near rate of the year before or after is added to the proof.
fn compare(place: RatePlace, rates: &PlaceRates, near: Option<(Conversion, Interval)>, report: &mut Report) {
    let (_, _, period, many, few) = place;
    let PlaceRates { extremes: Extremes { highest, lowest, .. }, known, .. } = *rates;
    let rate = |((many, few), rate): (Conversion, Interval)| Step::Rate(many.figure(), few.figure(), rate);
    let figures = |((many, few), _): (Conversion, Interval)| [many.figure(), few.figure()];
    let argue = |interval: Interval, steps: Vec<Step>| -> Argument {
        let claim = Claim::RateOfTheYear(RateOfTheYear { many, few, period, rate: interval, known });
        (claim, steps.into_iter().chain([Step::KnownRate { many, few, period, known }]).collect())
    };
    let mut far = vec![highest, lowest];
    far.retain(|(_, interval)| is_far(*interval, known));
    if highest.0.0.figure() == lowest.0.0.figure() {
        far.truncate(1);
    }
    if far.is_empty() {
        report.holds(Rule::RateOfTheYear, figures(highest), || argue(highest.1, vec![rate(highest)]));
    }
    for found in far {
        let all = figures(found).into_iter().chain(near.into_iter().flat_map(figures));
        let steps = std::iter::once(found).chain(near).map(rate).collect();
        report.breaks(Rule::RateOfTheYear, all, assumption(found.1), || argue(found.1, steps));
    }
}

/// A balance in one currency next to its exports and imports in another.
fn balances(context: &Context, report: &mut Report) {
    for balance in context.chosen().filter(|fact| fact.trade.flow == Flow::Balance) {
        let (Some(unit @ Unit::Money(_)), Some(period)) = (balance.unit(), balance.trade.period) else {
            continue;
        };
        let find = |flow, unit| context.find(balance.trade.flowing(flow), Indicator::Value(unit));
        if find(Flow::Exports, unit).is_some() || find(Flow::Imports, unit).is_some() {
            continue;
        }
        let others = context.currencies(balance.trade.reporter).iter().filter(|other| **other != unit);
        for other in others.filter(|other| find(Flow::Balance, **other).is_none()) {
            let (Some(exports), Some(imports)) = (find(Flow::Exports, *other), find(Flow::Imports, *other))
            else {
                continue;
            };
            let Some((known, is_turned)) = known_rate(unit, *other, period) else { continue };
            let Some(difference) = exports.interval.minus(imports.interval) else { continue };
            let (many, few, rate) = if is_turned {
                (*other, unit, difference.over(balance.interval))
            } else {
                (unit, *other, balance.interval.over(difference))
            };
            let Some(rate) = rate else { continue };
            let figures: [Figure; 3] = [exports, imports, balance].map(Fact::figure);
            let argue = || {
                let claim = Claim::RateOfTheYear(RateOfTheYear { many, few, period, rate, known });
                let implied = [Step::ImpliedRate(rate), Step::KnownRate { many, few, period, known }];
                (claim, figures.map(Step::Value).into_iter().chain(implied).collect())
            };
            if is_far(rate, known) {
                report.breaks(Rule::RateOfTheYear, figures, assumption(rate), argue);
            } else {
                report.holds(Rule::RateOfTheYear, figures, argue);
            }
        }
    }
}

/// How a rate that is far off could be right. Only a negative one surely comes from months of both signs.
fn assumption(rate: Interval) -> [Assumption; 1] {
    let is_below = rate.high() <= Decimal::ZERO;
    [if is_below { Assumption::MonthsOfBothSigns } else { Assumption::OtherRate }]
}

/// True if the whole interval of a rate is more than a factor of [`FAR`] from a known one.
fn is_far(rate: Interval, known: Interval) -> bool {
    let times = |interval: Interval| interval.times(Interval::exactly(Decimal::from(FAR)));
    let (Some(rate_times), Some(known_times)) = (times(rate), times(known)) else { return false };
    rate.low() > known_times.high() || rate_times.high() < known.low()
}

/// The known rate between two currencies over the years of a period, and true if the currencies were swapped to make it
/// at least about one.
fn known_rate(one: Unit, other: Unit, period: Period) -> Option<(Interval, bool)> {
    let (Unit::Money(one), Unit::Money(other)) = (one, other) else { return None };
    let (first, last) = (period.start().year(), period.end().pred_opt()?.year());
    if last - first >= MOST_YEARS {
        return None;
    }
    let rates = |many: Currency, few: Currency| {
        let rate = |year| known::rate(many.code(), year)?.checked_div(known::rate(few.code(), year)?);
        let rates: Vec<Decimal> = (first..=last).map(rate).collect::<Option<_>>()?;
        Interval::new(rates.iter().copied().min()?, rates.iter().copied().max()?)
    };
    let known = rates(one, other)?;
    if known.high() < Decimal::ONE { Some((rates(other, one)?, true)) } else { Some((known, false)) }
}
