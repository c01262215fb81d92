//! The fuzz harness: tries changed and made-up inputs, and holds what has to hold of each (`hold.rs`).
//!
//! ```sh
//! cargo run --release --manifest-path fuzz/Cargo.toml -- --seconds 60
//! ```
//!
//! It goes through the kept inputs of `fuzz/corpus` first, then changes them. An input that is answered in a new way is
//! changed further. What fails is written to the folder of `--found`, with the reason, and the run ends with 1.

mod generate;
mod hold;
mod modes;
mod mutate;
mod random;

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use allocation_counter::measure;
use modes::{Bench, Mode};
use random::Random;

const USAGE: &str = "\
Options: --seconds N     how long to run (60)
         --count N       how many inputs to try at most
         --mode NAME     one mode only: generated, package, csv, keys, address, config, answer, table, parquet, terminal,
                         article
         --seed N        where to begin; the same seed tries the same inputs (the time of day)
         --corpus DIR    kept inputs, in a folder for each mode (fuzz/corpus)
         --found DIR     where to write what fails (found)
         --replay FILE   one input, with --mode";

/// The most that an input may take in memory: so much, and so much per byte of it.
const MOST_MEMORY: u64 = 64 << 20;
const MOST_MEMORY_PER_BYTE: u64 = 400;
/// The longest that an input may take. Nothing is linear in less.
const MOST_TIME: Duration = Duration::from_secs(20);
/// Inputs that were answered in a new way and are kept for a run, at most, per mode.
const MOST_KEPT: usize = 3_000;

struct Options {
    seconds: u64,
    count: u64,
    modes: Vec<Mode>,
    seed: u64,
    corpus: PathBuf,
    found: PathBuf,
    replay: Option<PathBuf>,
}

