//! Periods that make up a longer one, however long each of them is, and those that leave gaps.

use super::{breaks, findings, held};

#[test]
fn a_running_total_and_the_next_month_make_up_the_next_total() {
    breaks(
        &[
            "a KAZ exports value 2023-01-01/P7M 41.2 CNY",
            "b KAZ exports value 2023-08 5.3 CNY",
            "c KAZ exports value 2023-01-01/P8M 46.6 CNY",
        ],
        &["part-of-whole [a c]", "part-of-whole [b c]", "sum-of-parts [a b c]"],
        "c KAZ exports value 2023-01-01/P8M 46.7 CNY",
        &["doubt sum-of-parts [a b c] unless cut-off"],
    );
    let off = [
        "a KAZ exports value 2023-01-01/P7M 41.2 CNY",
        "b KAZ exports value 2023-08 5.3 CNY",
        "c KAZ exports value 2023-01-01/P8M 47.6 CNY",
    ];
    assert_eq!(findings(&off), ["contradiction sum-of-parts [a b c]"]);
}

#[test]
fn quarters_and_months_make_up_a_year_together() {
    let rows = [
        "a KAZ imports value 2023-Q1 20 CNY",
        "b KAZ imports value 2023-04-01/P2M 11 CNY",
        "c KAZ imports value 2023-06 5 CNY",
        "d KAZ imports value 2023-07-01/P6M 40 CNY",
        "e KAZ imports value 2023 78 CNY",
    ];
    assert_eq!(held(&rows).last().map(String::as_str), Some("sum-of-parts [a b c d e]"));
    assert_eq!(
        findings(&[&rows[..4], &["e KAZ imports value 2023 79 CNY"]].concat()),
        ["doubt sum-of-parts [a b c d e] unless cut-off"]
    );
    assert_eq!(
        findings(&[&rows[..4], &["e KAZ imports value 2023 90 CNY"]].concat()),
        ["contradiction sum-of-parts [a b c d e]"]
    );
}

#[test]
fn a_known_period_stands_for_its_own_parts() {
    let rows = [
        "a KAZ exports value 2023-Q1 20 CNY",
        "b KAZ exports value 2023-04 9 CNY",
        "c KAZ exports value 2023-05-01/P2M 11 CNY",
        "d KAZ exports value 2023-Q2 20 CNY",
        "e KAZ exports value 2023-01-01/P6M 40 CNY",
    ];
    let sums: Vec<String> = held(&rows).into_iter().filter(|held| held.starts_with("sum")).collect();
    assert_eq!(sums, ["sum-of-parts [a d e]", "sum-of-parts [b c d]"], "a, b and c say nothing new");
}

#[test]
fn a_balance_is_made_up_by_its_periods_but_may_be_less_than_some() {
    let rows = [
        "a KAZ balance value 2023-01-01/P10M 30 CNY",
        "b KAZ balance value 2023-11 -4 CNY",
        "c KAZ balance value 2023-01-01/P11M 26 CNY",
    ];
    assert_eq!(held(&rows), ["sum-of-parts [a b c]"]);
    let wrong = [rows[0], rows[1], "c KAZ balance value 2023-01-01/P11M 34 CNY"];
    assert_eq!(findings(&wrong), ["contradiction sum-of-parts [a b c]"]);
    let some = [
        "a KAZ balance value 2023-Q1 30 CNY",
        "b KAZ balance value 2023-Q3 30 CNY",
        "c KAZ balance value 2023 20 CNY",
    ];
    assert_eq!(findings(&some), [""; 0]);
}

#[test]
fn weeks_are_no_more_than_their_month() {
    breaks(
        &[
            "a KAZ exports value 2023-05-01/P7D 3.0 CNY",
            "b KAZ exports value 2023-05-08/P7D 3.0 CNY",
            "c KAZ exports value 2023-05-22/P7D 3.0 CNY",
            "m KAZ exports value 2023-05 8.8 CNY",
        ],
        &["part-of-whole [a m]", "part-of-whole [b m]", "part-of-whole [c m]", "sum-of-parts [a b c m]"],
        "m KAZ exports value 2023-05 8.5 CNY",
        &["contradiction sum-of-parts [a b c m]"],
    );
}

#[test]
fn overlapping_periods_count_once() {
    let rows = |year: &str| {
        findings(&[
            "a KAZ exports value 2023-01-01/P3M 30 CNY",
            "b KAZ exports value 2023-02-01/P3M 40 CNY",
            "c KAZ exports value 2023-05-01/P3M 35 CNY",
            "d KAZ exports value 2023-06-01/P3M 33 CNY",
            &format!("y KAZ exports value 2023 {year} CNY"),
        ])
    };
    assert_eq!(rows("75"), [""; 0]);
    assert_eq!(rows("70"), ["contradiction sum-of-parts [b c y]"]);
}

