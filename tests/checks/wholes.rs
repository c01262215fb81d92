//! Parts and wholes, in the period itself and in the base period.

use horgos::analysis::{Analysis, Rule};
use horgos::formats::parse;

use super::{breaks, findings, held, json};

#[test]
fn a_part_is_no_larger_than_its_whole() {
    breaks(
        &["e KAZ exports value 2023 12.3 CNY unit_mult=9", "t KAZ total value 2023 12.2 CNY unit_mult=9"],
        &["part-of-whole: exports are no larger than total trade, 2023"],
        "e KAZ exports value 2023 12.4 CNY unit_mult=9",
        &[
            "contradiction part-of-whole [e t]",
            "exports of 2023 exceed total trade",
            "exports 2023 = 12.4, so 12.35 to 12.45 bn CNY",
            "total trade 2023 = 12.2, so 12.15 to 12.25 bn CNY",
            "imports 2023 = total − exports = −0.30 to −0.10 bn CNY, below zero",
        ],
    );
}

#[test]
fn a_member_is_no_larger_than_its_group_and_a_month_than_its_year() {
    breaks(
        &["k KAZ total value 2023 5 CNY", "g G2 total value 2023 4 CNY"],
        &["part-of-whole: trade with Kazakhstan is no larger than trade with the two, 2023"],
        "k KAZ total value 2023 6 CNY",
        &[
            "contradiction part-of-whole [k g]",
            "trade with Kazakhstan of 2023 exceeds trade with the two",
            "trade with Kazakhstan 2023 = 6, so 5.5 to 6.5 CNY",
            "trade with the two 2023 = 4, so 3.5 to 4.5 CNY",
            "the rest of trade with the two = −3.0 to −1.0 CNY, below zero",
        ],
    );
    breaks(
        &["m KAZ imports value 2023-11 5 CNY", "y KAZ imports value 2023 4 CNY"],
        &["part-of-whole: imports are no larger than imports 2023, Nov 2023"],
        "m KAZ imports value 2023-11 6 CNY",
        &[
            "contradiction part-of-whole [m y]",
            "imports of Nov 2023 exceed imports of 2023",
            "imports Nov 2023 = 6, so 5.5 to 6.5 CNY",
            "imports 2023 = 4, so 3.5 to 4.5 CNY",
            "exports 2023 = total − imports = −3.0 to −1.0 CNY, below zero",
        ]
        .map(|line| {
            if line.starts_with("exports") {
                "the rest of imports = −3.0 to −1.0 CNY, below zero"
            } else {
                line
            }
        }),
    );
}

#[test]
fn a_product_or_a_mode_is_no_larger_than_all() {
    breaks(
        &["p KAZ exports value 2023 5 CNY product=8703", "a KAZ exports value 2023 5 CNY product=87"],
        &["part-of-whole: exports of 8703 are no larger than exports of 87, 2023"],
        "p KAZ exports value 2023 7 CNY product=8703",
        &[
            "contradiction part-of-whole [p a]",
            "exports of 8703 of 2023 exceed exports of 87",
            "exports of 8703 2023 = 7, so 6.5 to 7.5 CNY",
            "exports of 87 2023 = 5, so 4.5 to 5.5 CNY",
            "the rest of exports of 87 = −3.0 to −1.0 CNY, below zero",
        ],
    );
    let modes = ["r KAZ exports value 2023 5 CNY transport=road", "a KAZ exports value 2023 5 CNY"];
    assert_eq!(
        held(&modes),
        ["part-of-whole: exports by road are no larger than exports by all modes, 2023"]
    );
    let over = ["r KAZ exports value 2023 7 CNY transport=road", modes[1]];
    assert_eq!(findings(&over)[1], "exports by road of 2023 exceed exports by all modes");
}