/// A mode with its inputs and what was seen of it.
struct Lane {
    mode: Mode,
    inputs: Vec<Vec<u8>>,
    answers: HashSet<String>,
    tried: u64,
    failed: HashSet<String>,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(what) => {
            eprintln!("{what}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let reason = reasons();
    let bench = Bench::new();
    let mut random = Random::new(options.seed);
    let mut lanes: Vec<Lane> = options.modes.iter().map(|mode| Lane::new(*mode, &options.corpus)).collect();
    println!("seed {}", options.seed);
    if let Some(file) = &options.replay {
        let input = std::fs::read(file).unwrap_or_default();
        lanes
            .iter_mut()
            .for_each(|lane| lane.try_one(&bench, input.clone(), &mut random, (&reason, &options.found)));
    } else {
        let end = Instant::now() + Duration::from_secs(options.seconds);
        run(&bench, &mut lanes, &mut random, (&reason, &options, end));
    }
    let mut failures = 0;
    for lane in &lanes {
        let (kinds, failed) = (lane.answers.len(), lane.failed.len());
        println!(
            "{:10} {:9} inputs, {kinds} kinds of answers, {failed} failures",
            lane.mode.name(),
            lane.tried
        );
        failures += failed;
    }
    println!("{} inputs, {failures} failures", lanes.iter().map(|lane| lane.tried).sum::<u64>());
    ExitCode::from(u8::from(failures > 0))
}

fn run(
    bench: &Bench,
    lanes: &mut [Lane],
    random: &mut Random,
    (reason, options, end): (&Arc<Mutex<String>>, &Options, Instant),
) {
    for lane in &mut *lanes {
        for input in lane.inputs.clone() {
            lane.try_one(bench, input, random, (reason, &options.found));
        }
    }
    let mut tried = 0;
    while Instant::now() < end {
        for lane in &mut *lanes {
            for _ in 0..lane.mode.share() {
                if tried == options.count {
                    return;
                }
                let input = lane.next(random);
                lane.try_one(bench, input, random, (reason, &options.found));
                tried += 1;
            }
        }
    }
}

impl Lane {
    fn new(mode: Mode, corpus: &Path) -> Self {
        let files = std::fs::read_dir(corpus.join(mode.name())).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
        paths.sort();
        let mut inputs: Vec<Vec<u8>> = paths.iter().filter_map(|path| std::fs::read(path).ok()).collect();
        if inputs.is_empty() {
            inputs.push(b"0".to_vec());
        }
        Self { mode, inputs, answers: HashSet::new(), tried: 0, failed: HashSet::new() }
    }

    fn next(&self, random: &mut Random) -> Vec<u8> {
        if self.mode == Mode::Generated {
            return random.number().to_le_bytes().to_vec();
        }
        let (one, other) = (random.pick(&self.inputs).clone(), random.pick(&self.inputs).clone());
        mutate::mutated(random, &one, &other)
    }

    fn try_one(
        &mut self,
        bench: &Bench,
        input: Vec<u8>,
        random: &mut Random,
        (reason, found): (&Arc<Mutex<String>>, &Path),
    ) {
        self.tried += 1;
        let start = Instant::now();
        let mut answer = None;
        let memory = measure(|| {
            answer = Some(catch_unwind(AssertUnwindSafe(|| bench.run(self.mode, &input, random))));
        });
        let most = MOST_MEMORY + MOST_MEMORY_PER_BYTE * input.len() as u64;
        let failure = match answer {
            Some(Ok(_)) if start.elapsed() > MOST_TIME => Some(format!("it takes {:?}", start.elapsed())),
            Some(Ok(_)) if memory.bytes_max > most => Some(format!("it takes {} bytes", memory.bytes_max)),
            Some(Ok(answer)) => {
                if self.inputs.len() < MOST_KEPT && self.answers.insert(answer) {
                    self.inputs.push(input.clone());
                }
                None
            }
            Some(Err(_)) | None => Some(reason.lock().map(|reason| reason.clone()).unwrap_or_default()),
        };
        if let Some(failure) = failure {
            self.fail(&failure, &input, found);
        }
    }

    /// Writes an input that failed in a new place.
    fn fail(&mut self, failure: &str, input: &[u8], found: &Path) {
        let place = failure.split(": ").next().unwrap_or_default().to_owned();
        if !self.failed.insert(place) {
            return;
        }
        let file = found.join(format!("{}-{}", self.mode.name(), self.failed.len()));
        let written = std::fs::create_dir_all(found).and_then(|()| std::fs::write(&file, input));
        println!("FAILED {}: {failure}\n  in {} ({written:?})", self.mode.name(), file.display());
    }
}

/// Where the last panic was and what it said.
fn reasons() -> Arc<Mutex<String>> {
    let reason = Arc::new(Mutex::new(String::new()));
    let shared = Arc::clone(&reason);
    std::panic::set_hook(Box::new(move |panic| {
        if let Ok(mut shared) = shared.lock() {
            let said: String = panic.to_string().chars().take(500).collect();
            *shared = said;
        }
    }));
    reason
}

fn options() -> Result<Options, String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let day =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let mut options = Options {
        seconds: 60,
        count: u64::MAX,
        modes: Mode::ALL.to_vec(),
        seed: day,
        corpus: home.join("corpus"),
        found: PathBuf::from("found"),
        replay: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name} takes a value"))?;
        let number = || value.parse().map_err(|_| format!("{name} takes a number"));
        match name.as_str() {
            "--seconds" => options.seconds = number()?,
            "--count" => options.count = number()?,
            "--seed" => options.seed = number()?,
            "--corpus" => options.corpus = value.into(),
            "--found" => options.found = value.into(),
            "--replay" => options.replay = Some(value.into()),
            "--mode" => {
                let known = Mode::ALL.into_iter().find(|mode| mode.name() == value);
                options.modes = vec![known.ok_or(format!("{value} is no mode"))?];
            }
            _ => return Err(format!("{name} is no option")),
        }
    }
    Ok(options)
}
