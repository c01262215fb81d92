//! The period of a row: of one column, or of a year and a month.

use super::super::Coded;
use super::super::code_columns::CodeColumn;
use super::super::record::Record;
use super::{Tidy, years};

impl Tidy {
    /// The period of a row whose columns say it.
    pub(super) fn period<'r>(&self, record: &Record<'r>, dated: &'r mut String) -> Coded<'r> {
        let places = &self.places;
        let cell = |at: Option<usize>| at.map_or(&[][..], |at| record.field(at));
        let month = cell(places.month).trim_ascii();
        if month.is_empty() {
            return CodeColumn { code: places.period, name: None }.of(record);
        }
        let [year, month] = [cell(places.period), month].map(String::from_utf8_lossy);
        *dated = match years::month(&month) {
            Some(number) => format!("{}-{number:02}", year.trim()),
            None => format!("{}-{month:0>2}", year.trim()),
        };
        Coded::from_code(dated.as_bytes())
    }
}
