//! Places that no table of countries knows.

use crate::dataset::Place;
use crate::draft::proposal::Proposal;

/// Names of the places that rows name and nobody else knows.
const PLACES: [(&str, &str); 17] = [
    ("AFRICA", "Africa"),
    ("ASIA", "Asia"),
    ("BRI", "Belt and Road countries"),
    ("CEEC", "Central and Eastern European countries"),
    ("CN_CENTRAL", "central China"),
    ("CN_EAST", "eastern China"),
    ("CN_NORTHEAST", "northeastern China"),
    ("CN_WEST", "western China"),
    ("EUROPE", "Europe"),
    ("LATAM", "Latin America"),
    ("MIDEAST", "the Middle East"),
    ("NORTHAM", "North America"),
    ("SEVERAL", "several partners together"),
    ("W00_X_CIS", "countries outside the CIS"),
    ("W00_X_EA", "countries outside the euro area"),
    ("W00_X_EU", "countries outside the EU"),
    ("W00_X_USA", "countries other than the United States"),
];

/// The places that the dataset must define.
pub(in crate::draft) fn places(rows: &[Proposal]) -> Vec<Place> {
    let is_named =
        |code: &str| rows.iter().any(|row| *row.reporter.value == *code || *row.partner.value == *code);
    let named = PLACES.iter().filter(|(code, _)| is_named(code));
    named
        .map(|(code, name)| Place {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            short: None,
            members: Vec::new(),
        })
        .collect()
}
