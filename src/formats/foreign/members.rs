//! The members of a JSON object, each name once.

use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::ops::Deref;

use foldhash::{HashMap, HashSet};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::formats::faults::JsonKind;

/// The members by their names.
#[derive(Debug)]
pub(super) struct MemberMap<K, V>(HashMap<K, V>);

impl<K, V> Default for MemberMap<K, V> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<K, V> Deref for MemberMap<K, V> {
    type Target = HashMap<K, V>;

    fn deref(&self) -> &HashMap<K, V> {
        &self.0
    }
}

impl<'de, K: Deserialize<'de> + Eq + Hash + Clone + fmt::Display, V: Deserialize<'de>> Deserialize<'de>
    for MemberMap<K, V>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Pairs(pairs) = Pairs::deserialize(deserializer)?;
        Ok(Self(pairs.into_iter().collect()))
    }
}

/// The members in their order.
pub(super) struct Pairs<K, V>(pub Vec<(K, V)>);

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, K: Deserialize<'de> + Eq + Hash + Clone + fmt::Display, V: Deserialize<'de>> Deserialize<'de>
    for Pairs<K, V>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

struct PairsVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Eq + Hash + Clone + fmt::Display, V: Deserialize<'de>> Visitor<'de>
    for PairsVisitor<K, V>
{
    type Value = Pairs<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}", JsonKind::Object)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut pairs, mut names) = (Vec::new(), HashSet::default());
        while let Some(name) = map.next_key::<K>()? {
            if !names.insert(name.clone()) {
                return Err(twice(&name));
            }
            pairs.push((name, map.next_value()?));
        }
        Ok(Pairs(pairs))
    }
}

/// The error for a member that stands twice in an object, in the words of `serde`.
pub(super) fn twice<E: Error>(name: &impl fmt::Display) -> E {
    E::custom(format_args!("duplicate field `{name}`"))
}
