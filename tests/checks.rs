//! Every rule on small datasets: where it holds, where it just touches by rounding, and where it breaks.
//!
//! A row is `id partner flow measure period number unit` and then columns as `name=value`; the reporter is CHN.

#[path = "checks/agreement.rs"]
mod agreement;
#[path = "checks/assumptions.rs"]
mod assumptions;
#[path = "checks/long.rs"]
mod long;
#[path = "checks/only.rs"]
mod only;
#[path = "checks/overlap.rs"]
mod overlap;
#[path = "checks/shares.rs"]
mod shares;
#[path = "checks/wholes.rs"]
mod wholes;

use horgos::analysis::{Analysis, Figure, Rule};
use horgos::dataset::Dataset;
use horgos::formats::parse;
use horgos::wording::Words;

/// The places that rows are about where a test names no others.
const PLACES: &str = r#"{"code":"G2","name":"the two","members":["KAZ","KGZ"]},{"code":"KAZ","name":"Kazakhstan"},
    {"code":"KGZ","name":"Kyrgyzstan"},{"code":"W00","name":"World"}"#;

fn dataset(places: &str, rows: &[&str]) -> Dataset {
    let rows: Vec<String> = rows.iter().map(|row| json(row)).collect();
    let text = format!(
        r#"{{"resources":[{{"name":"places","data":[{places}]}},
            {{"name":"observations","data":[{}]}}],
            "panes":[{{"id":"checks","title":"Checks","kind":"reconciliation"}}]}}"#,
        rows.join(",")
    );
    parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

fn json(row: &str) -> String {
    let columns = ["id", "partner", "flow", "measure", "time_period", "obs_value", "unit_measure"];
    let mut words = row.split_whitespace();
    let mut cells = vec![r#""reporter":"CHN""#.to_owned()];
    for (name, word) in columns.iter().zip(&mut words) {
        if word != "-" {
            cells.push(format!(r#""{name}":"{word}""#));
        }
    }
    cells.extend(
        words.filter_map(|word| word.split_once('=')).map(|(name, value)| format!(r#""{name}":"{value}""#)),
    );
    format!("{{{}}}", cells.join(","))
}

/// Every finding in full: severity, rule and ids, then the sentence, then the proof.
fn findings(rows: &[&str]) -> Vec<String> {
    findings_among(PLACES, rows)
}

/// As [`findings`], with these places.
fn findings_among(places: &str, rows: &[&str]) -> Vec<String> {
    let dataset = dataset(places, rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let told = |finding: &horgos::analysis::Finding| {
        let ids = finding.figures.iter().map(|figure| match figure {
            Figure::Published(at) => dataset.observations[*at].id.as_str(),
            Figure::Derived(_) => "derived",
        });
        let ids: Vec<&str> = ids.collect();
        let head = format!("{} {} [{}]", finding.severity.code(), finding.rule.code(), ids.join(" "));
        let mut lines = vec![head, words.sentence(finding)];
        lines.extend(words.proof(finding));
        lines
    };
    analysis.findings.iter().flat_map(told).collect()
}

/// What held, but for the rules that look at each figure by itself and so have something to say of any rows.
fn held(rows: &[&str]) -> Vec<String> {
    held_among(PLACES, rows)
}

/// As [`held`], with these places.
fn held_among(places: &str, rows: &[&str]) -> Vec<String> {
    let dataset = dataset(places, rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let tried = analysis.held.iter().filter(|held| ![Rule::StatusAndValue, Rule::Least].contains(&held.rule));
    tried.map(|held| format!("{}: {}", held.rule.code(), words.held(held))).collect()
}

/// The rows hold and the named checks were tried; with one row changed they break as told.
fn breaks(holding: &[&str], tried: &[&str], changed: &str, told: &[&str]) {
    assert_eq!(findings(holding), [""; 0], "{holding:?}");
    assert_eq!(held(holding), tried, "{holding:?}");
    let id = changed.split_whitespace().next();
    let rows: Vec<&str> =
        holding.iter().map(|row| if row.split_whitespace().next() == id { changed } else { row }).collect();
    assert_eq!(findings(&rows), told, "{rows:?}");
}
