//! Products of one classification, groups of products, and what may overlap.

use horgos::analysis::Analysis;

use super::rows::{PLACES, dataset_with};
use super::{breaks, findings, held, summary};

/// Every finding where the dataset names these products.
pub(super) fn findings_with(products: &str, rows: &[&str]) -> Vec<String> {
    let dataset = dataset_with(products, PLACES, rows);
    let analysis = Analysis::new(&dataset);
    analysis.findings.iter().map(|finding| summary(&dataset, finding)).collect()
}

#[test]
fn headings_are_no_more_than_their_chapter_and_chapters_no_more_than_all() {
    let all = [
        "a KAZ exports value 2023 7 CNY product=8471",
        "b KAZ exports value 2023 5 CNY product=85",
        "c KAZ exports value 2023 6 CNY product=84",
        "d KAZ exports value 2023 11 CNY",
    ];
    assert_eq!(findings(&all), [""; 0]);
    assert!(held(&all).contains(&"sum-of-parts [a b d]".to_owned()));
    let less = [all[0], all[1], all[2], "d KAZ exports value 2023 9 CNY"];
    assert_eq!(findings(&less), ["contradiction sum-of-parts [a b d]"]);
    let chapter = [
        "a KAZ exports value 2023 6.0 CNY product=8471",
        "b KAZ exports value 2023 5.0 CNY product=847330",
        "c KAZ exports value 2023 10.0 CNY product=84",
    ];
    assert_eq!(findings(&chapter), ["contradiction sum-of-parts [a b c]"]);
}

#[test]
fn a_code_and_those_that_it_begins_count_once() {
    let rows = [
        "a KAZ exports value 2023 5 CNY product=87",
        "b KAZ exports value 2023 3 CNY product=8703",
        "c KAZ exports value 2023 3 CNY product=8704",
        "d KAZ exports value 2023 4 CNY product=27",
        "e KAZ exports value 2023 9 CNY",
    ];
    assert!(held(&rows).contains(&"sum-of-parts [b c a]".to_owned()), "{:?}", held(&rows));
    assert!(held(&rows).contains(&"sum-of-parts [d b c e]".to_owned()), "{:?}", held(&rows));
    assert_eq!(findings(&rows), [""; 0]);
}

#[test]
fn names_and_codes_of_no_known_length_may_overlap() {
    let rows = [
        "a KAZ exports value 2023 6 CNY product=vehicles",
        "b KAZ exports value 2023 6 CNY product=electric-goods",
        "c KAZ exports value 2023 6 CNY product=123",
        "d KAZ exports value 2023 6 CNY product=456",
        "e KAZ exports value 2023 6 CNY product=87",
        "f KAZ exports value 2023 9 CNY",
    ];
    assert_eq!(findings(&rows), [""; 0]);
    let balances = [
        "a KAZ balance value 2023 6 CNY product=84",
        "b KAZ balance value 2023 6 CNY product=87",
        "c KAZ balance value 2023 9 CNY",
    ];
    assert_eq!(findings(&balances), [""; 0]);
}

#[test]
fn shares_of_products_stay_within_the_whole() {
    let whole = "w KAZ exports value 2023 - CNY obs_status=O";
    breaks(
        &[
            whole,
            "a KAZ exports share 2023 70.0 PCT share_of=w product=27",
            "b KAZ exports share 2023 30.1 PCT share_of=w product=72",
        ],
        &["shares-within-whole [a b]"],
        "b KAZ exports share 2023 31.0 PCT share_of=w product=72",
        &["contradiction shares-within-whole [a b]"],
    );
    let names = [
        whole,
        "a KAZ exports share 2023 70 PCT share_of=w product=oil",
        "b KAZ exports share 2023 60 PCT share_of=w product=fuels",
    ];
    assert_eq!(findings(&names), [""; 0]);
    let balance = [
        "w KAZ balance value 2023 - CNY obs_status=O",
        "a KAZ balance share 2023 70 PCT share_of=w product=27",
        "b KAZ balance share 2023 60 PCT share_of=w product=72",
    ];
    assert_eq!(findings(&balance), [""; 0]);
}

#[test]
fn shares_of_a_whole_without_unit_and_number_stay_within_it() {
    let whole = "w W00 exports mention 2023 - -";
    let two = |second: &str| {
        findings(&[
            whole,
            "a KAZ exports share 2023 60 PCT share_of=w",
            &format!("b KGZ exports share 2023 {second} PCT share_of=w"),
        ])
    };
    assert_eq!(two("41"), [""; 0]);
    assert_eq!(two("50"), ["contradiction shares-within-whole [a b]"]);
    let alone = findings(&[whole, "a KAZ exports share 2023 101 PCT share_of=w"]);
    assert_eq!(alone, ["contradiction shares-within-whole [a]"]);
    let balance = [
        "w W00 balance mention 2023 - -",
        "a KAZ balance share 2023 160 PCT share_of=w",
        "b KGZ balance share 2023 50 PCT share_of=w",
    ];
    assert_eq!(findings(&balance), [""; 0]);
}

