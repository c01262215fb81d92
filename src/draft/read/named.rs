//! Places that no table of countries knows.

use crate::dataset::{Place, known};
use crate::draft::proposal::Proposal;
use crate::draft::{region, words};

/// Names of the places that rows name and nobody else knows.
const PLACES: [(&str, &str); 24] = [
    ("AFRICA", "Africa"),
    ("ASIA", "Asia"),
    ("BRI", "Belt and Road countries"),
    ("CEEC", "Central and Eastern European countries"),
    ("CN_CENTRAL", "central China"),
    ("CN_EAST", "eastern China"),
    ("CN_NORTHEAST", "northeastern China"),
    ("CN_WEST", "western China"),
    ("COMESA", "COMESA"),
    ("EAC", "the East African Community"),
    ("ECOWAS", "ECOWAS"),
    ("EUROPE", "Europe"),
    ("LATAM", "Latin America"),
    ("MIDEAST", "the Middle East"),
    ("NORTHAM", "North America"),
    ("OTHERS", "all other partners"),
    ("PACIFIC", "Oceania"),
    ("SAARC", "SAARC"),
    ("SADC", "SADC"),
    ("SEVERAL", "several partners together"),
    ("W00_X_CIS", "countries outside the CIS"),
    ("W00_X_EA", "countries outside the euro area"),
    ("W00_X_EU", "countries outside the EU"),
    ("W00_X_USA", "countries other than the United States"),
];

/// The places that the dataset must define. `local` is the name that the text gives to a place that no table has.
pub(in crate::draft) fn places(rows: &[Proposal], local: Option<&str>) -> Vec<Place> {
    let mut codes: Vec<&str> = rows
        .iter()
        .flat_map(|row| {
            let whole = row.whole.iter().flat_map(|whole| [&whole.reporter, &whole.partner]);
            [&row.reporter.value, &row.partner.value].into_iter().chain(whole)
        })
        .map(|code| &**code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().filter_map(|code| Some(place(code, name(code, local)?))).collect()
}

fn name<'n>(code: &str, local: Option<&'n str>) -> Option<&'n str> {
    if let Ok(at) = PLACES.binary_search_by_key(&code, |(code, _)| code) {
        return PLACES.get(at).map(|(_, name)| *name);
    }
    match region::nation(code) {
        _ if code == region::LOCAL => local,
        Some(_) if known::name(code).is_none() => words::place(code),
        _ => None,
    }
}

fn place(code: &str, name: &str) -> Place {
    Place { code: code.to_owned(), name: name.to_owned(), short: None, members: Vec::new() }
}
