//! Levels: amounts of trades, published or implied by growth.

use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};
use rust_decimal::Decimal;

use super::{Context, Fact, Indicator, Name, PlaceIndex, Trade};
use crate::analysis::{Figure, Interval, Term};
use crate::dataset::{Flow, Period, Unit};

/// The amount of a trade: a published value, or one divided by the growth since.
#[derive(Debug, Clone, Copy)]
pub struct Level<'c> {
    unit: Unit,
    /// The published value.
    value: &'c Fact,
    /// Set for the level of a base period.
    implied: Option<&'c Implied<'c>>,
}

/// The level of the base period, as growth since implies it.
#[derive(Debug)]
struct Implied<'c> {
    trade: Trade,
    unit: Unit,
    interval: Interval,
    value: &'c Fact,
    change: &'c Fact,
}

impl<'c> Level<'c> {
    /// A published value of this unit.
    pub fn published(unit: Unit, value: &'c Fact) -> Self {
        Self { unit, value, implied: None }
    }

    pub fn trade(self) -> Trade {
        self.implied.map_or(self.value.trade, |implied| implied.trade)
    }

    pub fn unit(self) -> Unit {
        self.unit
    }

    /// In plain units, without a power of ten.
    pub fn interval(self) -> Interval {
        self.implied.map_or(self.value.interval, |implied| implied.interval)
    }

    /// The published value.
    pub fn value(self) -> &'c Fact {
        self.value
    }

    /// The growth since, if this is the level of a base period.
    pub fn change(self) -> Option<&'c Fact> {
        self.implied.map(|implied| implied.change)
    }

    /// Its interval if its numbers are read by `read`; `None` if that is impossible.
    pub fn read(self, read: &dyn Fn(&Fact) -> Option<Interval>) -> Option<Interval> {
        let value = read(self.value)?;
        match self.change() {
            None => Some(value),
            Some(change) => value.over(read(change)?),
        }
    }

    /// The published figures that it rests on.
    pub fn figures(self) -> impl Iterator<Item = Figure> {
        std::iter::once(self.value.figure()).chain(self.change().map(Fact::figure))
    }
}

/// Every level of a dataset. The published ones are the values that count; only the implied ones, of which there are few,
/// are kept here.
pub struct Levels<'c, 'a> {
    context: &'c Context<'a>,
    implied: Vec<Implied<'c>>,
    places: PlaceIndex,
    below_zero: HashMap<(Name, Unit), BelowZero>,
    have_overlapping_periods: bool,
}

/// The levels below zero of one reporter and unit, except for balances, which may be negative.
#[derive(Debug, Default)]
pub struct BelowZero {
    /// The indexes of the first of them.
    first: Vec<usize>,
    /// How many more there are, each of which may be a correction as well.
    pub more: usize,
}

/// The maximum number of levels below zero tried per reporter and unit. Keeps a file full of them fast.
const MOST_BELOW_ZERO: usize = 128;

impl<'c, 'a> Levels<'c, 'a> {
    pub fn new(context: &'c Context<'a>) -> Self {
        let (implied, places) = (Vec::new(), PlaceIndex::default());
        let (below_zero, have_overlapping_periods) = (HashMap::default(), false);
        let mut levels = Self { context, implied, places, below_zero, have_overlapping_periods };
        for change in context.chosen() {
            levels.implied_by(change);
        }
        let mut below_zero: HashMap<(Name, Unit), BelowZero> = HashMap::default();
        for (at, level) in levels.iter_places() {
            // Growth below −100 % flips the sign of a level; that is not a correction entry.
            let is_below = |interval: Interval| interval.high() < Decimal::ZERO;
            let corrects = is_below(level.value.interval) && is_below(level.interval());
            if corrects && level.trade().flow != Flow::Balance {
                let of_reporter = below_zero.entry((level.trade().reporter, level.unit)).or_default();
                if of_reporter.first.len() < MOST_BELOW_ZERO {
                    of_reporter.first.push(at);
                } else {
                    of_reporter.more += 1;
                }
            }
        }
        let have_overlapping_periods = any_overlaps(levels.iter().filter_map(|level| level.trade().period));
        Self { below_zero, have_overlapping_periods, ..levels }
    }

