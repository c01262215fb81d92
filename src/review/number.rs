//! The number of a row with its unit: as it is shown, and as it is typed.

use rust_decimal::Decimal;

use crate::dataset::{Amount, Bound, Code, Measure, Quantity, Unit};
use crate::draft::Proposal;
use crate::wording::{Direction, grouped, signed};

/// A number as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TypedNumber {
    pub bound: Option<Bound>,
    pub value: Quantity,
    pub multiplier: i8,
    pub unit: Unit,
}

/// The signs of bounds, and what stands for them on a keyboard.
const BOUNDS: [(&str, Bound); 5] = [
    ("≥", Bound::AtLeast),
    (">", Bound::AtLeast),
    ("≤", Bound::AtMost),
    ("<", Bound::AtMost),
    ("~", Bound::About),
];

/// Words for powers of ten that a person may type, and those that are shown.
const POWERS: [(&str, &str); 3] = [("million", "mn"), ("billion", "bn"), ("trillion", "tn")];

/// The largest power of ten that can be typed.
const MOST_ZEROS: i8 = 15;

/// `▴ +70.8 %`, `≥ 246.57 bn CNY`.
pub(super) fn shown(row: &Proposal) -> String {
    let value = row.value.value();
    let is_change = matches!(row.measure, Measure::Growth | Measure::Change | Measure::ShareChange);
    let arrow = Direction::from_change(value).filter(|_| is_change).map(Direction::arrow);
    let arrow = arrow.map_or_else(String::new, |arrow| format!("{arrow} "));
    let digits = if is_change { signed(value) } else { grouped(value) };
    let bound = row.bound.map_or_else(String::new, |bound| format!("{} ", sign(bound)));
    format!("{arrow}{bound}{digits} {}", row.unit.scaled(row.multiplier)).trim_end().to_owned()
}

/// The same as a person would type it.
pub(super) fn typed(row: &Proposal) -> String {
    let bound = row.bound.map_or_else(String::new, |bound| format!("{} ", sign(bound)));
    format!("{bound}{} {}", row.value, row.unit.scaled(row.multiplier)).trim_end().to_owned()
}

fn sign(bound: Bound) -> &'static str {
    BOUNDS.iter().find(|(_, known)| *known == bound).map_or("", |(sign, _)| sign)
}

/// Reads a number with its unit: `70.8 %`, `-1,234.5 mn USD`, `≥ 246.57 billion CNY`, `1.2 mn t`.
///
/// # Errors
///
/// A sentence on what is wrong.
pub(super) fn parse(text: &str) -> Result<TypedNumber, String> {
    let text = text.trim();
    let bound = BOUNDS.iter().find(|(sign, _)| text.starts_with(sign));
    let rest = bound.map_or(text, |(sign, _)| text[sign.len()..].trim_start());
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-' | '−');
    let end = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
    let (digits, unit) = rest.split_at(end);
    let digits = digits.replace(',', "").replace('−', "-");
    let value = Decimal::from_str_exact(&digits).ok().and_then(|value| Quantity::new(value, value.scale()));
    let value = value.ok_or("It begins with no number, such as 246.57, +70.8 or −1,234")?;
    let (unit, multiplier) =
        parse_unit(unit.trim()).ok_or("Its unit is not known: % , CNY, bn USD, t, mn t")?;
    Ok(TypedNumber { bound: bound.map(|(_, bound)| *bound), value, multiplier, unit })
}

fn parse_unit(text: &str) -> Option<(Unit, i8)> {
    let power = POWERS.iter().find_map(|(long, short)| Some((*short, text.strip_prefix(long)?)));
    let text = power.map_or_else(|| text.to_owned(), |(short, rest)| format!("{short}{rest}"));
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let named = Unit::parse(last);
    let plain = [Unit::Percent, Unit::Factor, Unit::Points, Unit::Count];
    let amounts = Amount::ALL.iter().map(|(_, amount)| Unit::Amount(*amount));
    named.into_iter().chain(plain).chain(amounts).find_map(|unit| {
        let has = |multiplier: &i8| {
            let scaled = unit.scaled(*multiplier);
            scaled == text || scaled.replace(&unit.to_string(), unit.code()) == text
        };
        (0..=MOST_ZEROS).find(has).map(|multiplier| (unit, multiplier))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, bound, value, multiplier, unit) in [
            ("70.8 %", None, "70.8", 0, "PCT"),
            ("-3%", None, "-3", 0, "PCT"),
            ("−1,234.50 mn USD", None, "-1234.50", 6, "USD"),
            ("≥ 246.57 billion CNY", Some(Bound::AtLeast), "246.57", 9, "CNY"),
            ("~5 t", Some(Bound::About), "5", 0, "T"),
            ("1.2 mn T", None, "1.2", 6, "T"),
            ("2466 × 10^8 CNY", None, "2466", 8, "CNY"),
            ("160", None, "160", 0, "COUNT"),
        ] {
            let read = parse(text).unwrap_or_else(|why| panic!("{text}: {why}"));
            assert_eq!((read.bound, read.value.to_string().as_str()), (bound, value), "{text}");
            assert_eq!((read.multiplier, read.unit.code()), (multiplier, unit), "{text}");
        }
        assert!(parse("many CNY").is_err_and(|why| why.contains("no number")));
        assert!(parse("5 ringgits").is_err_and(|why| why.contains("unit")));
        assert!(parse("").is_err());
    }
}
