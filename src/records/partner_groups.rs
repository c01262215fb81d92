//! Groups of partners: those of which no member has rows count as any place does.

use std::cmp::Reverse;

use super::catalog::Catalog;
use crate::dataset::known;
use crate::formats::foreign::PlaceMeaning;
use crate::formats::foreign::meaning::PlaceKind;

/// Lets groups count as places: those of which no member, and no other group that counts, is on the same side of rows. All
/// places there must be known, so that none is a member under another name; where there are groups alone none counts.
pub(super) fn settle(catalog: &mut Catalog) {
    let places = || catalog.places.iter().zip(&catalog.roles);
    if places().all(|(place, _)| place.kind != PlaceKind::Group) {
        return;
    }
    let singles = [0, 1].map(|role| {
        let on_side = places().filter(|(place, roles)| place.kind == PlaceKind::Single && roles[role] > 0);
        let codes = on_side.map(|(place, _)| {
            (known::country(&place.code).is_some() || is_rest(place)).then_some(place.code.as_str())
        });
        codes.collect::<Option<Vec<&str>>>().filter(|codes| !codes.is_empty())
    });
    let mut groups: Vec<(usize, PartnerGroup)> = (0..)
        .zip(places())
        .filter(|(_, (place, _))| place.kind == PlaceKind::Group)
        .filter_map(|(at, (place, roles))| {
            let group = PartnerGroup::new(place)?;
            let is_alone = |role: &usize| {
                singles[*role].as_ref().is_some_and(|codes| !codes.iter().any(|code| group.has(code)))
            };
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

/// True for what is left of other places.
fn is_rest(place: &PlaceMeaning) -> bool {
    let text = if place.name.is_empty() { &place.code } else { &place.name };
    let text = text.to_lowercase();
    place.code.starts_with('_')
        || text.split(|c: char| !c.is_alphanumeric()).any(|word| RESTS.contains(&word))
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
