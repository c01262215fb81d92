//! What a number counts: money, per cent, kilograms, partners.

use std::fmt;

use iso_currency::Currency;

/// The unit of a figure, without its power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Money, by its ISO 4217 code.
    Money(Currency),
    /// Hundredths of a whole; growth rates and shares. `PCT`.
    Percent,
    /// How many times as much. `FACTOR`.
    Factor,
    /// Things counted. `COUNT`.
    Count,
    /// A place in an order, 1 being the first. `RANK`.
    Rank,
    /// Percentage points. `POINTS`.
    Points,
    /// A level whose base period is 100. `INDEX`.
    Index,
    /// A physical amount, by its code in [`Unit::AMOUNTS`].
    Amount(&'static str),
}

impl Unit {
    /// Physical units: mass, volume, length, area, energy, containers, carats and pairs.
    pub const AMOUNTS: [&'static str; 13] =
        ["KG", "T", "L", "M", "M2", "M3", "KWH", "MWH", "TJ", "BBL", "TEU", "CARAT", "PAIR"];

    /// Whether it measures how much: money or a physical amount.
    #[must_use]
    pub fn is_amount(self) -> bool {
        match self {
            Self::Money(_) | Self::Amount(_) => true,
            Self::Percent | Self::Factor | Self::Count | Self::Rank | Self::Points | Self::Index => false,
        }
    }

    /// How it stands in a dataset: `CNY`, `PCT`, `T`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Money(currency) => currency.code(),
            Self::Percent => "PCT",
            Self::Factor => "FACTOR",
            Self::Count => "COUNT",
            Self::Rank => "RANK",
            Self::Points => "POINTS",
            Self::Index => "INDEX",
            Self::Amount(code) => code,
        }
    }

    /// With its power of ten, as it stands behind a number: `bn CNY`, `%`, `× 10^4 t`.
    #[must_use]
    pub fn scaled(self, multiplier: i8) -> String {
        let power = match multiplier {
            0 => String::new(),
            3 => "thousand".to_owned(),
            6 => "mn".to_owned(),
            9 => "bn".to_owned(),
            12 => "tn".to_owned(),
            other => format!("× 10^{other}"),
        };
        let unit = self.to_string();
        let gap = if power.is_empty() || unit.is_empty() { "" } else { " " };
        power + gap + &unit
    }

    /// Reads a code such as `CNY`, `PCT` or `T`; `None` where no such unit is known.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "PCT" => Some(Self::Percent),
            "FACTOR" => Some(Self::Factor),
            "COUNT" => Some(Self::Count),
            "RANK" => Some(Self::Rank),
            "POINTS" => Some(Self::Points),
            "INDEX" => Some(Self::Index),
            _ => Self::AMOUNTS
                .iter()
                .find(|known| **known == code)
                .map(|known| Self::Amount(known))
                .or_else(|| Currency::from_code(code).map(Self::Money)),
        }
    }
}

/// As it stands behind a number: `CNY`, `%`, `×`, `t`; nothing for counts and ranks, which their label names.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Money(currency) => currency.code(),
            Self::Percent => "%",
            Self::Factor => "×",
            Self::Points => "points",
            Self::Count | Self::Rank | Self::Index => "",
            Self::Amount("KG") => "kg",
            Self::Amount("T") => "t",
            Self::Amount("L") => "l",
            Self::Amount("M") => "m",
            Self::Amount("M2") => "m²",
            Self::Amount("M3") => "m³",
            Self::Amount("KWH") => "kWh",
            Self::Amount("MWH") => "MWh",
            Self::Amount("BBL") => "bbl",
            Self::Amount("CARAT") => "ct",
            Self::Amount("PAIR") => "pairs",
            Self::Amount(code) => code,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_written_so_that_it_reads_as_itself() {
        for code in ["CNY", "PCT", "FACTOR", "COUNT", "RANK", "POINTS", "INDEX"].iter().chain(&Unit::AMOUNTS)
        {
            assert_eq!(Unit::parse(code).map(Unit::code), Some(*code));
        }
    }

    #[test]
    fn powers_of_ten_have_names() {
        let scaled = |code, multiplier| Unit::parse(code).map(|unit| unit.scaled(multiplier));
        for (code, multiplier, expected) in
            [("CNY", 9, "bn CNY"), ("PCT", 0, "%"), ("CNY", 8, "× 10^8 CNY"), ("COUNT", 6, "mn")]
        {
            assert_eq!(scaled(code, multiplier).as_deref(), Some(expected));
        }
    }

    #[test]
    fn units_are_known_by_their_codes() {
        for (code, shown) in [("CNY", "CNY"), ("PCT", "%"), ("T", "t"), ("FACTOR", "×"), ("TEU", "TEU")] {
            assert_eq!(Unit::parse(code).map(|unit| unit.to_string()).as_deref(), Some(shown));
        }
        for unknown in ["", "cny", "RMB", "percent", "BN"] {
            assert_eq!(Unit::parse(unknown), None, "{unknown}");
        }
    }
}
