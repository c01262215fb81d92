//! Groups of partners: those of which no member has rows count as any place does.

use std::cmp::Reverse;

use foldhash::HashSet;

use super::catalog::Catalog;
use crate::dataset::known;
use crate::formats::foreign::PlaceMeaning;
use crate::formats::foreign::meaning::{self, PlaceKind};

/// Lets groups count as places: those of which no member, and no other group that counts, is on the same side of rows. All
/// places there must be known, so that none is a member under another name; where there are groups alone none counts.
pub(super) fn settle(catalog: &mut Catalog) {
    let places = || catalog.places.iter().zip(&catalog.roles);
    if places().all(|(place, _)| place.kind != PlaceKind::Group) {
        return;
    }
    let singles = [0, 1].map(|role| {
        let is_on_side =
            |(place, roles): &(&PlaceMeaning, &[u32; 2])| place.kind == PlaceKind::Single && roles[role] > 0;
        let countries = places().filter(is_on_side).map(|(place, _)| countries_in(place));
        let countries = countries.collect::<Option<Vec<Vec<String>>>>().filter(|all| !all.is_empty());
        countries.map(|all| all.into_iter().flatten().collect::<HashSet<String>>())
    });
    let mut groups: Vec<(usize, PartnerGroup)> = (0..)
        .zip(places())
        .filter(|(_, (place, _))| place.kind == PlaceKind::Group)
        .filter_map(|(at, (place, roles))| {
            let group = PartnerGroup::new(place)?;
            let is_alone =
                |role: &usize| singles[*role].as_ref().is_some_and(|countries| !group.has_some(countries));
            let is_free = [0, 1].iter().filter(|role| roles[**role] > 0).all(is_alone);
            is_free.then_some((at, group))
        })
        .collect();
    // Of groups that overlap the largest counts.
    groups.sort_by_key(|(at, group)| (Reverse(group.size()), *at));
    let mut counted: Vec<(usize, PartnerGroup)> = Vec::new();
    for (at, group) in groups {
        if !counted.iter().any(|(_, other)| other.overlaps(&group)) {
            counted.push((at, group));
        }
    }
    for (at, _) in counted {
        catalog.places[at].kind = PlaceKind::Single;
    }
}

/// Lets the groups count that count in a table of which `catalog` has a part.
pub(super) fn settle_as(catalog: &mut Catalog, table: &Catalog) {
    for place in catalog.places.iter_mut().filter(|place| place.kind == PlaceKind::Group) {
        let known = table.place(&place.code).and_then(|at| table.places.get(at as usize));
        place.kind = known.map_or(place.kind, |known| known.kind);
    }
}

/// Words in the names of what is no country: areas that are not specified, what is confidential.
const RESTS: [&str; 9] =
    ["nes", "other", "rest", "unspecified", "specified", "confidential", "bunkers", "special", "unknown"];

/// Other words in such names.
const REST_WORDS: [&str; 7] = ["of", "the", "in", "and", "not", "countries", "areas"];

/// The country that a single place is, or those of the group that it is the rest of; `None` where nobody knows.
fn countries_in(place: &PlaceMeaning) -> Option<Vec<String>> {
    if known::country(&place.code).is_some() {
        return Some(vec![place.code.clone()]);
    }
    if place.code.starts_with('_') {
        return Some(Vec::new());
    }
    let text = if place.name.is_empty() { &place.code } else { &place.name }.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if !words.iter().any(|word| RESTS.contains(word)) {
        return None;
    }
    let names: Vec<&str> =
        words.into_iter().filter(|word| !RESTS.contains(word) && !REST_WORDS.contains(word)).collect();
    let mut countries = Vec::new();
    for name in names.iter().map(|name| (*name).to_owned()).chain([names.join(" ")]) {
        let upper = name.to_uppercase();
        let members = known::all_members(&upper, &name);
        let is_group = known::is_group_code(&upper) || meaning::place(&name, "").kind == PlaceKind::Group;
        if members.is_none() && is_group {
            return None;
        }
        countries.extend(members.into_iter().flatten());
    }
    Some(countries)
}

/// A group by its members.
struct PartnerGroup {
    members: Vec<String>,
    /// True for all that are not members: `EXT_EU27_2020`.
    is_outside: bool,
}

impl PartnerGroup {
    /// `None` where nobody knows who belongs to it.
    fn new(place: &PlaceMeaning) -> Option<Self> {
        let outside = ["EXT_", "EXTRA_"].iter().find_map(|word| place.code.strip_prefix(word));
        let members = match outside {
            Some(code) => known::all_members(code, "")?,
            None => known::all_members(&place.code, &place.name)?,
        };
        Some(Self { members, is_outside: outside.is_some() })
    }

    /// True if some of these countries are in it.
    fn has_some(&self, countries: &HashSet<String>) -> bool {
        if self.is_outside {
            countries.iter().any(|code| self.has(code))
        } else {
            self.members.iter().any(|member| countries.contains(member))
        }
    }

    fn has(&self, code: &str) -> bool {
        self.members.iter().any(|member| member == code) != self.is_outside && known::country(code).is_some()
    }

    fn overlaps(&self, other: &Self) -> bool {
        match (self.is_outside, other.is_outside) {
            (false, _) => self.members.iter().any(|member| other.has(member)),
            (true, false) => other.overlaps(self),
            (true, true) => true,
        }
    }

    fn size(&self) -> usize {
        if self.is_outside { known::countries().len() - self.members.len() } else { self.members.len() }
    }
}
