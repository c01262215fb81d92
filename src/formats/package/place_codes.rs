//! Codes of places: those of ISO 3166, those of known groups, and those that the dataset defines.

use std::borrow::Cow;

use foldhash::HashSet;

use crate::dataset::{WORLD, known};
use crate::formats::faults::{Fault, Quoted, Suggestion};
use crate::formats::reader::row_reader::RowReader;

/// Complains about a code in a column that names no place: no figure would ever be found by it.
pub fn check(row: &mut RowReader, column: &str, code: &str, defined: &HashSet<&str>) {
    if is_known(code, defined) {
        return;
    }
    let alpha3 = known::alpha3(code);
    let nearest = |row: &mut RowReader| row.suggestion(code, defined.iter().copied());
    let suggestion = if alpha3.is_none() { nearest(row) } else { Suggestion::default() };
    row.error(column, Fault::NotAPlace { code: Quoted::new(code), alpha3, suggestion });
}

/// True for the code of a place.
pub fn is_known(code: &str, defined: &HashSet<&str>) -> bool {
    is_iso(code) || defined.contains(code) || known::name(code).is_some()
}

/// True for three letters that ISO 3166 neither gives to a country nor leaves to users.
pub fn is_of_no_country(code: &str) -> bool {
    let is_left_to_users =
        matches!(code.as_bytes(), [b'A', b'A', _] | [b'Q', b'M'..=b'Z', _] | [b'X', ..] | [b'Z', b'Z', _]);
    code.len() == 3 && is_iso(code) && !is_left_to_users && known::name(code).is_none()
}

/// The code of a place as figures are found by it: the world has one code, however a file writes it.
///
/// A dataset may define a code such as `ALL` as a group of its own.
pub fn canonical<'c>(code: Cow<'c, str>, defined: &HashSet<&str>) -> Cow<'c, str> {
    if known::is_world(&code) && !defined.contains(&*code) { WORLD.into() } else { code }
}

/// True for codes in the form of ISO 3166-1 alpha-3 (`KAZ`) or of ISO 3166-2 (`CN-XJ`).
fn is_iso(code: &str) -> bool {
    let letters =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_uppercase());
    let alphanumeric = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    match code.split_once('-') {
        Some((country, part)) => letters(country, 2) && alphanumeric(part),
        None => letters(code, 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_places_are_those_of_iso_and_those_known() {
        let defined = HashSet::from_iter(["PORT"]);
        for good in ["KAZ", "CN-XJ", "FR-75", "W00", "WLD", "_T", "EU27_2020", "CA5", "SCG", "PORT"] {
            assert!(is_known(good, &defined), "{good}");
        }
        for bad in ["", "kaz", "KAZX", "KZ", "398", "CN-", "CN-XJ-1", "CA6", "W1"] {
            assert!(!is_known(bad, &defined), "{bad}");
        }
    }

    #[test]
    fn three_letters_may_be_of_no_country() {
        for odd in ["KZA", "GER", "ABC"] {
            assert!(is_of_no_country(odd), "{odd}");
        }
        for other in ["KAZ", "XKX", "XAB", "AAA", "QMA", "ZZZ", "SUN", "GCC", "WLD", "CN-XJ", "PORT", "W00"] {
            assert!(!is_of_no_country(other), "{other}");
        }
    }

    #[test]
    fn the_world_has_one_code_unless_the_dataset_uses_another_for_itself() {
        let defined = HashSet::from_iter(["ALL"]);
        for (code, expected) in [("WORLD", "W00"), ("W00", "W00"), ("ALL", "ALL"), ("KAZ", "KAZ")] {
            assert_eq!(canonical(code.into(), &defined), expected);
        }
    }
}
