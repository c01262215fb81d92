//! Datasets that are mostly right, with odd figures, texts and panes.

use serde_json::{Value, json};

use crate::random::Random;

const PLACES: [&str; 9] = ["CHN", "KAZ", "KGZ", "UZB", "W00", "CN-XJ", "EU", "B1", "AZ-BA"];
const FLOWS: [&str; 4] = ["exports", "imports", "total", "balance"];
const MEASURES: [&str; 11] = [
    "value", "value", "growth", "share", "multiple", "mention", "change", "share_change", "index", "rank",
    "count",
];
const PERIODS: [&str; 9] = [
    "2022",
    "2023",
    "2023-Q1",
    "2023-11",
    "2023-01-01/P11M",
    "2019-12-30/P1W",
    "0001",
    "9999",
    "2021-01/P2Y",
];
const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "-3.5",
    "246.57",
    "99.95",
    "100",
    "-100",
    "0.0000000000000000000000000001",
    "28367",
    "7922816251426433759354395033",
    "-0",
    "12.50",
    "1e3",
    "",
];
const UNITS: [&str; 8] = ["USD", "CNY", "KZT", "t", "percent", "factor", "items", "EUR"];
const STATUSES: [&str; 8] = ["A", "P", "E", "F", "V", "B", "M", "O"];
const TEXTS: [&str; 10] = [
    "Textiles",
    "a\u{301}\u{302}\u{303}",
    "国境口岸",
    "  # heading",
    "=1+1;y",
    "<b>&amp;",
    "a|b`c`",
    "x\"y\"z",
    "Ā\u{200d}Ē",
    "of which: machines and transport equipment, parts thereof, nowhere else specified, of all kinds",
];
const KINDS: [&str; 5] = ["listing", "ranking", "headline", "reconciliation", "transport"];

/// A Data Package as text.
pub fn dataset(random: &mut Random) -> String {
    let count = 1 + random.below(24);
    let rows: Vec<Value> = (0..count).map(|at| row(random, at, count)).collect();
    let panes: Vec<Value> = (0..random.below(5)).map(|at| pane(random, at, count)).collect();
    let sources = json!([
        {"id": "s0", "publisher": "Customs", "published": "2024-01-18"},
        {"id": "s1", "publisher": random.pick(&TEXTS), "published": "2024-02-07", "rounding": "cut"}]);
    let mut package = json!({"name": "generated", "title": random.pick(&TEXTS), "resources": [
        {"name": "sources", "data": sources},
        {"name": "places", "data": [{"code": "B1", "name": random.pick(&TEXTS), "members": ["KAZ", "KGZ", "UZB"]}]},
        {"name": "observations", "data": rows}]});
    if !panes.is_empty() {
        package["panes"] = Value::Array(panes);
    }
    package.to_string()
}

fn row(random: &mut Random, at: usize, count: usize) -> Value {
    let measure = *random.pick(&MEASURES);
    let mut row = json!({"id": format!("r{at}"), "reporter": random.pick(&PLACES), "partner": random.pick(&PLACES),
        "flow": random.pick(&FLOWS), "measure": measure, "source": if random.one_in(2) { "s0" } else { "s1" }});
    let mut set = |key: &str, value: Value| row[key] = value;
    if !random.one_in(8) {
        set("time_period", json!(random.pick(&PERIODS)));
    }
    if !random.one_in(6) {
        set("obs_value", json!(random.pick(&NUMBERS)));
    }
    match measure {
        "share" => set("share_of", json!(format!("r{}", random.below(count)))),
        "growth" | "multiple" | "change" | "index" => set("compare_period", json!(random.pick(&PERIODS))),
        _ => {}
    }
    if matches!(measure, "value" | "change" | "mention") || random.one_in(9) {
        set("unit_measure", json!(random.pick(&UNITS)));
    }
    for (key, texts) in [("label", &TEXTS), ("product", &TEXTS), ("note", &TEXTS), ("as_printed", &TEXTS)] {
        if random.one_in(5) {
            set(key, json!(random.pick(texts)));
        }
    }
    if random.one_in(4) {
        set("unit_mult", json!(random.below(25).to_string()));
    }
    if random.one_in(3) {
        set("obs_status", json!(random.pick(&STATUSES)));
    }
    if random.one_in(6) {
        set("bound", json!(random.pick(&["at least", "at most", "about"])));
    }
    row
}

fn pane(random: &mut Random, at: usize, count: usize) -> Value {
    let kind = *random.pick(&KINDS);
    let rows: Vec<String> = (0..random.below(9)).map(|_| format!("r{}", random.below(count))).collect();
    let mut pane = json!({"id": format!("p{at}"), "title": random.pick(&TEXTS), "kind": kind, "rows": rows});
    if random.one_in(3) {
        pane["note"] = json!(random.pick(&TEXTS));
    }
    if kind == "ranking" && random.one_in(2) {
        pane["reference"] = json!(format!("r{}", random.below(count)));
    }
    pane
}
