//! The members of a group, and when each of them belonged to it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Period;

/// A member of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMember {
    /// Code of the place.
    pub code: String,
    /// The year or month in which it joined; `None` if it has always belonged.
    pub from: Option<Period>,
    /// The last year or month of its membership; `None` if it still belongs.
    pub until: Option<Period>,
    /// True where sources disagree about the membership; never set by a dataset.
    pub(super) is_disputed: bool,
}

impl GroupMember {
    /// A member from `from` to `until`, both inclusive.
    #[must_use]
    pub fn new(code: String, from: Option<Period>, until: Option<Period>) -> Self {
        Self { code, from, until, is_disputed: false }
    }

    /// True for a member at all times, of which no source says otherwise.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.from.is_none() && self.until.is_none() && !self.is_disputed
    }

    fn is_member_on(&self, day: Option<NaiveDate>) -> bool {
        let from = self.from.map(Period::start);
        let until = self.until.map(Period::end);
        from.is_none_or(|from| day.is_some_and(|day| from <= day))
            && until.is_none_or(|until| day.is_none_or(|day| day < until))
    }
}

/// The members of a group between two changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase<'m> {
    /// The day it begins; `None` for the first one.
    pub start: Option<NaiveDate>,
    /// Codes of the members in their order, each once; `None` where sources disagree or nobody is a member.
    pub codes: Option<Vec<&'m str>>,
}

/// The number of changes of a group that are followed. Past it the members count as unknown, so that a hostile file
/// stays fast.
const MOST_CHANGES: usize = 200;

/// The phases of a group, one after the other; never empty.
#[must_use]
pub fn phases(members: &[GroupMember]) -> Vec<Phase<'_>> {
    let days =
        members.iter().flat_map(|member| [member.from.map(Period::start), member.until.map(Period::end)]);
    let changes: BTreeSet<NaiveDate> = days.flatten().collect();
    if changes.len() > MOST_CHANGES {
        return vec![Phase { start: None, codes: None }];
    }
    let starts = std::iter::once(None).chain(changes.into_iter().map(Some));
    let mut phases: Vec<Phase> =
        starts.map(|start| Phase { start, codes: codes_on(members, start) }).collect();
    phases.dedup_by(|later, earlier| later.codes == earlier.codes);
    phases
}

/// The phase that contains a period, given the days on which phases start; `None` if the period spans several, or is
/// `None` itself and there are several.
#[must_use]
pub fn phase_of(
    starts: &(impl Iterator<Item = Option<NaiveDate>> + Clone),
    period: Option<Period>,
) -> Option<usize> {
    let count = starts.clone().count();
    let Some(period) = period else { return (count == 1).then_some(0) };
    let begun = |last: bool| {
        let has_begun = move |start: &Option<NaiveDate>| {
            start.is_none_or(|start| if last { start < period.end() } else { start <= period.start() })
        };
        starts.clone().filter(has_begun).count()
    };
    (begun(false) == begun(true)).then(|| begun(false).checked_sub(1)).flatten()
}

fn codes_on(members: &[GroupMember], day: Option<NaiveDate>) -> Option<Vec<&str>> {
    let mut present = members.iter().filter(|member| member.is_member_on(day));
    if present.clone().any(|member| member.is_disputed) {
        return None;
    }
    let codes: BTreeSet<&str> = present.by_ref().map(|member| member.code.as_str()).collect();
    (!codes.is_empty()).then(|| codes.into_iter().collect())
}

/// The codes of the members in a period, in order.
///
/// `None` if they are not known: a membership changed within the period, sources disagree, no period is given although
/// there were changes, or there is no member.
#[must_use]
pub fn members_in(members: &[GroupMember], period: Option<Period>) -> Option<Vec<&str>> {
    let mut phases = phases(members);
    let at = phase_of(&phases.iter().map(|phase| phase.start), period)?;
    phases.swap_remove(at).codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(list: &[(&str, &str, &str)]) -> Vec<GroupMember> {
        let member = |(code, from, until): &(&str, &str, &str)| {
            GroupMember::new((*code).to_owned(), Period::parse(from), Period::parse(until))
        };
        list.iter().map(member).collect()
    }

    fn listed(members: &[GroupMember], period: &str) -> Option<Vec<String>> {
        members_in(members, Period::parse(period)).map(|codes| codes.into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn both_ends_of_a_membership_are_inclusive() {
        let union = members(&[("AAA", "", ""), ("BBB", "2004-05", ""), ("CCC", "", "2019")]);
        for (period, expected) in [
            ("2004-04", Some(vec!["AAA", "CCC"])),
            ("2004-05", Some(vec!["AAA", "BBB", "CCC"])),
            ("2019", Some(vec!["AAA", "BBB", "CCC"])),
            ("2020-01", Some(vec!["AAA", "BBB"])),
            ("2004", None),
            ("2019-12-01/P2M", None),
            ("", None),
        ] {
            let expected: Option<Vec<String>> =
                expected.map(|codes| codes.into_iter().map(str::to_owned).collect());
            assert_eq!(listed(&union, period), expected, "{period}");
        }
    }

    #[test]
    fn a_group_that_never_changed_needs_no_period() {
        let fixed = members(&[("AAA", "", ""), ("BBB", "", "")]);
        assert_eq!(members_in(&fixed, None).map(|codes| codes.len()), Some(2));
        assert_eq!(members_in(&[], None), None);
        assert_eq!(listed(&members(&[("AAA", "2020", "")]), "2019"), None, "nobody is a member");
    }

    #[test]
    fn a_change_that_leaves_the_members_the_same_is_none() {
        let renewed = members(&[("AAA", "", "2010"), ("AAA", "2011", ""), ("BBB", "", "")]);
        assert_eq!(phases(&renewed).len(), 1);
        assert_eq!(listed(&renewed, "2010-07-01/P12M").map(|codes| codes.len()), Some(2));
        let left_and_back = members(&[("AAA", "", "2010"), ("AAA", "2013", ""), ("BBB", "", "")]);
        assert_eq!(listed(&left_and_back, "2012").map(|codes| codes.len()), Some(1));
        assert_eq!(listed(&left_and_back, "2009-01-01/P5Y"), None);
    }
}
