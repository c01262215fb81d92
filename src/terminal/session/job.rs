//! Job control: which job has the terminal, and which shell could resume this program.

use std::os::fd::BorrowedFd;
use std::time::Duration;

use nix::unistd::{Pid, getpgrp, getppid, getsid};
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::tcgetpgrp;

/// How long a background job stays awake before it stops: long enough for a signal that came with SIGCONT, such as the
/// SIGTERM of `kill %1`, to end it.
pub const BETWEEN_STOPS: Duration = Duration::from_millis(100);

/// True if a parent in the same session can resume this program after a stop. It cannot if the program is the first one
/// of a terminal or of an SSH connection, or shares a process group with that one: a shell with job control gives each
/// job a group of its own, and does not stop with it.
///
/// In a container the parent or the session leader may be outside, where it has no id: the system reports 0, which is
/// no process. (`nix` passes the 0 on; `rustix` treats it as impossible.)
pub fn has_shell() -> bool {
    let outside = Pid::from_raw(0);
    let parent = getppid();
    let session = |pid| getsid(pid).ok().filter(|&session| session != outside);
    let ours = session(None).filter(|_| parent != outside);
    ours.is_some_and(|ours| session(Some(parent)) == Some(ours) && getpgrp() != ours)
}

/// False if another process group is in the terminal's foreground. A terminal that reports no group can be used: it
/// controls another session or none, or its group is outside of this container.
pub fn is_foreground(tty: BorrowedFd<'_>) -> bool {
    tcgetpgrp(tty).map_or(true, |group| group.as_raw_nonzero().get() == getpgrp().as_raw())
}

/// Stops the whole job, as the system does with a background job that touches the terminal. Returns when a shell has
/// resumed it.
pub fn stop_background_job() {
    let _ = kill_current_process_group(Signal::TTOU);
}
