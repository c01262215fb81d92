//! The unit of amounts, stated in a line next to the table: `(millions of US dollars)` in a title, a remark or a note.

use super::head::Head;
use super::measured::{MeasuredIn, measured};
use super::powers_of_ten::{in_words, names_power};
use super::translated::in_english;
use super::{AmountKind, UnreadColumn, WhyUnread};

/// The unit that the lines next to a table state.
#[derive(Debug, Clone)]
pub(super) enum StatedUnit {
    /// No power of ten.
    Nothing,
    /// The line states a power of ten and perhaps a currency.
    Power(MeasuredIn, String),
    /// The line names a power of ten, perhaps of something else, or one that other lines contradict.
    Unclear(String),
}

impl StatedUnit {
    /// Read from the titles, the remarks and the notes of a table whose amounts stand in these columns.
    pub fn new(head: &Head, amounts: impl Iterator<Item = usize>) -> Self {
        let notes = head.sample.iter().filter_map(|row| {
            let mut filled = row.iter().filter(|cell| !cell.trim().is_empty());
            filled.next().filter(|_| filled.next().is_none() && head.header.len() > 2)
        });
        // Some have a row of units below the header, in words.
        let is_text = |cell: &&String| cell.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let first = amounts.filter_map(|at| head.sample.first()?.get(at).filter(is_text));
        let mut found = Self::Nothing;
        for line in head.titles.iter().chain(&head.remarks).chain(notes).chain(first) {
            found = match (found, Self::of_line(line, char::from(head.delimiter))) {
                (Self::Power(first, _), Self::Power(second, line)) if first != second => {
                    return Self::Unclear(line);
                }
                (_, Self::Unclear(line)) => return Self::Unclear(line),
                (Self::Nothing, other) => other,
                (found, _) => found,
            };
        }
        found
    }

    /// Read from the title of a table that has nothing else next to it.
    pub fn of_title(title: &str) -> Self {
        Self::of_line(title, ';')
    }

    /// The unit and power of ten of values in `measured`, if the line states them.
    ///
    /// # Errors
    ///
    /// The line, where it is not clear if it is about these values.
    pub fn of(&self, measured: MeasuredIn) -> Result<Option<MeasuredIn>, String> {
        match self {
            Self::Nothing => Ok(None),
            Self::Unclear(line) => Err(line.clone()),
            Self::Power(stated, line) => match (measured.unit, stated.unit) {
                (Some(own), Some(other)) if own != other => Err(line.clone()),
                (own, other) => Ok(Some(MeasuredIn { unit: own.or(other), power: stated.power, ..measured })),
            },
        }
    }

    /// The lines to list: the titles, and the line that states a power if values have it.
    pub fn lines(&self, head: &Head, is_taken: bool) -> Vec<UnreadColumn> {
        let stated = match self {
            Self::Power(_, line) if is_taken => Some(line),
            Self::Power(..) | Self::Nothing | Self::Unclear(_) => None,
        };
        let listed = |line: &String, why| UnreadColumn { name: line.clone(), why };
        let titles = head.titles.iter().filter(|title| Some(*title) != stated);
        let titles = titles.map(|title| listed(title, WhyUnread::AboveHeader));
        titles.chain(stated.map(|line| listed(line, WhyUnread::StatedUnit))).collect()
    }

    /// Read from one line: the pieces between its signs that are nothing but a unit.
    fn of_line(line: &str, delimiter: char) -> Self {
        let words = in_words(in_english(line).to_lowercase());
        let is_sign = |c: char| c == delimiter || "()[]{},;:|\t\"=–—（）：，、。".contains(c);
        let (mut unit, mut power) = (None, None);
        for piece in words.split(is_sign).flat_map(|piece| piece.split(" in ")) {
            // A power alone is no amount.
            match measured(&format!("value {piece}")) {
                Some(MeasuredIn {
                    kind: AmountKind::Value,
                    unit: its_unit,
                    power: its_power,
                    flow: None,
                }) => {
                    let its_power = Some(its_power).filter(|power| *power != 0);
                    if unit.is_some() && its_unit.is_some() && unit != its_unit
                        || power.is_some() && its_power.is_some() && power != its_power
                    {
                        return Self::Unclear(line.to_owned());
                    }
                    unit = unit.or(its_unit);
                    power = power.or(its_power);
                }
                Some(_) | None if names_power(piece) => return Self::Unclear(line.to_owned()),
                Some(_) | None => {}
            }
        }
        match power {
            Some(power) => {
                let measured = MeasuredIn { kind: AmountKind::Value, unit, power, flow: None };
                Self::Power(measured, line.to_owned())
            }
            None => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Unit;

    #[test]
    fn a_unit_that_stands_alone_between_signs_is_that_of_the_table() {
        let said = |line: &str| match StatedUnit::of_line(line, ';') {
            StatedUnit::Nothing => "nothing".to_owned(),
            StatedUnit::Power(stated, _) => {
                format!("{} {}", stated.unit.map_or("", Unit::code), stated.power)
            }
            StatedUnit::Unclear(_) => "unclear".to_owned(),
        };
        for (line, expected) in [
            ("Exports of Fiji by country (millions of US dollars)", "USD 6"),
            ("Table 3. Imports, 2021, in thousands of euros;;", "EUR 3"),
            ("Unit: 1,000 USD", "USD 3"),
            ("Values in millions", " 6"),
            ("单位：万美元", "USD 4"),
            ("тыс. долл. США;;", "USD 3"),
            ("US dollars", "nothing"),
            ("Trade of Fiji, 1999 to 2021", "nothing"),
            ("Exports rose by a million dollars", "unclear"),
            ("thousand tonnes", "unclear"),
            ("USD million, EUR million", "unclear"),
        ] {
            assert_eq!(said(line), expected, "{line}");
        }
    }
}
