//! The observations of a dataset, indexed by id.

use std::fmt;
use std::hash::BuildHasher;
use std::ops::Deref;

use foldhash::quality::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::Observation;

/// Observations in the order of the file. Dereferences to a slice.
#[derive(Clone, Default)]
pub struct Observations {
    list: Vec<Observation>,
    /// Indexes into the list, hashed by the id there: four bytes each, where a map would store every id twice.
    by_id: HashTable<u32>,
    hasher: RandomState,
}

impl Observations {
    /// Makes room for `count` more observations.
    pub fn reserve(&mut self, count: usize) {
        self.list.reserve_exact(count);
        let (list, hasher) = (&self.list, &self.hasher);
        let id = |at: &u32| list.get(*at as usize).map_or("", |known| known.id.as_str());
        self.by_id.reserve(count, |at| hasher.hash_one(id(at)));
    }

    /// The index of the observation with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        let is_it = |at: &u32| self.list.get(*at as usize).is_some_and(|known| known.id == id);
        self.by_id.find(self.hasher.hash_one(id), is_it).map(|at| *at as usize)
    }

    /// Adds an observation and returns its index; if its id is taken, adds nothing and returns `None`.
    pub fn push(&mut self, observation: Observation) -> Option<usize> {
        let (list, hasher) = (&self.list, &self.hasher);
        let id = |at: &u32| list.get(*at as usize).map_or("", |known| known.id.as_str());
        let (new, at) = (observation.id.as_str(), u32::try_from(list.len()).ok()?);
        let hash = hasher.hash_one(new);
        match self.by_id.entry(hash, |at| id(at) == new, |at| hasher.hash_one(id(at))) {
            Entry::Occupied(_) => return None,
            Entry::Vacant(entry) => entry.insert(at),
        };
        self.list.push(observation);
        Some(at as usize)
    }

    /// Sets which observation is the whole of the share at index `share`.
    pub fn set_whole(&mut self, share: usize, whole: Option<usize>) {
        if let Some(share) = self.list.get_mut(share) {
            share.share_of = whole.and_then(|at| u32::try_from(at).ok());
        }
    }
}

impl fmt::Debug for Observations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.fmt(f)
    }
}

/// Of observations with the same id, the first is kept.
impl FromIterator<Observation> for Observations {
    fn from_iter<I: IntoIterator<Item = Observation>>(observations: I) -> Self {
        let mut all = Self::default();
        for observation in observations {
            all.push(observation);
        }
        all
    }
}

impl Deref for Observations {
    type Target = [Observation];

    fn deref(&self) -> &[Observation] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Observations {
    type Item = &'a Observation;
    type IntoIter = std::slice::Iter<'a, Observation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}
