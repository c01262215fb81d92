//! Derives the territory of a place from its code.

use chrono::Datelike;

use crate::dataset::{Period, known};

/// Territories with a code of their own that may still be included in the figures of another country: dependencies, and
/// members of its customs territory. Those that report separately are in [`SOMETIMES_INCLUDED`].
const INCLUDED: [(&str, &[&str]); 12] = [
    ("AUS", &["CCK", "CXR", "HMD", "NFK"]),
    ("CHE", &["LIE"]),
    ("DNK", &["FRO", "GRL"]),
    ("FIN", &["ALA"]),
    ("FRA", &["ATF", "BLM", "GLP", "GUF", "MAF", "MCO", "MTQ", "MYT", "NCL", "PYF", "REU", "SPM", "WLF"]),
    ("GBR", &["GGY", "IMN", "JEY"]),
    ("ITA", &["SMR", "VAT"]),
    ("NLD", &["ABW", "BES", "CUW", "SXM"]),
    ("NOR", &["BVT", "SJM"]),
    ("NZL", &["TKL"]),
    ("SRB", &["XKX"]),
    ("USA", &["ASM", "GUM", "MNP", "PRI", "UMI", "VIR"]),
];

/// Places that report separately but that some count, whole or in part, as part of another country, and the first year in
/// which they do; zero for always. Crimea is counted with Russia by some and with Ukraine by others.
const SOMETIMES_INCLUDED: [(&str, i32, &[&str]); 6] = [
    ("CHN", 0, &["HKG", "MAC", "TWN"]),
    ("COM", 0, &["MYT"]),
    ("ESP", 0, &["AND"]),
    ("ISR", 0, &["PSE"]),
    ("MAR", 0, &["ESH"]),
    ("RUS", 2014, &["UKR"]),
];

/// ISO 3166-2 codes of places that also have a country code and statistics of their own: the figures of the country may
/// include them or not.
const TWINS: [&str; 3] = ["CN-HK", "CN-MO", "CN-TW"];

/// The territory of a place, as far as its code determines it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Territory {
    /// A whole country, by its index in the list. No two overlap, unless one includes the other.
    Country(usize),
    /// A part of that country, with an ISO 3166-2 code.
    Within(usize),
    /// All of these countries: a group that lists nothing else.
    Group(Countries),
    /// Not known: a group, or a code that only the dataset defines.
    Unknown,
}

impl Territory {
    pub fn new(code: &str) -> Self {
        let found = match code.split_once('-') {
            None => at(code).map(Self::Country),
            Some(_) if TWINS.contains(&code) => None,
            Some((country, _)) => {
                known::countries().iter().position(|known| known.alpha2 == country).map(Self::Within)
            }
        };
        found.unwrap_or(Self::Unknown)
    }

    /// The country, if the territory is a whole one.
    pub fn country(self) -> Option<usize> {
        match self {
            Self::Country(country) => Some(country),
            Self::Within(_) | Self::Group(_) | Self::Unknown => None,
        }
    }

    /// The territory of a group, from its own code and those of its members.
    ///
    /// A country that lists its provinces is still a country.
    pub fn of_group<'m>(code: &str, members: impl Iterator<Item = &'m str> + Clone) -> Self {
        let mut territories = members.map(Self::new);
        let own = Self::new(code);
        let is_within = |member| match member {
            Self::Within(country) => own == Self::Country(country),
            Self::Country(country) => {
                includer(country).is_some_and(|includer| own == Self::Country(includer))
            }
            Self::Group(_) | Self::Unknown => false,
        };
        if territories.clone().all(is_within) {
            return own;
        }
        let land = territories.try_fold(Countries::default(), |land, territory| {
            Some(land.with(Countries::new(territory.country()?)))
        });
        land.map_or(Self::Unknown, Self::Group)
    }
}

/// A set of countries, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Countries([u128; 2]);

impl Countries {
    /// A country with everything that its figures may include.
    pub fn new(country: usize) -> Self {
        let included = INCLUDED
            .iter()
            .find(|(includer, _)| Some(*includer) == code(country))
            .map_or(&[][..], |(_, all)| all);
        included
            .iter()
            .filter_map(|code| at(code))
            .chain([country])
            .map(Self::bit)
            .fold(Self::default(), Self::with)
    }

    fn bit(country: usize) -> Self {
        if country < 128 { Self([1 << country, 0]) } else { Self([0, 1 << (country % 128)]) }
    }

    pub fn with(self, other: Self) -> Self {
        let ([a, b], [c, d]) = (self.0, other.0);
        Self([a | c, b | d])
    }

    pub fn count(self) -> u32 {
        let [a, b] = self.0;
        a.count_ones() + b.count_ones()
    }

    pub fn overlaps(self, other: Self) -> bool {
        let ([a, b], [c, d]) = (self.0, other.0);
        a & c != 0 || b & d != 0
    }
}

/// The country whose figures may include those of this one.
pub fn includer(country: usize) -> Option<usize> {
    let code = code(country)?;
    let (includer, _) = INCLUDED.iter().find(|(_, included)| included.contains(&code))?;
    at(includer)
}

/// The country in which some count this one, or a part of it, in a period, although it reports separately.
pub fn sometimes_includer(country: usize, period: Option<Period>) -> Option<usize> {
    let code = code(country)?;
    let (includer, since, _) = SOMETIMES_INCLUDED.iter().find(|(.., included)| included.contains(&code))?;
    let last = period.and_then(|period| period.end().pred_opt());
    let is_before = last.is_some_and(|last| last.year() < *since);
    if is_before { None } else { at(includer) }
}

/// The countries that this one was one with in a period, and whose figures may include its own.
pub fn former_includers(country: usize, period: Period) -> impl Iterator<Item = usize> {
    let known = code(country).into_iter();
    known.flat_map(move |code| known::once_part_of(code, period)).filter_map(at)
}

/// The index of a country in the list, by its three-letter code.
fn at(code: &str) -> Option<usize> {
    known::country(code)
}

/// The three-letter code of a country.
fn code(country: usize) -> Option<&'static str> {
    known::countries().get(country).map(|country| country.alpha3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_where_their_places_lie() {
        let place = |code| at(code).expect("a country");
        for (code, territory) in [
            ("ABW", Territory::Country(0)),
            ("CHN", Territory::Country(place("CHN"))),
            ("CN-XJ", Territory::Within(place("CHN"))),
            ("ZWE", Territory::Country(place("ZWE"))),
            ("CN-HK", Territory::Unknown),
            ("CN", Territory::Unknown),
            ("EU", Territory::Unknown),
            ("XKX", Territory::Country(place("XKX"))),
            ("XX-1", Territory::Unknown),
            ("W00", Territory::Unknown),
        ] {
            assert_eq!(Territory::new(code), territory, "{code}");
        }
    }

    #[test]
    fn a_country_may_be_included_in_another() {
        let place = |code| at(code).expect("a country");
        for (country, included) in INCLUDED {
            assert_eq!(includer(place(country)), None, "{country}");
            for code in included {
                assert_eq!(includer(place(code)), Some(place(country)), "{code}");
            }
        }
        assert_eq!(includer(place("HKG")), None);
        assert_eq!(sometimes_includer(place("HKG"), None), Some(place("CHN")));
        let in_russia = |year| sometimes_includer(place("UKR"), Period::parse(year));
        assert_eq!(in_russia("2013"), None);
        assert_eq!(in_russia("2014"), Some(place("RUS")));
    }
}
