//! Growth, rates, and rows that speak of the same.

use super::{breaks, findings};

#[test]
fn a_whole_grows_between_its_parts() {
    breaks(
        &[
            "a KAZ total growth 2023 10 PCT",
            "b KGZ total growth 2023 30 PCT",
            "g G2 total growth 2023 31 PCT",
        ],
        &["growth-between-parts: the growth of trade with the two is between those of its parts, 2023"],
        "g G2 total growth 2023 32 PCT",
        &[
            "contradiction growth-between-parts [a b g]",
            "trade with the two +32 % is more than any of its parts grew",
            "least: trade with Kazakhstan +10 %, so +9.5 to +10.5 %",
            "most: trade with Kyrgyzstan +30 %, so +29.5 to +30.5 %",
            "whole: trade with the two +32 %, so +31.5 to +32.5 %",
            "its 2 parts are complete, so it grew between the least and the most",
        ],
    );
}

#[test]
fn growth_agrees_with_both_values() {
    breaks(
        &[
            "a KAZ total value 2022 100 CNY",
            "b KAZ total value 2023 150 CNY",
            "g KAZ total growth 2023 51 PCT",
        ],
        &["growth-between-periods: total trade: growth to 2023 agrees with both values"],
        "g KAZ total growth 2023 -52 PCT",
        &[
            "contradiction growth-between-periods [a b g]",
            "total trade −52 % is not the growth from 2022 to 2023",
            "total trade 2022 = 100 CNY",
            "total trade 2023 = 150 CNY",
            "so the growth is +48.8 to +51.3 %",
            "printed: −52 %, so −52.5 to −51.5 %",
        ],
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
        &["one-rate: 2 rates of CNY per USD agree, 2023"],
        "id KAZ imports value 2023 4.0 USD",
        &[
            "doubt one-rate [i id e ed]",
            "two rates of CNY per USD were used for 2023",
            "imports: 35.0 CNY / 4.0 USD = 8.630 to 8.873",
            "exports: 70.0 CNY / 10.0 USD = 6.960 to 7.040",
            "more than 5 % apart: true only if the rate moved so far in the period",
        ],
    );
    let near = [rows[0], rows[1], rows[2], "id KAZ imports value 2023 4.8 USD"];
    let told = findings(&near);
    assert_eq!(told.first().map(String::as_str), Some("note one-rate [i id e ed]"));
    assert_eq!(told.last().map(String::as_str), Some("within 5 %: months are converted one by one"));
    let below = ["b KAZ balance value 2023 10.0 CNY", "bd KAZ balance value 2023 -1.4 USD", rows[0], rows[1]];
    assert_eq!(
        findings(&below),
        [
            "doubt one-rate [e ed b bd]",
            "two rates of CNY per USD were used for 2023",
            "exports: 70.0 CNY / 10.0 USD = 6.960 to 7.040",
            "the balance: 10.0 CNY / −1.4 USD = −7.444 to −6.862",
            "no rate is below zero: true only if months of both signs were converted",
        ]
    );
}

#[test]
fn rows_for_one_figure_agree() {
    breaks(
        &["a KAZ exports value 2023 24.66 CNY unit_mult=9", "b KAZ exports value 2023 24.7 CNY unit_mult=9"],
        &["same-figure: 2 rows for exports 2023 agree"],
        "b KAZ exports value 2023 246570 CNY unit_mult=9",
        &[
            "contradiction same-figure [b a]",
            "two figures for exports 2023 differ: 246570 bn CNY and 24.66 bn CNY",
            "b: 246570 bn CNY, so 246569.5 to 246570.5 bn CNY",
            "a: 24.66 bn CNY, so 24.655 to 24.665 bn CNY",
            "no number rounds to both",
            "one is 10000 times the other: 万, ten thousand, was taken for one",
        ],
    );
}

#[test]
fn status_and_value_agree() {
    breaks(
        &["a KAZ exports value 2023 - CNY obs_status=O"],
        &[],
        "a KAZ exports value 2023 -5 CNY obs_status=O",
        &[
            "contradiction status-and-value [a]",
            "a has a number and is said to have none",
            "its number is −5",
            "its status, O, says that none was published",
        ],
    );
    assert_eq!(
        findings(&["a KAZ exports value 2023 - CNY"]),
        [
            "note status-and-value [a]",
            "a has no number and is not said to be missing",
            "its status, A, is that of a figure with a number",
            "O, M and L say that a number is missing",
        ]
    );
}

#[test]
fn nothing_is_below_the_least_that_it_can_be() {
    for (just, below, told) in [
        (
            "e KAZ exports growth 2023 -100 PCT",
            "e KAZ exports growth 2023 -101 PCT",
            [
                "contradiction least [e]",
                "e: exports cannot fall by more than all of it",
                "printed: −101 %, so −101.5 to −100.5 %",
                "a fall of 100 % leaves nothing",
            ],
        ),
        (
            "e KAZ imports multiple 2023 0.0 FACTOR decimals=1",
            "e KAZ imports multiple 2023 -0.1 FACTOR decimals=1",
            [
                "contradiction least [e]",
                "e: a multiple of imports cannot be below zero",
                "printed: ×−0.1, so ×−0.15 to −0.05",
                "×0 leaves nothing",
            ],
        ),
        (
            "e KAZ exports rank 2023 1 RANK",
            "e KAZ exports rank 2023 0 RANK",
            [
                "contradiction least [e]",
                "e: there is no such rank",
                "printed: 0, so −0.5 to 0.5",
                "the first rank is 1",
            ],
        ),
        (
            "e KAZ total count 2023 0 COUNT",
            "e KAZ total count 2023 -1 COUNT",
            [
                "contradiction least [e]",
                "e: a count cannot be below zero",
                "printed: −1, so −1.5 to −0.5",
                "a count is at least 0",
            ],
        ),
        (
            "e KAZ total value 2023 0.00 CNY decimals=2 unit_mult=9",
            "e KAZ total value 2023 -0.01 CNY decimals=2 unit_mult=9",
            [
                "doubt least [e]",
                "e: total trade below zero",
                "printed: −0.01 bn CNY, so −0.015 to −0.005 bn CNY",
                "true only as a correction of an earlier figure",
            ],
        ),
    ] {
        assert_eq!(findings(&[just]), [""; 0], "{just}");
        assert_eq!(findings(&[below]), told, "{below}");
    }
    let any = ["b KAZ balance value 2023 -5 CNY", "c KAZ balance growth 2023 -300 PCT"];
    assert_eq!(findings(&any), [""; 0], "a balance may be anything");
}
