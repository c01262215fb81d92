//! Groups of one member: what is said of one thing is not said as of many, nor twice.

use super::{dataset, findings_among, held_among};
use horgos::analysis::Analysis;
use horgos::wording::Words;

const ONE: &str = r#"{"code":"G1","name":"the one","members":["KAZ"]}"#;

/// The rows hold as told; with another figure of the group they break as told.
fn breaks(rows: [&str; 2], held: &str, changed: &str, told: &[&str]) {
    assert_eq!(held_among(ONE, &rows).last().map(String::as_str), Some(held));
    assert_eq!(findings_among(ONE, &[rows[0], changed]), told);
}

#[test]
fn one_member_makes_up_its_group() {
    breaks(
        ["a KAZ exports value 2023 5 USD", "g G1 exports value 2023 5 USD"],
        "sum-of-parts: the only member of the one makes up exports to the one, 2023",
        "g G1 exports value 2023 9 USD",
        &[
            "contradiction sum-of-parts [a g]",
            "the only member of the one does not make up exports to the one, 2023",
            "exports to Kazakhstan 2023 = 5, so 4.5 to 5.5 USD",
            "exports to the one 2023 = 9, so 8.5 to 9.5 USD",
        ],
    );
}

#[test]
fn one_member_grows_as_its_group() {
    breaks(
        ["a KAZ exports growth 2023 5 PCT", "g G1 exports growth 2023 6 PCT"],
        "growth-between-parts: the growth of exports to the one is that of its only part, 2023",
        "g G1 exports growth 2023 9 PCT",
        &[
            "contradiction growth-between-parts [a g]",
            "exports to the one +9 % is more than its only part grew",
            "part: exports to Kazakhstan +5 %, so +4.5 to +5.5 %",
            "whole: exports to the one +9 %, so +8.5 to +9.5 %",
            "it has no other part, so both grew alike",
        ],
    );
}

#[test]
fn one_member_has_all_of_its_group() {
    let share = |percent: &str| format!("s KAZ exports share 2023 {percent} PCT share_of=w");
    let whole = "w G1 exports value 2023 - USD obs_status=O";
    assert_eq!(
        findings_among(ONE, &[&share("70"), whole]),
        [
            "contradiction shares-within-whole [s]",
            "the only share of exports to the one is not all of it, 2023",
            "s: 70 %, so 69.5 to 70.5 %",
        ]
    );
    assert_eq!(
        findings_among(ONE, &[&share("170"), whole]),
        [
            "contradiction shares-within-whole [s]",
            "170 % cannot be a share of exports to the one, 2023",
            "s: 170 %, so 169.5 to 170.5 %",
        ]
    );
}

#[test]
fn one_part_that_grew_least_and_most_is_told_once() {
    let rows = [
        "a KAZ exports growth 2023 5 PCT",
        "b KGZ exports growth 2023 5.0 PCT decimals=1",
        "g G2 exports growth 2023 9 PCT",
    ];
    let places = r#"{"code":"G2","name":"the two","members":["KAZ","KGZ"]}"#;
    let dataset = dataset(places, &rows);
    let analysis = Analysis::new(&dataset);
    assert_eq!(
        Words::new(&dataset, &analysis).proof(&analysis.findings[0]),
        [
            "least and most: exports to Kazakhstan +5 %, so +4.5 to +5.5 %",
            "whole: exports to the two +9 %, so +8.5 to +9.5 %",
            "its 2 parts are complete, so it grew between the least and the most",
        ]
    );
}
