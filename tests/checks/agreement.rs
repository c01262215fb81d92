//! Growth, rates, and rows that speak of the same.

use super::{breaks, findings};

#[test]
fn a_whole_grows_between_its_parts() {
    breaks(
        &[
            "a KAZ total growth 2023 10 PCT growth_of=CNY",
            "b KGZ total growth 2023 30 PCT growth_of=CNY",
            "g G2 total growth 2023 31 PCT growth_of=CNY",
        ],
        &["growth-between-parts [a b g]"],
        "g G2 total growth 2023 32 PCT growth_of=CNY",
        &["contradiction growth-between-parts [a b g]"],
    );
}

#[test]
fn growth_agrees_with_both_values() {
    breaks(
        &[
            "a KAZ total value 2022 100 CNY",
            "b KAZ total value 2023 150 CNY",
            "g KAZ total growth 2023 51 PCT growth_of=CNY",
        ],
        &["growth-between-periods [a b g]"],
        "g KAZ total growth 2023 -52 PCT growth_of=CNY",
        &["contradiction growth-between-periods [a b g]"],
    );
}

#[test]
fn one_rate_for_one_pair_of_currencies() {
    let rows = [
        "e KAZ exports value 2023 70.0 CNY",
        "ed KAZ exports value 2023 10.0 USD",
        "i KAZ imports value 2023 35.0 CNY",
        "id KAZ imports value 2023 5.0 USD",
    ];
    breaks(
        &rows,
        &["one-rate [e ed]", "rate-of-the-year [e ed]"],
        "id KAZ imports value 2023 4.0 USD",
        &["doubt one-rate [i id e ed] unless rate-moved 5"],
    );
    let near = [rows[0], rows[1], rows[2], "id KAZ imports value 2023 4.8 USD"];
    assert_eq!(findings(&near), ["note one-rate [i id e ed]"]);
    let below = ["b KAZ balance value 2023 10.0 CNY", "bd KAZ balance value 2023 -1.4 USD", rows[0], rows[1]];
    assert_eq!(findings(&below), ["doubt one-rate [e ed b bd] unless months-of-both-signs"]);
}

#[test]
fn rows_for_one_figure_agree() {
    breaks(
        &["a KAZ exports value 2023 24.66 CNY unit_mult=9", "b KAZ exports value 2023 24.7 CNY unit_mult=9"],
        &["same-figure [a]"],
        "b KAZ exports value 2023 246570 CNY unit_mult=9",
        &["contradiction same-figure [b a]"],
    );
}

#[test]
fn status_and_value_agree() {
    breaks(
        &["a KAZ exports value 2023 - CNY obs_status=O"],
        &[],
        "a KAZ exports value 2023 -5 CNY obs_status=O",
        &["contradiction status-and-value [a]"],
    );
    assert_eq!(findings(&["a KAZ exports value 2023 - CNY"]), ["note status-and-value [a]"]);
}

#[test]
fn nothing_is_below_the_least_that_it_can_be() {
    for (just, below) in [
        (
            "e KAZ exports growth 2023 -100 PCT growth_of=CNY",
            "e KAZ exports growth 2023 -101 PCT growth_of=CNY",
        ),
        (
            "e KAZ imports multiple 2023 0.0 FACTOR decimals=1",
            "e KAZ imports multiple 2023 -0.1 FACTOR decimals=1",
        ),
        ("e KAZ exports rank 2023 1 RANK", "e KAZ exports rank 2023 0 RANK"),
        ("e KAZ total count 2023 0 COUNT", "e KAZ total count 2023 -1 COUNT"),
    ] {
        assert_eq!(findings(&[just]), [""; 0], "{just}");
        assert_eq!(findings(&[below]), ["contradiction least [e]"], "{below}");
    }
    assert_eq!(findings(&["e KAZ total value 2023 0.00 CNY decimals=2"]), [""; 0]);
    let below = findings(&["e KAZ total value 2023 -0.01 CNY decimals=2"]);
    assert_eq!(below, ["doubt least [e] unless corrects-earlier"]);
    let any = ["b KAZ balance value 2023 -5 CNY", "c KAZ balance growth 2023 -300 PCT"];
    assert_eq!(findings(&any), [""; 0], "a balance may be anything");
}
