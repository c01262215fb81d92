//! Knows which place belongs to which group.

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};

use super::{Name, Names, Territory};
use crate::dataset::{Dataset, GroupMember, Period, WORLD, known, phase_of, phases};

/// The maximum number of groups tried per place. Keeps a file of overlapping groups fast.
const MOST_GROUPS: usize = 32;

#[derive(Debug, Default)]
pub struct Hierarchy {
    /// The groups that a place ever belonged to, each with `true` if it always did.
    groups: HashMap<Name, Vec<(Name, bool)>>,
    memberships: HashMap<Name, Group>,
    /// The groups that may contain all of a group, at some time or other.
    wider: HashMap<Name, Vec<Name>>,
    world: Option<Name>,
}

/// The maximum number of groups that one is compared with, and of those that may contain it. Keeps a file of nested groups
/// fast.
const MOST_NESTED: usize = 64;
const MOST_WIDER: usize = 8;

/// A group, and its members over time.
#[derive(Debug)]
struct Group {
    /// True for a country that lists its provinces.
    is_country: bool,
    /// True if the dataset lists the members itself.
    is_listed: bool,
    /// True if sources disagree about its members in all of its phases.
    is_disputed: bool,
    /// Those that always belong to it, also where it is not known who else does: enough to tell the groups in it. The figure of
    /// such a group may leave a member out.
    always: HashSet<Name>,
    /// Its phases in order, each with the day on which it begins.
    phases: Vec<(Option<NaiveDate>, Option<Members>)>,
}

/// The members of a group in a period.
#[derive(Debug)]
pub struct Members {
    names: HashSet<Name>,
    territory: Territory,
}

/// The members of a group as partners of a reporter, which may be a member itself and does not trade with itself.
#[derive(Debug, Clone, Copy)]
pub struct Partners<'c> {
    members: &'c Members,
    own: Option<Name>,
}

impl<'c> Partners<'c> {
    /// These members as partners of a reporter; `own` are the names of the reporter itself.
    pub fn new(members: &'c Members, own: [Option<Name>; 2]) -> Self {
        Self { members, own: own.into_iter().flatten().find(|own| members.names.contains(own)) }
    }

    pub fn contains(self, place: Name) -> bool {
        self.members.names.contains(&place)
    }

    /// True if these are all of them, except for the reporter itself.
    pub fn are_all(self, listed: &[Name]) -> bool {
        let lacks = |name: &Name| !listed.contains(name);
        let lacking = self.members.names.len().saturating_sub(listed.len());
        !listed.is_empty() && (lacking == 0 || (lacking == 1 && self.own.as_ref().is_some_and(lacks)))
    }
}

impl Hierarchy {
    pub fn new<'a>(dataset: &'a Dataset, names: &mut Names<'a>) -> Self {
        let mut places = Self { world: names.find(WORLD), ..Self::default() };
        let all: Vec<(Name, &'a str)> = names.all().collect();
        // A group that no figure is about is not needed.
        for (name, code) in all {
            match dataset.place(code).map(|place| &place.members[..]) {
                Some(listed @ [_, ..]) => places.list(name, code, listed, Some, (names, true)),
                Some([]) | None if known::is_group(code) || known::until(code).is_some() => {
                    let listed = known::members(code).unwrap_or_default();
                    let country = |code: &str| Some(known::countries().get(known::country(code)?)?.alpha3);
                    places.list(name, code, &listed, country, (names, false));
                }
                Some([]) | None => {}
            }
        }
        places.nest();
        places
    }

    /// Finds the groups whose members all belong to another one.
    fn nest(&mut self) {
        let mut groups: Vec<Name> = self.memberships.keys().copied().collect();
        groups.sort_unstable();
        groups.truncate(MOST_NESTED);
        let belong = |group: &Name, wider: &Name| {
            let is_in = |members: &Members| {
                members.names.iter().all(|member| {
                    self.groups.get(member).is_some_and(|groups| groups.iter().any(|(name, _)| name == wider))
                })
            };
            let phases = self.memberships.get(group).map_or(&[][..], |group| &group.phases);
            group != wider && phases.iter().filter_map(|(_, members)| members.as_ref()).any(is_in)
        };
        let wider = |group: &Name| {
            let wider = groups.iter().filter(|wider| belong(group, wider)).take(MOST_WIDER);
            (*group, wider.copied().collect::<Vec<_>>())
        };
        self.wider = groups.iter().map(wider).filter(|(_, wider)| !wider.is_empty()).collect();
    }

    /// The groups that have all members of another one, and more, in a period.
    pub fn wider(&self, group: Name, period: Option<Period>) -> impl Iterator<Item = Name> {
        let members = self.members(group, period);
        let wider = self.wider.get(&group).filter(|_| members.is_some());
        let has_all = move |wider: &Name| {
            let known = self.members(*wider, period).map(|members| &members.names);
            let always = self.memberships.get(wider).map(|group| &group.always);
            members.zip(known.or(always)).is_some_and(|(members, wider)| {
                members.names.len() < wider.len() && members.names.is_subset(wider)
            })
        };
        wider.into_iter().flatten().copied().filter(has_all)
    }

