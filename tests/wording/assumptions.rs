//! What could save a claim: the last line of a proof.

use super::{last, told_among};

#[test]
fn growth_of_something_else() {
    let cny = ["a KAZ total value 2022 100 CNY", "b KAZ total value 2023 110 CNY"];
    let usd = "d KAZ total value 2023 15.60 USD";
    let growth = "g KAZ total growth 2023 4.0 PCT";
    assert_eq!(last(&[cny[0], cny[1], usd, growth]), "unless the growth is in USD");
    let implied = [
        "e KAZ exports value 2022 100 CNY",
        "t KAZ total value 2023 120 CNY",
        "g KAZ total growth 2023 25 PCT",
    ];
    let weights = ["f KAZ exports value 2022 15.0 T", "u KAZ total value 2023 19.0 T"];
    assert_eq!(last(&[&implied[..], &weights[..]].concat()), "unless the growth is in t, in which it holds");
    let members = [
        "a KAZ total growth 2023 10 PCT",
        "b KGZ total growth 2023 30 PCT",
        "g G2 total growth 2023 32 PCT",
        "v UZB total value 2020 7.0 CNY",
        "w UZB total value 2020 1.0 USD",
    ];
    assert_eq!(last(&members), "unless they are growth in two currencies, which the rows do not say");
}

#[test]
fn places_that_overlap() {
    let places = r#"{"code":"ASEAN","name":"South-East Asia"}"#;
    let last = |rows: &[&str]| told_among(places, rows).pop().unwrap_or_default();
    let rows = [
        "a ASEAN exports value 2023 60 USD",
        "b VNM exports value 2023 50 USD",
        "w W00 exports value 2023 100 USD",
    ];
    assert_eq!(last(&rows), "unless South-East Asia and Vietnam overlap");
    let more = [&rows[..], &["c CHN exports value 2023 1 USD"]].concat();
    assert_eq!(last(&more), "unless South-East Asia overlaps another of them");
    let provinces = [
        "a CN-XJ exports value 2023 60 USD",
        "b CN-GD exports value 2023 50 USD",
        "c CN-SH exports value 2023 1 USD",
        rows[2],
    ];
    assert_eq!(last(&provinces), "unless Xinjiang and others of them overlap");
}

#[test]
fn corrections_below_zero() {
    let rows =
        ["e KAZ exports value 2023 8 CNY", "i KAZ imports value 2023 -3 CNY", "t KAZ total value 2023 5 CNY"];
    assert_eq!(last(&rows), "unless i is a correction: it is below zero");
    let many = |before: i32| {
        let row = |year| format!("n{year} KAZ exports value {year} -5 CNY");
        let mut rows: Vec<String> = (1800..1800 + before).map(row).collect();
        rows.push("k KGZ exports value 2023 15 CNY".to_owned());
        rows.push("w W00 exports value 2023 10 CNY".to_owned());
        last(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(many(129), "unless one more value below zero is a correction");
    assert_eq!(many(131), "unless one of 3 more values below zero is a correction");
}

#[test]
fn figures_that_may_change() {
    for (status, why) in [
        ("E", "unless e changes: it is an estimate"),
        ("F", "unless e changes: it is a forecast"),
        ("P", "unless e changes: it is provisional"),
        ("B", "unless e does not compare: its series breaks there"),
        ("D", "unless e does not compare: its definition differs"),
    ] {
        let row = format!("e KAZ exports value 2023 9 CNY obs_status={status}");
        assert_eq!(last(&[&row, "t KAZ total value 2023 5 CNY"]), why);
    }
}
