//! Levels: amounts of trades, published or implied by growth.

use rust_decimal::Decimal;

use super::{Context, Fact, Indicator, Map, Name, Trade};
use crate::analysis::{Figure, Interval};
use crate::dataset::{Flow, Unit};

/// The amount of a trade: a published value, or one divided by the growth since.
#[derive(Debug, Clone, Copy)]
pub struct Level<'c> {
    pub trade: Trade,
    pub unit: Unit,
    /// In plain units.
    pub interval: Interval,
    /// The published value.
    pub value: &'c Fact,
    /// The growth since, where the level is that of the base period.
    pub change: Option<&'c Fact>,
}

impl Level<'_> {
    /// Its bounds if its numbers are read by `read`; `None` where nothing is possible.
    pub fn read(&self, read: &dyn Fn(&Fact) -> Option<Interval>) -> Option<Interval> {
        let value = read(self.value)?;
        match self.change {
            None => Some(value),
            Some(change) => value.over(read(change)?),
        }
    }

    /// The published figures that it rests on.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        std::iter::once(self.value.figure).chain(self.change.map(|change| change.figure))
    }
}

/// Every level of a dataset, the implied ones last.
pub struct Levels<'c> {
    pub list: Vec<Level<'c>>,
    at: Map<(Trade, Unit), usize>,
    below_zero: Map<(Name, Unit), BelowZero<'c>>,
}

/// The levels of one reporter and unit that are below zero, without balances, which may be.
#[derive(Debug, Default)]
pub struct BelowZero<'c> {
    /// The first of them.
    pub first: Vec<Level<'c>>,
    /// The number of further ones: each may be a correction as well.
    pub more: usize,
}

/// The most levels below zero of one reporter and unit that are tried. Keeps a file full of them fast.
const MOST_BELOW_ZERO: usize = 128;

impl<'c> Levels<'c> {
    pub fn new(context: &'c Context) -> Self {
        let mut levels = Self { list: Vec::new(), at: Map::default(), below_zero: Map::default() };
        for fact in context.chosen() {
            if let Indicator::Value(unit) = fact.indicator {
                let (trade, interval) = (fact.trade, fact.interval);
                levels.add(Level { trade, unit, interval, value: fact, change: None });
            }
        }
        for change in context.chosen() {
            let Indicator::Growth { base: Some(base), .. } = change.indicator else { continue };
            // How growth of a balance is counted is a matter of convention, so it implies no earlier balance.
            if change.trade.flow == Flow::Balance {
                continue;
            }
            let Some(unit) = context.growth_unit(change) else { continue };
            let Some(value) = context.find(change.trade, Indicator::Value(unit)) else { continue };
            let Some(interval) = value.interval.over(change.interval) else { continue };
            let trade = change.trade.at(Some(base));
            levels.add(Level { trade, unit, interval, value, change: Some(change) });
        }
        levels
    }

    fn add(&mut self, level: Level<'c>) {
        let at = self.list.len();
        if *self.at.entry((level.trade, level.unit)).or_insert(at) == at {
            self.list.push(level);
            // Growth below −100 % flips the sign of a level; that is not a correction entry.
            let is_below = |interval: Interval| interval.high() < Decimal::ZERO;
            let corrects = is_below(level.value.interval) && is_below(level.interval);
            if corrects && level.trade.flow != Flow::Balance {
                let below_zero = self.below_zero.entry((level.trade.reporter, level.unit)).or_default();
                if below_zero.first.len() < MOST_BELOW_ZERO {
                    below_zero.first.push(level);
                } else {
                    below_zero.more += 1;
                }
            }
        }
    }

    /// A reporter's levels that are below zero, as their values are.
    pub fn below_zero(&self, reporter: Name, unit: Unit) -> Option<&BelowZero<'c>> {
        self.below_zero.get(&(reporter, unit))
    }

    pub fn find(&self, trade: Trade, unit: Unit) -> Option<&Level<'c>> {
        self.at.get(&(trade, unit)).and_then(|at| self.list.get(*at))
    }
}
