//! Starts child programs. Each leads a session of its own: it has no terminal to ask for a password on, keys pressed
//! here do not reach it, and a signal to its group also reaches whatever it has started. All of them end when this
//! program does.

use std::ffi::CString;
use std::io::{self, PipeReader, PipeWriter, pipe};
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStringExt;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use nix::spawn::{PosixSpawnAttr, PosixSpawnFileActions, PosixSpawnFlags, posix_spawnp};
use nix::sys::signal::{SigSet, Signal as Named};
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, WaitOptions, WaitStatus, kill_process_group, waitid, waitpid,
};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

/// The process groups of all running children.
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

fn running() -> MutexGuard<'static, Vec<Pid>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Interrupts all children, as Ctrl-C does, before this program ends.
pub fn interrupt_children() {
    for group in running().iter() {
        let _ = kill_process_group(*group, Signal::INT);
    }
}

/// Interrupts all children before a signal ends this program, for programs without a watchdog.
///
/// # Errors
///
/// If signals cannot be handled, or there can be no more threads.
pub fn interrupt_children_on_signals() -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            interrupt_children();
            let _ = emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

/// A running program, and the ends of its pipes.
#[derive(Debug)]
pub struct Child {
    /// Its process, its group and its session.
    group: Pid,
    status: Option<WaitStatus>,
    /// Its standard input; `None` once that is closed.
    pub stdin: Option<PipeWriter>,
    /// Its standard output.
    pub stdout: PipeReader,
    /// Its standard error.
    pub stderr: PipeReader,
}

impl Child {
    /// Sends SIGINT to its group, as Ctrl-C does.
    pub fn interrupt(&self) {
        self.send(Signal::INT);
    }

    /// Kills its group.
    pub fn kill(&self) {
        self.send(Signal::KILL);
    }

    fn send(&self, signal: Signal) {
        // Once it has been waited for, its process id may be reused.
        if self.status.is_none() {
            let _ = kill_process_group(self.group, signal);
        }
    }

    /// How it ended; `None` while it runs. Whatever is left of its group ends with it.
    pub fn ended(&mut self) -> Option<WaitStatus> {
        if self.status.is_none() {
            let peek = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
            if waitid(WaitId::Pid(self.group), peek).is_ok_and(|ended| ended.is_none()) {
                return None;
            }
            self.reap();
        }
        self.status
    }

    fn reap(&mut self) {
        self.kill();
        running().retain(|group| *group != self.group);
        let status = waitpid(Some(self.group), WaitOptions::empty()).ok().flatten();
        self.status = status.map(|(_, status)| status);
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if self.status.is_none() {
            self.reap();
        }
    }
}

/// Starts a program on demand, from a thread of its own: a thread created before the sandbox was entered is outside of
/// it, and so are the programs that it starts.
#[derive(Debug)]
pub struct Launcher {
    requests: Mutex<Sender<Sender<io::Result<Child>>>>,
}

impl Launcher {
    /// # Errors
    ///
    /// If the command holds a NUL, or there can be no more threads.
    pub fn new(command: &[String]) -> io::Result<Self> {
        let words = command.iter().map(|word| CString::new(word.as_str())).collect::<Result<Vec<_>, _>>()?;
        let (requests, asked): (_, Receiver<Sender<io::Result<Child>>>) = channel();
        thread::Builder::new().name("launcher".into()).spawn(move || {
            for answer in asked {
                let _ = answer.send(spawn(&words));
            }
        })?;
        Ok(Self { requests: Mutex::new(requests) })
    }

    /// # Errors
    ///
    /// If the program cannot be started.
    pub fn start(&self) -> io::Result<Child> {
        let gone = || io::Error::other("the thread that starts programs has ended");
        let (answer, started) = channel();
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.send(answer).map_err(|_| gone())?;
        started.recv().map_err(|_| gone())?
    }
}

/// The flag that makes the child the leader of a new session.
#[cfg(target_vendor = "apple")]
const SETSID: i32 = 0x400;
#[cfg(not(target_vendor = "apple"))]
const SETSID: i32 = 0x80;

fn spawn(words: &[CString]) -> io::Result<Child> {
    let program = words.first().ok_or_else(|| io::Error::other("the command is empty"))?;
    let ((stdin, to_child), (stdout, from_child), (stderr, errors)) = (pipe()?, pipe()?, pipe()?);
    let mut actions = PosixSpawnFileActions::init()?;
    actions.add_dup2(stdin.as_raw_fd(), 0)?;
    actions.add_dup2(from_child.as_raw_fd(), 1)?;
    actions.add_dup2(errors.as_raw_fd(), 2)?;
    let mut attributes = PosixSpawnAttr::init()?;
    let mut usual = SigSet::empty();
    // The runtime ignores SIGPIPE, and signals that are ignored stay so in a child.
    for signal in [Named::SIGPIPE, Named::SIGINT, Named::SIGTERM, Named::SIGHUP, Named::SIGQUIT] {
        usual.add(signal);
    }
    attributes.set_sigdefault(&usual)?;
    attributes.set_sigmask(&SigSet::empty())?;
    let flags = PosixSpawnFlags::POSIX_SPAWN_SETSIGDEF | PosixSpawnFlags::POSIX_SPAWN_SETSIGMASK;
    attributes.set_flags(flags | PosixSpawnFlags::from_bits_retain(SETSID as _))?;
    let environment: Vec<CString> = std::env::vars_os()
        .filter_map(|(name, value)| {
            let mut pair = name.into_vec();
            pair.push(b'=');
            pair.append(&mut value.into_vec());
            CString::new(pair).ok()
        })
        .collect();
    // Held until the child is listed, so that interrupting all children cannot miss it.
    let mut running = running();
    let pid = posix_spawnp(program, &actions, &attributes, words, &environment)?;
    let group = Pid::from_raw(pid.as_raw()).ok_or_else(|| io::Error::other("a process without a number"))?;
    running.push(group);
    Ok(Child { group, status: None, stdin: Some(to_child), stdout, stderr })
}
