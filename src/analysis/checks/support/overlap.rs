//! Decides which parts of a group are known not to overlap.
//!
//! Two countries do not, unless the figures of one may include those of the other, as those of France may include
//! Réunion. Groups that list different countries do not. A province lies in its country. Anything else is unknown, and
//! a conclusion from such a sum holds only if the parts do not overlap.

use std::cmp::{Ordering, Reverse};

use foldhash::HashSet;
use rust_decimal::Decimal;

use crate::analysis::context::{
    Context, Countries, Fact, Level, Name, Territory, Trade, former_includers, includer, sometimes_includer,
};
use crate::analysis::{Assumption, OverlapsWith};
use crate::dataset::Flow;

/// The maximum number of parts that are left out one by one to find the one that overlaps. Keeps a file of many such
/// parts fast.
const MOST_TRIED: usize = 32;

/// A figure of the trade with one partner.
pub trait Part: Copy {
    fn trade(self) -> Trade;
}

impl Part for Level<'_> {
    fn trade(self) -> Trade {
        self.trade()
    }
}

impl Part for &Fact {
    fn trade(self) -> Trade {
        self.trade
    }
}

/// The parts of a group, sorted by what is known about their territory.
pub struct Partition<P> {
    /// No two of these overlap.
    pub disjoint: Vec<P>,
    /// These may overlap the disjoint ones, or each other.
    uncertain: Vec<P>,
    /// By their codes, these lie in one of the disjoint ones; that one may still be counted without them.
    nested: Vec<P>,
}

/// Parts that are added up.
#[derive(Debug, Clone)]
pub struct Counted<P> {
    pub parts: Vec<P>,
    /// Those of them that may overlap another.
    pub open: Vec<P>,
}

impl<P: Part> Counted<P> {
    /// Parts that do not overlap.
    pub fn disjoint(parts: Vec<P>) -> Self {
        Self { parts, open: Vec::new() }
    }

    /// True if something may be counted twice.
    pub fn may_overlap(&self) -> bool {
        !self.open.is_empty() && self.parts.len() > 1
    }

    /// The assumption that parts overlap. Names the smallest part without which the others fit their whole or, if
    /// leaving out one is not enough, the largest that may overlap. `None` if none of them can overlap.
    pub fn overlap(
        &self,
        context: &Context,
        size: impl Fn(P) -> Decimal,
        fit: impl Fn(&[P]) -> bool,
    ) -> Option<Assumption> {
        if !self.may_overlap() {
            return None;
        }
        let partner = |part: P| part.trade().partner;
        let name = |part: P| context.names.name(partner(part));
        let mut open = self.open.clone();
        open.sort_by_key(|part| (size(*part), name(*part)));
        let largest = open.iter().copied().max_by_key(|part| (size(*part), Reverse(name(*part))));
        let without = |part: P| {
            let others = self.parts.iter().copied().filter(|other| partner(*other) != partner(part));
            others.collect::<Vec<P>>()
        };
        let enough = open.iter().take(MOST_TRIED).copied().find(|part| fit(&without(*part)));
        let part = enough.or(largest)?;
        let code = |part: P| context.names.shared(partner(part));
        let with = match *without(part) {
            [other] => OverlapsWith::Place(code(other)),
            _ if enough.is_some() || open.len() == 1 => OverlapsWith::Another,
            _ => OverlapsWith::Others,
        };
        Some(Assumption::Overlap { place: code(part), with })
    }
}

impl<P: Part> Counted<P> {
    /// The same of parts that are too much together; `None` if those that cannot overlap are too much alone. A balance
    /// says nothing, since its parts may be below zero.
    pub fn overlap_in_sum(
        &self,
        context: &Context,
        size: impl Fn(P) -> Decimal,
        fit: impl Fn(&[P]) -> bool,
    ) -> Option<Assumption> {
        let is_open = |part: P| self.open.iter().any(|open| open.trade().partner == part.trade().partner);
        let is_certain = |part: &P| !is_open(*part) || size(*part) < Decimal::ZERO;
        let certain: Vec<P> = self.parts.iter().copied().filter(is_certain).collect();
        let is_balance = self.parts.iter().any(|part| part.trade().flow == Flow::Balance);
        if is_balance || fit(&certain) { self.overlap(context, size, fit) } else { None }
    }
}

