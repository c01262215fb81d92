//! A chain of growths leads from one value to another, with no known value in between, and is the growth over all of its
//! periods if that is published.
//!
//! Growth between two adjacent known values is checked by `growth_between_periods`. Balances are left out, as there are
//! several conventions for their growth.

use std::collections::VecDeque;

use foldhash::{HashMap, HashSet};

use super::Evidence;
use super::support::assumption::two_growths;
use super::support::composition;
use super::support::report::{Argument, Report};
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, Figure, GrowthChain, Interval, Rule, Step};
use crate::dataset::{Flow, GrowthOf, Period, Unit};

/// The maximum length of a chain.
const MOST_STEPS: usize = 32;

/// The maximum number of periods tried from one value. Keeps a file fast in which growth leads from each period to all
/// later ones.
const MOST_PERIODS: usize = 64;

/// The maximum number of growths from one period that are compared with chains of others.
const MOST_LONG: usize = 8;

/// The maximum number of units in which a proof writes out both values.
const MOST_PAIRS: usize = 4;

/// A trade in a base period, and the quantity that grew since; `None` if the rows do not say.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ChainStart {
    trade: Trade,
    of: Option<GrowthOf>,
}

/// Growths by where they start.
type Growths<'c> = HashMap<ChainStart, Vec<&'c Fact>>;

/// Two values in one unit.
struct Ends<'c> {
    then: &'c Fact,
    now: &'c Fact,
}

/// A growth that leads away from a start.
struct ChainLink<'c> {
    growth: &'c Fact,
    /// The index of the growth that it follows on.
    before: Option<usize>,
}

/// The end of a chain that has not yet met a known value.
struct OpenEnd {
    trade: Trade,
    /// The index of its last growth.
    last: Option<usize>,
    steps: usize,
}

/// A chain of growths, and the values at both ends.
struct Chain<'c> {
    /// The earlier period.
    start: Option<Period>,
    /// The trade in the later period.
    end: Trade,
    growths: Vec<&'c Fact>,
    pairs: Vec<Ends<'c>>,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut growths = Growths::default();
    let mut order = Vec::new();
    for change in context.chosen().filter(|change| change.trade.flow != Flow::Balance) {
        let Indicator::Growth { base: Some(base), of } = change.indicator else { continue };
        // Values at constant prices are never printed with the unit of current ones.
        let is_later = change.trade.period.is_some_and(|period| period.start() > base.start());
        if of == Some(GrowthOf::Volume) || !is_later {
            continue;
        }
        let start = ChainStart { trade: change.trade.at(Some(base)), of };
        let growths = growths.entry(start).or_default();
        if growths.is_empty() {
            order.push(start);
        }
        growths.push(change);
    }
    for start in order {
        for long in growths.get(&start).into_iter().flatten().take(MOST_LONG) {
            if let Some(chain) = chain_beside(&growths, start, long) {
                compare_with_growth(context, &chain, long, report);
            }
        }
        let reporter = start.trade.reporter;
        let units: Vec<Unit> = match start.of {
            Some(GrowthOf::Unit(unit)) => vec![unit],
            Some(GrowthOf::Volume) => continue,
            None => context.currencies(reporter).iter().chain(context.amounts(reporter)).copied().collect(),
        };
        let values = units.into_iter().filter_map(|unit| context.find(start.trade, Indicator::Value(unit)));
        let values: Vec<&Fact> = values.collect();
        if !values.is_empty() {
            for chain in chains(context, &growths, start, &values) {
                compare(context, &chain, report);
            }
        }
    }
}

/// The chains from a trade to the next known values, the shortest one for each of them.
fn chains<'c>(
    context: &'c Context,
    growths: &Growths<'c>,
    start: ChainStart,
    values: &[&'c Fact],
) -> Vec<Chain<'c>> {
    let mut chains = Vec::new();
    let mut seen = HashSet::from_iter([start.trade.period]);
    let mut followed: Vec<ChainLink> = Vec::new();
    let mut ends = VecDeque::from([OpenEnd { trade: start.trade, last: None, steps: 0 }]);
    while let Some(OpenEnd { trade, last, steps }) = ends.pop_front() {
        for growth in growths.get(&ChainStart { trade, ..start }).into_iter().flatten() {
            if seen.len() > MOST_PERIODS || steps >= MOST_STEPS || !seen.insert(growth.trade.period) {
                continue;
            }
            let at = followed.len();
            followed.push(ChainLink { growth, before: last });
            let pair =
                |then: &&'c Fact| context.find(growth.trade, then.indicator).map(|now| Ends { then, now });
            let pairs: Vec<Ends> = values.iter().filter_map(pair).collect();
            if pairs.is_empty() {
                ends.push_back(OpenEnd { trade: growth.trade, last: Some(at), steps: steps + 1 });
            } else if steps > 0 {
                chains.push(Chain {
                    start: start.trade.period,
                    end: growth.trade,
                    growths: row(&followed, at),
                    pairs,
                });
            }
        }
    }
    chains
}

