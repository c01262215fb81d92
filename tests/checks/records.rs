//! Records against what came before, and counts of one thing.

use super::{breaks, findings, held};

#[test]
fn nothing_before_a_record_is_larger() {
    breaks(
        &[
            "a KAZ exports value 2020-05 8.4 USD",
            "b KAZ exports value 2021-07 8.3 USD",
            "r KAZ exports record 2023-05 8.3 USD",
        ],
        &["record [r a]"],
        "a KAZ exports value 2020-05 8.9 USD",
        &["contradiction record [r a]"],
    );
    let later = ["a KAZ exports value 2023-06 9.0 USD", "r KAZ exports record 2023-05 8.3 USD"];
    assert_eq!(findings(&later), [""; 0]);
    let cut = ["a KAZ exports value 2020-05 8.37 USD", "r KAZ exports record 2023-05 8.3 USD"];
    assert_eq!(findings(&cut), ["doubt record [r a] unless cut-off"]);
}

#[test]
fn a_record_looks_back_to_a_period() {
    let found = |since: &str, year: &str| {
        let value = format!("a KAZ imports value {year} 9.0 USD");
        findings(&[&value, &format!("r KAZ imports record 2014 8.3 USD since={since}")])
    };
    assert_eq!(found("2008", "2007"), [""; 0]);
    assert_eq!(found("2008", "2008"), [""; 0], "the most since then may be less than then");
    assert_eq!(found("2008", "2009"), ["contradiction record [r a]"]);
    assert_eq!(found("2008", "2009-01"), [""; 0], "a month is no year");
    assert_eq!(found("2008-06", "2009"), ["contradiction record [r a]"]);
}

#[test]
fn a_record_of_a_month_may_be_one_among_the_same_months() {
    let record = "r KAZ exports record 2023-06 8.3 USD";
    let [may, june] = ["m KAZ exports value 2023-05 8.9 USD", "j KAZ exports value 2021-06 8.6 USD"];
    assert_eq!(findings(&[may, record]), ["doubt record [r m] unless of-the-season"]);
    assert_eq!(findings(&[june, record]), ["contradiction record [r j]"]);
    assert_eq!(findings(&[may, june, record]), ["contradiction record [r j]"], "May says nothing, June does");
    let lower = "j KAZ exports value 2021-06 8.1 USD";
    assert_eq!(findings(&[may, lower, record]), ["doubt record [r m] unless of-the-season"]);
    let quarters = ["a KAZ exports value 2022-Q4 8.9 USD", "r KAZ exports record 2023-Q1 8.3 USD"];
    assert_eq!(findings(&quarters), ["doubt record [r a] unless of-the-season"]);
}

#[test]
fn records_of_several_months_are_compared_with_the_same_months() {
    let record = "r KAZ imports record 2014-01-01/P5M 8.3 USD";
    let same = findings(&["a KAZ imports value 2013-01-01/P5M 9 USD", record]);
    assert_eq!(same, ["contradiction record [r a]"]);
    assert_eq!(findings(&["a KAZ imports value 2013-05-01/P5M 9 USD", record]), [""; 0]);
}

#[test]
fn a_record_deficit_is_the_one_furthest_below_zero() {
    let record = "r KAZ balance record 2024 -903.1 USD";
    assert_eq!(findings(&["a KAZ balance value 2022 -812.4 USD", record]), [""; 0]);
    assert_eq!(findings(&["a KAZ balance value 2022 12.4 USD", record]), [""; 0]);
    let found = findings(&["a KAZ balance value 2022 -958.9 USD", record]);
    assert_eq!(found, ["contradiction record [r a]"]);
}

#[test]
fn a_fall_is_no_record() {
    let rows = ["v KAZ exports value 2023 8.3 USD", "r KAZ exports record 2023 8.3 USD"];
    let found = findings(&[rows[0], rows[1], "g KAZ exports growth 2023 -5.0 PCT growth_of=USD"]);
    assert_eq!(found, ["contradiction record [r v g]"]);
    let found = findings(&[rows[0], rows[1], "g KAZ exports growth 2023 -5.0 PCT"]);
    assert_eq!(found, ["doubt record [r v g] unless growth-of-else g USD"]);
    assert_eq!(findings(&[rows[0], rows[1], "g KAZ exports growth 2023 5.0 PCT"]), [""; 0]);
}

#[test]
fn a_record_is_the_value_of_its_trade() {
    let record = "r KAZ exports record 2023 8.3 USD";
    assert!(held(&["v KAZ exports value 2023 8.34 USD", record]).contains(&"same-figure [v]".to_owned()));
    assert_eq!(
        findings(&["v KAZ exports value 2023 8.37 USD", record]),
        ["doubt same-figure [v r] unless cut-off"]
    );
    assert_eq!(findings(&["v KAZ exports value 2023 9.4 USD", record]), ["contradiction same-figure [v r]"]);
    assert_eq!(findings(&["r KAZ exports record 2019-05 - - since=2011"]), [""; 0], "it needs no number");
    let yuan = "y KAZ exports record 2023 58.5 CNY";
    assert_eq!(findings(&[record, yuan]), [""; 0], "a record in two currencies");
}

#[test]
fn two_counts_of_one_thing_agree() {
    breaks(
        &[
            "a W00 total count 2023 192 COUNT label=Partners",
            "b W00 total count 2023 192 COUNT label=Partners",
        ],
        &["same-figure [a]"],
        "b W00 total count 2023 190 COUNT label=Partners",
        &["contradiction same-figure [a b]"],
    );
    let labels =
        ["a W00 total count 2023 192 COUNT label=Partners", "b W00 total count 2023 3 COUNT label=Ports"];
    assert_eq!(findings(&labels), [""; 0]);
    assert_eq!(findings(&[labels[0], "b W00 total count 2023 3 COUNT"]), [""; 0]);
    let unsaid = findings(&["a W00 total count 2023 192 COUNT", "b W00 total count 2023 3 COUNT"]);
    assert_eq!(unsaid, ["doubt same-figure [a b] unless two-counts"]);
    let more = ["b W00 total count 2023 100 COUNT label=Partners bound=at_least", labels[0]];
    assert_eq!(findings(&more), [""; 0], "192 are more than 100");
}