#[test]
fn complete_parts_add_up() {
    breaks(
        &[
            "e KAZ exports value 2023 7.0 CNY",
            "i KAZ imports value 2023 3.0 CNY",
            "t KAZ total value 2023 10.1 CNY",
        ],
        &[
            "part-of-whole: exports are no larger than total trade, 2023",
            "part-of-whole: imports are no larger than total trade, 2023",
            "sum-of-parts: exports and imports add up to total trade, 2023",
        ],
        "t KAZ total value 2023 10.2 CNY",
        &[
            "contradiction sum-of-parts [e i t]",
            "exports and imports do not add up to total trade, 2023",
            "exports 2023 = 7.0, so 6.95 to 7.05 CNY",
            "imports 2023 = 3.0, so 2.95 to 3.05 CNY",
            "their sum = 9.90 to 10.10 CNY",
            "total trade 2023 = 10.2, so 10.15 to 10.25 CNY",
        ],
    );
    breaks(
        &[
            "e KAZ exports value 2023 7 CNY",
            "i KAZ imports value 2023 3 CNY",
            "b KAZ balance value 2023 5 CNY",
        ],
        &["sum-of-parts: the balance is exports − imports, 2023"],
        "b KAZ balance value 2023 -4 CNY",
        &[
            "contradiction sum-of-parts [e i b]",
            "the balance is not exports − imports, 2023",
            "exports 2023 = 7, so 6.5 to 7.5 CNY",
            "imports 2023 = 3, so 2.5 to 3.5 CNY",
            "the balance 2023 = −4, so −4.5 to −3.5 CNY",
            "exports − imports = 3.0 to 5.0 CNY",
        ],
    );
    let members =
        ["a KAZ total value 2023 5 CNY", "b KGZ total value 2023 3 CNY", "g G2 total value 2023 8 CNY"];
    assert_eq!(
        held(&members)[2],
        "sum-of-parts: the 2 members of the two add up to trade with the two, 2023"
    );
    let more = findings(&[members[0], members[1], "g G2 total value 2023 10 CNY"]);
    assert_eq!(more[1], "the 2 members of the two do not add up to trade with the two, 2023");
    let quarters = [
        "a KAZ total value 2023-Q1 5 CNY",
        "b KAZ total value 2023-01 3 CNY",
        "c KAZ total value 2023-02 1 CNY",
    ];
    let months = [&quarters[..], &["d KAZ total value 2023-03 9 CNY"]].concat();
    assert!(
        findings(&months)
            .contains(&"the 3 parts of Q1 2023 do not add up to total trade, Q1 2023".to_owned())
    );
}

