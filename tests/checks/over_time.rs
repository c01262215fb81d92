//! Changes in money and in points, and shares before they grew.

use super::{breaks, findings, held};

#[test]
fn a_change_is_the_difference_of_both_values() {
    breaks(
        &[
            "a KAZ exports value 2022 40.5 USD",
            "b KAZ exports value 2023 44.1 USD",
            "c KAZ exports change 2023 3.7 USD",
        ],
        &["change-between-periods [a b c]"],
        "c KAZ exports change 2023 3.8 USD",
        &["doubt change-between-periods [a b c] unless cut-off"],
    );
    let values = ["a KAZ exports value 2022 40.5 USD", "b KAZ exports value 2023 44.1 USD"];
    let found = findings(&[values[0], values[1], "c KAZ exports change 2023 -3.6 USD"]);
    assert_eq!(found, ["contradiction change-between-periods [a b c]"], "exports rose");
    assert_eq!(findings(&[values[0], values[1], "c KAZ exports change 2023 3.6 EUR"]), [""; 0]);
}

#[test]
fn a_deficit_may_be_said_to_change_as_the_balance_or_by_its_size() {
    for (change, found) in
        [("-3.0", &[][..]), ("3.0", &[]), ("4.0", &["contradiction change-between-periods [a b c]"])]
    {
        let change = format!("c KAZ balance change 2023 {change} USD");
        let values = ["a KAZ balance value 2022 -9.1 USD", "b KAZ balance value 2023 -6.1 USD"];
        assert_eq!(findings(&[values[0], values[1], &change]), found, "{change}");
    }
}

#[test]
fn change_and_growth_give_the_value() {
    let growth = "g KAZ exports growth 2023 25 PCT growth_of=USD";
    breaks(
        &["b KAZ exports value 2023 50.0 USD", growth, "c KAZ exports change 2023 9.9 USD"],
        &["change-between-periods [b g c]"],
        "c KAZ exports change 2023 12.5 USD",
        &["contradiction change-between-periods [b g c]"],
    );
    breaks(
        &["a KAZ exports value 2022 40.0 USD", growth, "c KAZ exports change 2023 10.2 USD"],
        &["change-between-periods [a g c]"],
        "a KAZ exports value 2022 50.0 USD",
        &["contradiction change-between-periods [a g c]"],
    );
    let unsaid = "g KAZ exports growth 2023 25 PCT";
    let rows = ["b KAZ exports value 2023 50.0 USD", unsaid, "c KAZ exports change 2023 12.5 USD"];
    assert_eq!(findings(&rows), ["doubt change-between-periods [b g c] unless growth-of-else g USD"]);
    for of in ["EUR", "VOLUME", "T"] {
        let growth = format!("g KAZ exports growth 2023 25 PCT growth_of={of}");
        assert_eq!(findings(&[rows[0], &growth, rows[2]]), [""; 0], "{of}");
    }
    let balance = ["b KAZ balance value 2023 5 USD", "g KAZ balance growth 2023 25 PCT growth_of=USD"];
    assert_eq!(findings(&[balance[0], balance[1], "c KAZ balance change 2023 9 USD"]), [""; 0]);
}

#[test]
fn a_share_less_its_points_is_the_share_before() {
    let wholes = ["x W00 total value 2022 - CNY obs_status=O", "y W00 total value 2023 - CNY obs_status=O"];
    let shares = [
        "s KAZ total share 2022 12.4 PCT share_of=x",
        "t KAZ total share 2023 14.1 PCT share_of=y",
        "v KGZ total value 2023 5 CNY",
    ];
    let rows = |points| [wholes[0], wholes[1], shares[0], shares[1], shares[2], points];
    assert_eq!(findings(&rows("p KAZ total share_change 2023 1.8 POINTS")), [""; 0], "it just touches");
    assert!(held(&rows("p KAZ total share_change 2023 1.7 POINTS")).contains(&"share-change [t s p]".into()));
    let found = findings(&rows("p KAZ total share_change 2023 17.0 POINTS"));
    assert_eq!(found, ["doubt share-change [t s p] unless another-whole"]);
    let said = findings(&rows("p KAZ total share_change 2023 17.0 POINTS share_of=y"));
    assert_eq!(said, ["contradiction share-change [t s p]"]);
    let of_all =
        [&rows("p KAZ total share_change 2023 17.0 POINTS share_of=z")[..], &["z G2 total value 2023 9 CNY"]];
    assert_eq!(findings(&of_all.concat()), [""; 0], "it is the share in another whole");
    let alone = |points| [wholes[1], shares[1], shares[2], points];
    assert_eq!(
        findings(&alone("p KAZ total share_change 2023 14.1 POINTS")),
        [""; 0],
        "there was none before"
    );
    let found = findings(&alone("p KAZ total share_change 2023 17.0 POINTS"));
    assert_eq!(found, ["doubt share-change [t p] unless another-whole"], "it was less than nothing");
    let said = findings(&alone("p KAZ total share_change 2023 17.0 POINTS share_of=y"));
    assert_eq!(said, ["contradiction share-change [t p]"]);
}

#[test]
fn the_share_before_was_within_the_whole() {
    let rows = [
        "w W00 total value 2023 - CNY obs_status=O",
        "v KGZ total value 2020 1 CNY",
        "s KAZ total share 2023 45.0 PCT share_of=w",
        "g W00 total growth 2023 11.0 PCT growth_of=CNY",
        "h KAZ total growth 2023 -50.0 PCT growth_of=CNY",
    ];
    breaks(
        &rows,
        &["shares-within-whole [s]", "share-and-growth/base [s h g]"],
        "h KAZ total growth 2023 -51.0 PCT growth_of=CNY",
        &["contradiction share-and-growth/base [s h g]"],
    );
    let fell = "h KAZ total growth 2023 -60.0 PCT";
    let unsaid = [rows[0], rows[1], rows[2], "g W00 total growth 2023 11.0 PCT", fell];
    assert_eq!(findings(&unsaid), ["doubt share-and-growth/base [s h g] unless two-growths"]);
    let volume = |row: &str| row.replace("CNY", "VOLUME");
    let [whole, part] = [rows[3], "h KAZ total growth 2023 -60.0 PCT growth_of=CNY"].map(volume);
    assert_eq!(findings(&[rows[0], rows[1], rows[2], &whole, &part]), [""; 0], "a share is of money");
}
