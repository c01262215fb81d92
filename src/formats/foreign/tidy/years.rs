//! Columns that are named after a period, as in tables with a year in each, and names of months.

use super::super::meaning;
use super::super::roles::ColumnRole;
use crate::dataset::{Flow, Period};

/// The period that a column is named after: `2005`, `2005 [YR2005]`, `X2005`, `2005-Q1`, `2005M03`.
pub fn named_period(name: &str) -> Option<String> {
    let name = name.trim();
    let name = name.split_once('[').map_or(name, |(period, _)| period.trim_end());
    let name = name.strip_prefix("YR").or_else(|| name.strip_prefix(['X', 'Y'])).unwrap_or(name);
    let year: i32 = name.get(..4)?.parse().ok()?;
    let is_period = (1500..=2100).contains(&year) && meaning::period(name).is_some();
    is_period.then(|| name.to_owned())
}

/// The period and the flow that a column is named after, as the International Trade Centre does: `Exported value in 2021`.
pub fn named_flow_and_period(name: &str) -> Option<(Flow, String)> {
    let flows = [("Exported value in ", Flow::Exports), ("Imported value in ", Flow::Imports)];
    let (rest, flow) =
        flows.iter().find_map(|(words, flow)| Some((name.trim().strip_prefix(words)?, *flow)))?;
    Some((flow, named_period(rest)?))
}

/// Names of months in English, in small letters.
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];

/// The month of an English name, whole or of three letters.
pub fn month(text: &str) -> Option<usize> {
    let name = text.trim().trim_end_matches('.').to_lowercase();
    let is_it = |month: &&str| *month == name || name.len() == 3 && month.starts_with(&name);
    MONTHS.iter().position(is_it).map(|at| at + 1)
}

/// Words for a whole year among its months or quarters.
const WHOLE_YEARS: [&str; 6] = ["annual", "year", "total", "all", "_t", "full year"];

/// A part of a year as the end of a period: `03`, `Q1`; empty for the whole of it. What is none is left as it is, so that the period is
/// none either.
pub fn within_year(text: &str, is_quarter: bool) -> String {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    if WHOLE_YEARS.contains(&lower.as_str()) {
        return String::new();
    }
    if is_quarter {
        return quarter(&lower).map_or_else(|| text.trim().to_owned(), |number| format!("Q{number}"));
    }
    let number = lower.strip_prefix('m').unwrap_or(&lower);
    let number = month(&lower).or_else(|| number.parse().ok());
    number.map_or_else(|| text.trim().to_owned(), |number: usize| format!("{number:02}"))
}

/// The number of a quarter: `1`, `Q1`, `1st quarter`, `IV`, `第一季度`.
fn quarter(lower: &str) -> Option<usize> {
    const NUMBERS: [[&str; 4]; 4] = [
        ["1", "i", "first", "一"],
        ["2", "ii", "second", "二"],
        ["3", "iii", "third", "三"],
        ["4", "iv", "fourth", "四"],
    ];
    const WORDS: [&str; 12] =
        ["quarter", "квартал", "季度", "季", "第", "qtr", "q", "st", "nd", "rd", "th", "t"];
    let is_left = |word: &str| NUMBERS.iter().position(|names| names.contains(&word)).map(|at| at + 1);
    let bare = WORDS.iter().fold(lower.to_owned(), |text, word| text.replace(word, " "));
    let mut words = bare.split_whitespace();
    let number = is_left(lower).or_else(|| is_left(words.next()?).filter(|_| words.next().is_none()));
    number.or_else(|| NUMBERS.iter().position(|names| lower.starts_with(names[2])).map(|at| at + 1))
}

/// The role of a second column of periods that has nothing but months or quarters: `Q1`, `March`, `M03`.
pub fn part_of_year<'c>(cells: &(impl Iterator<Item = &'c str> + Clone)) -> Option<ColumnRole> {
    let is_sign = |text: &str| text.starts_with(|c: char| c.is_alphabetic());
    let is_quarter = |text: &str| is_sign(text) && quarter(&text.to_lowercase()).is_some();
    let is_month =
        |text: &str| is_sign(text) && Period::parse(&format!("2000-{}", within_year(text, false))).is_some();
    if cells.clone().next().is_none() {
        None
    } else if cells.clone().all(is_quarter) {
        Some(ColumnRole::Quarter)
    } else {
        cells.clone().all(is_month).then_some(ColumnRole::Month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_and_its_parts_are_periods_and_other_numbers_are_not() {
        for (name, period) in [
            ("2005", Some("2005")),
            (" 2005 [YR2005]", Some("2005")),
            ("X1999", Some("1999")),
            ("YR1999", Some("1999")),
            ("2021Q3", Some("2021Q3")),
            ("2021-03", Some("2021-03")),
            ("Y2021F", None),
            ("870899", None),
            ("0401", None),
            ("Year", None),
            ("12", None),
        ] {
            assert_eq!(named_period(name).as_deref(), period, "{name}");
        }
    }

    #[test]
    fn a_month_is_known_by_its_name_or_three_letters_of_it() {
        for (name, number) in
            [("March", Some(3)), (" dec. ", Some(12)), ("MAY", Some(5)), ("Sept", None), ("3", None)]
        {
            assert_eq!(month(name), number, "{name}");
        }
    }
}
