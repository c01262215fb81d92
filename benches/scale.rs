//! How long it takes to read, derive and check datasets: of 1k, 10k and 100k observations inline, and of a million in a
//! CSV file.
//!
//! Plain wall-clock time, the best of a few runs: `cargo bench --bench scale`, or with `-- load` for the CSV alone.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::time::{Duration, Instant};

use horgos::analysis::Analysis;
use horgos::formats::{self, Loaded};

const RUNS: usize = 5;

const DESCRIPTOR: &str = r#"{"name": "bench", "resources": [
    {"name": "sources", "data": [{"id": "s", "publisher": "S"}]}, PLACES,
    {"name": "observations", "path": "rows.csv"}]}"#;

const HEADER: &str =
    "id,reporter,partner,flow,product,measure,time_period,share_of,obs_value,unit_measure,unit_mult,decimals";

fn main() -> Result<(), Box<dyn Error>> {
    let only_load = std::env::args().any(|argument| argument == "load");
    load_csv(1_000_000)?;
    if !only_load {
        inline();
    }
    Ok(())
}

/// Reads one large CSV file once, then derives and checks, with the peak of memory after each.
fn load_csv(rows: usize) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let descriptor = folder.path().join("datapackage.json");
    std::fs::write(&descriptor, DESCRIPTOR.replace("PLACES", &places()))?;
    let mut file = BufWriter::new(std::fs::File::create(folder.path().join("rows.csv"))?);
    writeln!(file, "{HEADER}")?;
    for row in figures().take(rows) {
        writeln!(file, "{}", row.csv())?;
    }
    let size = file.into_inner()?.metadata()?.len() >> 20;
    println!("{rows} CSV rows, {size} MiB");
    let loaded = measured("load", || formats::open(&descriptor))?;
    let analysis = measured("analyse", || Analysis::new(&loaded.dataset));
    println!(
        "  {} observations, {} derived",
        loaded.dataset.observations.len(),
        analysis.derivations().len()
    );
    Ok(())
}

/// Runs something once and prints how long it took, by the clock and of all processors, and the peak of memory so far.
fn measured<T>(name: &str, run: impl FnOnce() -> T) -> T {
    let (start, cpu) = (Instant::now(), cpu_time());
    let result = run();
    let (elapsed, cpu) = (start.elapsed(), cpu_time().saturating_sub(cpu));
    println!("  {name:<8} {elapsed:>8.1?}  cpu {cpu:>6.1?}  peak {}", peak());
    result
}

/// The processor time that this process has used so far; zero where the system does not say.
fn cpu_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    // In hundredths of a second: of the program and of the system for it.
    Duration::from_millis(fields.filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * 10)
}

/// The most memory that this process has held so far, where the system says so.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    let kib: Option<u64> = kib.and_then(|kib| kib.trim().parse().ok());
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{} MiB", kib >> 10))
}

fn inline() {
    println!(
        "{:>8} {:>10} {:>10} {:>9} {:>9} {:>9}",
        "rows", "load", "analyse", "derived", "findings", "held"
    );
    for rows in [1_000, 10_000, 100_000] {
        let list: Vec<String> = figures().take(rows).map(|row| row.json()).collect();
        let data = format!(r#""data": [{}]"#, list.join(",\n"));
        let text = DESCRIPTOR.replace("PLACES", &places()).replace(r#""path": "rows.csv""#, &data);
        let (load, loaded) = best(|| load(&text));
        let (analyse, analysis) = best(|| Analysis::new(&loaded.dataset));
        let (derived, findings) = (analysis.derivations().len(), analysis.findings.len());
        println!(
            "{rows:>8} {load:>10.1?} {analyse:>10.1?} {derived:>9} {findings:>9} {:>9}",
            analysis.passed_count
        );
    }
}

fn load(text: &str) -> Loaded {
    match formats::parse("bench", text, &|_| Err("has no other files".to_owned())) {
        Ok(loaded) => loaded,
        Err(error) => panic!("the generated dataset is broken: {error}"),
    }
}

fn best<T>(run: impl Fn() -> T) -> (Duration, T) {
    let timed = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    let mut best = timed();
    for _ in 1..RUNS {
        let next = timed();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

/// The resource of places: sixty partners in two groups.
fn places() -> String {
    let partners: Vec<String> = (0..60).map(partner).collect();
    let mut places = String::new();
    for (code, members) in [("EAST", &partners[..30]), ("WEST", &partners[30..])] {
        let _ = write!(places, r#"{{"code":"{code}","name":"{code}","members":{members:?}}},"#);
    }
    for code in &partners {
        let _ = write!(places, r#"{{"code":"{code}","name":"{code}"}},"#);
    }
    format!(r#"{{"name": "places", "data": [{}]}}"#, places.trim_end_matches(','))
}

fn partner(at: usize) -> String {
    format!("P{at:02}")
}

/// One row of the generated observations.
struct Figure {
    name: &'static str,
    at: usize,
    flow: &'static str,
    measure: &'static str,
    /// The number in units of its last decimal.
    units: usize,
    decimals: u32,
    unit: &'static str,
    multiplier: usize,
}

/// Exports and total in two currencies, growth and share, of many partners, products and months, without end.
fn figures() -> impl Iterator<Item = Figure> {
    (0..).flat_map(|at| {
        let exports = 70_000 + at * 7919 % 900_000;
        let money = |name, flow, units, unit| Figure {
            name,
            at,
            flow,
            measure: "value",
            units,
            decimals: 2,
            unit,
            multiplier: 6,
        };
        let percent = |name, flow, measure, units| Figure {
            name,
            at,
            flow,
            measure,
            units,
            decimals: 1,
            unit: "PCT",
            multiplier: 0,
        };
        [
            money("exports", "exports", exports, "CNY"),
            money("exports-usd", "exports", exports / 7, "USD"),
            money("total", "total", exports + exports / 3, "CNY"),
            percent("growth", "total", "growth", at * 31 % 600),
            percent("share", "total", "share", 1000),
            percent("imports-growth", "imports", "growth", at * 17 % 600),
        ]
    })
}

impl Figure {
    /// Its cells, in the order of [`HEADER`].
    fn cells(&self) -> [String; 12] {
        let (at, power) = (self.at, 10_usize.pow(self.decimals));
        let (whole, fraction) = (self.units / power, self.units % power);
        let digits = self.decimals as usize;
        [
            format!("{}-{at}", self.name),
            "CHN".to_owned(),
            partner(at % 60),
            self.flow.to_owned(),
            format!("product {}", at / 1440),
            self.measure.to_owned(),
            format!("{}-{:02}", 2022 + (at / 720) % 2, (at / 60) % 12 + 1),
            if self.measure == "share" { format!("total-{at}") } else { String::new() },
            format!("{whole}.{fraction:0digits$}"),
            self.unit.to_owned(),
            self.multiplier.to_string(),
            self.decimals.to_string(),
        ]
    }

    fn csv(&self) -> String {
        self.cells().join(",")
    }

    fn json(&self) -> String {
        let cells = self.cells();
        let pairs = HEADER.split(',').zip(&cells).filter(|(_, cell)| !cell.is_empty());
        let member = |(name, cell): (&str, &String)| match name {
            "obs_value" | "unit_mult" | "decimals" => format!("\"{name}\":{cell}"),
            _ => format!("\"{name}\":\"{cell}\""),
        };
        format!("{{{}}}", pairs.map(member).collect::<Vec<_>>().join(","))
    }
}
