//! Takes the terminal over, and restores it.

mod channel;
mod job;

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use crate::stage::SocketFile;
use channel::TerminalWriter;
pub use job::{BETWEEN_STOPS, has_shell, stop_background_job};

/// Alternate screen, hidden cursor, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Undoes [`ENTER`] and the mouse. First ends a synchronized update and resets attributes, since either may be active.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1000l\x1b[?1006l\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Reports presses and the wheel, with decimal coordinates (SGR).
const MOUSE_ON: &[u8] = b"\x1b[?1000;1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1000;1006l";
/// CAN: makes the terminal abandon an unfinished sequence.
const CANCEL: u8 = 0x18;

/// How long to wait for a terminal that accepts no bytes, while entering or leaving it.
const HANDOVER_TIMEOUT: Duration = Duration::from_millis(200);
/// How often a background job that is not stopped checks if it has the terminal.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// The terminal, and whether the program has it.
///
/// Quit, errors, panics and signals may all leave it, from any thread and any number of times: the first one does the
/// work, the others wait until it is done.
#[derive(Debug)]
pub struct Session {
    tty: OwnedFd,
    out: TerminalWriter,
    hold: Mutex<Owner>,
    /// The terminal's settings before we changed them.
    before: Mutex<Option<Termios>>,
    mouse: AtomicBool,
    /// Held during work that the end of the process must not interrupt.
    work: Mutex<()>,
    /// Sockets to remove when the session ends.
    sockets: Mutex<Vec<SocketFile>>,
}

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// Others; the session has not taken it yet.
    Free,
    /// A shell, until it resumes the program.
    Paused,
    /// The session.
    Taken,
    /// Others, for good.
    Over,
}

impl Session {
    /// Opens the terminal without changing anything about it.
    ///
    /// # Errors
    ///
    /// If there is no terminal to read keys from.
    pub fn open() -> io::Result<Self> {
        Ok(Self {
            tty: tty()?,
            out: TerminalWriter::to_standard_output(),
            hold: Mutex::new(Owner::Free),
            before: Mutex::new(None),
            mouse: AtomicBool::new(false),
            work: Mutex::new(()),
            sockets: Mutex::new(Vec::new()),
        })
    }

    /// Takes the terminal over: raw input, alternate screen, no cursor. A background job waits until the shell brings
    /// it to the foreground. Meanwhile only the thread that watches signals stops the job: any other thread might stop
    /// one that a signal is just about to end.
    ///
    /// # Errors
    ///
    /// If the terminal's settings cannot be changed, or it does not accept the bytes in time.
    pub fn take(&self) -> io::Result<()> {
        while !self.is_ours() && has_shell() {
            thread::sleep(BETWEEN_LOOKS);
        }
        self.take_now()
    }

    /// Takes the terminal over, even if it was taken before: a shell may have changed it while the program was stopped
    /// from outside.
    fn take_now(&self) -> io::Result<()> {
        let mut hold = locked(&self.hold);
        let mut before = locked(&self.before);
        let settings = match (*hold, &*before) {
            (Owner::Over, _) => return Ok(()),
            (Owner::Taken, Some(before)) => before.clone(),
            (Owner::Free | Owner::Paused | Owner::Taken, _) => tcgetattr(&self.tty)?,
        };
        let mut raw = settings.clone();
        raw.make_raw();
        tcsetattr(&self.tty, OptionalActions::Now, &raw)?;
        *before = Some(settings);
        drop(before);
        *hold = Owner::Taken;
        self.out.write_within(ENTER, HANDOVER_TIMEOUT)?;
        if self.has_mouse() { self.out.write_within(MOUSE_ON, HANDOVER_TIMEOUT) } else { Ok(()) }
    }

    /// Restores the terminal until [`Session::resume`].
    pub fn pause(&self) {
        self.restore(Owner::Paused);
    }

    /// Takes the terminal over again after a stop; does nothing if it was never taken.
    ///
    /// # Errors
    ///
    /// As [`Session::take`].
    pub fn resume(&self) -> io::Result<()> {
        let is_free = *locked(&self.hold) == Owner::Free;
        if is_free { Ok(()) } else { self.take_now() }
    }

    /// Restores the terminal for good, and removes the sockets of a talk.
    pub fn leave(&self) {
        self.restore(Owner::Over);
        for socket in locked(&self.sockets).drain(..) {
            socket.remove();
        }
    }

    /// Registers sockets to be removed when the session ends, however it ends.
    pub fn remove_at_end(&self, sockets: Vec<SocketFile>) {
        locked(&self.sockets).extend(sockets);
    }

