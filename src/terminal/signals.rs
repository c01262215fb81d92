//! Ends, stops or resumes the program for reasons outside it: signals, panics, and a terminal that goes away.

#[cfg(target_os = "linux")]
mod held;

use std::collections::VecDeque;
use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSTOP, SIGSYS, SIGTERM, SIGTRAP,
    SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::{emulate_default_handler, raise};

#[cfg(target_os = "linux")]
use self::held::HeldSignals;
use super::Session;
use super::children::interrupt_children;
use super::session::{BETWEEN_STOPS, has_shell, stop_background_job};

/// SIGTSTP, SIGCONT, and every signal that ends a process by default, except those of a fault, to which a handler could
/// only return. An abort of our own cannot be delayed until the terminal is restored; SIGABRT from outside is treated
/// like the others.
const HANDLED: [i32; 17] = [
    SIGTSTP, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ,
    SIGVTALRM, SIGPROF, SIGIO, SIGABRT, SIGTRAP, SIGSYS,
];

/// Waits for signals and for the terminal to go away, and acts on them itself. A flag would not do: a loop that is
/// blocked writing to a full terminal, or reading from one that is gone, never checks it.
#[derive(Debug)]
pub struct Watchdog {
    session: Arc<Session>,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    #[cfg(target_os = "linux")]
    held: HeldSignals,
}

impl Watchdog {
    /// Installs the signal handlers. Call this before the session takes the terminal over, or a signal in between would
    /// end the program without restoring it; and before other threads start, which would otherwise receive the signals
    /// that are held back.
    ///
    /// # Errors
    ///
    /// If the system refuses a handler or the socket pair behind it.
    pub fn new(session: &Arc<Session>) -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, HANDLED)?;
        Ok(Self {
            session: Arc::clone(session),
            signals,
            #[cfg(target_os = "linux")]
            held: HeldSignals::hold()?,
        })
    }

    /// Watches until the process ends, asleep in between. Needs a thread of its own.
    pub fn watch(mut self) -> ! {
        let mut signals = VecDeque::new();
        self.stop_in_background(&mut signals);
        loop {
            let is_gone = signals.is_empty() && self.wait();
            signals.append(&mut self.pending());
            while let Some(signal) = signals.pop_front() {
                match signal {
                    SIGTSTP => self.stop(&mut signals),
                    SIGCONT => self.resume(&mut signals),
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
        #[cfg(target_os = "linux")]
        signals.extend(std::iter::from_fn(|| self.held.take()));
        signals.sort_by_key(|signal| *signal == SIGCONT);
        signals.into()
    }

    /// Sleeps until a signal arrives (false) or the terminal is gone (true). It polls the terminal for no other events,
    /// so keys do not wake it.
    fn wait(&self) -> bool {
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        loop {
            let mut polled = [
                PollFd::new(&*self.session, PollFlags::empty()),
                PollFd::new(self.signals.get_read(), PollFlags::IN),
                #[cfg(target_os = "linux")]
                PollFd::new(&self.held, PollFlags::IN),
            ];
            match poll(&mut polled, None) {
                Ok(_) if polled[0].revents().intersects(gone) => return true,
                Ok(_) if polled[1..].iter().any(|signals| !signals.revents().is_empty()) => return false,
                Ok(_) | Err(Errno::INTR) => {}
                // No memory, for example: retry, but never in a busy loop.
                Err(_) => thread::sleep(Duration::from_secs(1)),
            }
        }
    }

    /// Stops the process until a shell sends SIGCONT. Without a shell that could, does nothing, as the system does for
    /// an orphaned process group.
    fn stop(&mut self, signals: &mut VecDeque<i32>) {
        if has_shell() {
            self.session.pause();
            signals.append(&mut self.pending());
            if may_stop(signals) {
                let _ = raise(SIGSTOP);
            }
        }
    }

    /// Takes the terminal back, also after a SIGSTOP, which cannot be caught, and after which a shell may have changed
    /// the terminal. SIGWINCH makes the loop paint everything at the present size.
    fn resume(&mut self, signals: &mut VecDeque<i32>) {
        self.stop_in_background(signals);
        if self.session.is_ours() {
            let _ = self.session.resume();
            let _ = raise(SIGWINCH);
        }
    }

    /// Stops a background job, since it does not have the terminal. It handles other signals first: `kill %1` sends
    /// SIGTERM and then SIGCONT, and stopping on the second would leave the first without effect.
    fn stop_in_background(&mut self, signals: &mut VecDeque<i32>) {
        if !self.session.is_ours() && has_shell() {
            thread::sleep(BETWEEN_STOPS);
            signals.append(&mut self.pending());
            if signals.is_empty() && !self.session.is_ours() {
                stop_background_job();
            }
        }
    }
}

/// True if none of the signals that arrived while the terminal was given back speaks against the stop: after SIGCONT it is
/// already over, and no second one would follow; one that ends the program would wait until somebody resumes it.
fn may_stop(signals: &VecDeque<i32>) -> bool {
    signals.iter().all(|signal| *signal == SIGTSTP)
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

/// Restores the terminal and ends the process with the signal's own status. PID 1 of a container is immune to the
/// default actions of signals, so it exits with the code that a shell reports for the signal.
fn end(signal: i32, session: &Session) -> ! {
    session.leave();
    interrupt_children();
    let _work = session.await_work();
    if std::process::id() != 1 {
        // Does not support real-time signals and a few others; for those, the next line ends the process.
        let _ = emulate_default_handler(signal);
    }
    std::process::exit(128 + signal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_that_ends_the_program_ends_it_before_a_stop_that_came_first() {
        assert!(may_stop(&VecDeque::new()) && may_stop(&VecDeque::from([SIGTSTP])));
        for other in [SIGCONT, SIGTERM, SIGHUP, SIGINT] {
            assert!(!may_stop(&VecDeque::from([SIGTSTP, other])), "{other}");
        }
    }
}
