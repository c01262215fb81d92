//! How long tables take, and how much memory: the program itself on files made here, next to the command of `DuckDB` on the
//! same files where it is installed.
//!
//! `cargo bench --bench cube` prints a table. The files go to the temporary folder, some 1.5 GB, and are removed at the end.
//! A run is the program from its start to its end, the best of a few; what a question takes is the difference between many
//! and none. `DUCKDB` names its command, `HORGOS` another build of the program. `CUBE_PART=100` makes
//! files with a hundredth of the rows, to see that all runs; `CUBE_FOLDER` is where the files go and stay, and may have files
//! of these names that another program wrote.

#[path = "cube/files.rs"]
mod files;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How often each command runs.
const RUNS: usize = 3;

/// How many questions are asked with one key each, to time one of them.
const QUESTIONS: u32 = 50;

/// The cost of a command: time by the clock and of all processors, and the most memory.
#[derive(Debug, Clone, Copy)]
struct Cost {
    time: Duration,
    /// In steps of 10 ms.
    processor: Duration,
    /// In KiB; 0 where the system does not say.
    memory: u64,
}

impl Cost {
    /// The time that this took longer than another.
    fn less(self, other: Self) -> Self {
        let time = self.time.saturating_sub(other.time);
        Self { time, processor: self.processor.saturating_sub(other.processor), ..self }
    }

    /// The part of each of several.
    fn shared(self, count: u32) -> Self {
        Self { time: self.time / count, processor: self.processor / count, ..self }
    }
}

fn main() -> Outcome<()> {
    let temporary = tempfile::tempdir()?;
    let folder = std::env::var_os("CUBE_FOLDER").map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    let part = std::env::var("CUBE_PART").ok().map(|part| part.parse()).transpose()?.unwrap_or(1).max(1);
    let path = |name: &str| folder.join(name);
    println!("{:<62} {:>9} {:>9} {:>9}", "what", "ms", "processor", "MiB");
    let tiny = path("tiny.csv");
    files::tidy(&tiny, 1)?;
    show("recognise, and the rest for a single row", horgos(&tiny, &[])?);

    let (million, comtrade) = (path("million.csv"), path("comtrade.csv"));
    make(&million, |file| files::tidy(file, 1_000_000 / part))?;
    make(&comtrade, |file| files::comtrade(file, 1_000_000 / part))?;
    memory("1 M rows of 8 columns", &million)?;
    memory("1 M rows of Comtrade, 47 columns", &comtrade)?;
    let large = path("large.csv");
    make(&large, |file| files::tidy(file, 4_000_000 / part))?;
    pass("4 M rows of 8 columns", &large)?;
    for (name, is_sorted) in [("sorted", true), ("unsorted", false)] {
        let file = path(&format!("{name}.parquet"));
        if cfg!(feature = "parquet") {
            make(&file, |file| files::parquet(file, 10_000_000 / part, is_sorted))?;
            pass(&format!("10 M rows of Parquet, {name}"), &file)?;
        }
    }
    Ok(())
}

/// Makes a file, unless it is there from an earlier run.
fn make(file: &Path, write: impl FnOnce(&Path) -> Outcome<()>) -> Outcome<()> {
    if file.exists() { Ok(()) } else { write(file) }
}

/// A table whose rows are kept: the first ranking, and a question more.
fn memory(what: &str, file: &Path) -> Outcome<()> {
    let size = file.metadata()?.len() >> 20;
    let first = horgos(file, &[])?;
    show(&format!("{what}, {size} MiB: first ranking"), first);
    let keys = format!("--keys={}", "-+".repeat(QUESTIONS as usize / 2));
    let many = horgos(file, &["--screen", "120x36", &keys])?;
    let none = horgos(file, &["--screen", "120x36"])?;
    show("  a question more", Cost { memory: many.memory, ..many.less(none).shared(QUESTIONS) });
    duckdb(file);
    Ok(())
}

