//! What ends or stops the program from outside: signals, and a terminal that goes away.

use std::io;
use std::sync::Arc;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::Session;

/// Starts the two threads that wait for signals and for the end of the terminal. Both sleep until then.
///
/// They act themselves rather than set a flag: a loop that is writing to a terminal that is full, or reading from
/// one that is gone, would never look at it.
///
/// # Errors
///
/// When the system gives no thread or no handler.
pub fn watch(session: &Arc<Session>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
    let of_signals = Arc::clone(session);
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in &mut signals {
            of_signals.leave();
            let _ = emulate_default_handler(signal);
            // Only a stop comes back from there. The loop learns of it by the size that it is told again.
            let _ = of_signals.take();
            let _ = raise(SIGWINCH);
        }
    })?;
    let of_watchdog = Arc::clone(session);
    std::thread::Builder::new().name("watchdog".into()).spawn(move || {
        wait_for_hang_up(&of_watchdog);
        of_watchdog.leave();
        let _ = emulate_default_handler(SIGHUP);
    })?;
    Ok(())
}

/// Returns when the terminal is gone; asks for no other event, so nothing else wakes it.
fn wait_for_hang_up(session: &Session) {
    let tty = session.tty();
    loop {
        let mut polled = [PollFd::new(&tty, PollFlags::empty())];
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        if poll(&mut polled, None).is_ok_and(|_| polled[0].revents().intersects(gone)) {
            return;
        }
    }
}
