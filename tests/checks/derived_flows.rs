//! Flows that are not given, but that other flows make.

use super::{breaks, findings, held};

#[test]
fn exports_less_a_balance_are_not_below_zero() {
    breaks(
        &["e KAZ exports value 2023 4.4 USD", "b KAZ balance value 2023 4.5 USD"],
        &["derived-flow [e b]"],
        "b KAZ balance value 2023 4.6 USD",
        &["contradiction derived-flow [e b]"],
    );
    let imports = ["i KAZ imports value 2023 4.4 USD", "b KAZ balance value 2023 -4.6 USD"];
    assert_eq!(findings(&imports), ["contradiction derived-flow [i b]"]);
    let total = ["t KAZ total value 2023 4.4 USD", "b KAZ balance value 2023 -4.6 USD"];
    assert_eq!(findings(&total), ["contradiction derived-flow [t b]"]);
    let cut = ["e KAZ exports value 2023 4.4 USD", "b KAZ balance value 2023 4.48 USD"];
    assert_eq!(findings(&cut), ["doubt derived-flow [e b] unless cut-off"]);
}

#[test]
fn a_part_is_no_larger_than_what_others_make_of_its_whole() {
    breaks(
        &[
            "i KAZ imports value 2023 3.0 USD",
            "e W00 exports value 2023 7.0 USD",
            "b W00 balance value 2023 4.1 USD",
        ],
        &["derived-flow [i e b]", "derived-flow [e b]", "value-and-balance [e b]"],
        "i KAZ imports value 2023 3.2 USD",
        &["contradiction derived-flow [i e b]"],
    );
    let total = ["i W00 imports value 2023 3.3 USD product=27", "t W00 total value 2023 10.0 USD"];
    let found = findings(&[total[0], total[1], "e W00 exports value 2023 7.1 USD"]);
    assert_eq!(found, ["contradiction derived-flow [i t e]"]);
    let given = ["j W00 imports value 2023 2.9 USD", "e W00 exports value 2023 7.1 USD"];
    let found = findings(&[total[0], total[1], given[0], given[1]]);
    assert_eq!(
        found,
        ["contradiction part-of-whole [i j]"],
        "it is only made of others where it is not given"
    );
}

#[test]
fn a_calculated_part_is_no_larger_than_its_whole() {
    let part = ["e KAZ exports value 2023 7.0 USD", "b KAZ balance value 2023 4.0 USD"];
    assert_eq!(findings(&[part[0], part[1], "i W00 imports value 2023 2.9 USD"]), [""; 0]);
    let found = findings(&[part[0], part[1], "i W00 imports value 2023 2.7 USD"]);
    assert_eq!(found, ["contradiction derived-flow [e b i]"]);
    let both = ["f W00 exports value 2023 9.0 USD", "c W00 balance value 2023 6.5 USD"];
    let found = findings(&[part[0], part[1], both[0], both[1]]);
    assert_eq!(found, ["contradiction derived-flow [e b f c]"]);
}

#[test]
fn a_month_is_no_larger_than_what_others_make_of_its_year() {
    let year = ["e KAZ exports value 2023 70 USD", "b KAZ balance value 2023 40 USD"];
    assert_eq!(findings(&[year[0], year[1], "i KAZ imports value 2023-04 31 USD"]), [""; 0]);
    let found = findings(&[year[0], year[1], "i KAZ imports value 2023-04 33 USD"]);
    assert_eq!(found, ["contradiction derived-flow [i e b]"]);
    let adjusted =
        ["e KAZ exports value 2023 70 USD adjustment=S", "b KAZ balance value 2023 40 USD adjustment=S"];
    let found = findings(&[adjusted[0], adjusted[1], "i KAZ imports value 2023-04 33 USD adjustment=S"]);
    assert_eq!(found, [""; 0], "each month is adjusted by itself");
}

#[test]
fn the_base_period_has_its_derived_flows() {
    let now = ["e W00 exports value 2023 22 USD", "g W00 exports growth 2023 10 PCT growth_of=USD"];
    let whole = ["t W00 total value 2023 33 USD", "h W00 total growth 2023 10 PCT growth_of=USD"];
    let rows = |part| [now[0], now[1], whole[0], whole[1], part];
    let tried = held(&rows("i KAZ imports value 2022 9 USD"));
    assert!(tried.contains(&"derived-flow [i t h e g]".to_owned()), "{tried:?}");
    let found = findings(&rows("i KAZ imports value 2022 13 USD"));
    assert_eq!(found, ["contradiction derived-flow [i t h e g]"]);
}

#[test]
fn a_share_is_one_of_a_derived_flow_too() {
    let share = |share: &str, flow: &str, values: [&str; 3]| {
        findings(&[
            &format!("e W00 exports value 2023 {} CNY", values[0]),
            &format!("i W00 imports value 2023 {} CNY", values[1]),
            &format!("w W00 {flow} value 2023 - CNY obs_status=O"),
            &format!("k KAZ {flow} value 2023 {} CNY", values[2]),
            &format!("s KAZ {flow} share 2023 {share} PCT share_of=w"),
        ])
    };
    let values = ["30.0", "50.0", "20.0"];
    assert_eq!(share("25.0", "total", values), [""; 0]);
    assert_eq!(share("52.0", "total", values), ["contradiction share-of-whole [k e i s]"]);
    assert_eq!(share("52.0", "balance", values), [""; 0]);
    let derived_part = findings(&[
        "w W00 imports value 2023 90.0 CNY",
        "e KAZ exports value 2023 30.0 CNY",
        "b KAZ balance value 2023 -15.0 CNY",
        "s KAZ imports share 2023 75.0 PCT share_of=w",
    ]);
    assert_eq!(derived_part, ["contradiction share-of-whole [e b w s]"]);
    let with_weight = findings(&[
        "e W00 exports value 2023 30.0 CNY",
        "i W00 imports value 2023 50.0 CNY",
        "w W00 total mention 2023",
        "k KAZ total value 2023 20.0 CNY",
        "t KAZ total value 2023 7.0 T",
        "s KAZ total share 2023 52.0 PCT share_of=w",
    ]);
    assert_eq!(with_weight, ["doubt share-of-whole [k e i s] unless two-things"]);
}
