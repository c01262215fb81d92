//! Codes of places: those of ISO 3166 and those that the dataset defines.

use std::collections::HashSet;

use crate::dataset::WORLD;
use crate::formats::reader::row::RowReader;
use crate::text::harmless::quoted;

/// Complains about a code in a column that is none of a place: no figure would ever be found by it.
pub fn check(row: &mut RowReader, column: &str, code: &str, defined: &HashSet<&str>) {
    if !is_known(code, defined) {
        let what = format!("{} is neither an ISO 3166 code nor defined in places", quoted(code));
        let suggestion = row.suggestion(code, defined.iter().copied());
        row.error(column, format!("{what}{suggestion}"));
    }
}

/// Whether a code is one of a place.
pub fn is_known(code: &str, defined: &HashSet<&str>) -> bool {
    defined.contains(code) || is_iso(code)
}

/// Whether a code has the form of ISO 3166-1 alpha-3 (`KAZ`), of ISO 3166-2 (`CN-XJ`), or is the world's.
fn is_iso(code: &str) -> bool {
    let letters =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_uppercase());
    let alphanumeric = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    match code.split_once('-') {
        Some((country, part)) => letters(country, 2) && alphanumeric(part),
        None => letters(code, 3) || code == WORLD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_iso_have_their_form() {
        for good in ["KAZ", "CN-XJ", "FR-75", "W00"] {
            assert!(is_iso(good), "{good}");
        }
        for bad in ["", "kaz", "KAZX", "CN-", "CN-XJ-1", "CA5"] {
            assert!(!is_iso(bad), "{bad}");
        }
    }
}
