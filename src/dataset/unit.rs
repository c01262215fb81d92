//! Units of figures: money, per cent, kilograms, things counted.

use std::fmt;

use super::{Code, Currency};

/// The unit of a figure, without its power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Money, by its ISO 4217 code.
    Money(Currency),
    /// Hundredths of a whole, for growth rates and shares. `PCT`.
    Percent,
    /// How many times as much. `FACTOR`.
    Factor,
    /// A number of things. `COUNT`.
    Count,
    /// A place in a ranking, 1 being the first. `RANK`.
    Rank,
    /// Percentage points. `POINTS`.
    Points,
    /// A level whose base period is 100. `INDEX`.
    Index,
    /// A physical amount.
    Amount(Amount),
    /// Money for each kilogram: `USD_PER_KG`.
    PerKilogram(Currency),
}

/// Physical units: mass, volume, length, area, energy, containers, carats and pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is its name")]
pub enum Amount {
    Kilogram,
    Tonne,
    Litre,
    Metre,
    SquareMetre,
    CubicMetre,
    KilowattHour,
    MegawattHour,
    Terajoule,
    Barrel,
    /// Twenty-foot container.
    Teu,
    Carat,
    Pair,
}

impl Code for Amount {
    const ALL: &'static [(&'static str, Self)] = &[
        ("KG", Self::Kilogram),
        ("T", Self::Tonne),
        ("L", Self::Litre),
        ("M", Self::Metre),
        ("M2", Self::SquareMetre),
        ("M3", Self::CubicMetre),
        ("KWH", Self::KilowattHour),
        ("MWH", Self::MegawattHour),
        ("TJ", Self::Terajoule),
        ("BBL", Self::Barrel),
        ("TEU", Self::Teu),
        ("CARAT", Self::Carat),
        ("PAIR", Self::Pair),
    ];
}

impl Amount {
    /// As it is written after a number: `kg`, `m²`.
    #[must_use]
    fn symbol(self) -> &'static str {
        match self {
            Self::Kilogram => "kg",
            Self::Tonne => "t",
            Self::Litre => "l",
            Self::Metre => "m",
            Self::SquareMetre => "m²",
            Self::CubicMetre => "m³",
            Self::KilowattHour => "kWh",
            Self::MegawattHour => "MWh",
            Self::Terajoule => "TJ",
            Self::Barrel => "bbl",
            Self::Teu => "TEU",
            Self::Carat => "ct",
            Self::Pair => "pairs",
        }
    }
}

impl Unit {
    /// The unit that is a thousand times this one, if it measures the same: tonnes for kilograms.
    #[must_use]
    pub(crate) fn thousandfold(self) -> Option<Self> {
        let Self::Amount(amount) = self else { return None };
        let larger = match amount {
            Amount::Kilogram => Amount::Tonne,
            Amount::Litre => Amount::CubicMetre,
            Amount::KilowattHour => Amount::MegawattHour,
            Amount::Tonne
            | Amount::Metre
            | Amount::SquareMetre
            | Amount::CubicMetre
            | Amount::MegawattHour
            | Amount::Terajoule
            | Amount::Barrel
            | Amount::Teu
            | Amount::Carat
            | Amount::Pair => return None,
        };
        Some(Self::Amount(larger))
    }

    /// The power of ten that turns a number in this unit into one in another; `None` if they measure different things.
    #[must_use]
    pub(crate) fn power_in(self, other: Self) -> Option<i8> {
        if self == other {
            Some(0)
        } else if self.thousandfold() == Some(other) {
            Some(-3)
        } else if other.thousandfold() == Some(self) {
            Some(3)
        } else {
            None
        }
    }

    /// True of money and physical amounts.
    #[must_use]
    pub fn is_amount(self) -> bool {
        match self {
            Self::Money(_) | Self::Amount(_) => true,
            Self::Percent
            | Self::Factor
            | Self::Count
            | Self::Rank
            | Self::Points
            | Self::Index
            | Self::PerKilogram(_) => false,
        }
    }

    /// As datasets write it: `CNY`, `PCT`, `T`.
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
            Self::Amount(amount) => amount.code(),
            Self::PerKilogram(currency) => currency.code_per_kilogram(),
        }
    }

    /// With its power of ten, as it is written after a number: `bn CNY`, `%`, `× 10^4 t`.
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

    /// Reads a code such as `CNY`, `PCT` or `T`; `None` if there is no such unit.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "PCT" => Some(Self::Percent),
            "FACTOR" => Some(Self::Factor),
            "COUNT" => Some(Self::Count),
            "RANK" => Some(Self::Rank),
            "POINTS" => Some(Self::Points),
            "INDEX" => Some(Self::Index),
            _ => match code.strip_suffix("_PER_KG") {
                Some(currency) => Currency::from_code(currency).map(Self::PerKilogram),
                None => Amount::parse(code)
                    .map(Self::Amount)
                    .or_else(|| Currency::from_code(code).map(Self::Money)),
            },
        }
    }
}

/// As it is written after a number: `CNY`, `%`, `×`, `t`; empty for counts and ranks, whose label says what they count.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Money(currency) => currency.code(),
            Self::Percent => "%",
            Self::Factor => "×",
            Self::Points => "points",
            Self::Count | Self::Rank | Self::Index => "",
            Self::Amount(amount) => amount.symbol(),
            Self::PerKilogram(currency) => return write!(f, "{}/kg", currency.code()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_written_so_that_it_reads_as_itself() {
        for code in ["CNY", "PCT", "FACTOR", "COUNT", "RANK", "POINTS", "INDEX", "USD_PER_KG"]
            .iter()
            .chain(Amount::ALL.iter().map(|(code, _)| code))
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
    fn some_units_are_a_thousand_of_others() {
        let unit = |code| Unit::parse(code).expect("a unit");
        for (one, other, power) in [
            ("KG", "T", Some(-3)),
            ("T", "KG", Some(3)),
            ("L", "M3", Some(-3)),
            ("T", "T", Some(0)),
            ("T", "M3", None),
        ] {
            assert_eq!(unit(one).power_in(unit(other)), power, "{one} {other}");
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
