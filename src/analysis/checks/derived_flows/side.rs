//! Flows derived from two others, and the sides of a comparison: such a flow or a published level.

use crate::analysis::checks::Evidence;
use crate::analysis::checks::support::overlap::Part;
use crate::analysis::context::{Context, Level, Levels, PlaceIndex, Trade};
use crate::analysis::{Figure, FlowSum, FlowTerm, Formula, Interval, Step};
use crate::dataset::{Flow, Unit};

/// A flow derived from two others.
#[derive(Clone, Copy)]
pub struct Made<'l> {
    pub interval: Interval,
    pub sum: FlowSum,
    pub levels: [Level<'l>; 2],
}

/// The indexes of the levels that a flow is derived from. A large dataset has as many as rows, so the numbers are worked
/// out on request.
struct MadePlace {
    sum: FlowSum,
    levels: [u32; 2],
}

/// Every flow that is not published but follows from two others.
pub struct MadeFlows<'l> {
    levels: &'l Levels<'l, 'l>,
    list: Vec<MadePlace>,
    places: PlaceIndex,
}

impl<'l> MadeFlows<'l> {
    /// Derives every flow that is not published, once per trade.
    pub fn new(evidence: &'l Evidence) -> Self {
        let levels = &evidence.levels;
        let mut made = Self { levels, list: Vec::new(), places: PlaceIndex::default() };
        for (at, level) in levels.iter_places() {
            let of_trade = FlowPlaces::new(levels, level);
            if of_trade.first() == Some(at) {
                made.derive(evidence.context, level, &of_trade);
            }
        }
        made
    }

    /// Derives the other flows of the trade of `level`.
    fn derive(&mut self, context: &Context, level: Level, of_trade: &FlowPlaces) {
        let mut done: Vec<Flow> = Vec::new();
        for sum in FlowSum::ALL.into_iter().filter(|sum| sum.result() != Flow::Balance) {
            let (terms, result) = (sum.terms(), sum.result());
            let (Some(one), Some(other)) = (of_trade.at(terms.first.flow), of_trade.at(terms.second.flow))
            else {
                continue;
            };
            // Imports at another valuation count as published, too.
            let is_given =
                || !context.flow_levels(self.levels, level.trade().flowing(result), level.unit()).is_empty();
            if of_trade.at(result).is_some() || done.contains(&result) || is_given() {
                continue;
            }
            let [Ok(one), Ok(other)] = [one, other].map(u32::try_from) else { continue };
            let place = MadePlace { sum, levels: [one, other] };
            let Some(new) = self.made(&place) else { continue };
            let (levels, list) = (self.levels, &self.list);
            let key = |at: usize| list.get(at).and_then(|place: &MadePlace| place.key(levels));
            self.places.find_or_add(&(new.trade(), new.unit()), list.len(), key);
            self.list.push(place);
            done.push(result);
        }
    }

