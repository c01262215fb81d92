//! The units of quantities: pieces, pairs, litres.

use super::roles::folded;
use crate::dataset::{Amount, Unit};
use crate::text::harmless::harmless;

/// The unit of a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QuantityUnit {
    /// The unit with its power of ten; `None` for one that figures cannot be in, such as dozens.
    pub unit: Option<(Unit, i8)>,
    /// As the table writes it.
    pub name: String,
}

/// A unit of UN Comtrade.
struct KnownUnit {
    number: &'static str,
    /// How it is abbreviated today, as [`folded`].
    short: &'static str,
    /// Its name before 2023, as [`folded`].
    long: &'static str,
    unit: Option<(Unit, i8)>,
}

impl KnownUnit {
    const fn new(number: &'static str, short: &'static str, long: &'static str, unit: Unit) -> Self {
        Self { number, short, long, unit: Some((unit, 0)) }
    }
}

const UNITS: [KnownUnit; 12] = [
    KnownUnit::new("2", "m²", "areainsquaremetres", Unit::Amount(Amount::SquareMetre)),
    KnownUnit::new(
        "3",
        "1000kwh",
        "electricalenergyinthousandsofkilowatthours",
        Unit::Amount(Amount::MegawattHour),
    ),
    KnownUnit::new("4", "m", "lengthinmetres", Unit::Amount(Amount::Metre)),
    KnownUnit::new("5", "u", "numberofitems", Unit::Count),
    KnownUnit::new("6", "2u", "numberofpairs", Unit::Amount(Amount::Pair)),
    KnownUnit::new("7", "l", "volumeinlitres", Unit::Amount(Amount::Litre)),
    KnownUnit::new("8", "kg", "weightinkilograms", Unit::Amount(Amount::Kilogram)),
    KnownUnit { number: "9", short: "1000u", long: "thousandsofitems", unit: Some((Unit::Count, 3)) },
    KnownUnit { number: "10", short: "ujeupack", long: "numberofpackages", unit: None },
    KnownUnit { number: "11", short: "12u", long: "dozenofitems", unit: None },
    KnownUnit::new("12", "m³", "volumeincubicmeters", Unit::Amount(Amount::CubicMetre)),
    KnownUnit::new("13", "carat", "weightincarats", Unit::Amount(Amount::Carat)),
];

/// Texts of rows without a quantity.
const NONE: [&str; 4] = ["", "na", "noquantity", "none"];

/// The unit that a code and its name mean; `None` in a row without a quantity. The name says more than the code.
pub(super) fn unit(code: &str, name: &str) -> Option<QuantityUnit> {
    let (code, name) = (code.trim(), name.trim());
    let plain = folded(&name.replace('^', "").replace("m2", "m²").replace("m3", "m³"));
    if NONE.contains(&plain.as_str()) && (!name.is_empty() || ["", "-1", "1"].contains(&code)) {
        return None;
    }
    let known = UNITS.iter().find(|known| {
        if name.is_empty() {
            known.number == code
        } else {
            [known.short, known.long].contains(&plain.as_str())
        }
    });
    let written = if name.is_empty() { code } else { name };
    Some(QuantityUnit { unit: known.and_then(|known| known.unit), name: harmless(written) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_by_their_names_else_by_their_numbers() {
        let known = |code: &str, name: &str| unit(code, name).and_then(|unit| unit.unit);
        assert_eq!(known("5", "u"), Some((Unit::Count, 0)));
        assert_eq!(known("", "Thousands of items"), Some((Unit::Count, 3)));
        for (code, name, amount) in [
            ("7", "", Amount::Litre),
            ("2", "m²", Amount::SquareMetre),
            ("12", "m3", Amount::CubicMetre),
            ("3", "1000 kWh", Amount::MegawattHour),
        ] {
            assert_eq!(known(code, name), Some((Unit::Amount(amount), 0)), "{code} {name}");
        }
    }

    #[test]
    fn dozens_and_unknown_units_keep_their_names() {
        let named = |code: &str, name: &str| unit(code, name).map(|unit| (unit.unit, unit.name));
        assert_eq!(named("11", "12u"), Some((None, "12u".to_owned())));
        assert_eq!(named("47", ""), Some((None, "47".to_owned())));
    }

    #[test]
    fn rows_without_a_quantity_have_no_unit() {
        for (code, name) in [("-1", "N/A"), ("1", "No Quantity"), ("1", ""), ("", "")] {
            assert_eq!(unit(code, name), None, "{code} {name}");
        }
    }
}
