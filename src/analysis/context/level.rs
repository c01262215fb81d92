//! Levels: amounts of trades, published or implied by growth.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::{Context, Fact, Indicator, Map, Name, PlaceIndex, Trade};
use crate::analysis::{Figure, Interval};
use crate::dataset::{Flow, Unit};

/// The amount of a trade: a published value, or one divided by the growth since.
#[derive(Debug, Clone)]
pub struct Level<'c> {
    unit: Unit,
    /// The published value.
    value: &'c Fact,
    /// Few levels are implied, so their extra data is boxed.
    implied: Option<Rc<Implied<'c>>>,
}

/// The level of the base period, as growth since implies it.
#[derive(Debug)]
struct Implied<'c> {
    trade: Trade,
    interval: Interval,
    change: &'c Fact,
}

impl<'c> Level<'c> {
    /// A published value of this unit.
    pub fn published(unit: Unit, value: &'c Fact) -> Self {
        Self { unit, value, implied: None }
    }

    pub fn trade(&self) -> Trade {
        self.implied.as_ref().map_or(self.value.trade, |implied| implied.trade)
    }

    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// In plain units, without a power of ten.
    pub fn interval(&self) -> Interval {
        self.implied.as_ref().map_or(self.value.interval, |implied| implied.interval)
    }

    /// The published value.
    pub fn value(&self) -> &'c Fact {
        self.value
    }

    /// The growth since, if this is the level of a base period.
    pub fn change(&self) -> Option<&'c Fact> {
        self.implied.as_ref().map(|implied| implied.change)
    }

    /// Its interval if its numbers are read by `read`; `None` if that is impossible.
    pub fn read(&self, read: &dyn Fn(&Fact) -> Option<Interval>) -> Option<Interval> {
        let value = read(self.value)?;
        match self.change() {
            None => Some(value),
            Some(change) => value.over(read(change)?),
        }
    }

    /// The published figures that it rests on.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        std::iter::once(self.value.figure()).chain(self.change().map(Fact::figure))
    }
}

/// Every level of a dataset, the implied ones last.
pub struct Levels<'c> {
    pub list: Vec<Level<'c>>,
    places: PlaceIndex,
    below_zero: Map<(Name, Unit), BelowZero<'c>>,
}

/// The levels below zero of one reporter and unit, except for balances, which may be negative.
#[derive(Debug, Default)]
pub struct BelowZero<'c> {
    /// The first of them.
    pub first: Vec<Level<'c>>,
    /// How many more there are, each of which may be a correction as well.
    pub more: usize,
}

/// The maximum number of levels below zero tried per reporter and unit. Keeps a file full of them fast.
const MOST_BELOW_ZERO: usize = 128;

impl<'c> Levels<'c> {
    pub fn new(context: &'c Context) -> Self {
        let count = context.chosen().filter(|fact| matches!(fact.indicator, Indicator::Value(_))).count();
        let (list, places) = (Vec::with_capacity(count), PlaceIndex::with_capacity(count));
        let mut levels = Self { list, places, below_zero: Map::default() };
        for fact in context.chosen() {
            if let Indicator::Value(unit) = fact.indicator {
                levels.add(Level::published(unit, fact));
            }
        }
        for change in context.chosen() {
            let Indicator::Growth { base: Some(base), .. } = change.indicator else { continue };
            // There are several conventions for the growth of a balance, so it implies no earlier balance.
            if change.trade.flow == Flow::Balance {
                continue;
            }
            let Some(unit) = context.growth_unit(change) else { continue };
            let Some(value) = context.find(change.trade, Indicator::Value(unit)) else { continue };
            let Some(interval) = value.interval.over(change.interval) else { continue };
            let trade = change.trade.at(Some(base));
            let implied = Some(Rc::new(Implied { trade, interval, change }));
            levels.add(Level { unit, value, implied });
        }
        levels
    }

    fn add(&mut self, level: Level<'c>) {
        let (trade, at) = (level.trade(), self.list.len());
        let is_new = self.places.find_or_add(&key(&level), at, |at| self.list.get(at).map(key)).is_none();
        if is_new {
            // Growth below −100 % flips the sign of a level; that is not a correction entry.
            let is_below = |interval: Interval| interval.high() < Decimal::ZERO;
            let corrects = is_below(level.value.interval) && is_below(level.interval());
            if corrects && trade.flow != Flow::Balance {
                let below_zero = self.below_zero.entry((trade.reporter, level.unit)).or_default();
                if below_zero.first.len() < MOST_BELOW_ZERO {
                    below_zero.first.push(level.clone());
                } else {
                    below_zero.more += 1;
                }
            }
            self.list.push(level);
        }
    }

    /// The levels of a reporter that are below zero because their published values are.
    pub fn below_zero(&self, reporter: Name, unit: Unit) -> Option<&BelowZero<'c>> {
        self.below_zero.get(&(reporter, unit))
    }

    pub fn find(&self, trade: Trade, unit: Unit) -> Option<&Level<'c>> {
        self.list.get(self.places.find(&(trade, unit), |at| self.list.get(at).map(key))?)
    }
}

/// The key that a level is found by.
fn key(level: &Level) -> (Trade, Unit) {
    (level.trade(), level.unit)
}
