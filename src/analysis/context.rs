//! Indexes a dataset by trade, so that every rule finds what it needs without a search.

mod choice;
mod countries;
mod fact;
mod hashing;
mod hierarchy;
mod implied_unit;
mod level;
mod members;
mod other_rounding;
mod printed;
mod products;
mod release;
mod thousandths;
mod trade;
mod units;

use foldhash::HashMap;

use choice::{chosen, key, rows_in_order};
pub use countries::{Countries, Territory, former_includers, includer, sometimes_includer};
pub use fact::{Fact, Indicator};
pub use hashing::{PlaceIndex, groups};
use hierarchy::Hierarchy;
pub use level::{Level, Levels};
pub use printed::{operand, stands_for};
pub use products::{ListId, ProductTree};
pub use release::{ReleaseId, Releases};
use thousandths::Thousandths;
pub use trade::{Name, Names, Trade};
use units::Units;

use super::Dimension;
use crate::dataset::{Dataset, Flow, Subject, Unit};

/// The numbers of a dataset, indexed by trade and by indicator.
pub struct Context<'a> {
    pub dataset: &'a Dataset,
    /// Every number that can be calculated with, in an order that does not depend on the file.
    pub facts: Vec<Fact>,
    /// The one number that counts for each trade and indicator.
    chosen: PlaceIndex,
    /// The numbers in `chosen`, in the order of `facts`.
    chosen_facts: Vec<u32>,
    /// The place in `facts` of the number of each row; the greatest for a row without one.
    by_row: Vec<u32>,
    /// While all releases are merged: the one number that counts in each release.
    by_release: Option<PlaceIndex>,
    units: HashMap<Name, Units>,
    places: Hierarchy,
    pub products: ProductTree,
    pub names: Names<'a>,
    pub releases: Releases<'a>,
}

impl<'a> Context<'a> {
    /// Indexes a dataset release by release: lookups never cross two releases until [`Context::merge_releases`].
    pub fn new(dataset: &'a Dataset) -> Self {
        let (mut names, releases) = (Names::default(), Releases::new(dataset));
        let thousandths = Thousandths::new(dataset);
        let mut facts = Vec::with_capacity(dataset.observations.len());
        facts.extend(rows_in_order(dataset).into_iter().filter_map(|at| {
            let at = at as usize;
            let fact = Fact::read(dataset, at, releases.of(dataset.observations.get(at)?), &mut names)?;
            thousandths.in_common_unit(fact)
        }));
        facts.shrink_to_fit();
        let mut by_row = vec![u32::MAX; dataset.observations.len()];
        for (at, fact) in (0..).zip(&facts) {
            by_row[fact.row as usize] = at;
        }
        let places = Hierarchy::new(dataset, &mut names);
        let (chosen, chosen_facts) = chosen(&facts, dataset, &releases);
        let units = units::units(&facts);
        let products = ProductTree::new(dataset, &names);
        Self {
            dataset,
            facts,
            chosen,
            chosen_facts,
            by_row,
            by_release: None,
            units,
            places,
            products,
            names,
            releases,
        }
    }

    /// Merges all releases, for comparisons across them; false if there is only one.
    pub fn merge_releases(&mut self) -> bool {
        let Some(first) = self.facts.first().map(|fact| fact.trade.release) else { return false };
        if self.facts.iter().all(|fact| fact.trade.release == first) {
            return false;
        }
        for fact in &mut self.facts {
            *fact = fact.in_release(ReleaseId::ANY);
        }
        let (chosen, chosen_facts) = chosen(&self.facts, self.dataset, &self.releases);
        self.chosen_facts = chosen_facts;
        self.by_release = Some(std::mem::replace(&mut self.chosen, chosen));
        true
    }

    /// True if all releases are merged.
    pub fn is_merged(&self) -> bool {
        self.by_release.is_some()
    }

    /// The release that a number is from, also while all are merged.
    pub fn release_of(&self, fact: &Fact) -> ReleaseId {
        fact.published(self.dataset).map_or(ReleaseId::default(), |row| self.releases.of(row))
    }

    /// While all releases are merged: true if this one has a number that says the same.
    pub fn has_in_release(&self, fact: &Fact, release: ReleaseId) -> bool {
        let key = |fact: Fact| (fact.trade, fact.indicator);
        let own = |at: usize| self.facts.get(at).map(|fact| key(fact.in_release(self.release_of(fact))));
        let index = self.by_release.as_ref();
        index.is_some_and(|index| index.find(&key(fact.in_release(release)), own).is_some())
    }

    /// The number of a row, given by its place.
    pub fn fact_of(&self, row: usize) -> Option<&Fact> {
        self.facts.get(*self.by_row.get(row)? as usize)
    }

    /// The number for a trade and indicator, even if it is unvalidated.
    pub fn find(&self, trade: Trade, indicator: Indicator) -> Option<&Fact> {
        self.facts.get(self.place(trade, indicator)?)
    }

    /// The place in `facts` of the number that says this of `trade`.
    pub fn place(&self, trade: Trade, indicator: Indicator) -> Option<usize> {
        self.chosen.find(&(trade, indicator), |at| key(&self.facts, at))
    }

