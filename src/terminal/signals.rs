//! What ends or stops the program against its will: signals, panics, and a terminal that goes away.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::Session;
use super::session::has_shell;

/// Starts the two threads that wait for signals and for the end of the terminal. Both sleep until then.
///
/// They act themselves rather than set a flag: a loop that is writing to a terminal that is full, or reading from
/// one that is gone, would never look at it. To be called before the terminal is taken over, so that no signal
/// comes in between.
///
/// # Errors
///
/// When the system gives no thread or no handler.
pub fn watch(session: &Arc<Session>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT])?;
    let of_signals = Arc::clone(session);
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in &mut signals {
            obey(signal, &of_signals);
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

fn obey(signal: i32, session: &Session) {
    match signal {
        // The end of a stop is told by SIGCONT. Where no shell could send that, the system would not stop either.
        SIGTSTP => {
            if has_shell() {
                session.pause();
                let _ = raise(SIGSTOP);
            }
        }
        // Also after a stop that could not be caught, when a shell has had the terminal in between. The loop learns
        // of it by the size that it is told again, and paints everything.
        SIGCONT => {
            let _ = session.take();
            let _ = raise(SIGWINCH);
        }
        ending => {
            session.leave();
            let _ = emulate_default_handler(ending);
        }
    }
}

/// Returns when the terminal is gone; asks for no other event, so nothing else wakes it.
fn wait_for_hang_up(session: &Session) {
    let tty = session.tty();
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let mut polled = [PollFd::new(&tty, PollFlags::empty())];
        match poll(&mut polled, None) {
            Ok(_) if polled[0].revents().intersects(gone) => return,
            Ok(_) | Err(Errno::INTR) => {}
            // Out of memory, say; it must not make this loop a busy one.
            Err(_) => std::thread::sleep(Duration::from_secs(1)),
        }
    }
}
