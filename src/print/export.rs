//! A pane into a file, and figures for the clipboard.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use ratatui::buffer::Buffer;

use super::row::Row;
use super::value::inert;
use super::{Format, Sheet};
use crate::dataset::text::harmless;
use crate::wording::{Number, Topic, Words};

/// Why nothing was written; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The name does not say in which format.
    #[error("{0}")]
    Ending(String),
    /// There is a file of this name, and nobody has said that it may go.
    #[error("{0} is there already")]
    Exists(String),
    /// The system would not.
    #[error("{file} could not be written: {reason}; choose another place")]
    Unwritable {
        /// The file as it was named.
        file: String,
        /// The system's reason.
        reason: String,
    },
}

/// Writes `sheet` to the file at `path` in the format that its ending stands for; a file that is there already stays
/// as it is unless `over` says otherwise. Says where it went.
///
/// # Errors
///
/// [`ExportError`]; where it is not [`ExportError::Unwritable`], no file was touched.
pub fn export(
    sheet: Sheet,
    path: &Path,
    over: bool,
    frame: impl FnOnce() -> Buffer,
) -> Result<String, ExportError> {
    let name = || harmless(&path.display().to_string());
    let format = Format::of(path).map_err(ExportError::Ending)?;
    let unwritable = |error: &io::Error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            ExportError::Exists(name())
        } else {
            ExportError::Unwritable { file: name(), reason: reason(error) }
        }
    };
    let written = format.write(sheet, frame).map_err(|error| unwritable(&error))?;
    put(path, over, written.as_bytes()).map_err(|error| unwritable(&error))?;
    Ok(format!("written: {}", name()))
}

/// Puts `text` into a file, whole or not at all: what it is written over goes only when the new text is there.
fn put(path: &Path, over: bool, text: &[u8]) -> io::Result<()> {
    let before = match std::fs::metadata(path) {
        Ok(before) if before.is_dir() => return Err(io::Error::other("it is a folder")),
        Ok(before) if !before.is_file() => return Err(io::Error::other("it is not a file that is kept")),
        Ok(_) if !over => return Err(io::ErrorKind::AlreadyExists.into()),
        Ok(before) => Some(before),
        Err(_) => None,
    };
    let Some(before) = before else { return put_new(path, text) };
    // A link stays one; what it leads to is replaced.
    let place = std::fs::canonicalize(path)?;
    let mut beside = place.file_name().unwrap_or_default().to_owned();
    beside.push(".part");
    let beside = place.with_file_name(beside);
    put_new(&beside, text)?;
    let put = std::fs::set_permissions(&beside, before.permissions());
    put.and_then(|()| std::fs::rename(&beside, &place)).inspect_err(|_| forget(&beside))
}

/// Puts `text` into a new file; leaves none behind where that fails.
fn put_new(path: &Path, text: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text).and_then(|()| file.sync_all()).inspect_err(|_| forget(path))
}

fn forget(path: &Path) {
    let _ = std::fs::remove_file(path);
}

/// The system's reason, without the number that it ends with.
fn reason(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return "its folder is not there".to_owned();
    }
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or(&said).to_lowercase()
}

/// What stands over the columns of [`tab_separated`].
pub const HEADINGS: [&str; 5] = ["Figure", "Value", "Unit", "Period", "Source"];

/// A row for the clipboard: label, number, unit, period and source with tabs between them, on one line without its
/// end. The number has neither thousands' commas nor a plus, so that a spreadsheet takes it for one; of a finding there
/// is its sentence alone.
#[must_use]
pub fn tab_separated(words: Words, topic: Topic) -> String {
    let figure = match topic {
        Topic::Figure(figure) => figure,
        Topic::Finding(at) => {
            let finding = words.analysis.findings.get(at);
            return finding.map_or_else(String::new, |finding| inert(&finding.sentence));
        }
    };
    let row = Row::of(words, figure);
    let (number, unit) = match words.number(figure) {
        Some(Number { whole, fraction, unit, .. }) => {
            let sign = if whole.starts_with('×') { "×".to_owned() } else { unit };
            (plain(&format!("{whole}{fraction}")), sign)
        }
        None => (inert(&row.rest), String::new()),
    };
    let source = if row.remarks.is_empty() { row.source } else { format!("{}, {}", row.source, row.remarks) };
    [inert(&row.label), number, inert(&unit), inert(&row.period), inert(&source)].join("\t")
}

/// A pane for the clipboard: [`HEADINGS`], then a line a row as [`tab_separated`] has it, each line with its end.
#[must_use]
pub fn tab_separated_pane(sheet: Sheet) -> String {
    let rows = sheet.panes().flat_map(|(_, rows)| rows).map(|row| tab_separated(sheet.words(), *row));
    std::iter::once(HEADINGS.join("\t")).chain(rows).map(|line| line + "\n").collect()
}

/// A number as machines write it: `−1,234.5` is `-1234.5`, `×8` is `8`.
fn plain(number: &str) -> String {
    number.replace('−', "-").replace([',', '+', '×'], "")
}
