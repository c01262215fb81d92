//! Ends, stops or resumes the program for reasons outside it: signals, panics, and a terminal that goes away.

use std::collections::VecDeque;
use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::Session;
use super::session::has_shell;

const HANDLED: [i32; 6] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT];

/// Waits for signals and for the terminal to go away, and acts on them itself. A flag would not do: a loop that writes to
/// a full terminal, or reads from one that is gone, never gets to look at it.
#[derive(Debug)]
pub struct Watchdog {
    session: Arc<Session>,
    signals: SignalDelivery<UnixStream, SignalOnly>,
}

impl Watchdog {
    /// Installs the signal handlers. Call this before the session takes the terminal over, or a signal in between would
    /// end the program without restoring it.
    ///
    /// # Errors
    ///
    /// If the system refuses a handler or the socket pair behind it.
    pub fn new(session: &Arc<Session>) -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, HANDLED)?;
        Ok(Self { session: Arc::clone(session), signals })
    }

    /// Watches until the process ends, asleep in between. Needs a thread of its own.
    pub fn watch(mut self) -> ! {
        loop {
            let is_gone = wait(self.signals.get_read(), &self.session);
            let mut signals = self.pending();
            while let Some(signal) = signals.pop_front() {
                match signal {
                    SIGTSTP => self.stop(&mut signals),
                    SIGCONT => resume(&self.session),
                    ending => end(ending, &self.session),
                }
            }
            if is_gone {
                end(SIGHUP, &self.session);
            }
        }
    }

    /// The signals that have arrived, SIGCONT last: the order in which they were sent is unknown, and a program that
    /// resumed first and stopped afterwards would stay stopped.
    fn pending(&mut self) -> VecDeque<i32> {
        let mut signals: Vec<i32> = self.signals.pending().collect();
        signals.sort_by_key(|signal| *signal == SIGCONT);
        signals.into()
    }

    /// Stops the process until a shell sends SIGCONT. Does nothing without a shell that could send it, as the system does
    /// for an orphaned process group. If SIGCONT has arrived in the meantime the stop is already over, and no second one
    /// would follow.
    fn stop(&mut self, signals: &mut VecDeque<i32>) {
        if has_shell() {
            self.session.pause();
            signals.append(&mut self.pending());
            if !signals.contains(&SIGCONT) {
                let _ = raise(SIGSTOP);
            }
        }
    }
}

/// Makes a panic in any thread restore the terminal, then report, then end the program with exit code 101.
pub fn leave_on_panic(session: &Arc<Session>) {
    let session = Arc::clone(session);
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        session.leave();
        report(panic);
        std::process::exit(101);
    }));
}

/// Takes the terminal back, also after a SIGSTOP, which cannot be caught, when a shell may have changed it meanwhile. The
/// SIGWINCH makes the loop paint everything at the present size.
fn resume(session: &Session) {
    let _ = session.resume();
    let _ = raise(SIGWINCH);
}

/// Restores the terminal and ends the process with the signal's own status. The first process of a container is immune to
/// default actions of signals, so it exits with the code that a shell reports for the signal.
fn end(signal: i32, session: &Session) -> ! {
    session.leave();
    if std::process::id() != 1 {
        let _ = emulate_default_handler(signal);
    }
    std::process::exit(128 + signal)
}

/// Sleeps until a signal arrives (false) or the terminal is gone (true). It polls the terminal for no other events, so
/// keys do not wake it.
fn wait(signals: &UnixStream, session: &Session) -> bool {
    let tty = session.tty();
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let mut polled = [PollFd::new(&tty, PollFlags::empty()), PollFd::new(signals, PollFlags::IN)];
        match poll(&mut polled, None) {
            Ok(_) if polled[0].revents().intersects(gone) => return true,
            Ok(_) if !polled[1].revents().is_empty() => return false,
            Ok(_) | Err(Errno::INTR) => {}
            // Such as no memory: retry, but never in a busy loop.
            Err(_) => std::thread::sleep(Duration::from_secs(1)),
        }
    }
}