#[test]
fn a_period_that_is_too_large_is_reported_by_itself() {
    let found = findings(&[
        "a KAZ exports value 2023-Q1 30 CNY",
        "b KAZ exports value 2023-Q2 4 CNY",
        "c KAZ exports value 2023-Q3 5 CNY",
        "y KAZ exports value 2023 20 CNY",
    ]);
    assert_eq!(found, ["contradiction part-of-whole [a y]"]);
}

#[test]
fn averages_and_annual_rates_do_not_add_up() {
    let quarters = |year: &str| {
        findings(&[
            "a KAZ exports value 2019-Q1 81.0 USD",
            "b KAZ exports value 2019-Q2 85.0 USD",
            "c KAZ exports value 2019-Q3 90.0 USD",
            "d KAZ exports value 2019-Q4 84.0 USD",
            &format!("y KAZ exports value 2019 {year} USD"),
        ])
    };
    assert_eq!(quarters("340.0"), [""; 0]);
    assert_eq!(
        quarters("85.0"),
        ["doubt part-of-whole [c y] unless averages", "doubt sum-of-parts [a b c d y] unless averages"],
        "the mean"
    );
    assert_eq!(quarters("1020.0"), ["doubt sum-of-parts [a b c d y] unless averages"], "average months");
    assert_eq!(quarters("28.3")[4], "doubt sum-of-parts [a b c d y] unless averages", "an average month");
    let other = quarters("86.0");
    assert!(other.len() == 2 && other.iter().all(|found| found.starts_with("contradiction")), "{other:?}");
    let uneven = |whole: &str| {
        findings(&[
            "a KAZ imports value 2019-Q1 6.0 USD",
            "b KAZ imports value 2019-04 8.0 USD",
            &format!("c KAZ imports value 2019-01-01/P4M {whole} USD"),
        ])
    };
    assert_eq!(
        uneven("26.0"),
        ["doubt sum-of-parts [a b c] unless averages"],
        "three months of 6 and one of 8"
    );
    assert_eq!(uneven("28.0"), ["contradiction sum-of-parts [a b c]"]);
    let least = [
        "a KAZ exports value 2019-01-01/P6M 60.0 USD bound=at_least",
        "b KAZ exports value 2019-07-01/P6M 70.0 USD",
        "c KAZ exports value 2019 110.0 USD",
    ];
    assert_eq!(
        findings(&least),
        ["contradiction sum-of-parts [a b c]"],
        "a range without an end fits anything"
    );
}

#[test]
fn a_period_may_be_the_mean_of_months_that_are_not_all_known() {
    let months = |july: &str| {
        findings(&[
            &format!("a KAZ exports value 2021-07 {july} USD"),
            "b KAZ exports value 2021-08 5.2 USD",
            "y KAZ exports value 2021 5.6 USD",
        ])
    };
    assert_eq!(months("5.9"), ["doubt part-of-whole [a y] unless averages"]);
    assert_eq!(months("59.0"), ["contradiction part-of-whole [a y]"], "too far from it");
    assert_eq!(months("0.9"), ["contradiction sum-of-parts [a b y]"], "neither is above it");
}

#[test]
fn adjusted_periods_do_not_add_up() {
    let rows = [
        "a KAZ exports value 2023-01-01/P10M 30 CNY adjustment=S",
        "b KAZ exports value 2023-11 4 CNY adjustment=S",
        "c KAZ exports value 2023-01-01/P11M 44 CNY adjustment=S",
    ];
    assert_eq!(findings(&rows), [""; 0]);
    assert_eq!(held(&rows), [""; 0]);
}

#[test]
fn many_nested_periods_are_tried_in_time() {
    let rows: Vec<String> = (1..=28)
        .flat_map(|first| (1..=(29 - first)).map(move |days| (first, days)))
        .map(|(first, days)| {
            format!("p{first}-{days} KAZ exports value 2023-02-{first:02}/P{days}D {days} CNY")
        })
        .collect();
    assert_eq!(findings(&rows.iter().map(String::as_str).collect::<Vec<_>>()), [""; 0]);
}

#[test]
fn a_year_is_no_more_than_the_two_budget_years_around_it() {
    let years = |calendar: &str| {
        findings(&[
            "a NPL exports value 2021-07-01/P12M 20.0 USD",
            "b NPL exports value 2022-07-01/P12M 16.0 USD",
            &format!("c NPL exports value 2022 {calendar} USD"),
        ])
    };
    assert_eq!(years("36.0"), [""; 0]);
    assert_eq!(years("36.3"), ["contradiction sum-of-parts [a b c]"]);
    let apart = [
        "a NPL exports value 2020-07-01/P12M 20.0 USD",
        "b NPL exports value 2022-07-01/P12M 16.0 USD",
        "c NPL exports value 2022 90.0 USD",
    ];
    assert_eq!(findings(&apart), [""; 0], "they leave a gap");
    let balances = [
        "a NPL balance value 2021-07-01/P12M -20.0 USD",
        "b NPL balance value 2022-07-01/P12M 16.0 USD",
        "c NPL balance value 2022 9.0 USD",
    ];
    assert_eq!(findings(&balances), [""; 0]);
}
