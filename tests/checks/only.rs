//! Groups of one member, and several members that grew alike.

use super::{findings_among, held_among};

const ONE: &str = r#"{"code":"G1","name":"the one","members":["KAZ"]}"#;

#[test]
fn one_member_makes_up_its_group() {
    let row = "a KAZ exports value 2023 5 USD";
    let held = held_among(ONE, &[row, "g G1 exports value 2023 5 USD"]);
    assert_eq!(held.last().map(String::as_str), Some("sum-of-parts [a g]"));
    let found = findings_among(ONE, &[row, "g G1 exports value 2023 9 USD"]);
    assert_eq!(found, ["contradiction sum-of-parts [a g]"]);
}

#[test]
fn one_member_grows_as_its_group() {
    let row = "a KAZ exports growth 2023 5 PCT growth_of=CNY";
    assert_eq!(
        held_among(ONE, &[row, "g G1 exports growth 2023 6 PCT growth_of=CNY"]),
        ["growth-between-parts [a g]"]
    );
    let found = findings_among(ONE, &[row, "g G1 exports growth 2023 9 PCT growth_of=CNY"]);
    assert_eq!(found, ["contradiction growth-between-parts [a g]"]);
}

#[test]
fn one_member_has_all_of_its_group() {
    for percent in ["70", "170"] {
        let share = format!("s KAZ exports share 2023 {percent} PCT share_of=w");
        let found = findings_among(ONE, &[&share, "w G1 exports value 2023 - USD obs_status=O"]);
        assert_eq!(found, ["contradiction shares-within-whole [s]"], "{percent}");
    }
}
