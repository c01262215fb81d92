//! Maps by trade and indicator: finding trades is most of the work of deriving and checking.

use std::collections::HashMap;

/// A map with a fast hash. It has a key of its own in each run, so that nobody can choose periods that collide.
pub type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use super::*;

    #[test]
    fn no_two_maps_hash_alike() {
        let hash = |map: Map<u32, u32>| map.hasher().hash_one(2023);
        assert_ne!(hash(Map::default()), hash(Map::default()));
    }
}
