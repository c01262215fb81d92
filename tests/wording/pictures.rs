//! Pictures of findings: what cannot both be, with its ranges.

use std::cmp::Ordering;

use horgos::analysis::Analysis;
use horgos::wording::{Picture, Words};

use super::rows::{BROKEN, PLACES, dataset};

fn picture(rows: &[&str]) -> Picture {
    let dataset = dataset(PLACES, rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let finding = analysis.findings.first().expect("a finding");
    words.picture(finding).unwrap_or_else(|| panic!("no picture of {finding:#?}"))
}

/// Label, range and working of each of the two.
fn pair(rows: &[&str]) -> [String; 2] {
    picture(rows)
        .pair
        .map(|row| format!("{}: {} {}", row.label, row.range, row.working).trim_end().to_owned())
}

#[test]
fn a_part_and_its_whole_with_how_they_come_about() {
    let rows =
        ["e KAZ exports value 2023 12.4 CNY unit_mult=9", "t KAZ total value 2023 12.2 CNY unit_mult=9"];
    assert_eq!(
        pair(&rows),
        ["exports 2023: 12.35 to 12.45 bn CNY", "total trade 2023: 12.15 to 12.25 bn CNY"]
    );
    let drawn = picture(&rows);
    assert!(drawn.has_zero && drawn.parts.is_empty());
    assert_eq!(drawn.remark.as_deref(), Some("the part is at least 0.10 bn CNY larger than its whole"));
    assert_eq!(
        pair(&[
            "e KAZ exports value 2022 30 CNY",
            "t KAZ total value 2023 40 CNY",
            "tg KAZ total growth 2023 100 PCT",
        ])[1],
        "total trade 2022: 19.7 to 20.3 CNY 40 / 2.00"
    );
}

#[test]
fn parts_stand_above_their_sum_and_their_whole() {
    let drawn = picture(&[
        "e KAZ exports value 2023 12 CNY unit_mult=9",
        "i KAZ imports value 2023 9 CNY unit_mult=9",
        "t KAZ total value 2023 30 CNY unit_mult=9",
    ]);
    let parts: Vec<&str> = drawn.parts.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(parts, ["exports 2023", "imports 2023"]);
    assert_eq!(drawn.pair[0].range, "20.0 to 22.0 bn CNY");
    assert_eq!(drawn.remark.as_deref(), Some("together at least 7.5 bn CNY less than the total"));
}

#[test]
fn a_growth_and_the_band_of_its_parts() {
    let rows = [
        "a KAZ total growth 2023 5 PCT growth_of=CNY",
        "b KGZ total growth 2023 20 PCT growth_of=CNY",
        "w G2 total growth 2023 32 PCT growth_of=CNY",
    ];
    assert_eq!(pair(&rows), ["trade with the two: +31.5 to +32.5 %", "its parts: +4.5 to +20.5 %"]);
    assert!(!picture(&rows).has_zero);
}

#[test]
fn two_prints_of_one_figure() {
    let rows =
        ["a KAZ exports value 2023 24.7 CNY unit_mult=9", "b KAZ exports value 2023 24.1 CNY unit_mult=9"];
    assert_eq!(pair(&rows), ["a: 24.65 to 24.75 bn CNY", "b: 24.05 to 24.15 bn CNY"]);
    assert!(!picture(&rows).has_zero);
}

#[test]
fn a_printed_growth_and_that_of_the_values() {
    let rows = [
        "then KAZ exports value 2022 100 CNY",
        "now KAZ exports value 2023 120 CNY",
        "g KAZ exports growth 2023 50 PCT",
    ];
    assert_eq!(pair(&rows), ["printed: +49.5 to +50.5 %", "by the values: +18.9 to +21.1 %"]);
}

#[test]
fn no_value_is_in_both_ranges_of_a_picture_whatever_the_rule() {
    // One id stands for a row of each year.
    let rows = BROKEN.map(|row| {
        let year = row.split_whitespace().nth(4).expect("a year");
        let words =
            row.split_whitespace().enumerate().map(|(at, word)| match word.strip_prefix("share_of=") {
                Some(whole) => format!("share_of={whole}{year}"),
                None if at == 0 => format!("{word}{year}"),
                None => word.replace('%', "steel"),
            });
        words.collect::<Vec<_>>().join(" ")
    });
    let dataset = dataset(PLACES, &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let mut kinds = Vec::new();
    for finding in &analysis.findings {
        let Some(picture) = words.picture(finding) else { continue };
        let [one, other] = &picture.pair;
        assert_ne!(one.interval.compared(other.interval), Ordering::Equal, "{}", words.sentence(finding));
        assert!(!one.label.trim().is_empty() && !other.label.trim().is_empty(), "{picture:?}");
        kinds.push(finding.claim.kind());
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() >= 9, "{kinds:?}");
}
