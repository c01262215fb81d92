//! Proofs of datasets whose ids, names and numbers are as long as they can be.

use std::collections::BTreeSet;

use horgos::analysis::{Analysis, Rule};
use horgos::wording::Words;
use unicode_width::UnicodeWidthStr;

use super::dataset;

/// Rows that break every rule with a proof that names ids, places, products or numbers, each in a year of its own.
const BROKEN: [&str; 36] = [
    "a KAZ exports value 2001 9 CNY obs_status=P",
    "b KAZ total value 2001 5 CNY",
    "a KAZ total value 2002 50 CNY",
    "b W00 total value 2002 100 CNY",
    "c KAZ total share 2002 52 PCT share_of=b",
    "w W00 total value 2003 - CNY obs_status=O",
    "a KAZ total share 2003 60 PCT share_of=w",
    "b KGZ total share 2003 42 PCT share_of=w",
    "a KAZ total growth 2004 10 PCT",
    "b KGZ total growth 2004 30 PCT",
    "c G2 total growth 2004 32 PCT",
    "a KAZ total value 2006 100 CNY",
    "b KAZ total value 2007 150 CNY",
    "c KAZ total growth 2007 -52 PCT",
    "a KAZ exports value 2009 70.0 CNY",
    "b KAZ exports value 2009 10.0 USD",
    "c KAZ imports value 2009 35.0 CNY",
    "d KAZ imports value 2009 4.0 USD",
    "a KAZ exports value 2010 24.66 CNY unit_mult=9",
    "b KAZ exports value 2010 246570 CNY unit_mult=9",
    "a KAZ exports value 2011 -5 CNY obs_status=O",
    "a KAZ exports value 2012 - CNY",
    "a KAZ exports growth 2013 -101 PCT",
    "a KAZ exports value 2014 22.0 CNY product=%",
    "b KAZ exports growth 2014 10 PCT product=%",
    "c KAZ total value 2014 40.0 CNY product=%",
    "d KAZ total growth 2014 105.0 PCT product=%",
    "a XX1 exports value 2016 60 CNY",
    "b KAZ exports value 2016 50 CNY",
    "c W00 exports value 2016 100 CNY",
    "a KAZ exports value 2017 8 CNY product=%",
    "b KAZ exports value 2017 -3 CNY product=%%",
    "c KAZ exports value 2017 5 CNY",
    "a KAZ exports value 2018 -5 CNY",
    "b KAZ balance value 2018 70 CNY",
    "c KAZ total value 2018 5 CNY",
];

/// How many rules those are.
const RULES: usize = 11;

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
fn long_ids_that_begin_alike_are_told_apart() {
    let rows = [
        "exports-of-kazakhstan-2023-first-estimate KAZ exports value 2023 100 USD",
        "exports-of-kazakhstan-2023-revised KAZ exports value 2023 110 USD",
    ];
    let proof = [
        "exports-of-kazakhstan-2023-revised: 110 USD, so 109.5 to 110.5 USD",
        "exports-of-kazakhstan-2023-first-estimate: 100 USD, so 99.5 to 100.5 USD",
    ];
    assert_eq!(super::findings(&rows)[2..4], proof);
}
