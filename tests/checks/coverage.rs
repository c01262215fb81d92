//! Goods and services against both together.

use super::{breaks, findings};

#[test]
fn goods_and_services_make_both() {
    breaks(
        &[
            "g KAZ exports value 2023 71.4 USD coverage=G basis=bop",
            "s KAZ exports value 2023 9.7 USD coverage=S basis=bop",
            "b KAZ exports value 2023 81.2 USD coverage=GS basis=bop",
        ],
        &["goods-and-services [g s b]"],
        "b KAZ exports value 2023 82.1 USD coverage=GS basis=bop",
        &["contradiction goods-and-services [g s b]"],
    );
}

#[test]
fn goods_alone_are_no_more_than_both_but_a_balance_may_be() {
    let goods = |flow: &str| {
        findings(&[
            &format!("g KAZ {flow} value 2023 71.4 USD coverage=G basis=bop"),
            &format!("b KAZ {flow} value 2023 64.2 USD coverage=GS basis=bop"),
        ])
    };
    assert_eq!(goods("exports"), ["contradiction goods-and-services [g b]"]);
    assert_eq!(goods("balance"), [""; 0]);
}

#[test]
fn balances_and_changes_add_up_with_their_signs() {
    let both = |measure: &str, number: &str| {
        findings(&[
            &format!("g KAZ balance {measure} 2023 -71.4 USD coverage=G basis=bop"),
            &format!("s KAZ balance {measure} 2023 9.7 USD coverage=S basis=bop"),
            &format!("b KAZ balance {measure} 2023 {number} USD coverage=GS basis=bop"),
        ])
    };
    for measure in ["value", "change"] {
        assert_eq!(both(measure, "-61.6"), [""; 0], "{measure}");
        assert_eq!(both(measure, "-81.1"), ["contradiction goods-and-services [g s b]"], "{measure}");
    }
}

#[test]
fn what_customs_count_is_not_all_that_changes_owner() {
    let both = |basis: [&str; 2]| {
        findings(&[
            &format!("g KAZ exports value 2023 71.4 USD coverage=G {}", basis[0]),
            &format!("s KAZ exports value 2023 9.7 USD coverage=S {}", basis[1]),
            &format!("b KAZ exports value 2023 79.0 USD coverage=GS {}", basis[1]),
        ])
    };
    assert_eq!(both(["basis=customs", "basis=bop"]), [""; 0]);
    assert_eq!(both(["", ""]), ["doubt goods-and-services [g s b] unless two-bases"]);
}