/// The shortest chain of other growths that leads from the base period of a growth to its own.
fn chain_beside<'c>(growths: &Growths<'c>, start: ChainStart, long: &Fact) -> Option<Chain<'c>> {
    let end = long.trade.period.map(Period::end)?;
    let mut seen = HashSet::from_iter([start.trade.period]);
    let mut followed: Vec<ChainLink> = Vec::new();
    let mut ends = VecDeque::from([(start.trade, None)]);
    while let Some((trade, last)) = ends.pop_front() {
        for growth in growths.get(&ChainStart { trade, ..start }).into_iter().flatten() {
            let is_beyond = growth.trade.period.is_none_or(|period| period.end() > end);
            if is_beyond || growth.figure() == long.figure() || seen.len() > MOST_PERIODS {
                continue;
            }
            if growth.trade.period == long.trade.period {
                followed.push(ChainLink { growth, before: last });
                let growths = row(&followed, followed.len() - 1);
                let start = start.trade.period;
                return Some(Chain { start, end: growth.trade, growths, pairs: Vec::new() });
            }
            if seen.insert(growth.trade.period) {
                ends.push_back((growth.trade, Some(followed.len())));
                followed.push(ChainLink { growth, before: last });
            }
        }
    }
    None
}

/// Compares a chain with the growth over all of its periods.
fn compare_with_growth(context: &Context, chain: &Chain, long: &Fact, report: &mut Report) {
    let Some(factor) = in_a_row(&chain.growths, &as_printed) else { return };
    let facts: Vec<&Fact> = chain.growths.iter().copied().chain([long]).collect();
    let figures: Vec<Figure> = facts.iter().map(|fact| fact.figure()).collect();
    let argue = || {
        let (claim, steps) = chain.argue(context, &[], factor);
        (claim, std::iter::once(Step::GrowthOver(long.figure())).chain(steps).collect())
    };
    let agrees = |read: Reading| Some(in_a_row(&chain.growths, read)?.common(read(long)?).is_some());
    if agrees(&as_printed) == Some(true) {
        report.holds(Rule::GrowthChain, figures, argue);
        return;
    }
    let by_reading = reread(&facts, |read| agrees(read) == Some(true));
    let regrouped = composition::of_base(context, chain.end, chain.start);
    let assumptions = [two_growths(&facts), by_reading, regrouped].into_iter().flatten();
    report.breaks(Rule::GrowthChain, figures, assumptions, argue);
}

/// The growths of the chain that ends with `last`, the earliest first.
fn row<'c>(followed: &[ChainLink<'c>], last: usize) -> Vec<&'c Fact> {
    let mut growths = Vec::new();
    let mut next = Some(last);
    while let Some(ChainLink { growth, before }) = next.and_then(|at| followed.get(at)) {
        growths.push(*growth);
        next = *before;
    }
    growths.reverse();
    growths
}

fn compare(context: &Context, chain: &Chain, report: &mut Report) {
    let Chain { growths, pairs, .. } = chain;
    let figures = |pairs: &[Ends]| -> Vec<Figure> {
        let values = pairs.iter().flat_map(|pair| [pair.then.figure(), pair.now.figure()]);
        values.chain(growths.iter().map(|growth| growth.figure())).collect()
    };
    let Some(factor) = in_a_row(growths, &as_printed) else { return };
    let agrees = |pair: &Ends, read: Reading| {
        let grew = read(pair.now)?.over(read(pair.then)?)?;
        Some(grew.common(in_a_row(growths, read)?).is_some())
    };
    if pairs.iter().all(|pair| agrees(pair, &as_printed).is_none()) {
        return;
    }
    let fitting = pairs.iter().position(|pair| agrees(pair, &as_printed) == Some(true));
    if let Some(at) = fitting {
        let fitting = pairs.get(at..=at).unwrap_or_default();
        report.holds(Rule::GrowthChain, figures(fitting), || chain.argue(context, fitting, factor));
        return;
    }
    let facts: Vec<&Fact> =
        pairs.iter().flat_map(|pair| [pair.then, pair.now]).chain(growths.iter().copied()).collect();
    let unstated = growths.iter().find(|growth| growth.is_unstated_growth());
    let tried = pairs.first().and_then(|pair| pair.now.unit());
    let of_other = unstated.zip(tried).map(|(growth, tried)| {
        let growth = growth.figure();
        Assumption::GrowthOfElse { growth, tried }
    });
    let by_reading = reread(&facts, |read| pairs.iter().any(|pair| agrees(pair, read) == Some(true)));
    let assumptions =
        of_other.into_iter().chain(by_reading).chain(composition::of_base(context, chain.end, chain.start));
    report.breaks(Rule::GrowthChain, figures(pairs), assumptions, || chain.argue(context, pairs, factor));
}

/// The product of a chain of growths, as a factor; `None` if it cannot be calculated.
fn in_a_row(growths: &[&Fact], read: Reading) -> Option<Interval> {
    growths.iter().try_fold(Interval::ONE, |product, growth| product.times(read(growth)?))
}

impl Chain<'_> {
    fn argue(&self, context: &Context, pairs: &[Ends], factor: Interval) -> Argument {
        let subject = context.subject(self.end);
        let claim = Claim::GrowthChain(GrowthChain {
            subject,
            base: self.start,
            growths: self.growths.len(),
            factor,
        });
        let mut steps: Vec<Step> = Vec::new();
        for Ends { then, now } in pairs.iter().take(MOST_PAIRS) {
            steps.extend([Step::Value(then.figure()), Step::Value(now.figure())]);
            steps.extend(now.interval.over(then.interval).map(Step::GrowthOfValues));
        }
        let more = pairs.len().checked_sub(MOST_PAIRS).filter(|more| *more > 0);
        steps.extend(more.map(Step::MoreUnits));
        steps.extend(self.growths.iter().map(|growth| Step::GrowthOver(growth.figure())));
        steps.push(Step::InARow(factor));
        (claim, steps)
    }
}