    /// Adds a group; `lasting` returns a member's code with the lifetime of the names.
    fn list<'m, 'a>(
        &mut self,
        group: Name,
        code: &'a str,
        listed: &'m [GroupMember],
        lasting: impl Fn(&'m str) -> Option<&'a str>,
        (names, is_listed): (&mut Names<'a>, bool),
    ) {
        let mut phases_of_group = Vec::new();
        let mut ever = HashSet::default();
        for phase in phases(listed) {
            let codes = phase.codes.unwrap_or_default().into_iter().filter(|member| *member != code);
            let codes: Vec<&str> = codes.filter_map(&lasting).collect();
            let members = (!codes.is_empty()).then(|| Members {
                territory: Territory::of_group(code, codes.iter().copied()),
                names: codes.iter().map(|member| names.number(member)).collect(),
            });
            ever.extend(members.iter().flat_map(|members| members.names.iter().copied()));
            phases_of_group.push((phase.start, members));
        }
        if ever.is_empty() && !known::is_group(code) {
            return;
        }
        let is_constant = phases_of_group.len() == 1;
        let always = listed.iter().filter(|member| member.is_always() && member.code != code);
        let always: HashSet<Name> =
            always.filter_map(|member| lasting(&member.code)).map(|member| names.number(member)).collect();
        let is_disputed = !listed.is_empty() && phases_of_group.iter().all(|(_, members)| members.is_none());
        ever.extend(always.iter().copied());
        for member in ever {
            let groups = self.groups.entry(member).or_default();
            if groups.len() < MOST_GROUPS && Some(group) != self.world {
                groups.push((group, is_constant && !is_disputed));
            }
        }
        let country = Territory::new(code).country();
        let is_own = |members: &Members| members.territory.country() == country;
        let is_country = country.is_some()
            && phases_of_group.iter().filter_map(|(_, members)| members.as_ref()).all(is_own);
        self.memberships
            .insert(group, Group { is_country, is_listed, is_disputed, always, phases: phases_of_group });
    }

    /// The groups that a place belongs to in a period, the world last.
    pub fn groups(&self, place: Name, period: Option<Period>) -> impl Iterator<Item = Name> {
        let groups = self.groups.get(&place).map_or(&[][..], Vec::as_slice);
        let belongs = move |(group, is_constant): &(Name, bool)| {
            let members = || self.members(*group, period);
            *is_constant || members().is_some_and(|members| members.names.contains(&place))
        };
        let groups = groups.iter().filter(move |group| belongs(group)).map(|(group, _)| *group);
        groups.chain(self.world.filter(|world| *world != place))
    }

    /// `None` if it is not a group, or its members are not known.
    pub fn members(&self, group: Name, period: Option<Period>) -> Option<&Members> {
        let phases = &self.memberships.get(&group)?.phases;
        let at = phase_of(&phases.iter().map(|(start, _)| *start), period)?;
        phases.get(at)?.1.as_ref()
    }

    /// True if the members of a group are known and the same in both periods.
    pub fn has_same_members(&self, group: Name, periods: [Option<Period>; 2]) -> bool {
        match periods.map(|period| self.members(group, period)) {
            [Some(now), Some(then)] => now.names == then.names,
            [None, _] | [_, None] => false,
        }
    }

    /// True for a group that may have lost or gained members between two periods.
    pub fn may_have_changed(&self, group: Name, periods: [Option<Period>; 2]) -> bool {
        let changes = |group: &Group| group.is_disputed || group.phases.len() > 1;
        self.memberships.get(&group).is_some_and(changes) && !self.has_same_members(group, periods)
    }

    /// The members of a known group just before and just after its members of a period, and its latest ones: offices
    /// keep the old members for a while, or go back in time with the new ones. None for a group that the dataset lists.
    pub fn other_members(&self, group: Name, period: Option<Period>) -> impl Iterator<Item = &Members> {
        let phases = self.memberships.get(&group).filter(|group| !group.is_listed);
        let phases = phases.map_or(&[][..], |group| &group.phases);
        let at = phase_of(&phases.iter().map(|(start, _)| *start), period);
        let others =
            at.map_or([None; 3], |at| [at.checked_sub(1), at.checked_add(1), phases.len().checked_sub(1)]);
        let others = others.into_iter().flatten().filter(move |other| Some(*other) != at);
        others.filter_map(|other| phases.get(other)?.1.as_ref())
    }

    /// The members as partners of a reporter; `own` are the names of the reporter itself.
    pub fn partners(
        &self,
        group: Name,
        period: Option<Period>,
        own: [Option<Name>; 2],
    ) -> Option<Partners<'_>> {
        Some(Partners::new(self.members(group, period)?, own))
    }

    /// `None` if it is not a group, or its members are not known.
    pub fn territory(&self, group: Name, period: Option<Period>) -> Option<Territory> {
        self.members(group, period).map(|members| members.territory)
    }

    /// True if the dataset lists the members of a group itself.
    pub fn is_listed(&self, group: Name) -> bool {
        self.memberships.get(&group).is_some_and(|group| group.is_listed)
    }

    /// True for the world, and for any place with members that is not a country.
    pub fn is_group(&self, place: Name) -> bool {
        let group = self.memberships.get(&place);
        (self.is_world(place) || group.is_some()) && !group.is_some_and(|group| group.is_country)
    }

    pub fn is_world(&self, place: Name) -> bool {
        self.world == Some(place)
    }
}
