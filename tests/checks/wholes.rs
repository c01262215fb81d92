//! Parts and wholes, in the period itself and in the base period.

use horgos::analysis::{Analysis, Rule};
use horgos::formats::parse;

use super::rows::json;
use super::{breaks, findings, held};

#[test]
fn a_part_is_no_larger_than_its_whole() {
    breaks(
        &["e KAZ exports value 2023 12.3 CNY unit_mult=9", "t KAZ total value 2023 12.2 CNY unit_mult=9"],
        &["part-of-whole [e t]"],
        "e KAZ exports value 2023 12.4 CNY unit_mult=9",
        &["contradiction part-of-whole [e t]"],
    );
}

#[test]
fn a_member_is_no_larger_than_its_group_and_a_month_than_its_year() {
    breaks(
        &["k KAZ total value 2023 5 CNY", "g G2 total value 2023 4 CNY"],
        &["part-of-whole [k g]"],
        "k KAZ total value 2023 6 CNY",
        &["contradiction part-of-whole [k g]"],
    );
    breaks(
        &["m KAZ imports value 2023-11 5 CNY", "y KAZ imports value 2023 4 CNY"],
        &["part-of-whole [m y]"],
        "m KAZ imports value 2023-11 6 CNY",
        &["contradiction part-of-whole [m y]"],
    );
}

#[test]
fn a_product_or_a_mode_is_no_larger_than_all() {
    breaks(
        &["p KAZ exports value 2023 5 CNY product=8703", "a KAZ exports value 2023 5 CNY product=87"],
        &["part-of-whole [p a]"],
        "p KAZ exports value 2023 7 CNY product=8703",
        &["contradiction part-of-whole [p a]"],
    );
    breaks(
        &["r KAZ exports value 2023 5 CNY transport=road", "a KAZ exports value 2023 5 CNY"],
        &["part-of-whole [r a]"],
        "r KAZ exports value 2023 7 CNY transport=road",
        &["contradiction part-of-whole [r a]"],
    );
}

#[test]
fn complete_parts_add_up() {
    breaks(
        &[
            "e KAZ exports value 2023 7.0 CNY",
            "i KAZ imports value 2023 3.0 CNY",
            "t KAZ total value 2023 10.1 CNY",
        ],
        &["part-of-whole [e t]", "part-of-whole [i t]", "sum-of-parts [e i t]"],
        "t KAZ total value 2023 10.4 CNY",
        &["contradiction sum-of-parts [e i t]"],
    );
    let members =
        ["a KAZ total value 2023 5 CNY", "b KGZ total value 2023 3 CNY", "g G2 total value 2023 8 CNY"];
    assert_eq!(held(&members)[2], "sum-of-parts [a b g]");
    let more = findings(&[members[0], members[1], "g G2 total value 2023 12 CNY"]);
    assert_eq!(more, ["contradiction sum-of-parts [a b g]"]);
    let months = [
        "q KAZ total value 2023-Q1 14 CNY",
        "a KAZ total value 2023-01 3 CNY",
        "b KAZ total value 2023-02 1 CNY",
        "c KAZ total value 2023-03 9 CNY",
    ];
    assert_eq!(held(&months).last().map(String::as_str), Some("sum-of-parts [a b c q]"));
    let few = findings(&[months[0], months[1], months[2], "c KAZ total value 2023-03 5 CNY"]);
    assert_eq!(few, ["contradiction sum-of-parts [a b c q]"]);
}

#[test]
fn a_balance_follows_from_any_two_flows() {
    let flows =
        ["e KAZ exports value 2023 7 CNY", "i KAZ imports value 2023 3 CNY", "t KAZ total value 2023 10 CNY"];
    for (rows, ids) in
        [([flows[0], flows[1]], "e i b"), ([flows[0], flows[2]], "e t b"), ([flows[1], flows[2]], "t i b")]
    {
        let with =
            |balance: &str| findings(&[rows[0], rows[1], &format!("b KAZ balance value 2023 {balance} CNY")]);
        assert_eq!(with("5"), [""; 0]);
        assert_eq!(with("-4"), [format!("contradiction sum-of-parts [{ids}]")]);
    }
}

#[test]
fn ten_years_are_taken_apart_into_months_and_no_more() {
    let month = |at: usize| format!("m{at} KAZ exports value {}-{:02} 1 CNY", 2001 + at / 12, 1 + at % 12);
    let found = |months: usize| {
        let mut rows: Vec<String> = (0..months).map(month).collect();
        rows.push(format!("y KAZ exports value 2001-01-01/P{months}M 1000 CNY"));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let years = found(120);
    assert_eq!(years.len(), 1);
    assert!(years[0].starts_with("contradiction sum-of-parts [m0 ") && years[0].ends_with(" m119 y]"));
    assert_eq!(found(121), [""; 0]);
}

#[test]
fn the_base_period_adds_up_too() {
    breaks(
        &[
            "e KAZ exports value 2023 22.0 CNY",
            "eg KAZ exports growth 2023 10 PCT growth_of=CNY",
            "t KAZ total value 2023 40.0 CNY",
            "tg KAZ total growth 2023 100 PCT growth_of=CNY",
        ],
        &["part-of-whole [e t]", "part-of-whole/base [e eg t tg]"],
        "tg KAZ total growth 2023 105.0 PCT growth_of=CNY",
        &["contradiction part-of-whole/base [e eg t tg]"],
    );
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

#[test]
fn members_that_are_only_known_may_be_too_small_but_never_too_large() {
    let union = |measure: &str, union: &str| {
        let rows = ["a KGZ 20.0", "b RUS 40.0", "c BLR 10.0", "d ARM 9.0"].map(|row| {
            let (place, number) = row.rsplit_once(' ').expect("a number");
            format!("{place} {measure} {number}")
        });
        let unit = if measure.contains("share") { "PCT share_of=w" } else { "USD" };
        let rows = rows.iter().map(|row| format!("{row} {unit} reporter=KAZ"));
        let rows: Vec<String> =
            rows.chain([format!("g EAEU {measure} {union} {unit} reporter=KAZ")]).collect();
        let whole = "w W00 exports value 2023 - USD obs_status=O reporter=KAZ";
        findings(&rows.iter().map(String::as_str).chain([whole]).collect::<Vec<_>>())
    };
    assert_eq!(union("exports value 2023", "79.2"), [""; 0]);
    let found = ["doubt sum-of-parts [a b c d g] unless unallocated"];
    assert_eq!(union("exports value 2023", "82.0"), found, "some trade may be confidential");
    assert_eq!(union("exports value 2023", "76.0"), ["contradiction sum-of-parts [a b c d g]"]);
    assert_eq!(union("balance value 2023", "76.0"), found, "imports may be confidential");
    let found = ["doubt shares-of-parts [a b c d g] unless unallocated"];
    assert_eq!(union("exports share 2023", "82.0"), found);
    assert_eq!(union("exports share 2023", "76.0"), ["contradiction shares-of-parts [a b c d g]"]);
}
