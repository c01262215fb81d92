//! A connection of the notes: it receives scenes and sends commands.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;

use crate::stage::protocol::{LINE_BYTES, Lines, parse_command};
use crate::stage::remote::Remote;

#[derive(Debug)]
pub struct NotesPipe {
    stream: UnixStream,
    lines: Lines,
}

impl NotesPipe {
    /// A connection to the notes; `None` if they belong to another account. The permissions of the socket already
    /// exclude those.
    pub fn new(stream: UnixStream) -> Option<Self> {
        is_own_account(&stream).then(|| Self { stream, lines: Lines::default() })
    }

    /// Reads once, and passes on the commands received.
    ///
    /// # Errors
    ///
    /// If the connection is closed, or must be closed because its input is not made of lines.
    pub fn read(&mut self, mut each: impl FnMut(Remote)) -> io::Result<()> {
        let mut bytes = [0; 4096];
        let read = match self.stream.read(&mut bytes) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => read,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let command = |line: &[u8]| {
            if let Some(remote) = parse_command(line) {
                each(remote);
            }
        };
        self.lines.take(&bytes[..read], LINE_BYTES, command).map_err(|_| ErrorKind::InvalidData.into())
    }
}

impl Write for NotesPipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AsFd for NotesPipe {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }
}

#[cfg(target_os = "linux")]
fn is_own_account(stream: &UnixStream) -> bool {
    let ours = rustix::process::geteuid();
    rustix::net::sockopt::socket_peercred(stream).is_ok_and(|theirs| theirs.uid == ours)
}

#[cfg(not(target_os = "linux"))]
fn is_own_account(_: &UnixStream) -> bool {
    true
}
