//! CSV: UTF-8 without a byte order mark, fields separated by commas, lines ended by a line feed, a line of names
//! first.
//!
//! Spreadsheets, pandas and the like read it as it is; Excel asks for the encoding, or takes it under Data, From
//! Text/CSV. Text cannot become a formula: see [`inert`](super::value::inert).

use std::io;

use super::Sheet;
use super::record::{COLUMNS, record};
use super::value::Value;
use crate::dataset::PaneKind;

/// The columns of the pane of the checks, which has findings instead of figures.
pub const FINDING_COLUMNS: [&str; 5] = ["severity", "rule", "ids", "sentence", "proof"];

/// The figures, one a line, with the columns [`COLUMNS`]; of the pane of the checks its findings, with the columns
/// [`FINDING_COLUMNS`]. Fields that are lists have `; ` between their parts.
///
/// # Errors
///
/// None that is known: nothing is written but to memory.
pub fn csv(sheet: Sheet) -> io::Result<String> {
    let words = sheet.words();
    let only_checks = sheet.panes().all(|(pane, _)| pane.kind == PaneKind::Reconciliation);
    if only_checks && !sheet.is_all() {
        let rows = sheet.findings().into_iter().map(|at| super::json::finding(words, at));
        return table(&FINDING_COLUMNS, rows.map(|finding| finding.into_iter().map(|(_, value)| value)));
    }
    table(&COLUMNS, sheet.figures().into_iter().map(|figure| record(words, figure).into_iter()))
}

fn table<R: Iterator<Item = Value>>(names: &[&str], rows: impl Iterator<Item = R>) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(names)?;
    for row in rows {
        writer.write_record(row.map(|value| value.field()))?;
    }
    let bytes = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
