//! Places that are parts of a country, whose two letters their codes begin with: provinces as in ISO 3166-2, `CN-XJ`; cities
//! and what else has no code there, `CN_3502`.

use crate::dataset::known;

/// The codes of provinces by the first two digits of the codes of their cities in GB/T 2260.
const PROVINCES: [(&str, &str); 27] = [
    ("13", "CN-HE"),
    ("14", "CN-SX"),
    ("15", "CN-NM"),
    ("21", "CN-LN"),
    ("22", "CN-JL"),
    ("23", "CN-HL"),
    ("32", "CN-JS"),
    ("33", "CN-ZJ"),
    ("34", "CN-AH"),
    ("35", "CN-FJ"),
    ("36", "CN-JX"),
    ("37", "CN-SD"),
    ("41", "CN-HA"),
    ("42", "CN-HB"),
    ("43", "CN-HN"),
    ("44", "CN-GD"),
    ("45", "CN-GX"),
    ("46", "CN-HI"),
    ("51", "CN-SC"),
    ("52", "CN-GZ"),
    ("53", "CN-YN"),
    ("54", "CN-XZ"),
    ("61", "CN-SN"),
    ("62", "CN-GS"),
    ("63", "CN-QH"),
    ("64", "CN-NX"),
    ("65", "CN-XJ"),
];

/// The code of a place that no table has and that the text names as its own.
pub(super) const LOCAL: &str = "LOCAL";

/// The country that a place is a part of; `None` for countries and groups.
pub(super) fn nation(place: &str) -> Option<&'static str> {
    if place == LOCAL {
        return Some("CHN");
    }
    let (country, _) = place.split_once(['-', '_'])?;
    known::countries().iter().find(|known| known.alpha2 == country).map(|known| known.alpha3)
}

/// True for the country that a region is a part of.
pub(super) fn is_own_nation(region: &str, country: &str) -> bool {
    nation(region) == Some(country)
}

/// True for a region of a country next to that country or another region of it, which trade at home.
pub(super) fn is_same_country(region: &str, other: &str) -> bool {
    let own = nation(region);
    own.is_some() && (own == Some(other) || own == nation(other))
}

/// The province of a Chinese city.
pub(super) fn province(place: &str) -> Option<&'static str> {
    let digits = place.strip_prefix("CN_")?.get(..2)?;
    PROVINCES.iter().find(|(prefix, _)| *prefix == digits).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_countries_are_known_by_their_codes() {
        for (place, country) in [
            ("CN-XJ", Some("CHN")),
            ("CN_EAST", Some("CHN")),
            ("RU-PRI", Some("RUS")),
            ("RU_URAL", Some("RUS")),
            ("GB-SCT", Some("GBR")),
            ("CHN", None),
            ("EU", None),
            ("W00_X_EU", None),
        ] {
            assert_eq!(nation(place), country, "{place}");
        }
        assert_eq!(province("CN_3502"), Some("CN-FJ"));
        assert_eq!(province("CN_EAST"), None);
    }
}
