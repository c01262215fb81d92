//! Elements of a list by a key that is read from them: finding trades is most of the work of deriving and checking.

use std::hash::{BuildHasher, Hash};

use foldhash::HashMap;
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Indexes into a list, found by a key that is read from the element there. Takes four bytes per element, where a map
/// would store every key as well.
#[derive(Debug, Default)]
pub struct PlaceIndex {
    places: HashTable<u32>,
    hasher: RandomState,
}

impl PlaceIndex {
    /// An empty index with room for `count` elements, so that it is not hashed anew while it grows.
    pub fn with_capacity(count: usize) -> Self {
        Self { places: HashTable::with_capacity(count), hasher: RandomState::default() }
    }

    /// The index of the element with this key; `key_at` reads the key of an element.
    pub fn find<K: Hash + Eq>(&self, key: &K, key_at: impl Fn(usize) -> Option<K>) -> Option<usize> {
        let is_it = |at: &u32| key_at(*at as usize).is_some_and(|known| known == *key);
        self.places.find(self.hasher.hash_one(key), is_it).map(|at| *at as usize)
    }

    /// The index of the element with this key, which the caller may replace. If there is none, adds `at` and returns
    /// `None`.
    pub fn find_or_add<K: Hash + Eq>(
        &mut self,
        key: &K,
        at: usize,
        key_at: impl Fn(usize) -> Option<K>,
    ) -> Option<&mut u32> {
        let hasher = &self.hasher;
        let is_it = |at: &u32| key_at(*at as usize).is_some_and(|known| known == *key);
        let hash = |at: &u32| key_at(*at as usize).map_or(0, |known| hasher.hash_one(known));
        match self.places.entry(hasher.hash_one(key), is_it, hash) {
            Entry::Occupied(known) => Some(known.into_mut()),
            Entry::Vacant(entry) => {
                // A dataset has fewer rows than 32 bits count, as the size of its files is limited.
                entry.insert(u32::try_from(at).unwrap_or(u32::MAX));
                None
            }
        }
    }

    /// All indexes, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.places.iter().copied()
    }
}

/// Groups two or more items with the same key, in the order of their first items. `item` returns the key and the item
/// at an index below `count`, or `None` to skip it.
///
/// Most keys of a dataset are unique, and cost four bytes each.
pub fn groups<K: Hash + Eq, T>(count: usize, item: impl Fn(usize) -> Option<(K, T)>) -> Vec<Vec<T>> {
    let mut firsts = PlaceIndex::with_capacity(count);
    let mut found: HashMap<u32, Vec<T>> = HashMap::default();
    for at in 0..count {
        let Some((key, one)) = item(at) else { continue };
        let first = firsts.find_or_add(&key, at, |at| item(at).map(|(key, _)| key));
        let Some(first) = first.copied() else { continue };
        let group = found.entry(first).or_default();
        if group.is_empty() {
            group.extend(item(first as usize).map(|(_, first)| first));
        }
        group.push(one);
    }
    let mut groups: Vec<(u32, Vec<T>)> = found.into_iter().collect();
    groups.sort_unstable_by_key(|(first, _)| *first);
    groups.into_iter().map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_maps_hash_alike() {
        let hash = |map: HashMap<u32, u32>| map.hasher().hash_one(2023);
        assert_ne!(hash(HashMap::default()), hash(HashMap::default()));
    }

    #[test]
    fn a_place_is_found_by_what_stands_there_and_can_be_replaced() {
        let words = ["pear", "fig", "plum", "fig"];
        let word = |at: usize| words.get(at).copied();
        let mut index = PlaceIndex::default();
        for (at, new) in words.iter().enumerate().take(3) {
            assert_eq!(index.find_or_add(new, at, word), None);
        }
        let known = index.find_or_add(&"fig", 3, word);
        assert_eq!(known.as_deref(), Some(&1));
        *known.expect("a place") = 3;
        assert_eq!((index.find(&"fig", word), index.find(&"plum", word)), (Some(3), Some(2)));
        assert_eq!(index.find(&"lime", word), None);
        assert_eq!(index.iter().count(), 3);
    }

    #[test]
    fn only_what_occurs_more_than_once_is_a_group() {
        let letters: Vec<char> = "abcb-aba".chars().collect();
        let item = |at: usize| letters.get(at).filter(|c| c.is_alphabetic()).map(|c| (*c, at));
        assert_eq!(groups(letters.len(), item), [vec![0, 5, 7], vec![1, 3, 6]]);
    }
}