    fn made(&self, place: &MadePlace) -> Option<Made<'l>> {
        let [one, other] = place.levels.map(|at| self.levels.get(at as usize));
        let levels = [one?, other?];
        let interval = place.sum.interval(levels[0].interval(), levels[1].interval())?;
        Some(Made { interval, sum: place.sum, levels })
    }

    pub fn get(&self, at: usize) -> Option<Made<'l>> {
        self.made(self.list.get(at)?)
    }

    pub fn find(&self, trade: Trade, unit: Unit) -> Option<Made<'l>> {
        let key = |at: usize| self.list.get(at).and_then(|place| place.key(self.levels));
        self.get(self.places.find(&(trade, unit), key)?)
    }

    pub fn iter(&self) -> impl Iterator<Item = Made<'l>> {
        self.iter_places().map(|(_, flow)| flow)
    }

    /// All flows, each with the index at which [`MadeFlows::get`] finds it.
    pub fn iter_places(&self) -> impl Iterator<Item = (usize, Made<'l>)> {
        self.list.iter().enumerate().filter_map(|(at, place)| Some((at, self.made(place)?)))
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl MadePlace {
    fn key(&self, levels: &Levels) -> Option<(Trade, Unit)> {
        let level = levels.get(self.levels[0] as usize)?;
        Some((level.trade().flowing(self.sum.result()), level.unit()))
    }
}

/// Where the levels of all flows of one trade are.
struct FlowPlaces([Option<usize>; 4]);

impl FlowPlaces {
    const FLOWS: [Flow; 4] = [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance];

    fn new(levels: &Levels, level: Level) -> Self {
        Self(Self::FLOWS.map(|flow| levels.place(level.trade().flowing(flow), level.unit())))
    }

    fn first(&self) -> Option<usize> {
        self.0.iter().flatten().min().copied()
    }

    fn at(&self, flow: Flow) -> Option<usize> {
        let at = Self::FLOWS.iter().position(|known| *known == flow)?;
        self.0.get(at).copied().flatten()
    }
}

impl Made<'_> {
    pub fn trade(&self) -> Trade {
        self.levels[0].trade().flowing(self.sum.result())
    }

    pub fn unit(&self) -> Unit {
        self.levels[0].unit()
    }

    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        self.levels.into_iter().flat_map(Level::figures)
    }

    /// The flow, calculated from other readings of the two.
    pub fn of(&self, one: Interval, other: Interval) -> Option<Interval> {
        self.sum.interval(one, other)
    }

    /// True if no other rule already finds it below zero. For total − exports, `part_of_whole` does.
    pub fn needs_zero_check(&self) -> bool {
        self.sum.result() != Flow::Total && self.sum.terms().second.flow == Flow::Balance
    }
}

/// One side of a comparison.
#[derive(Clone, Copy)]
pub enum Side<'l> {
    Given(Level<'l>),
    Made(Made<'l>),
}

impl Part for Side<'_> {
    fn trade(self) -> Trade {
        self.trade()
    }
}

impl<'l> Side<'l> {
    pub fn trade(self) -> Trade {
        match self {
            Self::Given(level) => level.trade(),
            Self::Made(flow) => flow.trade(),
        }
    }

    pub fn unit(self) -> Unit {
        match self {
            Self::Given(level) => level.unit(),
            Self::Made(flow) => flow.unit(),
        }
    }

    pub fn interval(self) -> Interval {
        match self {
            Self::Given(level) => level.interval(),
            Self::Made(flow) => flow.interval,
        }
    }

    /// The levels that it rests on.
    pub fn levels(self) -> impl Iterator<Item = Level<'l>> {
        let levels = match self {
            Self::Given(level) => [Some(level), None],
            Self::Made(flow) => flow.levels.map(Some),
        };
        levels.into_iter().flatten()
    }

    pub fn figures(self) -> impl Iterator<Item = Figure> {
        self.levels().flat_map(Level::figures)
    }

    /// The flow, calculated from these levels.
    pub fn read(self, levels: &[Interval]) -> Option<Interval> {
        match (self, levels) {
            (Self::Given(_), [level]) => Some(*level),
            (Self::Made(flow), [one, other]) => flow.of(*one, *other),
            _ => None,
        }
    }

    pub fn term(self, context: &Context) -> FlowTerm {
        let (value, formula) = match self {
            Self::Given(level) => (level.value().figure(), None),
            Self::Made(flow) => (flow.levels[0].value().figure(), Some(Formula::Flows(flow.sum))),
        };
        let (subject, unit, interval) = (context.subject(self.trade()), self.unit(), self.interval());
        FlowTerm { subject, unit, value, formula, interval, figures: self.figures().collect() }
    }

    pub fn steps(self, context: &Context) -> Vec<Step> {
        let terms = self.levels().map(|level| Step::Term(context.term(level)));
        let made = match self {
            Self::Given(_) => None,
            Self::Made(flow) => Some(Step::Flow {
                subject: context.subject(flow.trade()),
                formula: Formula::Flows(flow.sum),
                interval: flow.interval,
            }),
        };
        terms.chain(made).collect()
    }
}
