//! An index grows as its values do, and as the printed growth: 104 and 117 of one base are growth by 12.5 %.
//!
//! The index of the base period is 100. An index of a month on the base of a year compares the month with an average
//! month of that year, so amounts of periods of different lengths are compared by month.

use foldhash::HashMap;

use super::Evidence;
use super::support::composition;
use super::support::report::{Argument, Report};
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, Figure, IndexBetweenPeriods, Interval, Reason, Rule, Step};
use crate::dataset::{Flow, GrowthOf, Period, Unit};

/// The maximum number of indices compared with one growth.
const MOST_INDICES: usize = 8;

/// The growth of a trade between two periods, as an index says.
#[derive(Clone, Copy)]
struct ByIndex<'c> {
    now: &'c Fact,
    /// The index of the earlier period; `None` if that is the base, whose index is 100.
    then: Option<&'c Fact>,
    base: Period,
}

/// The same growth, as other figures say.
enum ByOthers<'c> {
    /// The index is that of its own base period, which did not grow.
    Itself,
    Growth(&'c Fact),
    /// Another index, on the base of the earlier period.
    Index(&'c Fact),
    /// The two values, in each unit that both are known in.
    Values(Vec<[&'c Fact; 2]>),
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut indices: HashMap<Trade, Vec<&Fact>> = HashMap::default();
    for index in context.chosen().filter(|index| index.trade.flow != Flow::Balance) {
        if matches!(index.indicator, Indicator::Index { base: Some(_), .. }) {
            indices.entry(index.trade).or_default().push(index);
        }
    }
    if indices.is_empty() {
        return;
    }
    with_values(context, report);
    for growth in context.chosen() {
        let (base, of, by_others) = if let Indicator::Growth { base: Some(base), of } = growth.indicator {
            (base, of, ByOthers::Growth(growth))
        } else if let Indicator::Index { base: Some(base), of } = growth.indicator {
            (base, of, ByOthers::Index(growth))
        } else {
            continue;
        };
        for index in indices.get(&growth.trade).into_iter().flatten().take(MOST_INDICES) {
            let Indicator::Index { base: base_of_index, of: of_index } = index.indicator else { continue };
            // Of two indices, the one on the later base is compared with the other.
            let is_compared = match by_others {
                ByOthers::Index(_) => base_of_index.is_some_and(|earlier| earlier.start() < base.start()),
                ByOthers::Itself | ByOthers::Growth(_) | ByOthers::Values(_) => true,
            };
            if !is_compared {
                continue;
            }
            if let Some(by_index) = ByIndex::new(context, index, base).filter(|_| may_be_one(of, of_index)) {
                compare(context, by_index, &by_others, report);
            }
        }
    }
}

/// Compares each index with values: those of its own and of the base period, or else of the period of the index before.
fn with_values(context: &Context, report: &mut Report) {
    let period = |index: &Fact| index.trade.period.map(|period| (period.end(), period.start()));
    let mut series: HashMap<(Trade, Indicator), Vec<&Fact>> = HashMap::default();
    let mut order = Vec::new();
    for index in context.chosen().filter(|index| index.trade.flow != Flow::Balance) {
        let Indicator::Index { base: Some(_), of } = index.indicator else { continue };
        if of == Some(GrowthOf::Volume) {
            continue;
        }
        let key = (index.trade.at(None), index.indicator);
        let of_series = series.entry(key).or_default();
        if of_series.is_empty() {
            order.push(key);
        }
        of_series.push(index);
    }
    for key in order {
        let (_, Indicator::Index { base: Some(base), of }) = key else { continue };
        let mut indices = series.remove(&key).unwrap_or_default();
        indices.sort_by_key(|index| period(index));
        let mut earlier: Option<&Fact> = None;
        for index in indices {
            if index.trade.period == Some(base) {
                compare(context, ByIndex { now: index, then: None, base }, &ByOthers::Itself, report);
                continue;
            }
            let since_base = ByIndex { now: index, then: None, base };
            let since_earlier = earlier
                .and_then(|then| Some(ByIndex { now: index, then: Some(then), base: then.trade.period? }));
            let mut tried = std::iter::once(since_base).chain(since_earlier);
            let known = tried.find_map(|by_index| {
                let values = values(context, by_index, of);
                (!values.is_empty()).then_some((by_index, ByOthers::Values(values)))
            });
            if let Some((by_index, by_others)) = known {
                compare(context, by_index, &by_others, report);
            }
            if has_value(context, index, of) {
                earlier = Some(index);
            }
        }
    }
}

/// True if two figures may be of one thing. Volumes are said to be such, where both are.
fn may_be_one(one: Option<GrowthOf>, other: Option<GrowthOf>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        (None, Some(said)) | (Some(said), None) => said != GrowthOf::Volume,
        (None, None) => true,
    }
}

/// The units in which an index may be.
fn units(context: &Context, index: &Fact, of: Option<GrowthOf>) -> Vec<Unit> {
    let reporter = index.trade.reporter;
    match of {
        Some(GrowthOf::Unit(unit)) => vec![unit],
        Some(GrowthOf::Volume) => Vec::new(),
        None => context.currencies(reporter).iter().chain(context.amounts(reporter)).copied().collect(),
    }
}

fn has_value(context: &Context, index: &Fact, of: Option<GrowthOf>) -> bool {
    let value = |unit| context.find(index.trade, Indicator::Value(unit));
    units(context, index, of).into_iter().any(|unit| value(unit).is_some())
}

/// The values of both periods, in each unit that both are known in.
fn values<'c>(context: &'c Context, by_index: ByIndex, of: Option<GrowthOf>) -> Vec<[&'c Fact; 2]> {
    let trade = by_index.now.trade;
    let pair = |unit| {
        let find = |trade| context.find(trade, Indicator::Value(unit));
        Some([find(trade.at(Some(by_index.base)))?, find(trade)?])
    };
    units(context, by_index.now, of).into_iter().filter_map(pair).collect()
}

impl<'c> ByIndex<'c> {
    /// The growth of an index since a period; `None` if the index of that period is not known, and between periods of
    /// different lengths.
    fn new(context: &'c Context, now: &'c Fact, base: Period) -> Option<Self> {
        let Indicator::Index { base: Some(base_of_index), .. } = now.indicator else { return None };
        let is_as_long = base.length_in_months() == now.trade.period?.length_in_months();
        let then = context.find(now.trade.at(Some(base)), now.indicator);
        (is_as_long && (then.is_some() || base == base_of_index)).then_some(Self { now, then, base })
    }

    fn facts(self) -> impl Iterator<Item = &'c Fact> {
        std::iter::once(self.now).chain(self.then)
    }

    /// The factor since the earlier period.
    fn factor(self, read: Reading) -> Option<Interval> {
        let now = read(self.now)?;
        match self.then {
            Some(then) => now.over(read(then)?),
            None => Some(now),
        }
    }
}

