//! What ends or stops the program against its will: signals, panics, and a terminal that goes away.

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

/// The signals that are answered.
const ANSWERED: [i32; 6] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT];

/// Waits for signals and for the end of the terminal, and acts itself rather than set a flag: a loop that is writing to
/// a terminal that is full, or reading from one that is gone, would never look at it.
#[derive(Debug)]
pub struct Watchdog {
    session: Arc<Session>,
    signals: SignalDelivery<UnixStream, SignalOnly>,
}

impl Watchdog {
    /// Catches the signals from here on; to be made before the terminal is taken over, so that none comes in between.
    ///
    /// # Errors
    ///
    /// When the system gives no handler.
    pub fn new(session: &Arc<Session>) -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, ANSWERED)?;
        Ok(Self { session: Arc::clone(session), signals })
    }

    /// Watches for as long as the program lives, asleep but for what it waits for; this takes a thread of its own.
    pub fn watch(mut self) -> ! {
        loop {
            let is_gone = wait(self.signals.get_read(), &self.session);
            let mut signals = self.pending();
            while let Some(signal) = signals.pop_front() {
                match signal {
                    SIGTSTP => self.stop(&mut signals),
                    SIGCONT => go_on(&self.session),
                    ending => end(ending, &self.session),
                }
            }
            if is_gone {
                end(SIGHUP, &self.session);
            }
        }
    }

    /// What has come, the end of a stop last: several signals say nothing of their order, and nobody would continue a
    /// program that was told to go on before it was told to stop.
    fn pending(&mut self) -> VecDeque<i32> {
        let mut signals: Vec<i32> = self.signals.pending().collect();
        signals.sort_by_key(|signal| *signal == SIGCONT);
        signals.into()
    }

    /// Stops until a shell continues it; the end of the stop is told by SIGCONT. Where no shell could send that, the
    /// system would not stop either. Where it has come by now, the stop is over before it began, and nobody would send
    /// another one.
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

/// A panic in any thread gives the terminal back before it reports, and ends the program.
pub fn leave_on_panic(session: &Arc<Session>) {
    let session = Arc::clone(session);
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        session.leave();
        report(panic);
        std::process::exit(101);
    }));
}

/// Also after a stop that could not be caught, when a shell has had the terminal in between. The loop learns of it by
/// the size that it is told again, and paints everything.
fn go_on(session: &Session) {
    let _ = session.resume();
    let _ = raise(SIGWINCH);
}

/// Gives the terminal back and ends the program by the signal's own status. The first process of a container has no
/// such end, since the system spares it; it ends with the number that a shell would tell.
fn end(signal: i32, session: &Session) -> ! {
    session.leave();
    if std::process::id() != 1 {
        let _ = emulate_default_handler(signal);
    }
    std::process::exit(128 + signal)
}

/// Returns when a signal has come, or when the terminal is gone, and which of them; asks for nothing else of the
/// terminal, so nothing else wakes it.
fn wait(signals: &UnixStream, session: &Session) -> bool {
    let tty = session.tty();
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let mut polled = [PollFd::new(&tty, PollFlags::empty()), PollFd::new(signals, PollFlags::IN)];
        match poll(&mut polled, None) {
            Ok(_) if polled[0].revents().intersects(gone) => return true,
            Ok(_) if !polled[1].revents().is_empty() => return false,
            Ok(_) | Err(Errno::INTR) => {}
            // Out of memory, say; it must not make this loop a busy one.
            Err(_) => std::thread::sleep(Duration::from_secs(1)),
        }
    }
}
