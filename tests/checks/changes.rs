//! Absolute changes against each other.

use super::{breaks, findings, findings_among};

#[test]
fn changes_of_both_flows_make_that_of_their_total() {
    breaks(
        &[
            "e KAZ exports change 2023 6.2 USD",
            "i KAZ imports change 2023 -2.4 USD",
            "t KAZ total change 2023 3.9 USD",
        ],
        &["sum-of-changes [e i t]"],
        "t KAZ total change 2023 4.9 USD",
        &["contradiction sum-of-changes [e i t]"],
    );
}

#[test]
fn a_balance_changes_by_the_difference_in_either_sign() {
    let balance = |change: &str| {
        findings(&[
            "e KAZ exports change 2023 6.2 USD",
            "i KAZ imports change 2023 9.9 USD",
            &format!("b KAZ balance change 2023 {change} USD"),
        ])
    };
    assert_eq!(balance("-3.6"), [""; 0]);
    assert_eq!(balance("3.8"), [""; 0], "a deficit that grows is printed with either sign");
    assert_eq!(balance("16.1"), ["contradiction sum-of-changes [e i b]"]);
}

#[test]
fn changes_of_months_make_that_of_their_quarter() {
    let quarter = |change: &str, adjustment: &str| {
        findings(&[
            &format!("a KAZ exports change 2024-04 2.1 USD {adjustment}"),
            &format!("b KAZ exports change 2024-05 -0.8 USD {adjustment}"),
            &format!("c KAZ exports change 2024-06 0.4 USD {adjustment}"),
            &format!("q KAZ exports change 2024-Q2 {change} USD {adjustment}"),
        ])
    };
    assert_eq!(quarter("1.8", ""), [""; 0]);
    assert_eq!(quarter("8.1", ""), ["contradiction sum-of-changes [a b c q]"]);
    assert_eq!(quarter("8.1", "adjustment=S"), [""; 0], "each month is adjusted for itself");
    let other_bases = [
        "a KAZ exports change 2024-04 2.1 USD compare_period=2024-03",
        "b KAZ exports change 2024-05 -0.8 USD compare_period=2024-04",
        "c KAZ exports change 2024-06 0.4 USD compare_period=2024-05",
        "q KAZ exports change 2024-Q2 8.1 USD compare_period=2024-Q1",
    ];
    assert_eq!(findings(&other_bases), [""; 0]);
}

#[test]
fn changes_of_members_make_that_of_a_group_that_lists_them() {
    let rows = [
        "a KAZ exports change 2023 6.2 USD",
        "b KGZ exports change 2023 -2.4 USD",
        "g G2 exports change 2023 8.6 USD",
    ];
    assert_eq!(findings(&rows), ["contradiction sum-of-changes [a b g]"]);
    let known = ["a KGZ", "b RUS", "c BLR", "d ARM", "g EAEU"].map(|row| {
        let change = if row == "g EAEU" { "9" } else { "1" };
        format!("{row} exports change 2023 {change} USD reporter=KAZ")
    });
    let known = findings_among("", &known.each_ref().map(String::as_str));
    assert_eq!(known, ["doubt sum-of-changes [a b c d g] unless unallocated"]);
}

#[test]
fn adjusted_changes_are_doubted() {
    let rows = ["e KAZ exports", "i KAZ imports", "t KAZ total"]
        .map(|row| format!("{row} change 2023-05 6.2 USD adjustment=Y"));
    let rows = rows.each_ref().map(String::as_str);
    assert_eq!(findings(&rows), ["doubt sum-of-changes [e i t] unless adjusted"]);
}
