//! Releases: everything that one publisher published on one day.
//!
//! Figures are revised from one release to the next, and two offices define the same trade differently. So sums,
//! shares, growth and rates are compared within one release, and across releases only with that caveat.

use chrono::NaiveDate;
use foldhash::HashMap;

use crate::dataset::{Dataset, Observation};

/// An interned release; the default is that of rows without a source.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReleaseId(u16);

impl ReleaseId {
    /// All releases merged, for comparisons across them.
    pub const ANY: Self = Self(u16::MAX);

    /// The number, for hashing.
    pub fn number(self) -> u64 {
        self.0.into()
    }
}

/// A publisher and a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Release<'a> {
    /// Rows that name no source.
    Unsourced,
    /// All sources with the same publisher and day, whoever passed them on.
    Dated(&'a str, NaiveDate),
    /// A source without a day, by its index: it cannot be assigned to another release.
    Undated(&'a str, usize),
}

/// Every release of a dataset.
#[derive(Debug)]
pub struct Releases<'a> {
    list: Vec<Release<'a>>,
    by_source: Vec<ReleaseId>,
}

/// How two releases are related, if at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// True if one publisher printed both.
    pub one_publisher: bool,
    /// The later of the two, if that is known.
    pub later: Option<ReleaseId>,
}

impl<'a> Releases<'a> {
    pub fn new(dataset: &'a Dataset) -> Self {
        let mut list = vec![Release::Unsourced];
        let mut known = HashMap::default();
        let by_source = dataset.sources.iter().enumerate().map(|(at, source)| {
            let release = source.published.map_or(Release::Undated(&source.publisher, at), |day| {
                Release::Dated(&source.publisher, day)
            });
            *known.entry(release).or_insert_with(|| {
                list.push(release);
                // The last number is reserved for [`ReleaseId::ANY`]; past the limit, all further releases share one
                // number.
                ReleaseId(u16::try_from(list.len() - 1).unwrap_or(u16::MAX).min(u16::MAX - 1))
            })
        });
        let by_source = by_source.collect();
        Self { list, by_source }
    }

    /// The release that an observation is from.
    pub fn of(&self, observation: &Observation) -> ReleaseId {
        observation.source.and_then(|at| self.by_source.get(at as usize).copied()).unwrap_or_default()
    }

    /// How two different releases are related.
    pub fn related(&self, one: ReleaseId, other: ReleaseId) -> Related {
        let (Some(a), Some(b)) = (self.get(one), self.get(other)) else {
            return Related { one_publisher: false, later: None };
        };
        let later = match (a.day(), b.day()) {
            (Some(a), Some(b)) if a > b => Some(one),
            (Some(a), Some(b)) if a < b => Some(other),
            (Some(_) | None, _) => None,
        };
        Related { one_publisher: a.publisher().is_some() && a.publisher() == b.publisher(), later }
    }

    /// The day of a release, where it has one.
    pub fn day(&self, release: ReleaseId) -> Option<NaiveDate> {
        self.get(release).and_then(Release::day)
    }

    fn get(&self, release: ReleaseId) -> Option<Release<'a>> {
        self.list.get(usize::from(release.0)).copied()
    }
}

impl<'a> Release<'a> {
    fn publisher(self) -> Option<&'a str> {
        match self {
            Self::Unsourced => None,
            Self::Dated(publisher, _) | Self::Undated(publisher, _) => Some(publisher),
        }
    }

    fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Dated(_, day) => Some(day),
            Self::Unsourced | Self::Undated(..) => None,
        }
    }
}