impl<P: Part> Partition<P> {
    /// Partitions parts that need not be complete: countries and provinces, and groups that contain none of them.
    pub fn new(context: &Context, parts: &[P]) -> Self {
        let is_group = |part: &P| context.is_group(part.trade().partner);
        // The territory of a place that is neither a country nor in one is unknown, so nothing can be concluded from
        // it.
        let is_known = |part: &P| context.territory(part.trade()) != Territory::Unknown;
        let places = parts.iter().copied().filter(|part| !is_group(part) && is_known(part));
        let mut partition = Self::sorted(context, places);
        let lands =
            parts.iter().copied().filter(is_group).filter_map(|part| match context.territory(part.trade()) {
                Territory::Group(land) => Some((land, part)),
                Territory::Country(_) | Territory::Within(_) | Territory::Unknown => None,
            });
        let mut lands: Vec<(Countries, P)> = lands.collect();
        if lands.is_empty() {
            return partition;
        }
        // Largest first, so that the result does not depend on the order of rows.
        lands.sort_by_key(|(land, part)| (Reverse(land.count()), context.names.name(part.trade().partner)));
        let territories = partition.all().into_iter().map(|part| context.territory(part.trade()));
        let mut taken = territories
            .filter_map(Territory::country)
            .map(Countries::new)
            .fold(Countries::default(), Countries::with);
        for (land, part) in lands {
            if !land.overlaps(taken) {
                partition.disjoint.push(part);
                taken = taken.with(land);
            }
        }
        partition
    }

    /// The members of a group that the reporter trades with; `None` unless each of them is among the parts.
    pub fn complete(context: &Context, whole: Trade, parts: &[P]) -> Option<Self> {
        let partners = context.partners(whole)?;
        let listed = || parts.iter().copied().filter(|part| partners.contains(part.trade().partner));
        let names: Vec<Name> = listed().map(|part| part.trade().partner).collect();
        partners.are_all(&names).then(|| Self::sorted(context, listed()))
    }

    fn sorted(context: &Context, parts: impl Iterator<Item = P>) -> Self {
        let parts: Vec<(Territory, P)> = parts.map(|part| (context.territory(part.trade()), part)).collect();
        let countries: HashSet<usize> =
            parts.iter().filter_map(|(territory, _)| territory.country()).collect();
        let is_listed = |country: Option<usize>| country.is_some_and(|country| countries.contains(&country));
        let was_in = |country, part: P| {
            let period = part.trade().period.into_iter();
            period.flat_map(move |period| former_includers(country, period)).any(|once| is_listed(Some(once)))
        };
        let may_be_in = |country, part: P| {
            is_listed(sometimes_includer(country, part.trade().period)) || was_in(country, part)
        };
        let mut sorted = Self { disjoint: Vec::new(), uncertain: Vec::new(), nested: Vec::new() };
        let mut groups = Vec::new();
        for (territory, part) in parts {
            match territory {
                Territory::Country(country) if is_listed(includer(country)) => sorted.nested.push(part),
                Territory::Within(country) if is_listed(Some(country)) => sorted.nested.push(part),
                Territory::Country(country) if may_be_in(country, part) => {
                    sorted.uncertain.push(part);
                }
                Territory::Country(_) => sorted.disjoint.push(part),
                Territory::Within(_) | Territory::Unknown => sorted.uncertain.push(part),
                Territory::Group(land) => groups.push((land, part)),
            }
        }
        if !groups.is_empty() {
            sorted.add(
                countries.into_iter().map(Countries::new).fold(Countries::default(), Countries::with),
                groups,
            );
        }
        sorted
    }

    /// Adds groups of countries; those that share no country with the parts so far are disjoint, too.
    fn add(&mut self, mut taken: Countries, groups: Vec<(Countries, P)>) {
        for (land, group) in groups {
            if land.overlaps(taken) {
                self.uncertain.push(group);
            } else {
                self.disjoint.push(group);
                taken = taken.with(land);
            }
        }
    }

    /// The parts that lie in no other. Leaving out the rest is safe when parts are checked for being too large.
    pub fn outermost(&self) -> Counted<P> {
        let parts = self.disjoint.iter().chain(&self.uncertain).copied().collect();
        Counted { parts, open: self.uncertain.clone() }
    }

    /// All of them, as if none were nested.
    fn each(&self) -> Counted<P> {
        let open = self.nested.iter().chain(&self.uncertain).copied().collect();
        Counted { parts: self.all(), open }
    }

    /// The parts to count so that they best fit their whole; `compares` compares the sum of some parts with it.
    ///
    /// A country may be published with or without a province that is listed next to it. If either sum fits, that one is
    /// used. The outermost parts are too large only if both sums are, and all parts are too small only if both sums
    /// are.
    pub fn read(&self, compares: impl Fn(&[P]) -> Option<Ordering>) -> Counted<P> {
        let (each, outermost) = (self.each(), self.outermost());
        match (compares(&each.parts), compares(&outermost.parts)) {
            (Some(Ordering::Equal), _) | (_, Some(Ordering::Less)) => each,
            (_, Some(Ordering::Equal | Ordering::Greater) | None) => outermost,
        }
    }

    /// All of them, nested or not.
    pub fn all(&self) -> Vec<P> {
        self.disjoint.iter().chain(&self.uncertain).chain(&self.nested).copied().collect()
    }
}
