//! Taking the terminal over and giving it back.

mod channel;

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use nix::unistd::{Pid, getpgrp, getppid, getsid};
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use channel::Channel;

/// Alternate screen, cursor hidden, pasted text marked as such.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// The reverse, after plain attributes; the end of a synchronized update first, should one be open.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1000l\x1b[?1006l\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Presses and the wheel, with positions in digits.
const MOUSE_ON: &[u8] = b"\x1b[?1000;1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1000;1006l";

/// How long a terminal that takes no bytes is waited for when it is given back.
const MOMENT: Duration = Duration::from_millis(200);

/// The terminal while the dashboard has it.
///
/// Leaving can be asked for by quit, error, panic and signals, from any thread, any number of times: only the
/// first does something, and the others wait until it is done.
#[derive(Debug)]
pub struct Session {
    tty: OwnedFd,
    out: Channel,
    hold: Mutex<Hold>,
    /// The settings before it was taken.
    before: Mutex<Option<Termios>>,
    mouse: AtomicBool,
}

/// Whether the session has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// Not yet.
    Free,
    /// Not now: a shell has it.
    Paused,
    /// It has.
    Taken,
    /// Never again.
    Over,
}

impl Session {
    /// The terminal, not taken over yet.
    ///
    /// # Errors
    ///
    /// When there is no terminal to read keys from.
    pub fn open() -> io::Result<Self> {
        Ok(Self {
            tty: tty()?,
            out: Channel::to_standard_output(),
            hold: Mutex::new(Hold::Free),
            before: Mutex::new(None),
            mouse: AtomicBool::new(false),
        })
    }

    /// Takes the terminal over: raw input, alternate screen, no cursor. Also when it is taken over already: a shell
    /// may have changed it while the program was stopped from outside.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be set.
    pub fn take(&self) -> io::Result<()> {
        let mut hold = locked(&self.hold);
        let mut before = locked(&self.before);
        let settings = match (*hold, &*before) {
            (Hold::Over, _) => return Ok(()),
            (Hold::Taken, Some(before)) => before.clone(),
            (Hold::Free | Hold::Paused | Hold::Taken, _) => tcgetattr(&self.tty)?,
        };
        let mut raw = settings.clone();
        raw.make_raw();
        tcsetattr(&self.tty, OptionalActions::Now, &raw)?;
        *before = Some(settings);
        drop(before);
        *hold = Hold::Taken;
        self.out.write_within(ENTER, MOMENT)?;
        if self.mouse.load(Ordering::Relaxed) { self.out.write_within(MOUSE_ON, MOMENT) } else { Ok(()) }
    }

    /// Gives the terminal back until it is taken again.
    pub fn pause(&self) {
        self.give_back(Hold::Paused);
    }

    /// Takes the terminal over again after a stop; not where it had not been taken before.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be set.
    pub fn resume(&self) -> io::Result<()> {
        let is_free = *locked(&self.hold) == Hold::Free;
        if is_free { Ok(()) } else { self.take() }
    }

    /// Gives the terminal back for good.
    pub fn leave(&self) {
        self.give_back(Hold::Over);
    }

    /// Each step is tried whatever became of the one before; a terminal that takes no bytes is not waited for, nor is
    /// a write to it that does not end.
    fn give_back(&self, next: Hold) {
        let Some(mut hold) = locked_within(&self.hold, MOMENT) else {
            self.restore_settings();
            return;
        };
        match (*hold, next) {
            (Hold::Over, _) | (Hold::Free, Hold::Paused) => {}
            (Hold::Free | Hold::Paused, _) => *hold = next,
            (Hold::Taken, _) => {
                *hold = next;
                let _ = self.out.write_within(LEAVE, MOMENT);
                self.restore_settings();
            }
        }
    }

    fn restore_settings(&self) {
        if let Some(before) = &*locked(&self.before) {
            let _ = tcsetattr(&self.tty, OptionalActions::Now, before);
        }
    }

    /// The terminal that keys come from.
    #[must_use]
    pub fn tty(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }

    /// Sends bytes as long as the session has the terminal; later ones would end up between the shell's.
    ///
    /// # Errors
    ///
    /// When the terminal takes no more.
    pub fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let hold = locked(&self.hold);
            let written = match *hold {
                Hold::Taken => self.out.write(bytes)?,
                Hold::Free | Hold::Paused | Hold::Over => return Ok(()),
            };
            drop(hold);
            bytes = bytes.get(written..).unwrap_or_default();
            if written == 0 {
                self.out.wait()?;
            }
        }
        Ok(())
    }

    /// What asks for the mouse, or leaves it to the terminal; remembered for when the terminal is taken back.
    pub fn mouse(&self, on: bool) -> &'static [u8] {
        self.mouse.store(on, Ordering::Relaxed);
        if on { MOUSE_ON } else { MOUSE_OFF }
    }

    /// Stops the whole job, as the key does in a terminal that is not raw: a script that waits for this program
    /// would else wait for ever. Where no shell could continue it, nothing happens.
    pub fn suspend(&self) {
        if has_shell() {
            let _ = kill_current_process_group(Signal::TSTP);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `None` where somebody else has it for longer than `time`.
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

/// Whether somebody in the same session started this program, and may continue it when it is stopped. There is
/// nobody where it is the first program of a terminal or of an SSH connection, and nobody where it is in one group
/// with that: a shell that continues jobs gives each a group of its own, and is not stopped with them.
///
/// Inside a container the parent or the session may be outside, where they have no number here: the system says 0,
/// which names nobody. (That is why this asks `nix`: `rustix` takes a 0 for impossible.)
pub fn has_shell() -> bool {
    let outside = Pid::from_raw(0);
    let parent = getppid();
    let session = |pid| getsid(pid).ok().filter(|&session| session != outside);
    let ours = session(None).filter(|_| parent != outside);
    ours.is_some_and(|ours| session(Some(parent)) == Some(ours) && getpgrp() != ours)
}

/// Standard input where it is a terminal, else the terminal that controls the process.
fn tty() -> io::Result<OwnedFd> {
    let input = rustix::stdio::stdin();
    if rustix::termios::isatty(input) {
        return Ok(rustix::io::fcntl_dupfd_cloexec(input, 3)?);
    }
    Ok(File::options().read(true).write(true).open("/dev/tty")?.into())
}
