//! Growths in a row, growth of the parts of a year, and shares of both flows.

use super::{breaks, findings, held};

#[test]
fn growths_in_a_row_lead_from_one_value_to_another() {
    breaks(
        &[
            "a KAZ exports value 2020 50.0 CNY",
            "g KAZ exports growth 2021 20.0 PCT growth_of=CNY",
            "h KAZ exports growth 2022 -10.0 PCT growth_of=CNY",
            "b KAZ exports value 2022 54.1 CNY",
        ],
        &["growth-chain [a b g h]"],
        "b KAZ exports value 2022 59.0 CNY",
        &["contradiction growth-chain [a b g h]"],
    );
}

#[test]
fn growths_in_a_row_may_be_of_something_else_where_rows_do_not_say() {
    let rows = |unit: &str, more: &[&str]| {
        let grown = [
            format!("g KAZ exports growth 2021 20.0 PCT {unit}"),
            format!("h KAZ exports growth 2022 20.0 PCT {unit}"),
        ];
        let rows =
            ["a KAZ exports value 2020 50.0 CNY", &grown[0], &grown[1], "b KAZ exports value 2022 60.0 CNY"];
        findings(&[&rows[..], more].concat())
    };
    assert_eq!(rows("", &[]), ["doubt growth-chain [a b g h] unless growth-of-else g CNY"]);
    assert_eq!(rows("growth_of=CNY", &[]), ["contradiction growth-chain [a b g h]"]);
    assert_eq!(rows("growth_of=USD", &[]), [""; 0]);
    assert_eq!(rows("growth_of=VOLUME", &[]), [""; 0]);
    let dollars = ["c KAZ exports value 2020 10.0 USD", "d KAZ exports value 2022 14.4 USD"];
    assert_eq!(rows("", &dollars), [""; 0], "they fit dollars");
    let unlike =
        ["g KAZ exports growth 2021 20 PCT growth_of=CNY", "h KAZ exports growth 2022 20 PCT growth_of=USD"];
    let ends = ["a KAZ exports value 2020 50.0 CNY", "b KAZ exports value 2022 50.0 CNY"];
    assert_eq!(findings(&[ends, unlike].concat()), [""; 0], "no chain is of two units");
}

#[test]
fn growths_in_a_row_end_at_the_next_value() {
    let rows = [
        "a KAZ exports value 2020 50.0 CNY",
        "g KAZ exports growth 2021 20.0 PCT growth_of=CNY",
        "b KAZ exports value 2021 60.0 CNY",
        "h KAZ exports growth 2022 20.0 PCT growth_of=CNY",
        "c KAZ exports value 2022 99.0 CNY",
    ];
    assert_eq!(findings(&rows), ["contradiction growth-between-periods [b c h]"]);
    let chains = held(&rows).iter().filter(|held| held.starts_with("growth-chain")).count();
    assert_eq!(chains, 0);
    let balance = [
        "a KAZ balance value 2020 50.0 CNY",
        "g KAZ balance growth 2021 20.0 PCT growth_of=CNY",
        "h KAZ balance growth 2022 20.0 PCT growth_of=CNY",
        "b KAZ balance value 2022 10.0 CNY",
    ];
    assert_eq!(findings(&balance), [""; 0]);
}

#[test]
fn no_more_than_32_growths_in_a_row_are_tried() {
    let found = |years: i32| {
        let growth = |year: i32| format!("g{year} KAZ exports growth {year} 0.0 PCT growth_of=CNY");
        let mut rows: Vec<String> = (1951..=1950 + years).map(growth).collect();
        rows.push("a KAZ exports value 1950 10 CNY".to_owned());
        rows.push(format!("b KAZ exports value {} 90 CNY", 1950 + years));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>()).len()
    };
    assert_eq!((found(32), found(33)), (1, 0));
}

