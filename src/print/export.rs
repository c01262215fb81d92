//! Writes a pane to a file. The overlay `dashboard/overlays/export.rs` proposes its name.

mod whole_file;

use std::fs::Metadata;
use std::io::{self, Write};
use std::path::Path;

use ratatui::buffer::Buffer;
use rustix::fs::{Access, access};

pub use whole_file::Existing;

use super::{Format, Selection};
use crate::text::harmless::{harmless, reason};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file name does not end in a known format.
    #[error("{0}")]
    Ending(String),
    /// Another file has this name, and is not the one to overwrite.
    #[error("{file} exists")]
    Exists {
        /// The file as it was named.
        file: String,
        /// Identifies the file that is there.
        existing: Existing,
    },
    /// A file of this name exists, and its permissions forbid writing.
    #[error("{file} exists and is write-protected; type another name")]
    Protected {
        /// The file as it was named.
        file: String,
    },
    /// The operating system refused.
    #[error("{file} could not be written: {reason}; choose another place")]
    Unwritable {
        /// The file as it was named.
        file: String,
        /// The system's reason.
        reason: String,
    },
}

/// Writes `selection` to `path` in the format of its extension and returns a sentence that says so. Of existing files,
/// only `over` is replaced: between the question and the answer, another file may have taken the name. For a picture,
/// `frame` draws the screen.
///
/// # Errors
///
/// [`ExportError`]; every file is then as it was.
pub fn export(
    selection: Selection,
    path: &Path,
    over: Option<Existing>,
    frame: impl FnOnce() -> Buffer,
) -> Result<String, ExportError> {
    let format = Format::from_path(path).map_err(ExportError::Ending)?;
    save(path, |there| over == Some(there), |out| format.write(selection, frame, out))
}

/// Writes a file, whole or not at all, and returns a sentence that says so. An existing file is replaced if `replaces`
/// allows it.
///
/// # Errors
///
/// [`ExportError`]; every file is then as it was.
pub fn save(
    path: &Path,
    replaces: impl Fn(Existing) -> bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<String, ExportError> {
    let name = harmless(&path.display().to_string());
    let before = std::fs::metadata(path).ok();
    let refused = match &before {
        Some(before) if before.is_dir() => Err(io::Error::other("it is a folder")),
        Some(before) if !before.is_file() => Err(io::Error::other("not a regular file")),
        Some(before) if is_protected(path, before) => return Err(ExportError::Protected { file: name }),
        Some(before) if !replaces(Existing::new(before)) => {
            return Err(ExportError::Exists { file: name, existing: Existing::new(before) });
        }
        Some(_) | None => Ok(()),
    };
    match refused.and_then(|()| whole_file::write(path, before.as_ref(), write)) {
        Ok(()) => Ok(format!("written: {name}")),
        Err(error) => Err(ExportError::Unwritable { file: name, reason: reason_for(path, &error) }),
    }
}

/// Checks the permissions explicitly, because root may write to any file.
fn is_protected(path: &Path, file: &Metadata) -> bool {
    file.permissions().readonly() || access(path, Access::WRITE_OK).is_err()
}

/// The system's reason, worded for the file that the user named.
fn reason_for(path: &Path, error: &io::Error) -> String {
    let is_link = || std::fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    let is_in_folder =
        || path.parent().is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir());
    let kind = error.kind();
    if kind == io::ErrorKind::AlreadyExists && is_link() {
        "it is a link that leads nowhere".to_owned()
    } else if kind == io::ErrorKind::NotFound {
        let why = if is_in_folder() { "its folder takes no files" } else { "its folder is not there" };
        why.to_owned()
    } else if kind == io::ErrorKind::NotADirectory {
        "its folder is a file".to_owned()
    } else {
        reason(error)
    }
}
