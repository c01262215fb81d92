//! Writes a pane to a file.

use std::fs::{Metadata, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use ratatui::buffer::Buffer;
use rustix::fs::{Access, access};

use super::{Format, Selection};
use crate::text::harmless::{harmless, reason};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file name does not end in a known format.
    #[error("{0}")]
    Ending(String),
    /// A file of this name exists, and overwriting was not asked for. The sentence says if it is write-protected.
    #[error("{0}")]
    Exists(String),
    /// The operating system refused.
    #[error("{file} could not be written: {reason}; choose another place")]
    Unwritable {
        /// The file as it was named.
        file: String,
        /// The system's reason.
        reason: String,
    },
}

/// Writes `selection` to `path` in the format of its ending and returns a sentence that says where it went. An existing
/// file is replaced only with `overwrite`. For a picture, `frame` draws the screen.
///
/// # Errors
///
/// [`ExportError`]; every file is then as it was.
pub fn export(
    selection: Selection,
    path: &Path,
    overwrite: bool,
    frame: impl FnOnce() -> Buffer,
) -> Result<String, ExportError> {
    let name = harmless(&path.display().to_string());
    let format = Format::from_path(path).map_err(ExportError::Ending)?;
    let before = std::fs::metadata(path).ok();
    let refused = match &before {
        Some(before) if before.is_dir() => Err(io::Error::other("it is a folder")),
        Some(before) if !before.is_file() => Err(io::Error::other("it is not a file that is kept")),
        Some(before) if !overwrite => return Err(exists(&name, path, before)),
        Some(_) | None => Ok(()),
    };
    let written =
        refused.and_then(|()| replace(path, before.as_ref(), |out| format.write(selection, frame, out)));
    match written {
        Ok(()) => Ok(format!("written: {name}")),
        Err(error) => Err(ExportError::Unwritable { file: name, reason: why(&error) }),
    }
}

/// The permissions are asked for as well, because root may write to any file.
fn exists(name: &str, path: &Path, before: &Metadata) -> ExportError {
    let is_protected = before.permissions().readonly() || access(path, Access::WRITE_OK).is_err();
    let protected = if is_protected { " and write-protected" } else { "" };
    ExportError::Exists(format!("{name} is there already{protected}"))
}

/// Writes a file whole or not at all: a temporary file in the same folder takes its place once it is complete.
fn replace(
    path: &Path,
    before: Option<&Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    // A symbolic link stays one; the file it points to is replaced.
    let target = if before.is_some() { std::fs::canonicalize(path)? } else { path.to_owned() };
    let folder = target.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new()
        .prefix(".horgos-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)?;
    let mut out = BufWriter::new(&mut temporary);
    write(&mut out)?;
    out.flush()?;
    drop(out);
    temporary.as_file().sync_all()?;
    match before {
        Some(before) => {
            temporary.as_file().set_permissions(before.permissions())?;
            temporary.persist(&target)?;
        }
        None => drop(temporary.persist_noclobber(&target)?),
    }
    Ok(())
}

/// The system's reason, in terms of the file that was named.
fn why(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound { "its folder is not there".to_owned() } else { reason(error) }
}