    /// Runs work that a signal must not interrupt, such as replacing a file. If it takes long, a signal ends the
    /// process anyway.
    pub fn uninterrupted<T>(&self, work: impl FnOnce() -> T) -> T {
        let _held = locked(&self.work);
        work()
    }

    /// Waits briefly for uninterruptible work. No more of it starts while the guard is held.
    pub fn await_work(&self) -> Option<MutexGuard<'_, ()>> {
        locked_within(&self.work, HANDOVER_TIMEOUT)
    }

    /// Gives the terminal back with its previous settings. Waits only briefly for a terminal that accepts no bytes, and
    /// for another thread whose write to it does not return.
    fn restore(&self, next: Owner) {
        let mut leave = LEAVE.to_vec();
        let hold = locked_within(&self.hold, HANDOVER_TIMEOUT).or_else(|| {
            self.discard_output(&mut leave);
            locked_within(&self.hold, HANDOVER_TIMEOUT)
        });
        let Some(mut hold) = hold else {
            self.restore_settings();
            return;
        };
        match (*hold, next) {
            (Owner::Over, _) | (Owner::Free, Owner::Paused) => {}
            (Owner::Free | Owner::Paused, _) => *hold = next,
            (Owner::Taken, _) => {
                *hold = next;
                // The screen of another job is not ours to clear.
                if self.is_ours() {
                    self.restore_screen(leave);
                    self.restore_settings();
                }
            }
        }
    }

    fn restore_screen(&self, mut leave: Vec<u8>) {
        let done = self.out.write_within(&leave, HANDOVER_TIMEOUT);
        if done.is_err_and(|error| error.kind() == io::ErrorKind::TimedOut) {
            self.discard_output(&mut leave);
            let _ = self.out.write_within(&leave, HANDOVER_TIMEOUT);
        }
    }

    /// Discards output that a blocked terminal has not accepted. It is no longer needed, and makes room for `leave`: a
    /// connection that recovers later shows the shell's screen. The discarded output may have ended within a sequence,
    /// so `leave` cancels that first.
    fn discard_output(&self, leave: &mut Vec<u8>) {
        if self.is_ours() {
            self.out.discard();
            leave.splice(..leave.len() - LEAVE.len(), [CANCEL]);
        }
    }

    fn restore_settings(&self) {
        if let Some(before) = &*locked(&self.before) {
            let _ = tcsetattr(&self.tty, OptionalActions::Now, before);
        }
    }

    /// True unless another job has the terminal: touching it would then stop this one.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        job::is_foreground(self.tty.as_fd())
    }

    /// Sends bytes while the session has the terminal, and drops them otherwise: they would end up on the shell's
    /// screen.
    ///
    /// # Errors
    ///
    /// If the terminal accepts no more bytes.
    pub fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let hold = locked(&self.hold);
            let written = match *hold {
                Owner::Taken => self.out.write(bytes)?,
                Owner::Free | Owner::Paused | Owner::Over => return Ok(()),
            };
            drop(hold);
            bytes = bytes.get(written..).unwrap_or_default();
            if written == 0 {
                self.out.wait()?;
            }
        }
        Ok(())
    }

    /// The bytes that turn mouse events on or off. The session remembers the state, and restores it after a stop.
    pub fn set_mouse(&self, on: bool) -> &'static [u8] {
        self.mouse.store(on, Ordering::Relaxed);
        if on { MOUSE_ON } else { MOUSE_OFF }
    }

    /// True if mouse events were asked for.
    #[must_use]
    pub fn has_mouse(&self) -> bool {
        self.mouse.load(Ordering::Relaxed)
    }

    /// Stops the whole job, as Ctrl-Z does in a terminal that is not raw: stopping this process alone would leave a
    /// script that waits for it hanging. Does nothing if no shell could resume it.
    pub fn suspend(&self) {
        if has_shell() {
            let _ = kill_current_process_group(Signal::TSTP);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Locks a mutex; `None` if another thread holds it for longer than `time`.
fn locked_within<T>(mutex: &Mutex<T>, time: Duration) -> Option<MutexGuard<'_, T>> {
    let end = Instant::now() + time;
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < end => thread::sleep(Duration::from_millis(1)),
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}

/// The terminal that keys are read from.
impl AsFd for Session {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }
}

/// Standard input if it is a terminal, else the controlling terminal of the process.
fn tty() -> io::Result<OwnedFd> {
    let input = rustix::stdio::stdin();
    if rustix::termios::isatty(input) {
        return Ok(rustix::io::fcntl_dupfd_cloexec(input, 3)?);
    }
    Ok(File::options().read(true).write(true).open("/dev/tty")?.into())
}
