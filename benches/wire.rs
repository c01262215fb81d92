//! Bytes over the wire and their cost, at three sizes: the program itself in a pseudo terminal.
//!
//! `cargo bench --bench wire` prints two tables. The first compares the bytes of the same frames and does not
//! depend on the machine. The costs in the second are medians; the machine should be idle otherwise.

#[path = "wire/bytes.rs"]
mod bytes;
#[path = "../tests/wire/look.rs"]
mod look;
#[path = "../tests/support/bound.rs"]
mod minimum;
#[path = "../tests/support/screen.rs"]
mod screen;

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

type Outcome<T> = Result<T, Box<dyn Error>>;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
/// Silence that ends a frame.
const SILENCE: Duration = Duration::from_millis(60);
/// How often each key is pressed for the median.
const TIMES: usize = 21;

/// The cost of a key, or of the start.
#[derive(Clone, Copy)]
struct Cost {
    bytes: usize,
    writes: u64,
    time: Duration,
    processor: Duration,
}

/// The program in a pseudo terminal, seen from the other end.
struct Bench {
    terminal: File,
    child: Child,
    started: Instant,
}

impl Bench {
    fn start((ws_col, ws_row): (u16, u16)) -> Outcome<Self> {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
        fcntl_setfd(&terminal, FdFlags::CLOEXEC)?;
        grantpt(&terminal)?;
        unlockpt(&terminal)?;
        tcsetwinsize(&terminal, Winsize { ws_row, ws_col, ws_xpixel: 0, ws_ypixel: 0 })?;
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let theirs: File = rustix::fs::open(ptsname(&terminal, Vec::new())?, flags, Mode::empty())?.into();
        let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
        command.env_clear().env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
        command.stdin(theirs.try_clone()?).stdout(theirs.try_clone()?).stderr(theirs);
        let started = Instant::now();
        let child = command.spawn()?;
        Ok(Self { terminal: terminal.into(), child, started })
    }

    /// Reads until there is silence; returns the number of bytes and the time of the last one.
    fn settle(&mut self, patience: Duration) -> Outcome<(usize, Option<Instant>)> {
        let mut piece = vec![0; 65536];
        let (mut bytes, mut last) = (0, None);
        let mut wait = patience;
        while poll(&mut [PollFd::new(&self.terminal, PollFlags::IN)], Some(&Timespec::try_from(wait)?))? > 0 {
            bytes += self.terminal.read(&mut piece)?;
            last = Some(Instant::now());
            wait = SILENCE;
        }
        Ok((bytes, last))
    }

    fn press(&mut self, keys: &str) -> Outcome<Cost> {
        let (writes, processor) = (self.writes()?, self.processor()?);
        let start = Instant::now();
        self.terminal.write_all(keys.as_bytes())?;
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
    fn writes(&self) -> Outcome<u64> {
        let io = std::fs::read_to_string(format!("/proc/{}/io", self.child.id()))?;
        let line = io.lines().find_map(|line| line.strip_prefix("syscw: ")).ok_or("no syscw")?;
        Ok(line.parse()?)
    }

    /// Processor time of all threads since the start.
    fn processor(&self) -> Outcome<Duration> {
        let mut all = Duration::ZERO;
        for task in std::fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let stat = std::fs::read_to_string(task?.path().join("schedstat"))?;
            all += Duration::from_nanos(stat.split(' ').next().ok_or("empty")?.parse()?);
        }
        Ok(all)
    }

    /// Resident memory: the peak, and the anonymous part of it now.
    fn memory(&self) -> Outcome<(String, String)> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.map(|line| line.trim().to_owned()).ok_or(format!("no {name}"))
        };
        Ok((field("VmHWM:")?, field("RssAnon:")?))
    }

    fn quit(mut self) -> Outcome<()> {
        self.terminal.write_all(b"q")?;
        self.child.wait()?;
        Ok(())
    }
}

fn main() -> Outcome<()> {
    bytes::compare(&SIZES)?;
    println!();
    println!("| size | what | bytes | writes | key to last byte | processor |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    for size in SIZES {
        measure(size)?;
    }
    Ok(())
}

fn measure(size: (u16, u16)) -> Outcome<()> {
    let name = format!("{}×{}", size.0, size.1);
    let row = |what: &str, costs: Vec<Cost>| {
        let cost = median(&costs);
        let micros = |time: Duration| format!("{} µs", time.as_micros());
        println!(
            "| {name} | {what} | {} | {} | {} | {} |",
            cost.bytes,
            cost.writes,
            micros(cost.time),
            micros(cost.processor)
        );
    };
    let mut starts = Vec::new();
    for _ in 0..TIMES {
        let mut bench = Bench::start(size)?;
        let (bytes, last) = bench.settle(Duration::from_secs(5))?;
        let time = last.map_or(Duration::ZERO, |last| last - bench.started);
        starts.push(Cost { bytes, writes: bench.writes()?, time, processor: bench.processor()? });
        bench.quit()?;
    }
    row("start to first frame", starts);
    let mut bench = Bench::start(size)?;
    bench.settle(Duration::from_secs(5))?;
    for (what, keys, back) in [
        ("one row down", "j", "k"),
        ("one pane on", "\t", "\x1b[Z"),
        ("zoom", "z", "z"),
        ("help", "?", "?"),
        ("a key without effect", "x", "x"),
        ("20 keys at once", "jkjkjkjkjkjkjkjkjkjj", "g"),
        ("500 keys at once", &"j".repeat(500), "g"),
    ] {
        let mut costs = Vec::new();
        for _ in 0..TIMES {
            costs.push(bench.press(keys)?);
            bench.press(back)?;
        }
        row(what, costs);
    }
    let (writes, processor) = (bench.writes()?, bench.processor()?);
    let (bytes, _) = bench.settle(Duration::from_secs(10))?;
    let processor = bench.processor()?.saturating_sub(processor);
    row(
        "idle for 10 s",
        vec![Cost { bytes, writes: bench.writes()? - writes, time: Duration::ZERO, processor }],
    );
    let (peak, anonymous) = bench.memory()?;
    println!("| {name} | peak memory {peak}, anonymous {anonymous} | | | | |");
    bench.quit()
}

/// The median of each number separately.
fn median(costs: &[Cost]) -> Cost {
    fn middle<T: Ord + Copy + Default>(all: impl Iterator<Item = T>) -> T {
        let mut all: Vec<T> = all.collect();
        all.sort_unstable();
        all.get(all.len() / 2).copied().unwrap_or_default()
    }
    Cost {
        bytes: middle(costs.iter().map(|cost| cost.bytes)),
        writes: middle(costs.iter().map(|cost| cost.writes)),
        time: middle(costs.iter().map(|cost| cost.time)),
        processor: middle(costs.iter().map(|cost| cost.processor)),
    }
}
