//! Codes as they stand in a dataset file, so that what is printed can be read like one.

use chrono::{Datelike, NaiveDate};

use crate::analysis::DerivedUnit;
use crate::dataset::{Code, Period, Unit};

/// The code of a flow, a measure, a mode of transport or a status.
pub fn code<C: Code + PartialEq>(meaning: C) -> &'static str {
    C::ALL.iter().find(|(_, known)| *known == meaning).map_or("", |(code, _)| code)
}

/// `CNY`, `PCT`, `T`.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Money(currency) => currency.code(),
        Unit::Percent => "PCT",
        Unit::Factor => "FACTOR",
        Unit::Count => "COUNT",
        Unit::Rank => "RANK",
        Unit::Amount(code) => code,
    }
}

/// As [`unit()`], and for what only derived figures count: `INDEX` (the base period is 100), `POINTS` (percentage
/// points), `CNY_PER_USD`.
pub fn derived_unit(derived: DerivedUnit) -> String {
    match derived {
        DerivedUnit::Unit(plain) => unit(plain).to_owned(),
        DerivedUnit::Index => "INDEX".to_owned(),
        DerivedUnit::Points => "POINTS".to_owned(),
        DerivedUnit::Rate(one, other) => format!("{}_PER_{}", one.code(), other.code()),
    }
}

/// The shortest way to write a period: `2023`, `2023-Q1`, `2023-11`, else the first day and the length in months, or
/// in days where it is not whole months.
pub fn period(period: Period) -> String {
    let (start, end) = (period.start(), period.end());
    let months = 12 * (end.year() - start.year()) + end.month0().cast_signed() - start.month0().cast_signed();
    let year = start.year();
    match (start.day() == 1 && end.day() == 1, months, start.month0()) {
        (true, 12, 0) => format!("{year:04}"),
        (true, 3, first) if first % 3 == 0 => format!("{year:04}-Q{}", first / 3 + 1),
        (true, 1, _) => format!("{}", start.format("%Y-%m")),
        (true, ..) => format!("{}/P{months}M", day(start)),
        (false, ..) => format!("{}/P{}D", day(start), (end - start).num_days()),
    }
}

/// `2024-02-07`
pub fn day(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_so_that_it_reads_as_itself() {
        for (text, expected) in [
            ("2023", "2023"),
            ("2023-Q3", "2023-Q3"),
            ("2023-11", "2023-11"),
            ("0009-12", "0009-12"),
            ("2023-01-01/P12M", "2023"),
            ("2023-01-01/P11M", "2023-01-01/P11M"),
            ("2023-02-01/P3M", "2023-02-01/P3M"),
            ("2022-11-01/P2Y", "2022-11-01/P24M"),
            ("2023-01-15/P1W", "2023-01-15/P7D"),
            ("2023-01-15/P1M", "2023-01-15/P31D"),
            ("9999", "9999"),
        ] {
            let read = Period::parse(text).expect("a period");
            assert_eq!(period(read), expected, "{text}");
            assert_eq!(Period::parse(expected), Some(read), "{text}");
        }
    }

    #[test]
    fn a_unit_is_written_so_that_it_reads_as_itself() {
        for code in ["CNY", "PCT", "FACTOR", "COUNT", "RANK"].iter().chain(&Unit::AMOUNTS) {
            assert_eq!(Unit::parse(code).map(unit), Some(*code));
        }
    }
}
