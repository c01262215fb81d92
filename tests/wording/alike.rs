//! No two findings, and no two checks that held, read word for word the same.

use std::collections::HashSet;

use horgos::analysis::Analysis;
use horgos::wording::Words;

use super::rows::{BROKEN, PLACES, dataset};

/// The sentences of all findings, then those of all checks that held.
fn sentences(rows: &[&str]) -> Vec<String> {
    let dataset = dataset(PLACES, rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let found = analysis.findings.iter().map(|finding| words.sentence(finding));
    found.chain(analysis.passed.iter().map(|held| words.passed_sentence(held))).collect()
}

#[test]
fn rows_that_read_alike_name_their_partner() {
    let said = sentences(&[
        "a KAZ exports value 2021 9 CNY",
        "b KAZ total value 2021 5 CNY",
        "c KGZ exports value 2021 8 CNY",
        "d KGZ total value 2021 4 CNY",
    ]);
    assert_eq!(
        said[..2],
        ["Kazakhstan: exports of 2021 exceed total trade", "Kyrgyzstan: exports of 2021 exceed total trade"]
    );
}

#[test]
fn two_figures_of_one_trade_are_named() {
    let said = sentences(&[
        "a KAZ exports value 2021 9 CNY product=rice",
        "b KAZ total value 2021 5 CNY product=rice",
        "c KAZ exports value 2021 8 USD product=rice",
        "d KAZ total value 2021 4 USD product=rice",
        "e KAZ exports value 2021 8 CNY product=tea",
        "f KAZ total value 2021 4 CNY product=tea",
    ]);
    assert_eq!(
        said[..3],
        [
            "rice: exports of 2021 exceed total trade (a, b)",
            "rice: exports of 2021 exceed total trade (c, d)",
            "tea: exports of 2021 exceed total trade (e, f)",
        ]
    );
}

#[test]
fn a_row_that_reads_like_no_other_stays_short() {
    let said = sentences(&["a KAZ exports value 2021 9 CNY", "b KAZ total value 2021 5 CNY"]);
    assert_eq!(said[0], "exports of 2021 exceed total trade");
}

#[test]
fn no_two_of_many_read_alike() {
    let mut rows = Vec::new();
    for (at, row) in BROKEN.iter().enumerate() {
        for (reporter, product) in [("CHN", "x"), ("RUS", "x"), ("CHN", "y")] {
            let row = row.replace('%', product).replacen(' ', &format!("{at}{reporter}{product} "), 1);
            if !row.contains("share_of=") {
                rows.push(format!("{row} reporter={reporter}"));
            }
        }
    }
    let said = sentences(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let mut seen = HashSet::new();
    let twice: Vec<&String> = said.iter().filter(|sentence| !seen.insert(sentence.as_str())).collect();
    assert!(said.len() > 60 && twice.is_empty(), "{} of {}: {twice:#?}", twice.len(), said.len());
}
