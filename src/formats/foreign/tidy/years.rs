//! Columns that are named after a period, as in tables with a year in each, and names of months.

use super::super::meaning;
use crate::dataset::Flow;

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
