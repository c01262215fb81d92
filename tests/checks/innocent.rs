//! Figures that look wrong at first and may be true.

use super::{findings, findings_among};

#[test]
fn an_adjusted_part_may_be_larger_than_its_whole() {
    let share = |adjustment: &str, share: &str| {
        findings(&[
            &format!("w W00 exports value 2023 - CNY obs_status=O {adjustment}"),
            &format!("s KAZ exports share 2023 {share} PCT share_of=w {adjustment}"),
        ])
    };
    assert_eq!(share("adjustment=N", "103"), ["contradiction shares-within-whole [s]"]);
    assert_eq!(share("adjustment=S", "103"), [""; 0]);
    assert_eq!(share("adjustment=S", "-3"), ["contradiction shares-within-whole [s]"]);
}

#[test]
fn the_growth_of_a_deficit_has_two_signs() {
    let growths = |flow: &str, other: &str| {
        findings(&[
            &format!("a KAZ {flow} growth 2023 31.6 PCT growth_of=VOLUME"),
            &format!("b KAZ {flow} growth 2023 {other} PCT growth_of=VOLUME"),
        ])
    };
    assert_eq!(growths("balance", "-32"), [""; 0]);
    assert_eq!(growths("balance", "-33"), ["contradiction same-figure [a b]"]);
    assert_eq!(growths("exports", "-32"), ["contradiction same-figure [a b]"]);
}

#[test]
fn a_group_that_lost_a_member_grows_less_than_those_who_stayed() {
    let places = |until: &str| {
        format!(
            r#"{{"code":"G3","name":"the three","members":["KAZ","KGZ",{{"code":"UZB","until":"{until}"}}]}}"#
        )
    };
    let rows = [
        "a KAZ exports growth 2023 10 PCT growth_of=CNY",
        "b KGZ exports growth 2023 20 PCT growth_of=CNY",
        "g G3 exports growth 2023 -15 PCT growth_of=CNY",
    ];
    assert_eq!(findings_among(&places("2022"), &rows), [""; 0]);
    let later = findings_among(&places("2021"), &rows);
    assert_eq!(later, ["contradiction growth-between-parts [a b g]"]);
}

#[test]
fn a_share_of_weight_is_none_of_money() {
    let shares = |unit: &str| {
        findings(&[
            "w W00 exports value 2023 - CNY obs_status=O",
            &format!("x W00 exports value 2023 - {unit} obs_status=O"),
            "s KAZ exports share 2023 13 PCT share_of=w",
            "t KAZ exports share 2023 6 PCT share_of=x",
        ])
    };
    assert_eq!(shares("T"), [""; 0]);
    assert_eq!(shares("CNY"), ["contradiction same-figure [s t]"]);
}
