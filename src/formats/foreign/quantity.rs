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

/// Units of UN Comtrade: their numbers, how they are abbreviated today, and their names before 2023, as [`folded`].
const UNITS: [(&str, &str, &str, Option<(Unit, i8)>); 12] = [
    ("2", "m²", "areainsquaremetres", amount(Amount::SquareMetre)),
    ("3", "1000kwh", "electricalenergyinthousandsofkilowatthours", amount(Amount::MegawattHour)),
    ("4", "m", "lengthinmetres", amount(Amount::Metre)),
    ("5", "u", "numberofitems", Some((Unit::Count, 0))),
    ("6", "2u", "numberofpairs", amount(Amount::Pair)),
    ("7", "l", "volumeinlitres", amount(Amount::Litre)),
    ("8", "kg", "weightinkilograms", amount(Amount::Kilogram)),
    ("9", "1000u", "thousandsofitems", Some((Unit::Count, 3))),
    ("10", "ujeupack", "numberofpackages", None),
    ("11", "12u", "dozenofitems", None),
    ("12", "m³", "volumeincubicmeters", amount(Amount::CubicMetre)),
    ("13", "carat", "weightincarats", amount(Amount::Carat)),
];

/// Texts of rows without a quantity.
const NONE: [&str; 4] = ["", "na", "noquantity", "none"];

const fn amount(amount: Amount) -> Option<(Unit, i8)> {
    Some((Unit::Amount(amount), 0))
}

/// The unit that a code and its name mean; `None` in a row without a quantity. The name says more than the code.
pub(super) fn unit(code: &str, name: &str) -> Option<QuantityUnit> {
    let (code, name) = (code.trim(), name.trim());
    let plain = folded(&name.replace('^', "").replace("m2", "m²").replace("m3", "m³"));
    if NONE.contains(&plain.as_str()) && (!name.is_empty() || ["", "-1", "1"].contains(&code)) {
        return None;
    }
    let known =
        UNITS.iter().find(
            |(number, short, long, _)| {
                if name.is_empty() { *number == code } else { *short == plain || *long == plain }
            },
        );
    let written = if name.is_empty() { code } else { name };
    Some(QuantityUnit { unit: known.and_then(|(.., unit)| *unit), name: harmless(written) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_by_their_names_else_by_their_numbers() {
        let known = |code: &str, name: &str| unit(code, name).map(|unit| unit.unit);
        assert_eq!(known("5", "u"), Some(Some((Unit::Count, 0))));
        assert_eq!(known("", "Thousands of items"), Some(Some((Unit::Count, 3))));
        assert_eq!(known("7", ""), Some(amount(Amount::Litre)));
        assert_eq!(known("2", "m²"), Some(amount(Amount::SquareMetre)));
        assert_eq!(known("12", "m3"), Some(amount(Amount::CubicMetre)));
        assert_eq!(known("3", "1000 kWh"), Some(amount(Amount::MegawattHour)));
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
