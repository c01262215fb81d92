//! Indices next to values, to growth and to each other.

use super::{breaks, findings};

#[test]
fn an_index_grows_as_its_values_do() {
    breaks(
        &[
            "a KAZ exports value 2021 160.0 USD",
            "b KAZ exports value 2023 181.0 USD",
            "i KAZ exports index 2023 113.1 INDEX compare_period=2021 growth_of=USD",
        ],
        &["index-between-periods [a b i]"],
        "i KAZ exports index 2023 113.3 INDEX compare_period=2021 growth_of=USD",
        &["contradiction index-between-periods [a b i]"],
    );
}

#[test]
fn an_index_that_does_not_say_of_what_it_is_may_be_of_prices() {
    let rows = |of: &str| {
        findings(&[
            "a KAZ exports value 2021 160.0 USD",
            "b KAZ exports value 2023 181.0 USD",
            &format!("i KAZ exports index 2023 104.2 INDEX compare_period=2021{of}"),
        ])
    };
    assert_eq!(rows(" growth_of=USD"), ["contradiction index-between-periods [a b i]"]);
    assert_eq!(rows(""), ["doubt index-between-periods [a b i] unless two-things"]);
    assert_eq!(rows(" growth_of=VOLUME"), [""; 0]);
    assert_eq!(rows(" growth_of=EUR"), [""; 0]);
}

#[test]
fn a_month_is_compared_with_an_average_month_of_the_base() {
    let index = |number: &str| {
        findings(&[
            "a KAZ imports value 2020 600.0 USD",
            "b KAZ imports value 2023-02 57.0 USD",
            &format!("i KAZ imports index 2023-02 {number} INDEX compare_period=2020 growth_of=USD"),
        ])
    };
    assert_eq!(index("114.0"), [""; 0]);
    assert_eq!(index("114.3"), ["contradiction index-between-periods [a b i]"]);
}

#[test]
fn two_indices_of_one_base_imply_a_growth() {
    let indices = [
        "i KAZ exports index 2022 104.0 INDEX compare_period=2019 growth_of=USD",
        "j KAZ exports index 2023 117.0 INDEX compare_period=2019 growth_of=USD",
    ];
    let growth = |number: &str, of: &str| {
        findings(&[indices[0], indices[1], &format!("g KAZ exports growth 2023 {number} PCT{of}")])
    };
    assert_eq!(growth("12.6", " growth_of=USD"), [""; 0], "just by rounding");
    assert_eq!(growth("12.8", " growth_of=USD"), ["contradiction index-between-periods [g j i]"]);
    assert_eq!(growth("12.8", ""), ["doubt index-between-periods [g j i] unless two-things"]);
    assert_eq!(growth("12.8", " growth_of=EUR"), [""; 0]);
    let values = |now: &str| findings(&[indices[0], indices[1], "a KAZ exports value 2022 50.0 USD", now]);
    assert_eq!(values("b KAZ exports value 2023 56.3 USD"), [""; 0]);
    assert_eq!(
        values("b KAZ exports value 2023 57.3 USD"),
        ["contradiction index-between-periods [a b j i]"]
    );
}

#[test]
fn the_index_of_its_own_base_is_a_hundred() {
    let index =
        |number: &str| findings(&[&format!("i KAZ exports index 2022 {number} INDEX compare_period=2022")]);
    assert_eq!(index("100.0"), [""; 0]);
    assert_eq!(index("100.3"), ["contradiction index-between-periods [i]"]);
}

#[test]
fn an_index_on_a_later_base_is_the_earlier_one_rebased() {
    let rebased = |number: &str| {
        findings(&[
            "a KAZ exports index 2021 112.0 INDEX compare_period=2016 growth_of=USD",
            "b KAZ exports index 2023 126.0 INDEX compare_period=2016 growth_of=USD",
            &format!("c KAZ exports index 2023 {number} INDEX compare_period=2021 growth_of=USD"),
        ])
    };
    assert_eq!(rebased("112.4"), [""; 0], "just by rounding");
    assert_eq!(rebased("109.0"), ["contradiction index-between-periods [c b a]"]);
}

#[test]
fn the_index_of_total_trade_lies_between_those_of_its_flows() {
    let total = |number: &str, of: &str| {
        findings(&[
            &format!("e KAZ exports index 2023 131.0 INDEX compare_period=2019{of}"),
            &format!("i KAZ imports index 2023 112.0 INDEX compare_period=2019{of}"),
            &format!("t KAZ total index 2023 {number} INDEX compare_period=2019{of}"),
        ])
    };
    assert_eq!(total("131.1", " growth_of=USD"), [""; 0], "just by rounding");
    assert_eq!(total("133.0", " growth_of=USD"), ["contradiction growth-between-parts [e i t]"]);
    assert_eq!(total("133.0", ""), ["doubt growth-between-parts [e i t] unless two-things"]);
    assert_eq!(total("133.0", " growth_of=VOLUME"), [""; 0]);
}
