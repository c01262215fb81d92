//! Figures that follow from a published value and others, calculated when the value is opened, so that opening a
//! dataset costs nothing.
//!
//! Two years give a growth, a part and its whole a share, the values of partners a rank among those that are published.
//! All values have the same release, definition and unit. No result repeats a printed figure, and none rests on a
//! figure that is missing or unvalidated.

mod index;
mod part;
mod percent;

use rust_decimal::Decimal;

use super::context::{Releases, stands_for};
use super::formula::to_digits_that_hold;
use super::{Analysis, Figure, Inherited, Interval};
use crate::dataset::{
    Dataset, Flow, GrowthOf, MAX_DECIMALS, Measure, Observation, RankedAmong, SharedText, Status, Subject,
    Unit, WORLD, members_in,
};
pub use index::Index;
pub use percent::Percent;

/// How many years back growth is calculated.
const MOST_YEARS: usize = 10;

/// A figure that follows from a value and others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// The growth since the same days of an earlier year.
    Growth {
        /// The value of that year.
        earlier: Figure,
        /// The growth.
        growth: Percent,
    },
    /// The share in a whole.
    Share {
        /// The value of the whole.
        whole: Figure,
        /// The share.
        share: Percent,
    },
    /// The rank among the partners with published values, the largest first.
    Rank {
        /// The best rank that rounding allows.
        best: usize,
        /// The worst rank that rounding allows.
        worst: usize,
        /// The values of the other partners.
        others: Vec<Figure>,
    },
}

impl Lookup {
    /// The figures that it rests on, in addition to the opened one.
    #[must_use]
    pub fn others(&self) -> &[Figure] {
        match self {
            Self::Growth { earlier, .. } => std::slice::from_ref(earlier),
            Self::Share { whole, .. } => std::slice::from_ref(whole),
            Self::Rank { others, .. } => others,
        }
    }
}

impl Analysis {
    /// The figures that follow from a published value and others: its growth, its shares, its rank.
    #[must_use]
    pub fn lookups(&self, dataset: &Dataset, figure: Figure) -> Vec<Lookup> {
        let Some(looked_at) = self.looked_at(dataset, figure) else { return Vec::new() };
        let growth = looked_at.growth().into_iter();
        growth.chain(looked_at.shares()).chain(looked_at.rank()).collect()
    }

    /// The rows about a trade, and possibly others.
    pub(super) fn rows_about<'d>(
        &'d self,
        dataset: &'d Dataset,
        subject: &Subject,
    ) -> impl Iterator<Item = usize> + use<'d> {
        self.index.get_or_init(|| Index::new(dataset)).of_trade(subject)
    }

    fn looked_at<'d>(&'d self, dataset: &'d Dataset, figure: Figure) -> Option<LookedAt<'d>> {
        let Figure::Published(at) = figure else { return None };
        LookedAt::new(dataset, self.index.get_or_init(|| Index::new(dataset)), at)
    }

    /// The marks that a lookup inherits from the figures it rests on.
    #[must_use]
    pub fn inherited_by(&self, dataset: &Dataset, figure: Figure, lookup: &Lookup) -> Inherited {
        let roots = std::iter::once(figure).chain(lookup.others().iter().copied());
        self.inherited_from(dataset, roots, true)
    }
}

/// The opened value, with everything that decides what it may be compared with.
struct LookedAt<'a> {
    dataset: &'a Dataset,
    index: &'a Index,
    releases: Releases<'a>,
    row: &'a Observation,
    subject: &'a Subject,
    unit: Unit,
    interval: Interval,
}

/// A value with the same release, definition and unit.
#[derive(Clone, Copy)]
struct Value<'a> {
    at: usize,
    row: &'a Observation,
    interval: Interval,
}

