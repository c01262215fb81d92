//! The default folder of the sockets.

use std::ffi::OsString;
use std::fs::{DirBuilder, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::process::geteuid;

use super::SocketFault;

/// The default folder: `horgos` in the runtime folder of the session, or else a temporary folder with the number of the
/// account in its name.
#[must_use]
pub fn default_folder(get: &dyn Fn(&str) -> Option<OsString>) -> PathBuf {
    let folder = |name: &str| get(name).map(PathBuf::from).filter(|path| path.is_absolute());
    match folder("XDG_RUNTIME_DIR") {
        Some(session) => session.join("horgos"),
        None => folder("TMPDIR")
            .unwrap_or_else(|| PathBuf::from("/tmp"))
            .join(format!("horgos-{}", geteuid().as_raw())),
    }
}

/// Creates the folder if it is missing. Only this account may have access to it: whoever can change the folder can
/// replace our socket.
///
/// # Errors
///
/// If it cannot be created, is not a folder, belongs to someone else or is open to others.
pub fn ensure_folder(path: &Path) -> Result<(), SocketFault> {
    let system = |error| SocketFault::System { path: path.to_owned(), error };
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(system(error)),
    }
    // Examines a link itself, wherever it leads.
    let there = std::fs::symlink_metadata(path).map_err(system)?;
    match fault(&there, geteuid().as_raw()) {
        Some(why) => Err(SocketFault::Folder { path: path.to_owned(), why }),
        None => Ok(()),
    }
}

fn fault(there: &Metadata, user: u32) -> Option<&'static str> {
    if !there.is_dir() {
        Some("it is not a folder")
    } else if there.uid() != user {
        Some("it belongs to another account")
    } else if there.mode() & 0o077 != 0 {
        Some("other accounts may open it")
    } else {
        None
    }
}
