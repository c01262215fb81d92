//! Releases of statistical offices and articles about them: what is right is not contradicted, what is wrong is found,
//! and every doubt is one that somebody has judged.
//!
//! Notes on each dataset, by hand, stand in `data/releases/README.md`.

use std::collections::BTreeSet;
use std::fs;

use horgos::analysis::{Analysis, Finding, Severity};
use horgos::dataset::Dataset;
use horgos::formats::parse;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/releases");

/// Which articles contradict themselves, and the figures that show it.
const ERRORS: [(&str, &str); 29] = [
    ("australia-2020-01", "balance-key balance-text"),
    ("australia-2020-01", "balance-key exports imports"),
    ("australia-2020-01", "balance-key balance-change balance-dec"),
    ("united-states-2020-05", "balance exports imports"),
    ("united-states-2020-06", "balance balance-change balance-may"),
    ("united-states-2020-06", "balance exports imports"),
    ("uzbekistan-2024-cis", "cis cis-exports cis-imports"),
    ("indonesia-2024-11", "rest-balance-2023 rest-exports-2023 rest-imports-2023"),
    ("indonesia-2024-11", "rest-balance rest-balance-growth rest-balance-2023"),
    ("indonesia-2017-08", "tem-oil-imports rep-oil-imports"),
    ("indonesia-2017-08", "tem-oil-balance tem-oil-exports tem-oil-imports"),
    ("indonesia-2017-08", "tem-oil-exports tem-oil-exports-growth tem-oil-exports-jul"),
    ("indonesia-2017-08", "tem-balance-weight rep-balance-weight"),
    ("indonesia-2017-08", "tem-oil-balance-weight rep-oil-balance-weight"),
    ("india-2016-12", "ytd-balance ytd-exports ytd-imports"),
    ("india-2016-12", "ytd-imports ytd-imports-inr ytd-exports ytd-exports-inr"),
    ("japan-2016-05", "balance exports imports"),
    ("japan-2016-05", "balance-usd exports-usd imports-usd"),
    ("japan-2016-05", "exports exports-usd imports imports-usd"),
    ("belarus-2016-02", "balance exports imports"),
    ("belarus-2016-02", "total exports imports"),
    ("belarus-2002", "total exports imports"),
    ("malaysia-2023-03", "imports imports-again"),
    ("malaysia-2023-03", "total exports imports-again"),
    ("eu-2020-press", "pol-balance aa-balance"),
    ("eu-2020-press", "iec-usa-exports-growth pol-usa-exports-growth"),
    ("eu-2020-press", "aa-tur-imports aa-tur-imports-usd aa-balance aa-balance-usd"),
    ("euro-area-2018-half", "ea-balance ea-exports ea-imports"),
    ("euro-area-2018-half", "eu-balance-usd eu-exports-usd eu-imports-usd"),
];

fn names() -> Vec<String> {
    let files = fs::read_dir(FOLDER).expect("the folder");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"));
    let mut names: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect();
    names.sort();
    names
}

fn dataset(name: &str) -> Dataset {
    let text = fs::read_to_string(format!("{FOLDER}/{name}.json")).expect("the file");
    parse(name, &text, &|_| Err(String::new()))
        .unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
        .dataset
}

/// The findings graver than a note, and the ids of each in alphabetical order.
fn grave(name: &str) -> Vec<(Finding, Vec<String>)> {
    let dataset = dataset(name);
    let analysis = Analysis::new(&dataset);
    let grave = analysis.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let with_ids = grave.map(|finding| {
        let ids = finding.figures.iter().map(|figure| analysis.id(&dataset, *figure).into_owned());
        let mut ids: Vec<String> = ids.collect();
        ids.sort();
        (finding.clone(), ids)
    });
    with_ids.collect()
}

#[test]
fn every_release_is_read_and_what_is_right_is_not_contradicted() {
    let names = names();
    let wrong: BTreeSet<&str> = ERRORS.iter().map(|(name, _)| *name).collect();
    let right: Vec<&String> = names.iter().filter(|name| !wrong.contains(name.as_str())).collect();
    assert_eq!((names.len(), right.len()), (36, 23));
    for name in right {
        let contradictions: Vec<_> = grave(name)
            .into_iter()
            .filter(|(finding, _)| finding.severity == Severity::Contradiction)
            .collect();
        assert!(contradictions.is_empty(), "{name}: {contradictions:#?}");
    }
}

#[test]
fn the_figures_of_every_error_are_named() {
    for (name, figures) in ERRORS {
        let wanted: BTreeSet<&str> = figures.split(' ').collect();
        let found = grave(name);
        let is_named =
            found.iter().any(|(_, ids)| wanted.iter().all(|id| ids.iter().any(|named| named == id)));
        assert!(is_named, "{name}: nobody named {figures}: {found:#?}");
    }
}

#[test]
fn every_finding_is_one_that_was_judged() {
    let readme = fs::read_to_string(format!("{FOLDER}/README.md")).expect("the file");
    let (_, table) = readme.split_once("\n| file | finding | figures | judgement |\n").expect("the table");
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let judged: BTreeSet<String> = rows
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [name, finding, figures, judgement] = cells[..] else { panic!("four cells: {row}") };
            assert!(judgement.starts_with("true: ") || judgement.starts_with("right to doubt: "), "{row}");
            format!("| {name} | {finding} | {figures} |")
        })
        .collect();
    let mut found = BTreeSet::new();
    for name in names() {
        for (finding, ids) in grave(&name) {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            let (severity, rule) = (finding.severity.code(), finding.rule.code());
            found.insert(format!("| {name} | {severity} {rule} | {} |", ids.join(" ")));
        }
    }
    let new: Vec<&String> = found.difference(&judged).collect();
    let gone: Vec<&String> = judged.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "not judged: {new:#?}\nnot found: {gone:#?}");
}
