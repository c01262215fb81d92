//! The period of a row: of one column, or of a year and a month or quarter.

use super::super::Coded;
use super::super::code_columns::CodeColumn;
use super::super::meaning;
use super::super::record::Record;
use super::{Tidy, years};
use crate::dataset::Period;

impl Tidy {
    /// The period of a row whose columns say it; `None` where they say a part of a year alone.
    pub(super) fn period<'r>(&self, record: &Record<'r>, dated: &'r mut String) -> Coded<'r> {
        let column = CodeColumn { code: self.places.period, name: None }.of(record);
        match self.part_of_year(record) {
            None => column,
            Some(part) => {
                *dated = in_year(&String::from_utf8_lossy(column.code), &part);
                Coded::from_code(dated.as_bytes())
            }
        }
    }

    /// The month or else the quarter of a row, as the end of a period; `None` where no column says one.
    pub(super) fn part_of_year(&self, record: &Record) -> Option<String> {
        let part = |at: Option<usize>, is_quarter: bool| {
            let text = String::from_utf8_lossy(record.field(at?).trim_ascii());
            (!text.is_empty()).then(|| years::within_year(&text, is_quarter))
        };
        part(self.places.month, false).or_else(|| part(self.places.quarter, true))
    }
}

/// A part of a year, or all of it. A period that is no longer than its part stays as it is.
pub fn in_year(year: &str, part: &str) -> String {
    let year = year.trim();
    let year = year.strip_suffix(".0").unwrap_or(year);
    // A part may say its year, too.
    if part.is_empty() || part.len() > year.len() && part.contains(year) && !year.is_empty() {
        return if part.is_empty() { year } else { part }.to_owned();
    }
    let months = |text: &str| meaning::period(text).and_then(Period::length_in_months);
    let longest = months(&format!("2000-{part}")).unwrap_or(11);
    if months(year).is_some_and(|months| months <= longest) {
        return year.to_owned();
    }
    format!("{year}-{part}")
}
