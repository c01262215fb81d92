//! Which place belongs to which group, and which product code to which wider one.

use std::collections::{HashMap, HashSet};

use super::{Name, Names, Territory};
use crate::dataset::{Dataset, WORLD};

/// The most groups that a place is looked for in; so that a file of overlapping groups stays fast.
const MOST_GROUPS: usize = 32;

#[derive(Debug, Default)]
pub struct Hierarchy {
    groups: HashMap<Name, Vec<Name>>,
    members: HashMap<Name, HashSet<Name>>,
    /// Where those lie that list members.
    territories: HashMap<Name, Territory>,
    wider: HashMap<Name, Vec<Name>>,
    world: Option<Name>,
}

impl Hierarchy {
    pub fn new<'a>(dataset: &'a Dataset, names: &mut Names<'a>) -> Self {
        let mut places = Self { world: names.find(WORLD), ..Self::default() };
        for place in &dataset.places {
            // A group that no figure is about needs no looking after.
            let Some(group) = names.find(&place.code) else { continue };
            let distinct: HashSet<&str> = place
                .members
                .iter()
                .map(|member| member.code.as_str())
                .filter(|member| *member != place.code)
                .collect();
            if distinct.is_empty() {
                continue;
            }
            places.territories.insert(group, Territory::of_group(&place.code, distinct.iter().copied()));
            let members: HashSet<Name> = distinct.into_iter().map(|member| names.number(member)).collect();
            for member in &members {
                let groups = places.groups.entry(*member).or_default();
                if groups.len() < MOST_GROUPS && Some(group) != places.world {
                    groups.push(group);
                }
            }
            places.members.insert(group, members);
        }
        places.wider = wider(dataset, names);
        places
    }

    pub fn groups(&self, place: Name) -> impl Iterator<Item = Name> {
        let groups = self.groups.get(&place).map_or(&[][..], Vec::as_slice);
        groups.iter().copied().chain(self.world.filter(|world| *world != place))
    }

    /// `None` for what lists no members.
    pub fn members(&self, group: Name) -> Option<&HashSet<Name>> {
        self.members.get(&group)
    }

    /// `None` for what lists no members.
    pub fn territory(&self, group: Name) -> Option<Territory> {
        self.territories.get(&group).copied()
    }

    pub fn is_world(&self, place: Name) -> bool {
        self.world == Some(place)
    }

    pub fn wider(&self, product: Name) -> &[Name] {
        self.wider.get(&product).map_or(&[][..], Vec::as_slice)
    }
}

/// Codes of the Harmonized System grow by two digits a level: 870380 is part of 8703, and that of 87.
fn wider(dataset: &Dataset, names: &Names) -> HashMap<Name, Vec<Name>> {
    let is_hs = |name: &str| {
        (2..=10).contains(&name.len())
            && name.len().is_multiple_of(2)
            && name.bytes().all(|b| b.is_ascii_digit())
    };
    if !dataset.observations.iter().any(|row| row.subject.product.as_deref().is_some_and(is_hs)) {
        return HashMap::new();
    }
    let codes = names.all().filter(|(_, name)| is_hs(name));
    codes
        .map(|(code, name)| {
            let prefixes = (2..name.len()).step_by(2).filter_map(|length| names.find(&name[..length]));
            (code, prefixes.collect())
        })
        .collect()
}
