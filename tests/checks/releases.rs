//! Figures of several releases: one office that revises, two that define, adjusted and not.

use horgos::analysis::Analysis;
use horgos::formats::parse;

use super::rows::json;
use super::summary;

/// Sources: two releases of an office, one of another, and one without a day.
const SOURCES: &str = r#"{"id":"jan","publisher":"Office","published":"2024-01-12"},
    {"id":"jan2","publisher":"Office","published":"2024-01-12","chain":"by way of a newspaper"},
    {"id":"feb","publisher":"Office","published":"2024-02-12"},
    {"id":"bank","publisher":"Bank","published":"2024-02-12"},{"id":"paper","publisher":"Office"}"#;

fn findings(rows: &[&str]) -> Vec<String> {
    let rows: Vec<String> = rows.iter().map(|row| json(row)).collect();
    let text = format!(
        r#"{{"resources":[{{"name":"sources","data":[{SOURCES}]}},{{"name":"observations","data":[{}]}}],
            "panes":[{{"id":"checks","title":"Checks","kind":"reconciliation"}}]}}"#,
        rows.join(",")
    );
    let dataset = parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset;
    let analysis = Analysis::new(&dataset);
    analysis.findings.iter().map(|finding| summary(&dataset, finding)).collect()
}

#[test]
fn one_publisher_and_one_day_are_one_release() {
    let rows = [
        "e KAZ exports value 2023 70 USD source=jan",
        "i KAZ imports value 2023 30 USD source=jan2",
        "t KAZ total value 2023 120 USD source=jan",
    ];
    assert_eq!(findings(&rows), ["contradiction sum-of-parts [e i t]"]);
}

#[test]
fn a_difference_between_releases_is_at_most_a_doubt() {
    let rows = |source: &str| {
        findings(&[
            "e KAZ exports value 2023 70 USD source=jan",
            "i KAZ imports value 2023 30 USD source=jan",
            &format!("t KAZ total value 2023 120 USD source={source}"),
        ])
    };
    assert_eq!(rows("feb"), ["doubt sum-of-parts [e i t] unless releases revised t after e"]);
    assert_eq!(rows("bank"), ["doubt sum-of-parts [e i t] unless releases defined t after e"]);
    assert_eq!(rows("paper"), ["doubt sum-of-parts [e i t] unless releases revised e and t"]);
}

#[test]
fn a_revised_figure_is_a_note_and_no_reason_to_doubt_the_sums_of_either_release() {
    let rows = [
        "e KAZ exports value 2023 70 USD source=jan",
        "i KAZ imports value 2023 30 USD source=jan",
        "b KAZ balance value 2023 40 USD source=jan",
        "c KAZ balance value 2023 44 USD source=feb",
    ];
    assert_eq!(findings(&rows), ["note same-figure [c b]"]);
    let other = [rows[0], rows[1], rows[2], "c KAZ balance value 2023 44 USD source=bank"];
    assert_eq!(findings(&other), ["doubt same-figure [c b] unless releases defined c after b"]);
}

#[test]
fn figures_of_different_definitions_are_not_compared() {
    for column in ["adjustment=S", "basis=bop", "coverage=GS", "valuation=CIF", "trade_system=special"] {
        let rows = ["a KAZ exports value 2023 70 USD", &format!("b KAZ exports value 2023 90 USD {column}")];
        assert_eq!(findings(&rows), [""; 0], "{column}");
        let same = [&format!("{} {column}", rows[0]), rows[1]].map(String::from);
        let found = findings(&same.each_ref().map(String::as_str));
        assert!(found[0].starts_with("contradiction same-figure"), "{column}: {found:?}");
    }
}

#[test]
fn adjusted_months_do_not_add_up_and_nobody_says_so() {
    let rows = [
        "a KAZ exports value 2023-01 10 USD adjustment=Y",
        "b KAZ exports value 2023-02 10 USD adjustment=Y",
        "c KAZ exports value 2023-03 10 USD adjustment=Y",
        "q KAZ exports value 2023-Q1 40 USD adjustment=Y",
    ];
    assert_eq!(findings(&rows), [""; 0]);
    let flows = [
        "e KAZ exports value 2023 70 USD adjustment=Y",
        "i KAZ imports value 2023 30 USD adjustment=Y",
        "b KAZ balance value 2023 45 USD adjustment=Y",
    ];
    assert_eq!(findings(&flows), ["doubt sum-of-parts [e i b] unless adjusted"]);
}

#[test]
fn a_final_figure_counts_wherever_it_stands() {
    let rows = [
        "p KAZ exports value 2023 100 USD obs_status=P",
        "f KAZ exports value 2023 105 USD",
        "i KAZ imports value 2023 50 USD",
        "t KAZ total value 2023 155 USD",
    ];
    let turned: Vec<&str> = rows.iter().rev().copied().collect();
    let found = findings(&rows);
    assert_eq!(found, ["doubt same-figure [f p] unless status p P"]);
    assert_eq!(findings(&turned), found);
}

#[test]
fn each_release_has_its_own_rate() {
    let rows = |source: &str| {
        findings(&[
            "e KAZ exports value 2023 70.0 CNY source=jan",
            "ed KAZ exports value 2023 10.0 USD source=jan",
            &format!("i KAZ imports value 2023 35.0 CNY source={source}"),
            &format!("id KAZ imports value 2023 4.0 USD source={source}"),
        ])
    };
    assert_eq!(rows("jan2"), ["doubt one-rate [i id e ed] unless rate-moved 5"]);
    let across = ["doubt one-rate [i id e ed] unless rate-moved 5 unless releases defined i after e"];
    assert_eq!(rows("bank"), across);
}
