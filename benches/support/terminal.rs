//! The program itself in a pseudo terminal, seen from the other end.

use std::error::Error;
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Silence that ends a frame.
const SILENCE: Duration = Duration::from_millis(60);

/// The cost of a key, or of the start.
#[derive(Clone, Copy)]
pub struct Cost {
    pub bytes: usize,
    pub writes: u64,
    pub time: Duration,
    pub processor: Duration,
}

pub struct Terminal {
    file: File,
    child: Child,
    pub started: Instant,
}

impl Terminal {
    /// The program with these arguments in a terminal of this size, with `variables` as all of its environment but the
    /// kind of terminal and the language.
    pub fn start(
        arguments: &[&str],
        variables: &[(&str, &str)],
        (ws_col, ws_row): (u16, u16),
    ) -> Outcome<Self> {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
        fcntl_setfd(&terminal, FdFlags::CLOEXEC)?;
        grantpt(&terminal)?;
        unlockpt(&terminal)?;
        tcsetwinsize(&terminal, Winsize { ws_row, ws_col, ws_xpixel: 0, ws_ypixel: 0 })?;
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let theirs: File = rustix::fs::open(ptsname(&terminal, Vec::new())?, flags, Mode::empty())?.into();
        let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
        command.args(arguments).env_clear().env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
        command.envs(variables.iter().copied());
        command.stdin(theirs.try_clone()?).stdout(theirs.try_clone()?).stderr(theirs);
        let started = Instant::now();
        let child = command.spawn()?;
        Ok(Self { file: terminal.into(), child, started })
    }

    /// Reads until there is silence; returns the number of bytes and the time of the last one.
    pub fn settle(&mut self, patience: Duration) -> Outcome<(usize, Option<Instant>)> {
        settle(std::slice::from_mut(self), patience)
    }

    /// Sends keys, without waiting for what they do.
    pub fn send(&mut self, keys: &str) -> Outcome<()> {
        Ok(self.file.write_all(keys.as_bytes())?)
    }

    pub fn press(&mut self, keys: &str) -> Outcome<Cost> {
        let (writes, processor) = (self.writes()?, self.processor()?);
        let start = Instant::now();
        self.send(keys)?;
        let (bytes, last) = self.settle(Duration::from_millis(500))?;
        let time = last.map_or(Duration::ZERO, |last| last - start);
        Ok(Cost {
            bytes,
            writes: self.writes()? - writes,
            time,
            processor: self.processor()?.saturating_sub(processor),
        })
    }

    /// Calls of write(2) since the start.
    pub fn writes(&self) -> Outcome<u64> {
        let io = std::fs::read_to_string(format!("/proc/{}/io", self.child.id()))?;
        let line = io.lines().find_map(|line| line.strip_prefix("syscw: ")).ok_or("no syscw")?;
        Ok(line.parse()?)
    }

    /// Processor time of all threads since the start.
    pub fn processor(&self) -> Outcome<Duration> {
        let mut all = Duration::ZERO;
        for task in std::fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let stat = std::fs::read_to_string(task?.path().join("schedstat"))?;
            all += Duration::from_nanos(stat.split(' ').next().ok_or("empty")?.parse()?);
        }
        Ok(all)
    }

    /// A field of the process's memory in KiB: `VmHWM` is the peak, `RssAnon` the anonymous part now; of `smaps_rollup`
    /// `Pss` is its share of what several processes have in common.
    pub fn memory(&self, file: &str, field: &str) -> Outcome<u64> {
        let text = std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id()))?;
        let value = text.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        let value = value.ok_or_else(|| format!("no {field}"))?;
        Ok(value.trim().trim_end_matches(" kB").parse()?)
    }

    pub fn quit(mut self) -> Outcome<()> {
        self.send("q")?;
        self.child.wait()?;
        Ok(())
    }
}

/// Reads from several terminals until all of them are silent; returns the number of bytes and the time of the last one.
pub fn settle(terminals: &mut [Terminal], patience: Duration) -> Outcome<(usize, Option<Instant>)> {
    let mut piece = vec![0; 65536];
    let (mut bytes, mut last) = (0, None);
    let mut wait = patience;
    loop {
        let polled = |terminal| PollFd::new(terminal, PollFlags::IN);
        let mut polled: Vec<PollFd> = terminals.iter().map(|terminal| &terminal.file).map(polled).collect();
        if poll(&mut polled, Some(&Timespec::try_from(wait)?))? == 0 {
            return Ok((bytes, last));
        }
        let ready: Vec<bool> = polled.iter().map(|one| !one.revents().is_empty()).collect();
        for (terminal, _) in terminals.iter_mut().zip(ready).filter(|(_, is_ready)| *is_ready) {
            bytes += terminal.file.read(&mut piece)?;
        }
        last = Some(Instant::now());
        wait = SILENCE;
    }
}

/// The middle of what was measured.
pub fn median<T: Ord + Copy + Default>(all: impl IntoIterator<Item = T>) -> T {
    let mut all: Vec<T> = all.into_iter().collect();
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}