    /// Adds the level that a growth implies, unless the trade has one.
    fn implied_by(&mut self, change: &'c Fact) {
        let Indicator::Growth { base: Some(base), .. } = change.indicator else { return };
        // There are several conventions for the growth of a balance, so it implies no earlier balance.
        if change.trade.flow == Flow::Balance {
            return;
        }
        let Some(unit) = self.context.growth_unit(change) else { return };
        let Some(value) = self.context.find(change.trade, Indicator::Value(unit)) else { return };
        let trade = change.trade.at(Some(base));
        if self.context.find(trade, Indicator::Value(unit)).is_some() {
            return;
        }
        let Some(interval) = value.interval.over(change.interval) else { return };
        let (implied, at) = (&self.implied, self.implied.len());
        if self.places.find_or_add(&(trade, unit), at, |at| implied.get(at).map(Implied::key)).is_none() {
            self.implied.push(Implied { trade, unit, interval, value, change });
        }
    }

    /// All levels, the implied ones last.
    pub fn iter(&self) -> impl Iterator<Item = Level<'_>> {
        self.iter_places().map(|(_, level)| level)
    }

    /// All levels, each with the index at which [`Levels::get`] finds it.
    pub fn iter_places(&self) -> impl Iterator<Item = (usize, Level<'_>)> {
        (0..self.places()).filter_map(|at| Some((at, self.get(at)?)))
    }

    /// The number of indexes that [`Levels::get`] knows; there may be none at some of them.
    pub fn places(&self) -> usize {
        self.context.chosen_count() + self.implied.len()
    }

    /// The level at an index.
    pub fn get(&self, at: usize) -> Option<Level<'_>> {
        match at.checked_sub(self.context.chosen_count()) {
            None => {
                let value = self.context.chosen_at(at)?;
                Some(Level::published(value.unit()?, value))
            }
            Some(at) => self.implied.get(at).map(Implied::level),
        }
    }

    pub fn find(&self, trade: Trade, unit: Unit) -> Option<Level<'_>> {
        if let Some(value) = self.context.find(trade, Indicator::Value(unit)) {
            return Some(Level::published(unit, value));
        }
        self.find_implied(trade, unit).and_then(|at| self.implied.get(at)).map(Implied::level)
    }

    /// The index at which [`Levels::get`] finds the level of a trade.
    pub fn place(&self, trade: Trade, unit: Unit) -> Option<usize> {
        let published = self.context.chosen_place(trade, Indicator::Value(unit));
        published.or_else(|| Some(self.context.chosen_count() + self.find_implied(trade, unit)?))
    }

    fn find_implied(&self, trade: Trade, unit: Unit) -> Option<usize> {
        if self.implied.is_empty() {
            return None;
        }
        self.places.find(&(trade, unit), |at| self.implied.get(at).map(Implied::key))
    }

    /// True if a day lies in two of the periods: most large datasets have periods of one length.
    pub fn have_overlapping_periods(&self) -> bool {
        self.have_overlapping_periods
    }

    /// The levels of a reporter that are below zero because their published values are.
    pub fn below_zero(&self, reporter: Name, unit: Unit) -> Option<&BelowZero> {
        self.below_zero.get(&(reporter, unit))
    }

    /// The first of these levels below zero.
    pub fn first_of<'l>(&'l self, below: &'l BelowZero) -> impl Iterator<Item = Level<'l>> {
        below.first.iter().filter_map(|at| self.get(*at))
    }
}

impl Implied<'_> {
    fn level(&self) -> Level<'_> {
        Level { unit: self.unit, value: self.value, implied: Some(self) }
    }

    /// The key that it is found by.
    fn key(&self) -> (Trade, Unit) {
        (self.trade, self.unit)
    }
}

/// True if a day lies in two of the periods.
fn any_overlaps(periods: impl Iterator<Item = Period>) -> bool {
    let each: HashSet<Period> = periods.collect();
    let mut each: Vec<Period> = each.into_iter().collect();
    each.sort_unstable_by_key(|period| (period.start(), Reverse(period.end())));
    // If any two overlap, then so do two that stand next to each other.
    each.windows(2).any(|pair| matches!(pair, [one, next] if next.start() < one.end()))
}

impl Context<'_> {
    /// The levels of another flow of the same trade: the one with its own valuation or, if there is none, those with any
    /// other.
    pub fn flow_levels<'l>(&self, levels: &'l Levels, trade: Trade, unit: Unit) -> Vec<Level<'l>> {
        let find = |definition| levels.find(Trade { definition, ..trade }, unit);
        match find(trade.definition) {
            Some(own) => vec![own],
            None => self.names.valuations(trade.definition).filter_map(find).collect(),
        }
    }

    /// A level in the form that claims use.
    pub fn term(&self, level: Level) -> Term {
        Term {
            subject: self.subject(level.trade()),
            unit: level.unit(),
            value: level.value().figure(),
            change: level.change().map(Fact::figure),
            interval: level.interval(),
        }
    }
}
