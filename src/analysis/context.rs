//! A dataset seen by its trades: every rule finds what it needs here without a search.

mod countries;
mod fact;
mod hashing;
mod hierarchy;
mod level;
mod trade;
mod units;

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

pub use countries::{Countries, Territory, former_includer, includer};
pub use fact::{Fact, Indicator};
pub use hashing::Map;
use hierarchy::{Hierarchy, Partners};
pub use level::{Level, Levels};
pub use trade::{Name, Names, Trade};
use units::Units;

use super::{Dimension, Term};
use crate::dataset::{Dataset, Flow, Measure, Subject, Unit, known};

/// The numbers of a dataset, found by trade and by what they say of it.
pub struct Context<'a> {
    pub dataset: &'a Dataset,
    /// Every number that can be calculated with, in the file's order.
    pub facts: Vec<Fact>,
    /// The first number that says this of a trade; a validated one where there is one.
    first: Map<(Trade, Indicator), usize>,
    /// The numbers in `first`, in the file's order.
    firsts: Vec<usize>,
    /// The unit in which a reporter's growth is taken to be.
    growth_units: HashMap<Name, Unit>,
    units: HashMap<Name, Units>,
    places: Hierarchy,
    pub names: Names<'a>,
}

impl<'a> Context<'a> {
    pub fn new(dataset: &'a Dataset) -> Self {
        let mut names = Names::default();
        let rows = 0..dataset.observations.len();
        let facts: Vec<Fact> = rows.filter_map(|at| Fact::read(dataset, at, &mut names)).collect();
        let mut first = Map::with_capacity_and_hasher(facts.len(), BuildHasherDefault::default());
        for unvalidated in [false, true] {
            for (at, fact) in facts.iter().enumerate() {
                // What is undated may be of any time, so nothing is calculated across it.
                if fact.unvalidated == unvalidated && fact.trade.period.is_some() {
                    first.entry((fact.trade, fact.indicator)).or_insert(at);
                }
            }
        }
        let mut firsts: Vec<usize> = first.values().copied().collect();
        firsts.sort_unstable();
        let (growth_units, units) = (units::growth_units(&facts), units::units(&facts));
        let places = Hierarchy::new(dataset, &mut names);
        Self { dataset, facts, first, firsts, growth_units, units, places, names }
    }

    /// The number that says `what` of `trade`, also one that is unvalidated.
    pub fn find(&self, trade: Trade, indicator: Indicator) -> Option<&Fact> {
        self.first.get(&(trade, indicator)).and_then(|at| self.facts.get(*at))
    }

    /// The number that says `what` of `trade`, if it may be built on.
    pub fn sound(&self, trade: Trade, indicator: Indicator) -> Option<&Fact> {
        self.find(trade, indicator).filter(|fact| !fact.unvalidated)
    }

    /// The value of `trade` in `unit`, if it may be built on.
    pub fn value(&self, trade: Trade, unit: Unit) -> Option<&Fact> {
        self.sound(trade, Indicator::Value(unit))
    }

    /// One number a trade and thing said of it, in the file's order.
    pub fn firsts(&self) -> impl Iterator<Item = &Fact> {
        self.firsts.iter().filter_map(|at| self.facts.get(*at))
    }

    /// The unit in which the growth of a reporter's trade is taken to be.
    ///
    /// A growth row does not name its currency, and growth in yuan is not growth in dollars: it is taken to be in
    /// the currency of the reporter's first value, and never carried to another.
    pub fn growth_unit(&self, reporter: Name) -> Option<Unit> {
        self.growth_units.get(&reporter).copied()
    }

    /// The currencies that a reporter's values are in, in the file's order.
    pub fn currencies(&self, reporter: Name) -> &[Unit] {
        self.units.get(&reporter).map_or(&[], |units| &units.currencies)
    }

    /// The units of weight, size and count that a reporter's values are in, in the file's order.
    pub fn amounts(&self, reporter: Name) -> &[Unit] {
        self.units.get(&reporter).map_or(&[], |units| &units.amounts)
    }

