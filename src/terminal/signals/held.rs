//! Signals that are held back and read from a file descriptor instead of being handled.

use std::os::fd::{AsFd, BorrowedFd};

use nix::errno::Errno;
use nix::sys::signal::{SigSet, Signal};
use nix::sys::signalfd::{SfdFlags, SignalFd};

/// Real-time signals and SIGPWR, which also end a process on Linux. There are more than thirty, and a handler for each
/// would be a tenth of the startup work.
#[derive(Debug)]
pub struct HeldSignals(SignalFd);

impl HeldSignals {
    /// Blocks them in this thread and in the threads that it starts from now on. Child programs receive them again.
    pub fn hold() -> Result<Self, Errno> {
        let mut held = SigSet::all();
        // Real-time signals have no names: they are what remains when all named ones are removed.
        Signal::iterator().filter(|signal| *signal != Signal::SIGPWR).for_each(|signal| held.remove(signal));
        held.thread_block()?;
        Ok(Self(SignalFd::with_flags(&held, SfdFlags::SFD_CLOEXEC | SfdFlags::SFD_NONBLOCK)?))
    }

    /// The number of one that has arrived.
    pub fn take(&self) -> Option<i32> {
        let signal = self.0.read_signal().ok()??;
        i32::try_from(signal.ssi_signo).ok()
    }
}

impl AsFd for HeldSignals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}