impl<'c> ByOthers<'c> {
    fn facts(&self) -> Vec<&'c Fact> {
        match self {
            Self::Itself => Vec::new(),
            Self::Growth(growth) | Self::Index(growth) => vec![growth],
            Self::Values(pairs) => pairs.iter().flatten().copied().collect(),
        }
    }

    /// Each factor that they may stand for: that of the amounts and, if the periods differ in length, that by month.
    fn factors(&self, read: Reading) -> Vec<Interval> {
        match self {
            Self::Itself => vec![Interval::ONE],
            Self::Growth(growth) | Self::Index(growth) => read(growth).into_iter().collect(),
            Self::Values(pairs) => {
                pairs.iter().flat_map(|[then, now]| factors_of_values(then, now, read)).collect()
            }
        }
    }
}

fn factors_of_values(then: &Fact, now: &Fact, read: Reading) -> Vec<Interval> {
    let months = |fact: &Fact| fact.trade.period.and_then(Period::length_in_months);
    let factors = || {
        let factor = read(now)?.over(read(then)?)?;
        let (long, short) = (months(then)?, months(now)?);
        let by_month = factor.times(Interval::exactly(long.into()))?.over(Interval::exactly(short.into()))?;
        Some(if long == short { vec![factor] } else { vec![by_month, factor] })
    };
    factors().unwrap_or_default()
}

fn compare(context: &Context, by_index: ByIndex, by_others: &ByOthers, report: &mut Report) {
    let factors = by_others.factors(&as_printed);
    let (Some(index), Some(first)) = (by_index.factor(&as_printed), factors.first().copied()) else { return };
    let facts: Vec<&Fact> = by_others.facts().into_iter().chain(by_index.facts()).collect();
    let agrees = |read: Reading| {
        let index = by_index.factor(read)?;
        Some(by_others.factors(read).into_iter().any(|factor| factor.common(index).is_some()))
    };
    let fitting = factors.iter().copied().find(|factor| factor.common(index).is_some());
    let figures: Vec<Figure> = facts.iter().map(|fact| fact.figure()).collect();
    let argue = || argue(context, by_index, by_others, [index, fitting.unwrap_or(first)]);
    if fitting.is_some() {
        report.holds(Rule::IndexBetweenPeriods, figures, argue);
        return;
    }
    let is_unstated = |fact: &&Fact| fact.is_unstated_growth() || fact.is_unstated_index();
    let is_itself = matches!(by_others, ByOthers::Itself);
    let of_two = (!is_itself && facts.iter().any(is_unstated)).then_some(Assumption::TwoThings);
    let by_reading = reread(&facts, |read| agrees(read) == Some(true));
    let trade = by_index.now.trade;
    let regrouped = composition::of_base(context, trade, Some(by_index.base));
    let adjusted = context.is_adjusted(trade).then_some(Assumption::Adjusted);
    let assumptions = [of_two, by_reading, regrouped, adjusted].into_iter().flatten();
    report.breaks(Rule::IndexBetweenPeriods, figures, assumptions, argue);
}

fn argue(
    context: &Context,
    by_index: ByIndex,
    by_others: &ByOthers,
    [index, others]: [Interval; 2],
) -> Argument {
    let ByIndex { now, base, .. } = by_index;
    let claim = Claim::IndexBetweenPeriods(IndexBetweenPeriods {
        subject: context.subject(now.trade),
        base,
        index: now.figure(),
        by_index: index,
        by_others: others,
    });
    let mut steps: Vec<Step> =
        by_index.then.into_iter().chain([now]).map(|index| Step::Figure(index.figure())).collect();
    match by_others {
        ByOthers::Itself => steps.push(Step::Reason(Reason::IndexOfBase)),
        ByOthers::Growth(growth) => {
            steps.extend([Step::GrowthByIndex(index), Step::Grew(growth.figure())]);
        }
        ByOthers::Index(other) => {
            steps.extend([Step::GrowthByIndex(index), Step::Figure(other.figure())]);
        }
        ByOthers::Values(pairs) => {
            steps.push(Step::GrowthByIndex(index));
            let values = pairs.first().into_iter().flatten();
            steps.extend(values.map(|value| Step::Value(value.figure())));
            steps.push(Step::GrowthOfValues(others));
            let months =
                [now.trade.period, Some(base)].map(|period| period.and_then(Period::length_in_months));
            steps.extend((months[0] != months[1]).then_some(Step::Reason(Reason::ByMonth)));
        }
    }
    (claim, steps)
}