    /// Where [`Context::chosen`] has the number that says this of `trade`.
    pub fn chosen_place(&self, trade: Trade, indicator: Indicator) -> Option<usize> {
        let place = u32::try_from(self.place(trade, indicator)?).ok()?;
        self.chosen_facts.binary_search(&place).ok()
    }

    /// The number for a trade and indicator, unless it is unvalidated.
    pub fn sound(&self, trade: Trade, indicator: Indicator) -> Option<&Fact> {
        self.find(trade, indicator).filter(|fact| !fact.is_unvalidated())
    }

    /// The value of `trade` in `unit`, unless it is unvalidated.
    pub fn value(&self, trade: Trade, unit: Unit) -> Option<&Fact> {
        self.sound(trade, Indicator::Value(unit))
    }

    /// One number per trade and indicator: the one that counts.
    pub fn chosen(&self) -> impl Iterator<Item = &Fact> {
        self.chosen_facts.iter().filter_map(|at| self.facts.get(*at as usize))
    }

    /// The same, each with its place in `facts`.
    pub fn chosen_places(&self) -> impl Iterator<Item = (&Fact, usize)> {
        self.chosen_facts.iter().filter_map(|at| Some((self.facts.get(*at as usize)?, *at as usize)))
    }

    /// The number of elements of [`Context::chosen`].
    pub fn chosen_count(&self) -> usize {
        self.chosen_facts.len()
    }

    /// The element of [`Context::chosen`] at an index.
    pub fn chosen_at(&self, at: usize) -> Option<&Fact> {
        self.facts.get(*self.chosen_facts.get(at)? as usize)
    }

    /// True if seasonal or working-day effects were removed from the figures of a trade, which then do not add up.
    pub fn is_adjusted(&self, trade: Trade) -> bool {
        self.names.definition(trade.definition).is_adjusted()
    }

    /// The id of a published number.
    pub fn id(&self, fact: &Fact) -> &'a str {
        fact.published(self.dataset).map_or("", |row| &row.id)
    }

    pub fn subject(&self, trade: Trade) -> Subject {
        self.names.subject(trade)
    }

    /// The trades that `trade` is part of, each one step larger in one dimension; longer periods are not included.
    ///
    /// Adjusted figures of partners and products do not add up to the adjusted total, so for those only the flow is
    /// widened.
    pub fn wholes(&self, trade: Trade) -> impl Iterator<Item = (Dimension, Trade)> {
        let adjusted = self.is_adjusted(trade);
        let both = matches!(trade.flow, Flow::Exports | Flow::Imports).then(|| trade.flowing(Flow::Total));
        let modes = trade.transport.map(|_| Trade { transport: None, ..trade });
        let products = trade.product.map(|_| Trade { product: None, ..trade });
        let wider = trade.product.map_or(&[][..], |product| self.products.wider(product));
        let others = modes
            .map(|whole| (Dimension::Transport, whole))
            .into_iter()
            .chain(products.map(|whole| (Dimension::Product, whole)))
            .chain(
                wider.iter().map(move |wider| (Dimension::Product, Trade { product: Some(*wider), ..trade })),
            )
            .chain(self.groups(trade).map(move |group| (Dimension::Partner, trade.with(group))));
        let flows = both.map(|whole| (Dimension::Flow, whole));
        flows.into_iter().chain(others.filter(move |_| !adjusted))
    }

    /// True if `trade` is part of `whole`: the same or smaller in every dimension.
    pub fn is_within(&self, trade: Trade, whole: Trade) -> bool {
        let in_product = |wide| {
            trade
                .product
                .is_some_and(|product| product == wide || self.products.wider(product).contains(&wide))
        };
        let period = trade.period.zip(whole.period);
        let is_exports_or_imports = matches!(trade.flow, Flow::Exports | Flow::Imports);
        (trade.release, trade.definition, trade.reporter) == (whole.release, whole.definition, whole.reporter)
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

    /// True for the world, and for any place with members that is not a country.
    pub fn is_group(&self, place: Name) -> bool {
        self.places.is_group(place)
    }

    /// True for the whole world.
    pub fn is_world(&self, place: Name) -> bool {
        self.places.is_world(place)
    }

    /// The territory of the partner of a trade, as far as its code and its members at that time determine it.
    pub fn territory(&self, trade: Trade) -> Territory {
        let listed = self.places.territory(trade.partner, trade.period);
        listed.unwrap_or_else(|| Territory::new(self.names.name(trade.partner)))
    }
}

/// True for a share of the same reporter's trade in the same period, or in a longer one that contains it. A port counts what
/// is cleared there and a province what its firms trade, so one is never divided by the other.
pub fn is_comparable(share: &Fact) -> bool {
    let Indicator::Share { whole, .. } = share.indicator else { return false };
    let (part, of) = (share.trade.period, whole.period);
    let is_within = part.zip(of).is_some_and(|(part, of)| of.is_longer_and_contains(part));
    whole.reporter == share.trade.reporter && (part == of || is_within)
}
