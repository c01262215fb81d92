//! The usual folder of the sockets.

use std::ffi::OsString;
use std::fs::{DirBuilder, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::process::geteuid;

use super::SocketFault;

/// Where the sockets are unless somebody says otherwise: `horgos` in the folder of the session, or a folder with the number
/// of the account in its name among the temporary ones.
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

/// Makes the folder unless it is there. Only this account may have any right to it: whoever can change the folder can put
/// another socket in the place of ours.
///
/// # Errors
///
/// If it cannot be made, is no folder, belongs to somebody else or is open to others.
pub fn ensure_folder(path: &Path) -> Result<(), SocketFault> {
    let system = |error| SocketFault::System { path: path.to_owned(), error };
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(system(error)),
    }
    // A link is looked at itself, wherever it leads.
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
