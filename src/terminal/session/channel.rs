//! Writes to the terminal, which may be full or gone.

use std::io;
use std::os::fd::OwnedFd;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::termios::{QueueSelector, tcflush, ttyname};

/// Bytes for the terminal, unbuffered: a buffer would split a frame into several writes.
#[derive(Debug)]
pub struct TerminalWriter {
    /// The terminal of standard output, opened a second time as non-blocking. A blocking write to a full terminal
    /// cannot be interrupted, and other processes share standard output and expect it to block. `None` if it cannot be
    /// opened; then standard output is used.
    own: Option<OwnedFd>,
}

impl TerminalWriter {
    pub fn to_standard_output() -> Self {
        let reopened = ttyname(rustix::stdio::stdout(), Vec::new()).and_then(|name| {
            let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
            open(name, flags, Mode::empty())
        });
        Self { own: reopened.ok() }
    }

    fn fd(&self) -> std::os::fd::BorrowedFd<'_> {
        match &self.own {
            Some(own) => std::os::fd::AsFd::as_fd(own),
            None => rustix::stdio::stdout(),
        }
    }

    /// Writes as much as the terminal accepts now, and returns the number of bytes.
    pub fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        match rustix::io::write(self.fd(), bytes) {
            Ok(0) => Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => Ok(written),
            Err(Errno::AGAIN | Errno::INTR) => Ok(0),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits until the terminal accepts bytes again, or is gone.
    pub fn wait(&self) -> io::Result<()> {
        self.ready(None).map(|_| ())
    }

    /// Discards output that has not been shown yet.
    pub fn discard(&self) {
        let _ = tcflush(self.fd(), QueueSelector::OFlush);
    }

    /// Writes all bytes, waiting up to `time` before each write. If waiting fails, writes at once.
    pub fn write_within(&self, mut bytes: &[u8], time: Duration) -> io::Result<()> {
        let time = Timespec::try_from(time).map_err(io::Error::other)?;
        while !bytes.is_empty() {
            if !self.ready(Some(&time)).unwrap_or(true) {
                return Err(io::ErrorKind::TimedOut.into());
            }
            let written = self.write(bytes)?;
            bytes = bytes.get(written..).unwrap_or_default();
        }
        Ok(())
    }

    fn ready(&self, time: Option<&Timespec>) -> io::Result<bool> {
        let fd = self.fd();
        match poll(&mut [PollFd::new(&fd, PollFlags::OUT)], time) {
            Ok(ready) => Ok(ready > 0),
            Err(Errno::INTR) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }
}
