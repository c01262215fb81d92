//! Units of one quantity, and money by weight.

use super::{breaks, findings};

#[test]
fn kilograms_are_compared_with_tonnes() {
    breaks(
        &["p KAZ exports value 2023 610499999 KG", "w W00 exports value 2023 610.5 T unit_mult=3"],
        &["part-of-whole [p w]"],
        "p KAZ exports value 2023 610699999 KG",
        &["contradiction part-of-whole [p w]"],
    );
    let growth = |number: &str| {
        findings(&[
            "a KAZ exports value 2022 812 KG unit_mult=3",
            "b KAZ exports value 2023 0.9 T unit_mult=3",
            &format!("g KAZ exports growth 2023 {number} PCT growth_of=KG"),
        ])
    };
    assert_eq!(growth("16.8"), [""; 0], "just by rounding");
    assert_eq!(growth("24.8"), ["contradiction growth-between-periods [a b g]"]);
    let one = |tonnes: &str| {
        findings(&["a KAZ exports value 2023 7250 KG", &format!("b KAZ exports value 2023 {tonnes} T")])
    };
    assert_eq!(one("7.3"), [""; 0]);
    assert_eq!(one("7250"), ["contradiction same-figure [b a]"]);
    let volume = findings(&["p KAZ exports value 2023 900 L", "w W00 exports value 2023 0.7 M3"]);
    assert_eq!(volume, ["contradiction part-of-whole [p w]"]);
    let apart = findings(&["p KAZ exports value 2023 900 BBL", "w W00 exports value 2023 0.7 T"]);
    assert_eq!(apart, [""; 0]);
}

#[test]
fn a_unit_value_is_value_by_weight() {
    let rows = |period: &str, number: &str| {
        findings(&[
            &format!("v KAZ exports value {period} 31.0 USD unit_mult=6"),
            &format!("t KAZ exports value {period} 12.5 T unit_mult=3"),
            &format!("u KAZ exports unit_value {period} {number} USD_PER_KG"),
        ])
    };
    assert_eq!(rows("2023-05", "2.48"), [""; 0]);
    assert_eq!(rows("2023-05", "2.49"), [""; 0], "just by rounding");
    assert_eq!(rows("2023-05", "2.61"), ["contradiction unit-value [v t u]"]);
    assert_eq!(rows("2023", "2.61"), ["doubt unit-value [v t u] unless mean-of-prices"]);
    let euros = findings(&[
        "v KAZ exports value 2023-05 31.0 USD unit_mult=6",
        "t KAZ exports value 2023-05 12.5 T unit_mult=3",
        "u KAZ exports unit_value 2023-05 2.61 EUR_PER_KG",
    ]);
    assert_eq!(euros, [""; 0]);
}

#[test]
fn a_unit_value_grows_as_value_by_weight() {
    let growth = |period: &str, growth: &str| {
        findings(&[
            &format!("v KAZ imports growth {period} 10.0 PCT growth_of=USD product=oil"),
            &format!("t KAZ imports growth {period} 4.0 PCT growth_of=T product=oil"),
            &format!("u KAZ imports growth {period} {growth} PCT growth_of=USD_PER_KG product=oil"),
        ])
    };
    assert_eq!(growth("2023-05", "5.8"), [""; 0]);
    assert_eq!(growth("2023-05", "-5.8"), ["contradiction growth-of-unit-value [v t u]"]);
    assert_eq!(growth("2023", "6.3"), ["doubt growth-of-unit-value [v t u] unless mean-of-prices"]);
    let unit_values = |growth: &str| {
        findings(&[
            "a KAZ imports unit_value 2022 0.50 USD_PER_KG product=oil",
            "b KAZ imports unit_value 2023 0.60 USD_PER_KG product=oil",
            &format!("g KAZ imports growth 2023 {growth} PCT growth_of=USD_PER_KG product=oil"),
        ])
    };
    assert_eq!(unit_values("20"), [""; 0]);
    assert_eq!(unit_values("12"), ["contradiction growth-between-periods [a b g]"]);
}
