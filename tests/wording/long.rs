//! Proofs of datasets whose ids, names and numbers are as long as they can be.

use std::collections::BTreeSet;

use horgos::analysis::{Analysis, Rule};
use horgos::wording::Words;
use unicode_width::UnicodeWidthStr;

use super::rows::BROKEN;
use super::{dataset, told};

/// How many rules those are.
const RULES: usize = 31;

const LONG: &str = "long-long-long-long-long-long-long-long-long-long-long-long-long-long";

/// A row with a long id, long names for `%`, and with further digits behind the point where it is a value.
fn lengthened(row: &str, digits: &str) -> String {
    let mut words: Vec<String> = row.split_whitespace().map(|word| word.replace('%', LONG)).collect();
    let id = |id: &str| format!("{LONG}{id}{}", row.split_whitespace().nth(4).expect("a year"));
    if let Some(last) = words.last_mut() {
        *last =
            last.strip_prefix("share_of=").map_or(last.clone(), |whole| format!("share_of={}", id(whole)));
    }
    words[0] = id(&words[0]);
    if words[3] == "value" && words[5] != "-" && !digits.is_empty() {
        let point = if words[5].contains('.') { "" } else { "." };
        words[5] = [words[5].as_str(), point, digits].concat();
        let decimals = words[5].split_once('.').map_or(0, |(_, decimals)| decimals.len());
        words.push(format!("decimals={decimals}"));
    }
    words.join(" ")
}

#[test]
fn every_line_of_a_proof_fits() {
    let named =
        ["KAZ", "KGZ", "W00", "XX1"].map(|code| format!(r#"{{"code":"{code}","name":"{code} {LONG}"}}"#));
    let group =
        format!(r#"{{"code":"G2","name":"两国两国两国两国两国两国 {LONG}","members":["KAZ","KGZ"]}}"#);
    let places = format!("{},{group}", named.join(","));
    for digits in ["", "0000000000000000"] {
        let rows = BROKEN.map(|row| lengthened(row, digits));
        let dataset = dataset(&places, &rows.iter().map(String::as_str).collect::<Vec<_>>());
        let analysis = Analysis::new(&dataset);
        let (words, findings) = (Words::new(&dataset, &analysis), &analysis.findings);
        let rules: BTreeSet<Rule> = findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules.len(), RULES, "{rules:?}");
        for line in findings.iter().flat_map(|finding| words.proof(finding)) {
            assert!(line.width() <= 76, "{line}");
        }
    }
}

#[test]
fn long_ids_that_begin_alike_stay_distinct() {
    let rows = [
        "exports-of-kazakhstan-2023-first-estimate KAZ exports value 2023 100 USD",
        "exports-of-kazakhstan-2023-revised KAZ exports value 2023 110 USD",
    ];
    let told = told(&rows);
    assert_eq!(told[2], "  110 USD, so 109.5 to 110.5 USD [exports-of-kazakhstan-2023-revised]");
    assert_eq!(told[4], "  100 USD, so 99.5 to 100.5 USD [exports-of-kazakhstan-2023-first-estimate]");
}