#[test]
fn a_year_grows_between_its_quarters() {
    let quarters = |unit: &str| {
        ["Q1 4.0", "Q2 8.0", "Q3 6.0", "Q4 5.0"].map(|quarter| {
            let (name, growth) = quarter.split_once(' ').expect("two words");
            format!("{} KAZ exports growth 2023-{name} {growth} PCT {unit}", name.to_lowercase())
        })
    };
    let found = |unit: &str, year: &str, count: usize| {
        let mut rows: Vec<String> = quarters(unit).into_iter().take(count).collect();
        rows.push(format!("y KAZ exports growth 2023 {year} PCT {unit}"));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(found("growth_of=CNY", "8.1", 4), [""; 0]);
    assert_eq!(found("growth_of=CNY", "3.0", 4), ["contradiction growth-between-parts [q1 q2 q3 q4 y]"]);
    assert_eq!(found("", "3.0", 4), ["doubt growth-between-parts [q1 q2 q3 q4 y] unless two-growths"]);
    for (unit, count) in [("growth_of=CNY", 3), ("growth_of=VOLUME", 4), ("growth_of=CNY adjustment=Y", 4)] {
        assert_eq!(found(unit, "3.0", count), [""; 0], "{unit} {count}");
    }
}

#[test]
fn the_growth_of_a_part_may_have_been_cut_off() {
    let of = |growth: &str| {
        let group = format!("g G2 exports growth 2023 {growth} PCT growth_of=CNY");
        findings(&[
            "a KAZ exports growth 2023 9 PCT growth_of=CNY",
            "b KGZ exports growth 2023 12 PCT growth_of=CNY",
            &group,
        ])
    };
    assert_eq!(of("12.5"), [""; 0]);
    assert_eq!(of("12.8"), ["doubt growth-between-parts [a b g] unless cut-off"]);
    assert_eq!(of("13.2"), ["contradiction growth-between-parts [a b g]"]);
}

#[test]
fn a_quarter_on_the_quarter_before_is_no_part_of_a_year_on_the_year_before() {
    let quarter = |name: &str, base: &str| {
        format!(
            "{} KAZ exports growth 2023-{name} 1 PCT growth_of=CNY compare_period={base}",
            name.to_lowercase()
        )
    };
    let rows = [
        quarter("Q1", "2022-Q4"),
        quarter("Q2", "2023-Q1"),
        quarter("Q3", "2023-Q2"),
        quarter("Q4", "2023-Q3"),
        "y KAZ exports growth 2023 9 PCT growth_of=CNY".to_owned(),
    ];
    assert_eq!(findings(&rows.each_ref().map(String::as_str)), [""; 0]);
}

/// Rows that say of which flow a share is a part.
const WHOLES: [&str; 3] = [
    "x W00 exports value 2023 - CNY obs_status=O",
    "y W00 imports value 2023 - CNY obs_status=O",
    "z W00 total value 2023 - CNY obs_status=O",
];

#[test]
fn a_share_in_total_lies_between_those_in_both_flows() {
    let shares =
        ["e KAZ exports share 2023 30.0 PCT share_of=x", "i KAZ imports share 2023 40.0 PCT share_of=y"];
    let found = |total: &str| {
        let total = format!("t KAZ total share 2023 {total} PCT share_of=z");
        findings(&[&WHOLES[..], &shares, &[&total]].concat())
    };
    assert_eq!(found("40.1"), [""; 0]);
    assert_eq!(found("41.0"), ["contradiction share-in-total [e i t]"]);
    assert_eq!(found("29.0"), ["contradiction share-in-total [e i t]"]);
}

#[test]
fn shares_of_different_things_are_not_held_against_each_other() {
    let shares = [
        "e KAZ exports share 2023 30.0 PCT share_of=x",
        "i KAZ imports share 2023 40.0 PCT share_of=y",
        "t KAZ total share 2023 60.0 PCT share_of=z",
    ];
    let weight = [WHOLES[0], WHOLES[1], "z W00 total value 2023 - T obs_status=O"];
    assert_eq!(findings(&[weight, shares].concat()), [""; 0]);
    let product = "t KAZ total share 2023 60.0 PCT share_of=z product=27";
    assert_eq!(findings(&[&WHOLES[..], &shares[..2], &[product]].concat()), [""; 0]);
    let adjusted = shares.map(|share| format!("{share} adjustment=S"));
    let wholes = WHOLES.map(|whole| format!("{whole} adjustment=S"));
    let rows: Vec<&str> = wholes.iter().chain(&adjusted).map(String::as_str).collect();
    assert_eq!(findings(&rows), ["doubt share-in-total [e i t] unless adjusted"]);
}

#[test]
fn growth_over_two_years_is_that_of_both() {
    let long = |number: &str, of: &str| {
        findings(&[
            &format!("a KAZ exports growth 2021 8.0 PCT{of}"),
            &format!("b KAZ exports growth 2022 5.0 PCT{of}"),
            &format!("c KAZ exports growth 2022 {number} PCT compare_period=2020{of}"),
        ])
    };
    assert_eq!(long("13.5", " growth_of=USD"), [""; 0], "just by rounding");
    assert_eq!(long("14.4", " growth_of=USD"), ["contradiction growth-chain [a b c]"]);
    assert_eq!(long("14.4", ""), ["doubt growth-chain [a b c] unless two-growths"]);
}

#[test]
fn the_months_so_far_grow_between_those_before_and_the_latest() {
    let so_far = |growth: &str, of: &str| {
        findings(&[
            &format!("a KAZ exports growth 2024-01-01/P4M 6.2 PCT {of}"),
            &format!("b KAZ exports growth 2024-05 9.1 PCT {of}"),
            &format!("c KAZ exports growth 2024-01-01/P5M {growth} PCT {of}"),
        ])
    };
    assert_eq!(so_far("6.8", "growth_of=USD"), [""; 0]);
    assert_eq!(so_far("9.2", "growth_of=USD"), [""; 0], "9.1 and 9.2 share 9.15");
    assert_eq!(so_far("9.3", "growth_of=USD"), ["contradiction growth-between-parts [a b c]"]);
    assert_eq!(so_far("5.9", "growth_of=USD"), ["contradiction growth-between-parts [a b c]"]);
    assert_eq!(so_far("9.3", ""), ["doubt growth-between-parts [a b c] unless two-growths"]);
    assert_eq!(so_far("9.3", "growth_of=VOLUME"), [""; 0]);
}

#[test]
fn growth_agrees_with_the_sums_of_months() {
    let months = |growth: &str| {
        findings(&[
            "a KAZ exports value 2021-01 31.0 USD",
            "b KAZ exports value 2021-02 29.0 USD",
            "c KAZ exports value 2022-01 36.0 USD",
            "d KAZ exports value 2022-02 33.0 USD",
            &format!("g KAZ exports growth 2022-01-01/P2M {growth} PCT growth_of=USD"),
        ])
    };
    assert_eq!(months("15.0"), [""; 0]);
    assert_eq!(months("21.0"), ["contradiction growth-between-periods [a b c d g]"]);
    let with_total = |growth: &str| {
        findings(&[
            "a KAZ exports value 2021-Q1 31.0 USD",
            "b KAZ exports value 2021-Q2 29.0 USD",
            "c KAZ exports value 2022-01-01/P6M 69.0 USD",
            &format!("g KAZ exports growth 2022-01-01/P6M {growth} PCT growth_of=USD"),
        ])
    };
    assert_eq!(with_total("15.0"), [""; 0]);
    let found = with_total("21.0");
    assert!(found.contains(&"contradiction growth-between-periods [a b c g]".to_owned()), "{found:?}");
}

#[test]
fn a_growth_over_years_may_be_their_average() {
    let growth = |base: &str, growth: &str| {
        findings(&[
            &format!("a KAZ exports value {base} 100.0 USD"),
            "b KAZ exports value 2023 133.1 USD",
            &format!("g KAZ exports growth 2023 {growth} PCT growth_of=USD compare_period={base}"),
        ])
    };
    assert_eq!(growth("2020", "33.1"), [""; 0]);
    assert_eq!(growth("2020", "10.0"), ["doubt growth-between-periods [a b g] unless per-year g"]);
    assert_eq!(growth("2021", "10.0"), ["contradiction growth-between-periods [a b g]"]);
    assert_eq!(growth("2022", "10.0"), ["contradiction growth-between-periods [a b g]"]);
}

#[test]
fn members_that_are_only_known_may_lack_some_of_their_group() {
    let rows = ["a KGZ 4", "b RUS 7", "c BLR 5", "d ARM 6", "g EAEU 9"].map(|row| {
        let (place, growth) = row.rsplit_once(' ').expect("a growth");
        format!("{place} exports growth 2023 {growth} PCT growth_of=USD reporter=KAZ")
    });
    let found = findings(&rows.each_ref().map(String::as_str));
    assert_eq!(found, ["doubt growth-between-parts [a b c d g] unless unallocated"]);
}
