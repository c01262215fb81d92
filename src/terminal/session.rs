//! Taking the terminal over and giving it back.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::Mutex;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::Output;

/// Alternate screen, cursor hidden, pasted text marked as such.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// The reverse, after plain attributes; the end of a synchronized update first, should one be open.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// The terminal while the dashboard has it.
///
/// Leaving can be asked for by quit, error, panic and signals, from any thread, any number of times: only the
/// first does something.
#[derive(Debug)]
pub struct Session {
    tty: OwnedFd,
    before: Mutex<Option<Termios>>,
}

impl Session {
    /// Takes the terminal over: raw input, alternate screen, no cursor.
    ///
    /// # Errors
    ///
    /// When there is no terminal to read keys from, or it cannot be set.
    pub fn enter() -> io::Result<Self> {
        let session = Self { tty: tty()?, before: Mutex::new(None) };
        session.take()?;
        Ok(session)
    }

    /// Takes the terminal over again after [`Session::leave`].
    ///
    /// # Errors
    ///
    /// When the terminal cannot be set.
    pub fn take(&self) -> io::Result<()> {
        let before = tcgetattr(&self.tty)?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(&self.tty, OptionalActions::Now, &raw)?;
        *self.before.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(before);
        write_all(ENTER)
    }

    /// Gives the terminal back as it was. Each step is tried whatever became of the one before; a terminal that
    /// takes no bytes is not waited for.
    pub fn leave(&self) {
        let Some(before) = self.before.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
        else {
            return;
        };
        if is_writable() {
            let _ = write_all(LEAVE);
        }
        let _ = tcsetattr(&self.tty, OptionalActions::Now, &before);
    }

    /// The terminal that keys come from.
    #[must_use]
    pub fn tty(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave();
    }
}

impl Output for &Session {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        write_all(frame)
    }

    fn suspend(&mut self) {
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGTSTP);
    }
}

/// Standard input where it is a terminal, else the terminal that controls the process.
fn tty() -> io::Result<OwnedFd> {
    let input = rustix::stdio::stdin();
    if rustix::termios::isatty(input) {
        return Ok(rustix::io::dup(input)?);
    }
    Ok(File::options().read(true).write(true).open("/dev/tty")?.into())
}

/// Writes to standard output itself: no buffer in between that would cut a frame into several writes.
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    let out = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(out, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&out, PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether standard output takes bytes, or does so within a moment.
fn is_writable() -> bool {
    let out = rustix::stdio::stdout();
    let mut polled = [PollFd::new(&out, PollFlags::OUT)];
    let moment = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
    poll(&mut polled, Some(&moment)).is_ok_and(|ready| ready > 0)
        && polled[0].revents().contains(PollFlags::OUT)
}
