//! How long it takes to load, derive and reconcile datasets of 1k, 10k and 100k observations.
//!
//! Plain wall-clock time, the best of a few runs: `cargo bench --bench scale`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use horgos::analysis::Analysis;
use horgos::formats::{Loaded, parse};

const RUNS: usize = 5;

fn main() {
    println!(
        "{:>8} {:>10} {:>10} {:>9} {:>9} {:>9}",
        "rows", "load", "analyse", "derived", "findings", "held"
    );
    for rows in [1_000, 10_000, 100_000] {
        let text = dataset(rows);
        let (load, loaded) = best(|| load(&text));
        let (analyse, analysis) = best(|| Analysis::new(&loaded.dataset));
        let (derived, findings) = (analysis.derived.len(), analysis.findings.len());
        println!(
            "{rows:>8} {load:>10.1?} {analyse:>10.1?} {derived:>9} {findings:>9} {:>9}",
            analysis.held_count
        );
    }
}

fn load(text: &str) -> Loaded {
    match parse("bench", text, &|_| Err("has no other files".to_owned())) {
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

/// A dataset of so many rows: exports and total in two currencies, growth and share, of many partners in two groups,
/// by product and month.
fn dataset(rows: usize) -> String {
    let partners: Vec<String> = (0..60).map(|at| format!("P{at:02}")).collect();
    let list =
        |members: &[String]| members.iter().map(|code| format!("\"{code}\"")).collect::<Vec<_>>().join(",");
    let mut places = String::new();
    for (code, members) in [("EAST", &partners[..30]), ("WEST", &partners[30..])] {
        let _ = write!(places, r#"{{"code":"{code}","name":"{code}","members":[{}]}},"#, list(members));
    }
    for code in &partners {
        let _ = write!(places, r#"{{"code":"{code}","name":"{code}"}},"#);
    }
    places.pop();
    let mut list = Vec::with_capacity(rows);
    for at in 0.. {
        if list.len() >= rows {
            break;
        }
        list.extend(trade(at, &partners));
    }
    list.truncate(rows);
    format!(
        r#"{{"name":"bench","resources":[{{"name":"sources","data":[{{"id":"s","publisher":"S"}}]}},
        {{"name":"places","data":[{places}]}},{{"name":"observations","data":[{}]}}]}}"#,
        list.join(",\n")
    )
}

/// Six rows about one partner, product and month.
fn trade(at: usize, partners: &[String]) -> Vec<String> {
    let (partner, month) = (&partners[at % 60], (at / 60) % 12 + 1);
    let (year, product) = (2022 + (at / 720) % 2, at / 1440);
    let common = format!(
        r#""reporter":"CHN","partner":"{partner}","product":"product {product}","time_period":"{year}-{month:02}""#
    );
    let row = |id: &str, rest: &str| format!(r#"{{"id":"{id}-{at}",{common},{rest}}}"#);
    let money = |flow: &str, cents: usize, unit: &str| {
        let (whole, cents) = (cents / 100, cents % 100);
        format!(
            r#""flow":"{flow}","measure":"value","obs_value":{whole}.{cents:02},"decimals":2,"unit_measure":"{unit}","unit_mult":6"#
        )
    };
    let percent = |measure: &str, tenths: usize| {
        let (whole, tenths) = (tenths / 10, tenths % 10);
        format!(
            r#""flow":"total","measure":"{measure}","obs_value":{whole}.{tenths},"decimals":1,"unit_measure":"PCT""#
        )
    };
    let exports = 70_000 + at * 7919 % 900_000;
    vec![
        row("exports", &money("exports", exports, "CNY")),
        row("exports-usd", &money("exports", exports / 7, "USD")),
        row("total", &money("total", exports + exports / 3, "CNY")),
        row("growth", &percent("growth", at * 31 % 600)),
        row("share", &format!(r#"{},"share_of":"total-{at}""#, percent("share", 1000))),
        row("imports-growth", &percent("growth", at * 17 % 600).replace("total", "imports")),
    ]
}