/// A table that is read once for each reporter.
fn pass(what: &str, file: &Path) -> Outcome<()> {
    let size = file.metadata()?.len() >> 20;
    let first = horgos(file, &[])?;
    show(&format!("{what}, {size} MiB: first ranking"), first);
    // Each of these has as many rows as the first.
    let others = &files::PLACES[1..];
    let keys = others.iter().fold(String::new(), |keys, place| keys + "w<Enter>" + place + "<Enter>");
    let many = horgos(file, &["--screen", "120x36", &format!("--keys={keys}")])?;
    let none = horgos(file, &["--screen", "120x36"])?;
    let count = u32::try_from(others.len())?;
    show("  another reporter", Cost { memory: many.memory, ..many.less(none).shared(count) });
    duckdb(file);
    Ok(())
}

fn horgos(file: &Path, arguments: &[&str]) -> Outcome<Cost> {
    let program = std::env::var("HORGOS").unwrap_or_else(|_| env!("CARGO_BIN_EXE_horgos").to_owned());
    best(|| {
        let mut command = Command::new(&program);
        command.arg("print").args(arguments).arg(file);
        command
    })
}

/// The same ranking by the command of `DuckDB`, from its start to its end.
fn duckdb(file: &Path) {
    let program = std::env::var("DUCKDB").unwrap_or_else(|_| "duckdb".to_owned());
    if Command::new(&program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        println!("  DuckDB's command: not installed");
        return;
    }
    let [reporter, partner, flow, year, value] = if file.to_string_lossy().contains("comtrade") {
        ["reporterISO", "partnerISO", "flowCode", "period", "primaryValue"]
    } else {
        ["reporter", "partner", "flow", "year", "value_usd"]
    };
    let sql = format!(
        "SELECT {partner}, SUM({value}), COUNT(*) FROM '{}' WHERE {reporter} = 'KAZ' AND {flow} = 'X' AND {year} = 2022 \
         GROUP BY {partner} ORDER BY SUM({value}) DESC",
        file.display()
    );
    let cost = best(|| {
        let mut command = Command::new(&program);
        command.args(["-csv", "-c", &sql]);
        command
    });
    match cost {
        Ok(cost) => show("  DuckDB's command", cost),
        Err(_) => println!("  DuckDB's command: does not read it as it is"),
    }
}

/// The best of a few runs.
fn best(make: impl Fn() -> Command) -> Outcome<Cost> {
    let mut best: Option<Cost> = None;
    for _ in 0..RUNS {
        let cost = run(&mut make())?;
        best = Some(best.filter(|best| best.time < cost.time).unwrap_or(cost));
    }
    best.ok_or_else(|| "nothing ran".into())
}

fn run(command: &mut Command) -> Outcome<Cost> {
    let (start, before) = (Instant::now(), processor());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    // The peak is read while it runs: once it has ended, nothing is left to read.
    while child.try_wait()?.is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        memory = memory.max(peak.and_then(|peak| peak.trim().parse().ok()).unwrap_or(0));
        std::thread::sleep(Duration::from_micros(300));
    }
    let time = start.elapsed();
    let is_well = child.wait()?.success();
    let processor = processor().saturating_sub(before);
    if is_well { Ok(Cost { time, processor, memory }) } else { Err(format!("{command:?} failed").into()) }
}

/// The processor time of all commands that have ended; zero where the system does not say.
fn processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(13).take(2);
    Duration::from_millis(fields.filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * 10)
}

fn show(what: &str, Cost { time, processor, memory }: Cost) {
    let memory = if memory == 0 {
        "unknown".to_owned()
    } else {
        format!("{}.{}", memory >> 10, ((memory & 1023) * 10) >> 10)
    };
    let [time, processor] = [time, processor].map(|time| time.as_secs_f64() * 1000.0);
    println!("{what:<62} {time:>9.1} {processor:>9.1} {memory:>9}");
}