/// Crude and refined oil, which are all of oil.
const OIL: &str = r#"{"code":"oil","name":"Oil","members":["crude","refined"]}"#;

#[test]
fn the_members_of_a_group_of_products_add_up() {
    let rows = |whole: &str| {
        findings_with(
            OIL,
            &[
                "a KAZ exports value 2023 3.1 CNY product=crude",
                "b KAZ exports value 2023 2.2 CNY product=refined",
                &format!("o KAZ exports value 2023 {whole} CNY product=oil"),
            ],
        )
    };
    assert_eq!(rows("5.4"), [""; 0]);
    for off in ["5.0", "5.8"] {
        assert_eq!(rows(off), ["contradiction sum-of-parts [a b o]"], "{off}");
    }
    let one = findings_with(
        OIL,
        &["a KAZ exports value 2023 3.1 CNY product=crude", "o KAZ exports value 2023 9 CNY product=oil"],
    );
    assert_eq!(one, [""; 0], "refined oil is not given");
    let shares = |refined: &str| {
        findings_with(
            OIL,
            &[
                "w KAZ exports value 2023 - CNY product=oil obs_status=O",
                "a KAZ exports share 2023 60 PCT share_of=w product=crude",
                &format!("b KAZ exports share 2023 {refined} PCT share_of=w product=refined"),
            ],
        )
    };
    assert_eq!(shares("41"), [""; 0]);
    assert_eq!(shares("30"), ["contradiction shares-within-whole [a b]"]);
}

#[test]
fn a_group_that_lists_itself_or_nothing_is_not_added_up() {
    let rows = [
        "a KAZ exports value 2023 3.1 CNY product=crude",
        "b KAZ exports value 2023 2.2 CNY product=refined",
        "o KAZ exports value 2023 5.3 CNY product=oil",
    ];
    for members in [r#""crude","refined","oil""#, ""] {
        let oil = format!(r#"{{"code":"oil","name":"Oil","members":[{members}]}}"#);
        assert_eq!(findings_with(&oil, &rows), [""; 0], "members {members}");
    }
}

#[test]
fn a_group_grows_between_its_products() {
    let found = |of: &str, oil: &str| {
        findings_with(
            OIL,
            &[
                &format!("a KAZ exports growth 2023 4.0 PCT product=crude {of}"),
                &format!("b KAZ exports growth 2023 9.0 PCT product=refined {of}"),
                &format!("o KAZ exports growth 2023 {oil} PCT product=oil {of}"),
            ],
        )
    };
    assert_eq!(found("growth_of=USD", "9.1"), [""; 0]);
    assert_eq!(found("growth_of=USD", "12.0"), ["contradiction growth-between-parts [a b o]"]);
    assert_eq!(found("", "12.0"), ["doubt growth-between-parts [a b o] unless two-growths"]);
    assert_eq!(found("growth_of=VOLUME", "12.0"), [""; 0]);
    assert_eq!(found("growth_of=USD adjustment=S", "12.0"), [""; 0]);
}

#[test]
fn codes_of_two_classifications_may_overlap() {
    let rows = [
        "a KAZ exports value 2023 6 CNY product=27",
        "b KAZ exports value 2023 6 CNY product=333",
        "c KAZ exports value 2023 6 CNY product=34",
        "e KAZ exports value 2023 15 CNY",
    ];
    let list = r#"{"code":"333","name":"Crude oil","classification":"SITC"},
        {"code":"34","name":"Gas","classification":"SITC"}"#;
    assert_eq!(findings_with(list, &rows), ["doubt sum-of-parts [a b c e] unless classifications HS SITC"]);
    let shares = [
        "w KAZ exports value 2023 - CNY obs_status=O",
        "a KAZ exports share 2023 60 PCT product=27 share_of=w",
        "b KAZ exports share 2023 55 PCT product=333 share_of=w",
    ];
    let found = findings_with(list, &shares);
    assert_eq!(found, ["doubt shares-within-whole [a b] unless classifications HS SITC"]);
    let one = [rows[1], rows[2], "e KAZ exports value 2023 9 CNY"];
    assert_eq!(findings_with(list, &one), ["contradiction sum-of-parts [b c e]"]);
    let nested = [rows[1], "d KAZ exports value 2023 5 CNY product=33", rows[3]];
    let wide = format!(r#"{list},{{"code":"33","name":"Oil","classification":"SITC"}}"#);
    assert_eq!(findings_with(&wide, &nested), [""; 0], "6 may be 5.5, and so may 5");
    let chapter = [
        "a KAZ exports value 2023 6 CNY product=3304",
        "b KAZ exports value 2023 3 CNY product=33",
        "e KAZ exports value 2023 16 CNY",
    ];
    assert_eq!(findings(&chapter), ["contradiction part-of-whole [a b]"]);
    assert_eq!(findings_with(&wide, &chapter), [""; 0], "3304 is no part of 33 of another classification");
}
