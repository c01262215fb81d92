//! Flows derived from two others, and the sides of a comparison: such a flow or a published level.

use crate::analysis::checks::Evidence;
use crate::analysis::context::{Context, Level, PlaceIndex, Trade};
use crate::analysis::{Figure, FlowSum, FlowTerm, Interval, Step};
use crate::dataset::{Flow, Unit};

/// A flow derived from two others.
pub struct Made<'l, 'c> {
    pub interval: Interval,
    pub sum: FlowSum,
    pub levels: [&'l Level<'c>; 2],
}

/// Every flow that is not published but follows from two others.
pub struct MadeFlows<'l, 'c> {
    pub list: Vec<Made<'l, 'c>>,
    places: PlaceIndex,
}

impl<'l, 'c> MadeFlows<'l, 'c> {
    pub fn find(&self, trade: Trade, unit: Unit) -> Option<&Made<'l, 'c>> {
        self.list.get(self.places.find(&(trade, unit), |at| self.list.get(at).map(Made::key))?)
    }

    fn push(&mut self, made: Made<'l, 'c>) {
        let (list, at) = (&self.list, self.list.len());
        self.places.find_or_add(&made.key(), at, |at| list.get(at).map(Made::key));
        self.list.push(made);
    }
}

/// Derives every flow that is not published, once per trade.
pub fn made<'l, 'c>(evidence: &'l Evidence<'c, '_>) -> MadeFlows<'l, 'c> {
    let mut made = MadeFlows { list: Vec::new(), places: PlaceIndex::default() };
    let (mut seen, levels) = (PlaceIndex::default(), &evidence.levels.list);
    let all_of = |level: &Level| (level.trade().flowing(Flow::Total), level.unit());
    for (at, level) in levels.iter().enumerate() {
        let (all, unit) = all_of(level);
        if seen.find_or_add(&(all, unit), at, |at| levels.get(at).map(all_of)).is_some() {
            continue;
        }
        let find = |flow| evidence.levels.find(all.flowing(flow), unit);
        for sum in FlowSum::ALL.into_iter().filter(|sum| sum.result() != Flow::Balance) {
            let (terms, trade) = (sum.terms(), all.flowing(sum.result()));
            // Imports at another valuation count as published, too.
            let given = evidence.context.flow_level(&evidence.levels, trade, unit);
            if given.is_some() || made.find(trade, unit).is_some() {
                continue;
            }
            let (Some(one), Some(other)) = (find(terms.first.flow), find(terms.second.flow)) else {
                continue;
            };
            let Some(interval) = sum.interval(one.interval(), other.interval()) else { continue };
            made.push(Made { interval, sum, levels: [one, other] });
        }
    }
    made
}

impl Made<'_, '_> {
    pub fn trade(&self) -> Trade {
        self.levels[0].trade().flowing(self.sum.result())
    }

    pub fn unit(&self) -> Unit {
        self.levels[0].unit()
    }

    fn key(&self) -> (Trade, Unit) {
        (self.trade(), self.unit())
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
pub enum Side<'s, 'l, 'c> {
    Given(&'s Level<'c>),
    Made(&'s Made<'l, 'c>),
}

impl<'s, 'c> Side<'s, '_, 'c> {
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
    pub fn levels(self) -> Vec<&'s Level<'c>> {
        match self {
            Self::Given(level) => vec![level],
            Self::Made(flow) => flow.levels.to_vec(),
        }
    }

    pub fn figures(self) -> impl Iterator<Item = Figure> {
        self.levels().into_iter().flat_map(Level::figures).collect::<Vec<_>>().into_iter()
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
            Self::Made(flow) => (flow.levels[0].value().figure(), Some(flow.sum.formula())),
        };
        let (subject, unit, interval) = (context.subject(self.trade()), self.unit(), self.interval());
        FlowTerm { subject, unit, value, formula, interval, figures: self.figures().collect() }
    }

    pub fn steps(self, context: &Context) -> Vec<Step> {
        let terms = self.levels().into_iter().map(|level| Step::Term(context.term(level)));
        let made = match self {
            Self::Given(_) => None,
            Self::Made(flow) => Some(Step::Flow {
                subject: context.subject(flow.trade()),
                formula: flow.sum.formula(),
                interval: flow.interval,
            }),
        };
        terms.chain(made).collect()
    }
}
