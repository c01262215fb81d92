//! Builds derived figures, and keeps those that further ones may use.

use rust_decimal::Decimal;

use super::Derivation;
use crate::analysis::Figure;
use crate::analysis::context::{Context, Fact, Indicator, PlaceIndex, Trade};
use crate::analysis::formula::{Estimate, Formula, Operand, Working};
use crate::dataset::Unit;

/// A dataset and the figures derived from it so far.
pub struct DerivedBuilder<'c, 'a> {
    pub context: &'c Context<'a>,
    pub list: Vec<Derivation>,
    /// Derived values that other figures may use.
    pub values: Vec<u32>,
    places: PlaceIndex,
}

/// Keeps the tightest of several ways to derive each value; among equally tight ones, the simplest.
#[derive(Default)]
pub struct Tightest {
    /// In the order in which each value was first offered.
    ways: Vec<Way>,
    places: PlaceIndex,
}

/// A value, and how it is derived.
struct Way {
    trade: Trade,
    unit: Unit,
    derivation: Derivation,
}

impl Tightest {
    /// Offers a way to derive the value of a trade in a unit. Most values have one, so ways are compared only where there
    /// are several.
    pub fn offer(&mut self, builder: &DerivedBuilder, trade: Trade, unit: Unit, derivation: Derivation) {
        let (ways, at) = (&self.ways, self.ways.len());
        let key = |at: usize| ways.get(at).map(|way| (way.trade, way.unit));
        let Some(known) = self.places.find_or_add(&(trade, unit), at, key).copied() else {
            self.ways.push(Way { trade, unit, derivation });
            return;
        };
        let Some(Way { derivation: known, .. }) = self.ways.get_mut(known as usize) else { return };
        let is_tighter = match (builder.width(derivation), builder.width(*known)) {
            (Some(new), Some(old)) => (new, derivation.formula) < (old, known.formula),
            (Some(_), None) => true,
            (None, _) => false,
        };
        if is_tighter {
            *known = derivation;
        }
    }

    /// Adds them all, in the order in which they were first offered.
    pub fn add_to(self, builder: &mut DerivedBuilder) {
        drop(self.places);
        for way in self.ways {
            builder.add_value(way.derivation);
        }
    }
}

impl<'c, 'a> DerivedBuilder<'c, 'a> {
    pub fn new(context: &'c Context<'a>) -> Self {
        Self { context, list: Vec::new(), values: Vec::new(), places: PlaceIndex::default() }
    }

    /// True if a value was published, validated or not, or derived.
    pub fn has(&self, trade: Trade, unit: Unit) -> bool {
        self.context.find(trade, Indicator::Value(unit)).is_some() || self.value(trade, unit).is_some()
    }

    /// The first derived value of a trade, by its place.
    pub fn value(&self, trade: Trade, unit: Unit) -> Option<u32> {
        let at = self.places.find(&(trade, unit), |at| about(self.context, &self.list, at))?;
        u32::try_from(at).ok()
    }

    /// The trade and the unit of a derived value.
    pub fn about(&self, at: u32) -> Option<(Trade, Unit)> {
        about(self.context, &self.list, at as usize)
    }

    /// Adds a value that others may be built on.
    fn add_value(&mut self, derivation: Derivation) {
        let Some(Figure::Derived(at)) = self.add(derivation.formula, derivation.inputs()) else { return };
        let (context, list) = (self.context, &self.list);
        let key = |at| about(context, list, at);
        if let Some(own) = key(at) {
            self.places.find_or_add(&own, at, key);
            self.values.extend(u32::try_from(at));
        }
    }

    /// Adds a figure, unless its numbers are too large to calculate with or unbounded. Nothing is calculated from "more
    /// than 20.88": the result would look like a number but be the end of a range.
    pub fn add(&mut self, formula: Formula, inputs: [Figure; 2]) -> Option<Figure> {
        let [one, other] = inputs.map(|input| self.number(input));
        let multipliers = inputs.map(|input| self.multiplier(input));
        if !formula.surely_works([one?, other?], multipliers) {
            let [one, other] = inputs.map(|input| self.operand(input));
            formula.work([one?, other?])?;
        }
        self.list.push(Derivation::new(formula, inputs));
        Some(Figure::Derived(self.list.len() - 1))
    }

    /// How far the bounds of a figure would be apart; `None` if it cannot be calculated or has none.
    fn width(&self, derivation: Derivation) -> Option<Decimal> {
        self.estimate(derivation)?.interval.width()
    }

    fn estimate(&self, derivation: Derivation) -> Option<Estimate> {
        let [one, other] = derivation.inputs().map(|input| self.number(input));
        derivation.formula.estimate(one?, other?)
    }

    /// The number of a figure in plain units.
    fn number(&self, figure: Figure) -> Option<Estimate> {
        match figure {
            Figure::Published(row) => self.context.fact_of(row).map(Fact::number),
            Figure::Derived(at) => self.estimate(*self.list.get(at)?),
        }
    }

    /// The power of ten that a figure is shown in.
    fn multiplier(&self, figure: Figure) -> i8 {
        match figure {
            Figure::Published(row) => self.context.fact_of(row).map_or(0, |fact| fact.multiplier),
            Figure::Derived(at) => self.list.get(at).map_or(0, |derivation| {
                let inputs = derivation.inputs().map(|input| self.multiplier(input));
                derivation.formula.multiplier(inputs)
            }),
        }
    }

    /// The number of a figure as it goes into a formula that is worked out for the screen.
    fn operand(&self, figure: Figure) -> Option<Operand> {
        match figure {
            Figure::Published(row) => self.context.fact_of(row).map(Fact::operand),
            Figure::Derived(at) => {
                let derivation = *self.list.get(at)?;
                let [one, other] = derivation.inputs().map(|input| self.operand(input));
                derivation.formula.work([one?, other?]).as_ref().map(Working::operand)
            }
        }
    }
}

/// The trade and the unit of the derived value at a place; `None` for figures that nothing is built on.
fn about(context: &Context, list: &[Derivation], at: usize) -> Option<(Trade, Unit)> {
    let derivation = list.get(at)?;
    let [one, other] = derivation.inputs();
    let fact = |figure| match figure {
        Figure::Published(row) => context.fact_of(row),
        Figure::Derived(_) => None,
    };
    let value = |figure| match figure {
        Figure::Published(row) => context.fact_of(row).and_then(|fact| Some((fact.trade, fact.unit()?))),
        Figure::Derived(at) => about(context, list, at),
    };
    let (trade, unit) = value(one)?;
    if let Formula::Flows(sum) = derivation.formula {
        return Some((trade.flowing(sum.result()), unit));
    }
    let trade = match fact(other)?.indicator {
        Indicator::Share { whole, .. } if derivation.formula == Formula::Whole => whole,
        Indicator::Growth { base: Some(base), .. } => trade.at(Some(base)),
        Indicator::Growth { base: None, .. }
        | Indicator::Share { .. }
        | Indicator::Value(_)
        | Indicator::Change { .. }
        | Indicator::ShareOfChange { .. }
        | Indicator::ShareChange { .. }
        | Indicator::Index { .. }
        | Indicator::Rank(_)
        | Indicator::Count
        | Indicator::UnitValue(_)
        | Indicator::Record { .. } => return None,
    };
    Some((trade, unit))
}
