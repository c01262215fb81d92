//! The sockets of a talk in the file system: where they are, who may open them, and when they are removed.

mod folder;

use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use rustix::fs::{FileType, Mode};
use rustix::io::Errno;
use rustix::net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType, connect, socket_with};
use rustix::process::umask;

pub use folder::{default_folder, ensure_folder};

use super::protocol::Channel;
use crate::text::harmless::{quoted, reason};

/// Who may follow a talk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SharedWith {
    /// The account that presents
    #[default]
    Owner,
    /// The group of the folder of the socket, or of the account
    Group,
    /// Every account of the machine
    All,
}

/// Why a socket cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum SocketFault {
    /// Another talk uses it.
    #[error("{}: another talk is running there; end it, or name another socket", shown(.0))]
    Live(PathBuf),
    /// Something else has this name.
    #[error("{}: there is something that is not a socket, which is left alone", shown(.0))]
    NoSocket(PathBuf),
    /// Someone other than this account can change the folder.
    #[error("{}: {why}, so sockets there would not be safe", shown(.path))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The fault.
        why: &'static str,
    },
    /// The system refuses.
    #[error("{}: {}", shown(.path), reason(.error))]
    System {
        /// The socket or folder.
        path: PathBuf,
        /// The system's words.
        error: io::Error,
    },
}

fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    if path.chars().any(|c| c == ' ' || crate::text::harmless::is_harmful(c)) { quoted(&path) } else { path }
}

/// A listening socket. Its file is removed when it is dropped.
#[derive(Debug)]
pub struct Socket {
    listener: UnixListener,
    file: SocketFile,
}

/// The file of a socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SocketFile {
    path: PathBuf,
    /// Device and number of the file.
    id: (u64, u64),
}

impl Channel {
    /// The file name of the socket in the default folder.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Stage => "stage.sock",
            Self::Notes => "notes.sock",
        }
    }
}

impl Socket {
    /// Listens at `path`. Replaces a socket on which nothing listens any more, as a killed talk leaves behind.
    ///
    /// # Errors
    ///
    /// If another talk uses it, something else has its name, or the system refuses.
    pub fn bind(path: &Path, share: SharedWith) -> Result<Self, SocketFault> {
        let system = |error| SocketFault::System { path: path.to_owned(), error };
        match std::fs::symlink_metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(system(error)),
            Ok(there) if FileType::from_raw_mode(there.mode()) != FileType::Socket => {
                return Err(SocketFault::NoSocket(path.to_owned()));
            }
            Ok(_) if is_live(path).map_err(system)? => return Err(SocketFault::Live(path.to_owned())),
            Ok(_) => std::fs::remove_file(path).map_err(system)?,
        }
        let listener = bind_with_mode(path, share).map_err(system)?;
        listener.set_nonblocking(true).map_err(system)?;
        let made = std::fs::symlink_metadata(path).map_err(system)?;
        let file = SocketFile { path: path.to_owned(), id: (made.dev(), made.ino()) };
        Ok(Self { listener, file })
    }

    /// The file to remove when the talk ends.
    #[must_use]
    pub fn file(&self) -> &SocketFile {
        &self.file
    }

    pub(super) fn listener(&self) -> &UnixListener {
        &self.listener
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.file.remove();
    }
}

impl SocketFile {
    /// Removes the file, unless another talk has replaced it.
    pub fn remove(&self) {
        let is_ours =
            std::fs::symlink_metadata(&self.path).is_ok_and(|now| (now.dev(), now.ino()) == self.id);
        if is_ours {
            let _ = std::fs::remove_file(&self.path);
        }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// True if something listens at a socket, even if it accepts no connection.
fn is_live(path: &Path) -> io::Result<bool> {
    let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
    let ours = socket_with(AddressFamily::UNIX, SocketType::STREAM, flags, None)?;
    match connect(&ours, &SocketAddrUnix::new(path)?) {
        Ok(()) | Err(Errno::AGAIN | Errno::INPROGRESS) => Ok(true),
        Err(Errno::CONNREFUSED) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Creates a socket that has its permissions from the start: between `bind` and a later `chmod`, anyone could connect.
/// The umask applies to the whole process, so no other thread may create files meanwhile.
fn bind_with_mode(path: &Path, share: SharedWith) -> io::Result<UnixListener> {
    let denied = match share {
        SharedWith::Owner => Mode::from_raw_mode(0o177),
        SharedWith::Group => Mode::from_raw_mode(0o117),
        SharedWith::All => Mode::from_raw_mode(0o111),
    };
    let before = umask(denied);
    let listener = UnixListener::bind(path);
    umask(before);
    listener
}
