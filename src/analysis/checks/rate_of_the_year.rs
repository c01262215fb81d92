//! The rate that figures in two currencies imply is near the average rate of their year.
//!
//! If it is off by more than a factor of [`FAR`], a currency or a power of ten was mistaken for another; rates do not
//! move that far, so averages to three digits are enough. Currencies and years that the program does not know are not
//! checked.

use chrono::Datelike;
use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::extremes::Extremes;
use super::support::report::{Argument, Report};
use crate::analysis::context::{Context, Fact, Indicator, Name, ReleaseId, Trade};
use crate::analysis::derived::{CurrencyPair, pairs};
use crate::analysis::{Assumption, Claim, Figure, Interval, RateOfTheYear, Rule, Step};
use crate::dataset::{Currency, Flow, Period, Unit, known};

/// By what factor a rate must be off to be reported; no yearly average is.
const FAR: i64 = 3;

/// The maximum length of a period that is looked up.
const MOST_YEARS: i32 = 20;

/// Whose rates are compared, when, and of which two currencies: the price of one `few` in `many`, which is at least about
/// one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct RatePlace {
    release: ReleaseId,
    reporter: Name,
    period: Period,
    many: Unit,
    few: Unit,
}

/// A figure in two currencies, and the rate that it implies.
#[derive(Clone, Copy)]
struct ImpliedRate<'c> {
    pair: CurrencyPair<'c>,
    rate: Interval,
}

/// The rates of one place: of its flows, or of its balances where it has no others.
struct PlaceRates<'c> {
    extremes: Extremes<CurrencyPair<'c>>,
    is_of_flows: bool,
    known: Interval,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let (all, order) = rates(evidence.context);
    let year_before = |place: &RatePlace| Some(RatePlace { period: place.period.year_before()?, ..*place });
    let year_after: HashMap<RatePlace, RatePlace> =
        order.iter().filter_map(|place| Some((year_before(place)?, *place))).collect();
    for place in &order {
        let Some(rates) = all.get(place) else { continue };
        let neighbours = [year_after.get(place).copied(), year_before(place)].into_iter().flatten();
        let mut near = neighbours.filter_map(|place| all.get(&place)?.near());
        compare(*place, rates, near.next(), report);
    }
    balances(evidence.context, report);
}

fn rates<'c>(context: &'c Context) -> (HashMap<RatePlace, PlaceRates<'c>>, Vec<RatePlace>) {
    let mut all: HashMap<RatePlace, PlaceRates> = HashMap::default();
    let mut order = Vec::new();
    for pair in pairs(context) {
        let CurrencyPair { many, few } = pair;
        let (Some(a), Some(b), Some(period)) = (many.unit(), few.unit(), many.trade.period) else { continue };
        let Some((known, is_turned)) = known_rate(a, b, period) else { continue };
        let pair = if is_turned { pair.turned() } else { pair };
        let CurrencyPair { many, few } = pair;
        let (Some(a), Some(b)) = (many.unit(), few.unit()) else { continue };
        let Some(rate) = many.interval.over(few.interval) else { continue };
        let Trade { release, reporter, flow, .. } = many.trade;
        let place = RatePlace { release, reporter, period, many: a, few: b };
        let is_of_flows = flow != Flow::Balance;
        match all.get_mut(&place) {
            None => {
                order.push(place);
                let extremes = Extremes::new(pair, rate);
                all.insert(place, PlaceRates { extremes, is_of_flows, known });
            }
            // A balance near zero implies any rate.
            Some(rates) if rates.is_of_flows && !is_of_flows => {}
            Some(rates) if is_of_flows && !rates.is_of_flows => {
                rates.extremes = Extremes::new(pair, rate);
                rates.is_of_flows = true;
            }
            Some(rates) => rates.extremes.add(pair, rate),
        }
    }
    (all, order)
}

impl<'c> PlaceRates<'c> {
    fn highest(&self) -> ImpliedRate<'c> {
        let (pair, rate) = self.extremes.highest;
        ImpliedRate { pair, rate }
    }

    fn lowest(&self) -> ImpliedRate<'c> {
        let (pair, rate) = self.extremes.lowest;
        ImpliedRate { pair, rate }
    }

    /// A rate that is near the known one of its year, the highest first.
    fn near(&self) -> Option<ImpliedRate<'c>> {
        [self.highest(), self.lowest()].into_iter().find(|implied| !is_far(implied.rate, self.known))
    }
}

impl ImpliedRate<'_> {
    fn step(self) -> Step {
        Step::Rate(self.pair.many.figure(), self.pair.few.figure(), self.rate)
    }
}

/// Compares rates with the table. A near rate of the year before or after is added to the proof.
fn compare(place: RatePlace, rates: &PlaceRates, near: Option<ImpliedRate>, report: &mut Report) {
    let RatePlace { period, many, few, .. } = place;
    let (known, highest, lowest) = (rates.known, rates.highest(), rates.lowest());
    let argue = |rate: Interval, steps: Vec<Step>| -> Argument {
        let claim = Claim::RateOfTheYear(RateOfTheYear { many, few, period, rate, known });
        (claim, steps.into_iter().chain([Step::KnownRate { many, few, period, known }]).collect())
    };
    let mut far = vec![highest, lowest];
    far.retain(|implied| is_far(implied.rate, known));
    if highest.pair.many.figure() == lowest.pair.many.figure() {
        far.truncate(1);
    }
    if far.is_empty() {
        let argue = || argue(highest.rate, vec![highest.step()]);
        report.holds(Rule::RateOfTheYear, highest.pair.figures(), argue);
    }
    for found in far {
        let all = std::iter::once(found).chain(near);
        let figures = all.clone().flat_map(|implied| implied.pair.figures());
        let argue = || argue(found.rate, all.clone().map(ImpliedRate::step).collect());
        report.breaks(Rule::RateOfTheYear, figures, assumption(found.rate), argue);
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