impl<'a> LookedAt<'a> {
    fn new(dataset: &'a Dataset, index: &'a Index, at: usize) -> Option<Self> {
        let row = dataset.observations.get(at)?;
        row.subject.period?;
        let (unit, interval) = value(dataset, row)?;
        let (releases, subject) = (Releases::new(dataset), &row.subject);
        Some(Self { dataset, index, releases, row, subject, unit, interval })
    }

    /// All values among these rows that may be compared with this one.
    fn comparable(&self, rows: impl Iterator<Item = usize>) -> impl Iterator<Item = Value<'a>> {
        let release = self.releases.of(self.row);
        rows.filter_map(move |at| {
            let row = self.dataset.observations.get(at)?;
            let (unit, interval) = value(self.dataset, row)?;
            let is_alike = unit == self.unit
                && row.definition == self.row.definition
                && self.releases.of(row) == release;
            is_alike.then_some(Value { at, row, interval })
        })
    }

    /// The value of another trade; of several, the one that counts, whatever the order of rows.
    fn value_of(&self, subject: &Subject) -> Option<Value<'a>> {
        let rows = self.index.of_trade(subject).filter(|at| self.is_about(*at, subject));
        self.comparable(rows).min_by_key(|value| {
            let is_normal = value.row.status == Status::Normal;
            (!is_normal, value.interval.width(), value.row.id.as_str())
        })
    }

    fn is_about(&self, at: usize, subject: &Subject) -> bool {
        self.dataset.observations.get(at).is_some_and(|row| row.subject == *subject)
    }

    /// True if a row about the same trade already gives the result.
    fn is_printed(&self, says: impl Fn(&Observation) -> bool) -> bool {
        let mut rows = self.index.of_trade(self.subject);
        rows.any(|at| {
            self.dataset.observations.get(at).is_some_and(|row| row.subject == *self.subject && says(row))
        })
    }

    /// The growth of a negative balance is ambiguous, so balances are skipped. So are values of which one is printed and the
    /// other added up from parts, which may lack some.
    fn growth(&self) -> Option<Lookup> {
        if self.subject.flow == Flow::Balance {
            return None;
        }
        let years = std::iter::successors(self.subject.period, |period| period.year_before());
        let mut earlier = years
            .skip(1)
            .take(MOST_YEARS)
            .filter_map(|period| self.value_of(&Subject { period: Some(period), ..self.subject.clone() }))
            .filter(|earlier| earlier.row.is_of_parts() == self.row.is_of_parts());
        let earlier = earlier.next()?;
        let is_growth = |row: &Observation| {
            matches!(row.measure, Measure::Growth | Measure::Multiple)
                && row.base == earlier.row.subject.period
                && row.growth_of.is_none_or(|of| of == GrowthOf::Unit(self.unit))
        };
        if self.is_printed(is_growth) {
            return None;
        }
        let ratio = |now: Interval, then: Interval| now.over(then)?.minus(Interval::ONE);
        let growth = self.percent(earlier, ratio)?;
        Some(Lookup::Growth { earlier: Figure::Published(earlier.at), growth })
    }

    /// Adjusted figures do not add up, so they have no shares.
    fn shares(&self) -> Vec<Lookup> {
        if self.row.definition.is_adjusted() || self.subject.flow == Flow::Balance {
            return Vec::new();
        }
        let wholes = self.wholes().into_iter().filter_map(|subject| self.value_of(&subject));
        let shares = wholes.filter_map(|whole| {
            let is_share = |row: &Observation| {
                let of = row.whole().and_then(|at| self.dataset.observations.get(at));
                row.measure == Measure::Share && of.is_some_and(|of| of.subject == whole.row.subject)
            };
            if self.is_printed(is_share) {
                return None;
            }
            let share = self.percent(whole, |part, whole| {
                let share = part.over(whole)?;
                share.common(Interval::new(Decimal::ZERO, Decimal::ONE)?)
            })?;
            Some(Lookup::Share { whole: Figure::Published(whole.at), share })
        });
        shares.collect()
    }

    /// The trades that this one is part of: with the world, with the groups of its partner, in all products, by all
    /// modes.
    fn wholes(&self) -> Vec<Subject> {
        let own = || self.subject.clone();
        let mut wholes = Vec::new();
        if *self.subject.partner != *WORLD {
            wholes.push(Subject { partner: WORLD.into(), ..own() });
            wholes.extend(self.groups().into_iter().map(|partner| Subject { partner, ..own() }));
        }
        wholes.extend(self.subject.product.is_some().then(|| Subject { product: None, ..own() }));
        wholes.extend(self.subject.transport.is_some().then(|| Subject { transport: None, ..own() }));
        wholes
    }

    /// The groups that its partner was a member of, and that have a value to compare with.
    fn groups(&self) -> Vec<SharedText> {
        let mut groups: Vec<SharedText> = Vec::new();
        for value in self.comparable(self.other_partners()) {
            let group = &value.row.subject.partner;
            let members = self.dataset.members(group);
            let codes = members_in(&members, self.subject.period).unwrap_or_default();
            if codes.contains(&&*self.subject.partner) && !groups.contains(group) {
                groups.push(group.clone());
            }
        }
        groups.sort();
        groups
    }

    /// The rows that differ from this one only in their partner.
    fn other_partners(&self) -> impl Iterator<Item = usize> {
        self.index.with_any_partner(self.subject).filter(|at| {
            let other = self.dataset.observations.get(*at).map(|row| &row.subject);
            other.is_some_and(|other| {
                *other == Subject { partner: other.partner.clone(), ..self.subject.clone() }
            })
        })
    }

    fn rank(&self) -> Option<Lookup> {
        let is_single = |partner: &str| partner != WORLD && self.dataset.members(partner).is_empty();
        let is_rank = |row: &Observation| {
            row.measure == Measure::Rank
                && row.ranked_among.is_none_or(|among| among == RankedAmong::Partners)
        };
        if !is_single(&self.subject.partner) || self.subject.flow == Flow::Balance || self.is_printed(is_rank)
        {
            return None;
        }
        let mut partners: Vec<&str> = vec![&self.subject.partner];
        let mut others = Vec::new();
        for value in self.comparable(self.other_partners()) {
            let partner = &*value.row.subject.partner;
            if is_single(partner) && !partners.contains(&partner) {
                partners.push(partner);
                others.extend(self.value_of(&value.row.subject));
            }
        }
        if others.is_empty() {
            return None;
        }
        let best = 1 + others.iter().filter(|other| other.interval.low() > self.interval.high()).count();
        let worst = 1 + others.iter().filter(|other| other.interval.high() > self.interval.low()).count();
        let others = others.into_iter().map(|other| Figure::Published(other.at)).collect();
        Some(Lookup::Rank { best, worst, others })
    }

    /// A number in per cent, calculated from this value and another.
    fn percent(
        &self,
        other: Value,
        calculate: impl Fn(Interval, Interval) -> Option<Interval>,
    ) -> Option<Percent> {
        let printed = |row: &Observation| {
            let value = Interval::exactly(row.value?.value());
            value.shifted(i32::from(row.multiplier))
        };
        let interval = calculate(self.interval, other.interval)?.shifted(2)?;
        let point = calculate(printed(self.row)?, printed(other.row)?)?.shifted(2)?.low();
        let (point, decimals) = to_digits_that_hold(point, interval, MAX_DECIMALS)?;
        Some(Percent { point, decimals, interval })
    }
}

/// The unit of a value and its interval without a power of ten; `None` if nothing may be derived from it.
fn value(dataset: &Dataset, row: &Observation) -> Option<(Unit, Interval)> {
    let is_sound = !row.status.is_missing() && row.status != Status::Unvalidated;
    let row = Some(row).filter(|row| is_sound && row.measure == Measure::Value)?;
    let interval = stands_for(dataset, row)?.shifted(i32::from(row.multiplier))?;
    interval.width()?;
    Some((row.unit?, interval))
}
