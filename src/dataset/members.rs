//! The members of a group, and who of them belonged to it when.

use std::collections::HashSet;

use super::Period;

/// A member of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Code of the place.
    pub code: String,
    /// The year or month it became one; `None` is from the beginning.
    pub from: Option<Period>,
    /// The last year or month it was one; `None` is to this day.
    pub until: Option<Period>,
    /// True where sources disagree about the membership; never in a dataset.
    pub(super) is_disputed: bool,
}

/// How a membership and a period meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Throughout,
    InPart,
    Never,
}

impl Member {
    /// A member from `from` to `until`, both inclusive.
    #[must_use]
    pub fn new(code: String, from: Option<Period>, until: Option<Period>) -> Self {
        Self { code, from, until, is_disputed: false }
    }

    /// True for a member at all times.
    fn is_constant(&self) -> bool {
        self.from.is_none() && self.until.is_none() && !self.is_disputed
    }

    fn presence(&self, period: Period) -> Presence {
        let (start, end) = (self.from.map(Period::start), self.until.map(Period::end));
        if start.is_some_and(|start| period.end() <= start) || end.is_some_and(|end| end <= period.start()) {
            Presence::Never
        } else if start.is_none_or(|start| start <= period.start())
            && end.is_none_or(|end| period.end() <= end)
        {
            Presence::Throughout
        } else {
            Presence::InPart
        }
    }
}

/// The codes of the members in a period, each once.
///
/// `None` if they are not known: a membership changed within the period, sources disagree, the period is not given
/// while there were changes, or there is no member.
#[must_use]
pub fn members_in(members: &[Member], period: Option<Period>) -> Option<HashSet<&str>> {
    let mut codes = HashSet::new();
    let mut in_part: Vec<&str> = Vec::new();
    for member in members {
        let presence = match period {
            Some(period) => member.presence(period),
            None if member.is_constant() => Presence::Throughout,
            None => Presence::InPart,
        };
        match (presence, member.is_disputed) {
            (Presence::Never, _) => {}
            (Presence::Throughout, false) => {
                codes.insert(member.code.as_str());
            }
            (Presence::Throughout | Presence::InPart, true) => return None,
            (Presence::InPart, false) => in_part.push(&member.code),
        }
    }
    (!codes.is_empty() && in_part.iter().all(|code| codes.contains(code))).then_some(codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(list: &[(&str, &str, &str)]) -> Vec<Member> {
        let member = |(code, from, until): &(&str, &str, &str)| {
            Member::new((*code).to_owned(), Period::parse(from), Period::parse(until))
        };
        list.iter().map(member).collect()
    }

    fn listed(members: &[Member], period: &str) -> Option<Vec<String>> {
        let mut codes: Vec<String> =
            members_in(members, Period::parse(period))?.into_iter().map(str::to_owned).collect();
        codes.sort();
        Some(codes)
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
}