    /// The unit of the whole of a share: as its row says, else the reporter's first currency.
    ///
    /// `None` where the share is not of the same reporter's trade in the same period: a port counts what is cleared
    /// there, a province what its firms trade, so one is never divided by the other.
    pub fn share_unit(&self, share: &Fact) -> Option<Unit> {
        let Indicator::Share(whole) = share.indicator else { return None };
        let row = self.dataset.observations.get(share.row(self.dataset)?.share_of?)?;
        let comparable = whole.reporter == share.trade.reporter && whole.period == share.trade.period;
        row.unit.or_else(|| self.growth_unit(whole.reporter)).filter(|_| comparable)
    }

    /// Whether a change was printed as a multiple and not as a growth.
    pub fn is_multiple(&self, change: &Fact) -> bool {
        change.row(self.dataset).is_some_and(|row| row.measure == Measure::Multiple)
    }

    pub fn subject(&self, trade: Trade) -> Subject {
        self.names.subject(trade)
    }

    /// A level as a claim holds it.
    pub fn term(&self, level: &Level) -> Term {
        Term {
            subject: self.subject(level.trade),
            unit: level.unit,
            value: level.value.figure,
            change: level.change.map(|change| change.figure),
            interval: level.interval,
        }
    }

    /// The trades that `trade` is a part of, one step larger in one dimension; longer periods are not among them.
    pub fn wholes(&self, trade: Trade) -> impl Iterator<Item = (Dimension, Trade)> {
        let both = matches!(trade.flow, Flow::Exports | Flow::Imports).then(|| trade.flowing(Flow::Total));
        let modes = trade.transport.map(|_| Trade { transport: None, ..trade });
        let products = trade.product.map(|_| Trade { product: None, ..trade });
        let wider = trade.product.map_or(&[][..], |product| self.places.wider(product));
        both.map(|whole| (Dimension::Flow, whole))
            .into_iter()
            .chain(modes.map(|whole| (Dimension::Transport, whole)))
            .chain(products.map(|whole| (Dimension::Product, whole)))
            .chain(
                wider.iter().map(move |wider| (Dimension::Product, Trade { product: Some(*wider), ..trade })),
            )
            .chain(self.groups(trade).map(move |group| (Dimension::Partner, trade.with(group))))
    }

    /// Whether all of `trade` belongs to `whole`, be it the same or smaller in any dimension.
    pub fn is_within(&self, trade: Trade, whole: Trade) -> bool {
        let in_product = |wide| {
            trade.product.is_some_and(|product| product == wide || self.places.wider(product).contains(&wide))
        };
        let period = trade.period.zip(whole.period);
        let is_exports_or_imports = matches!(trade.flow, Flow::Exports | Flow::Imports);
        trade.reporter == whole.reporter
            && (trade.partner == whole.partner || self.groups(trade).any(|group| group == whole.partner))
            && (trade.flow == whole.flow || (is_exports_or_imports && whole.flow == Flow::Total))
            && whole.product.is_none_or(in_product)
            && (whole.transport.is_none() || trade.transport == whole.transport)
            && period.is_some_and(|(part, whole)| part == whole || whole.is_longer_and_contains(part))
    }

    /// The groups that the partner of a trade belongs to at its time, the world last.
    pub fn groups(&self, trade: Trade) -> impl Iterator<Item = Name> {
        self.places.groups(trade.partner, trade.period)
    }

    /// The members of the partner of a trade at its time; `None` for what is no group, for the world unless it lists
    /// some, and where they are not known.
    pub fn partners(&self, trade: Trade) -> Option<Partners<'_>> {
        let own = match Territory::new(self.names.name(trade.reporter)) {
            Territory::Within(country) => known::countries().get(country).map(|country| country.alpha3),
            Territory::Country(_) | Territory::Group(_) | Territory::Unknown => None,
        };
        let own = [Some(trade.reporter), own.and_then(|code| self.names.find(code))];
        self.places.partners(trade.partner, trade.period, own)
    }

    /// Whether a place is the world or lists members, and is no country.
    pub fn is_group(&self, place: Name) -> bool {
        self.places.is_group(place)
    }

    /// Where the partner of a trade lies, as far as its code and its members at that time say so.
    pub fn territory(&self, trade: Trade) -> Territory {
        let listed = self.places.territory(trade.partner, trade.period);
        listed.unwrap_or_else(|| Territory::new(self.names.name(trade.partner)))
    }
}
