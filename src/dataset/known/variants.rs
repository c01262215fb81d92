//! Groups as tables write them: with the year or the composition behind a code (`EA18`, `EFTA_BL`), or by other codes and names.

use super::{group, is_group, members};

/// Beginnings of codes of groups that are not known, and of other codes for those that are.
const BEGINNINGS: [(&str, &str); 19] = [
    ("ACP", ""),
    ("ANDEAN", ""),
    ("BRIC", "BRICS"),
    ("CARICOM", ""),
    ("CEFTA", ""),
    ("CEMAC", ""),
    ("COMESA", ""),
    ("EAC", ""),
    ("ECOWAS", ""),
    ("EEA", ""),
    ("EUN", "EU"),
    ("EURO", "EA"),
    ("LDC", ""),
    ("LLDC", ""),
    ("MAGHREB", ""),
    ("SAARC", ""),
    ("SADC", ""),
    ("UEMOA", ""),
    ("WAEMU", ""),
];

/// Codes of the World Bank for its regions.
const REGIONS: [&str; 7] = ["EAS", "ECS", "LCN", "MEA", "NAC", "SAS", "SSF"];

/// Beginnings of names of known groups, in small letters.
const NAMES: [(&str, &str); 4] =
    [("european union", "EU"), ("euro area", "EA"), ("euro zone", "EA"), ("eurozone", "EA")];

/// The endings of codes for the rest of a group, which is no group next to its members.
const RESTS: [&str; 4] = ["NES", "NSP", "OTH", "OTHER"];

/// A code without the year or the composition behind it.
fn beginning(code: &str) -> Option<&str> {
    let (head, rest) = code.split_once('_').unwrap_or((code, ""));
    let is_code = |text: &str| text.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let is_group = is_code(head) && rest.split('_').all(|part| is_code(part) && !RESTS.contains(&part));
    is_group.then(|| head.trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// True for the code of a group, whether its members are known or not.
#[must_use]
pub fn is_group_code(code: &str) -> bool {
    let known = |text: &str| is_group(text) || BEGINNINGS.iter().any(|(beginning, _)| *beginning == text);
    known(code) || REGIONS.contains(&code) || beginning(code).is_some_and(known)
}

/// The code of a known group that is written so, or that has at least the members of the one that is.
fn known_group(code: &str, name: &str) -> Option<&'static str> {
    let other = |text: &str| {
        let other = BEGINNINGS.iter().find(|(beginning, _)| *beginning == text).map(|(_, known)| *known);
        group(other.unwrap_or(text)).map(|group| group.code)
    };
    let name = name.to_lowercase();
    let named = || NAMES.iter().find(|(beginning, _)| name.starts_with(beginning)).map(|(_, known)| *known);
    other(code).or_else(|| other(beginning(code)?)).or_else(named)
}

/// The countries that ever were in a group, as tables write its code and its name; `None` if they are not known.
#[must_use]
pub fn all_members(code: &str, name: &str) -> Option<Vec<String>> {
    let members = members(known_group(code, name)?)?;
    Some(members.into_iter().map(|member| member.code).collect())
}
