//! Rates next to the average of their year, and values next to their balance.

use super::{breaks, findings, held};

#[test]
fn a_figure_in_two_currencies_is_at_about_the_rate_of_its_year() {
    breaks(
        &["a KAZ exports value 2023 100.0 CNY", "b KAZ exports value 2023 14.1 USD"],
        &["rate-of-the-year [a b]"],
        "b KAZ exports value 2023 100.0 USD",
        &["doubt rate-of-the-year [a b] unless other-rate"],
    );
    let at = |rate: &str| {
        let dollars = format!("b KAZ exports value 2023 {rate} USD unit_mult=9");
        findings(&["a KAZ exports value 2023 700 CNY unit_mult=9", &dollars])
    };
    assert_eq!(at("290"), [""; 0], "2.4 yuan a dollar is not three times off");
    assert_eq!(at("300").len(), 1);
    assert_eq!(at("40"), [""; 0]);
    assert_eq!(at("30").len(), 1);
}

#[test]
fn nothing_is_said_of_a_rate_that_is_not_known() {
    let rows = ["a KAZ exports value 2023 100.0 CNY", "b KAZ exports value 2023 100.0 VES"];
    assert_eq!(findings(&rows), [""; 0]);
    let early = ["a KAZ exports value 1951 100.0 CNY", "b KAZ exports value 1951 100.0 USD"];
    assert_eq!(findings(&early), [""; 0]);
    let undated = ["a KAZ exports value - 100.0 CNY", "b KAZ exports value - 100.0 USD"];
    assert_eq!(findings(&undated), [""; 0]);
}

#[test]
fn the_rate_of_a_neighbouring_year_is_named() {
    let rows = [
        "a KAZ exports value 2023 69.7 CNY",
        "b KAZ exports value 2023 10.0 USD",
        "c KAZ exports value 2022 6.9 CNY",
        "d KAZ exports value 2022 9.9 USD",
    ];
    assert_eq!(findings(&rows), ["doubt rate-of-the-year [c d a b] unless other-rate"]);
    let apart = ["a KAZ exports value 2025 69.7 CNY", "b KAZ exports value 2025 10.0 USD", rows[2], rows[3]];
    assert_eq!(findings(&apart), ["doubt rate-of-the-year [c d] unless other-rate"]);
}

#[test]
fn a_rate_that_really_jumped_is_none_of_an_error() {
    let rows = [
        "a KAZ exports value 2022 131 ARS",
        "b KAZ exports value 2022 1.00 USD decimals=2",
        "c KAZ exports value 2024 915 ARS",
        "d KAZ exports value 2024 1.00 USD decimals=2",
    ];
    assert_eq!(findings(&rows), [""; 0]);
    let years = ["a KAZ exports value 2022-01-01/P3Y 300 ARS", "b KAZ exports value 2022-01-01/P3Y 1.0 USD"];
    assert_eq!(findings(&years), [""; 0], "a rate of any of its years is near");
}

#[test]
fn a_balance_in_another_currency_is_at_about_that_rate() {
    let flows = ["e KAZ exports value 2023 50.0 USD", "i KAZ imports value 2023 30.0 USD"];
    breaks(
        &[flows[0], flows[1], "b KAZ balance value 2023 141 CNY"],
        &["rate-of-the-year [e i b]"],
        "b KAZ balance value 2023 20.0 CNY",
        &["doubt rate-of-the-year [e i b] unless other-rate"],
    );
    let turned = findings(&[flows[0], flows[1], "b KAZ balance value 2023 -141 CNY"]);
    assert_eq!(turned, ["doubt rate-of-the-year [e i b] unless months-of-both-signs"]);
    let small = [flows[0], "i KAZ imports value 2023 50.0 USD", "b KAZ balance value 2023 3 CNY"];
    assert_eq!(findings(&small), [""; 0], "their difference may be nothing");
}

#[test]
fn a_balance_implies_no_rate_where_its_flows_do() {
    let rows = [
        "e KAZ exports value 2023 709.0 CNY",
        "f KAZ exports value 2023 100.0 USD",
        "i KAZ imports value 2023 701.5 CNY",
        "j KAZ imports value 2023 99.0 USD",
        "b KAZ balance value 2023 7.5 CNY",
        "c KAZ balance value 2023 1.0 USD",
    ];
    let tried = held(&rows);
    assert_eq!(findings(&rows), [""; 0]);
    assert!(tried.iter().any(|held| held.starts_with("one-rate")), "{tried:?}");
    let alone = ["b KAZ balance value 2023 8.0 CNY", "c KAZ balance value 2023 8.0 USD"];
    assert_eq!(findings(&alone), ["doubt rate-of-the-year [b c] unless other-rate"]);
}

#[test]
fn all_exports_are_no_tiny_part_of_the_balance() {
    breaks(
        &["e W00 exports value 2023 3213 USD unit_mult=6", "b W00 balance value 2023 -5.1 USD unit_mult=9"],
        &["derived-flow [e b]", "value-and-balance [e b]"],
        "e W00 exports value 2023 3213 USD",
        &["doubt value-and-balance [e b] unless one-way"],
    );
    for rest in ["KAZ exports value 2023 3213 USD", "W00 exports value 2023 3213 USD product=27"] {
        let product = rest.split_once(" product").map_or("", |_| " product=27");
        let place = &rest[..3];
        let balance = format!("b {place} balance value 2023 -5.1 USD unit_mult=9{product}");
        assert_eq!(findings(&[&format!("e {rest}"), &balance]), [""; 0], "{rest}");
    }
    let nothing =
        ["e W00 exports value 2023 0 USD unit_mult=9", "b W00 balance value 2023 -5.1 USD unit_mult=9"];
    assert_eq!(findings(&nothing), [""; 0], "half a billion rounds to nothing");
}