#[test]
fn ten_years_are_taken_apart_into_months_and_no_more() {
    let month = |at: usize| format!("m{at} KAZ exports value {}-{:02} 1 CNY", 2001 + at / 12, 1 + at % 12);
    let told = |months: usize| {
        let mut rows: Vec<String> = (0..months).map(month).collect();
        rows.push(format!("y KAZ exports value 2001-01-01/P{months}M 1000 CNY"));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(told(120)[1], "the 120 parts of 2001–2010 do not add up to exports, 2001–2010");
    assert_eq!(told(121), [""; 0]);
}

#[test]
fn bounds_are_true_however_coarse_the_numbers_beside_them() {
    let told = findings(&[
        "e KAZ exports value 2023 3.14 EUR unit_mult=9",
        "i KAZ imports value 2023 2500.0 EUR unit_mult=6",
        "t KAZ total value 2023 9 EUR unit_mult=9",
    ]);
    let proof = [
        "exports 2023 = 3.14, so 3.135 to 3.145 bn EUR",
        "imports 2023 = 2.5000, so 2.49995 to 2.50005 bn EUR",
        "their sum = 5.63495 to 5.64505 bn EUR",
        "total trade 2023 = 9, so 8.5 to 9.5 bn EUR",
    ];
    assert_eq!(told[2..], proof);
    let told = findings(&["e KAZ exports value 2023 3.149 EUR", "t KAZ total value 2023 2.9 EUR"]);
    let proof = [
        "exports 2023 = 3.149, so 3.1485 to 3.1495 EUR",
        "total trade 2023 = 2.9, so 2.85 to 2.95 EUR",
        "imports 2023 = total − exports = −0.2995 to −0.1985 EUR, below zero",
    ];
    assert_eq!(told[2..], proof);
}

#[test]
fn the_base_period_adds_up_too() {
    breaks(
        &[
            "e KAZ exports value 2023 22.0 CNY",
            "eg KAZ exports growth 2023 10 PCT",
            "t KAZ total value 2023 40.0 CNY",
            "tg KAZ total growth 2023 100 PCT",
        ],
        &[
            "part-of-whole: exports are no larger than total trade, 2023",
            "part-of-whole/base: exports are no larger than total trade, 2022",
        ],
        "tg KAZ total growth 2023 105.0 PCT",
        &[
            "contradiction part-of-whole/base [e eg t tg]",
            "exports +10 % and total +105.0 % cannot both hold: exports of 2022 would exceed total trade",
            "exports 2022 = 22.0 / 1.10 = 19.86 to 20.14 CNY",
            "total trade 2022 = 40.0 / 2.050 = 19.48 to 19.54 CNY",
            "imports 2022 = total − exports = −0.65 to −0.32 CNY, below zero",
            "if +105.0 % holds, exports grew by at least 12.3 %, to 1 decimal",
            "if +10 % holds, total trade grew by at most 101.6 %, to 1 decimal",
        ],
    );
}

#[test]
fn what_is_less_fell_and_what_is_left_is_not_nothing() {
    let told = findings(&[
        "e KAZ exports value 2023 8 CNY",
        "eg KAZ exports growth 2023 -99.99 PCT",
        "t KAZ total value 2023 9 CNY",
        "tg KAZ total growth 2023 0 PCT",
    ]);
    let proof = [
        "if 0 % holds, exports fell by at most 21.45 %, to 2 decimals",
        "if −99.99 % holds, total trade fell by at least 99.98 %, to 2 decimals",
    ];
    assert_eq!(told[5..7], proof);
}

#[test]
fn a_rest_below_zero_does_not_look_like_zero() {
    let told = findings(&[
        "e KAZ exports value 2023 21.05 CNY",
        "eg KAZ exports growth 2023 5 PCT",
        "t KAZ total value 2023 29.90 CNY",
        "tg KAZ total growth 2023 49.943 PCT",
    ]);
    let proof = [
        "exports 2022 = 21.05 / 1.05 = 19.95 to 20.15 CNY",
        "total trade 2022 = 29.90 / 1.49943 = 19.938 to 19.944 CNY",
        "imports 2022 = total − exports = −0.211 to −0.004 CNY, below zero",
    ];
    assert_eq!(told[2..5], proof);
}

#[test]
fn what_is_not_settled_is_a_doubt() {
    let told = findings(&["e KAZ exports value 2023 9 CNY obs_status=P", "t KAZ total value 2023 5 CNY"]);
    assert_eq!(told.first().map(String::as_str), Some("doubt part-of-whole [e t]"));
    assert_eq!(told.last().map(String::as_str), Some("unless e changes: it is provisional"));
}

#[test]
fn a_port_is_no_part_of_a_province_and_growth_keeps_its_currency() {
    let other = findings(&["e KAZ exports value 2023 9 CNY", "t KAZ total value 2023 5 USD"]);
    assert_eq!(other, [""; 0]);
    let mut rows = ["e KAZ exports value 2023 9 CNY".to_owned(), "t KAZ total value 2023 5 CNY".to_owned()]
        .map(|row| json(&row));
    rows[0] = rows[0].replace("CHN", "KAZ");
    let text = format!(r#"{{"resources":[{{"name":"observations","data":[{}]}}]}}"#, rows.join(","));
    let loaded = parse("test", &text, &|_| Err(String::new())).expect("a whole dataset");
    assert!(Analysis::new(&loaded.dataset).findings.iter().all(|finding| finding.rule != Rule::PartOfWhole));
}
