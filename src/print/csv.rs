//! CSV: UTF-8 without a byte order mark, fields separated by commas, lines ended by a line feed, column names first.
//!
//! Spreadsheets and pandas read it as it is; Excel asks for the encoding, or takes it under Data, From Text/CSV. Text
//! cannot become a formula, at the start of a field or after a semicolon: see [`inert`](super::field::inert).

use std::io::{self, Write};

use super::Selection;
use super::columns::{COLUMNS, fields};
use super::field::Field;
use super::json::FindingRecord;

/// The columns for a checks pane, which has findings instead of figures.
pub const FINDING_COLUMNS: [&str; 5] = ["severity", "rule", "ids", "sentence", "proof"];

/// Writes one line per figure with the columns [`COLUMNS`]. For a checks pane alone, writes one line per finding with
/// the columns [`FINDING_COLUMNS`]. The elements of a list are joined by `; `.
///
/// # Errors
///
/// Those of `out`.
pub fn csv(selection: Selection, out: impl Write) -> io::Result<()> {
    write(selection, out).map_err(io_error)
}

/// Unlike `csv`'s own conversion, keeps the kind of an I/O error, which distinguishes a closed pipe from a full disk.
fn io_error(error: csv::Error) -> io::Error {
    let message = error.to_string();
    if let csv::ErrorKind::Io(error) = error.into_kind() { error } else { io::Error::other(message) }
}

fn write(selection: Selection, out: impl Write) -> csv::Result<()> {
    let words = selection.words();
    let mut writer = csv::Writer::from_writer(out);
    if selection.is_one_pane() && selection.panes().all(|(pane, _)| pane.kind.has_findings()) {
        writer.write_record(FINDING_COLUMNS)?;
        for record in selection.findings().into_iter().filter_map(|at| FindingRecord::new(words, at)) {
            writer.write_record(record.into_fields().map(Field::into_csv))?;
        }
    } else {
        writer.write_record(COLUMNS)?;
        for figure in selection.figures() {
            writer.write_record(fields(words, figure).into_iter().map(Field::into_csv))?;
        }
    }
    Ok(writer.flush()?)
}
