//! A pane into a file, and figures for the clipboard.

use std::fs::{Metadata, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use ratatui::buffer::Buffer;

use super::row::Row;
use super::value::inert;
use super::{Format, Sheet};
use crate::text::harmless::{harmless, reason};
use crate::wording::{Number, Topic, Words};

/// Why nothing was written.
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
/// [`ExportError`]; then every file is as it was.
pub fn export(
    sheet: Sheet,
    path: &Path,
    over: bool,
    frame: impl FnOnce() -> Buffer,
) -> Result<String, ExportError> {
    let name = harmless(&path.display().to_string());
    let format = Format::of(path).map_err(ExportError::Ending)?;
    let before = std::fs::metadata(path).ok();
    let refused = match &before {
        Some(before) if before.is_dir() => Err(io::Error::other("it is a folder")),
        Some(before) if !before.is_file() => Err(io::Error::other("it is not a file that is kept")),
        Some(_) if !over => return Err(ExportError::Exists(name)),
        Some(_) | None => Ok(()),
    };
    let written = refused
        .and_then(|()| format.write(sheet, frame))
        .and_then(|written| put(path, before.as_ref(), written.as_bytes()));
    match written {
        Ok(()) => Ok(format!("written: {name}")),
        Err(error) => Err(ExportError::Unwritable { file: name, reason: why(&error) }),
    }
}

/// Puts `text` into a file, whole or not at all: it is written beside it, and takes its place when all of it is there.
fn put(path: &Path, before: Option<&Metadata>, text: &[u8]) -> io::Result<()> {
    // A link stays one; what it leads to is replaced.
    let place = if before.is_some() { std::fs::canonicalize(path)? } else { path.to_owned() };
    let folder = place.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new()
        .prefix(".horgos-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)?;
    beside.write_all(text)?;
    beside.as_file().sync_all()?;
    match before {
        Some(before) => {
            beside.as_file().set_permissions(before.permissions())?;
            beside.persist(&place)?;
        }
        None => drop(beside.persist_noclobber(&place)?),
    }
    Ok(())
}

/// The system's reason, in terms of the file that was named.
fn why(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound { "its folder is not there".to_owned() } else { reason(error) }
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
