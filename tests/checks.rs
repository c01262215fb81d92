//! Every rule on small datasets: where it holds, where it just touches by rounding, and where it breaks.
//!
//! A row is `id partner flow measure period number unit` and then columns as `name=value`; the reporter is CHN.

use horgos::analysis::{Analysis, Figure};
use horgos::dataset::{Dataset, parse};

fn dataset(rows: &[&str]) -> Dataset {
    let rows: Vec<String> = rows.iter().map(|row| json(row)).collect();
    let text = format!(
        r#"{{"resources":[{{"name":"places","data":[
            {{"code":"G2","name":"the two","members":["KAZ","KGZ"]}},
            {{"code":"KAZ","name":"Kazakhstan"}},{{"code":"KGZ","name":"Kyrgyzstan"}},{{"code":"W00","name":"World"}}]}},
            {{"name":"observations","data":[{}]}}],
            "panes":[{{"id":"checks","title":"Checks","kind":"reconciliation"}}]}}"#,
        rows.join(",")
    );
    parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

fn json(row: &str) -> String {
    let columns = ["id", "partner", "flow", "measure", "time_period", "obs_value", "unit_measure"];
    let mut words = row.split_whitespace();
    let mut cells = vec![r#""reporter":"CHN""#.to_owned()];
    for (name, word) in columns.iter().zip(&mut words) {
        if word != "-" {
            cells.push(format!(r#""{name}":"{word}""#));
        }
    }
    cells.extend(
        words.filter_map(|word| word.split_once('=')).map(|(name, value)| format!(r#""{name}":"{value}""#)),
    );
    format!("{{{}}}", cells.join(","))
}

/// Every finding in full: severity, rule and ids, then the sentence, then the proof.
fn findings(rows: &[&str]) -> Vec<String> {
    let dataset = dataset(rows);
    let told = |finding: &horgos::analysis::Finding| {
        let ids = finding.figures.iter().map(|figure| match figure {
            Figure::Published(at) => dataset.observations[*at].id.as_str(),
            Figure::Derived(_) => "derived",
        });
        let ids: Vec<&str> = ids.collect();
        let head = format!("{} {} [{}]", finding.severity.word(), finding.rule, ids.join(" "));
        let mut lines = vec![head, finding.sentence.clone()];
        lines.extend(finding.proof.iter().cloned());
        lines
    };
    Analysis::of(&dataset).findings.iter().flat_map(told).collect()
}

fn held(rows: &[&str]) -> Vec<String> {
    let analysis = Analysis::of(&dataset(rows));
    let tried = analysis.held.iter().filter(|held| held.rule != "status-and-value");
    tried.map(|held| format!("{}: {}", held.rule, held.sentence)).collect()
}

/// The rows hold and the named checks were tried; with one row changed they break as told.
fn breaks(holding: &[&str], tried: &[&str], changed: &str, told: &[&str]) {
    assert_eq!(findings(holding), [""; 0], "{holding:?}");
    assert_eq!(held(holding), tried, "{holding:?}");
    let id = changed.split_whitespace().next();
    let rows: Vec<&str> =
        holding.iter().map(|row| if row.split_whitespace().next() == id { changed } else { row }).collect();
    assert_eq!(findings(&rows), told, "{rows:?}");
}

#[test]
fn a_part_is_no_larger_than_its_whole() {
    breaks(
        &["e KAZ exports value 2023 12.3 CNY unit_mult=9", "t KAZ total value 2023 12.2 CNY unit_mult=9"],
        &["part-of-whole: exports are no larger than total trade, 2023"],
        "e KAZ exports value 2023 12.4 CNY unit_mult=9",
        &[
            "contradiction part-of-whole [e t]",
            "exports of 2023 exceed total trade",
            "exports 2023 = 12.4, so 12.35 … 12.45 bn CNY",
            "total trade 2023 = 12.2, so 12.15 … 12.25 bn CNY",
            "imports 2023 = total − exports = −0.30 … −0.10 bn CNY, below zero",
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
            "trade with Kazakhstan 2023 = 6, so 5.5 … 6.5 CNY",
            "trade with the two 2023 = 4, so 3.5 … 4.5 CNY",
            "the rest of trade with the two = −3.0 … −1.0 CNY, below zero",
        ],
    );
    breaks(
        &["m KAZ imports value 2023-11 5 CNY", "y KAZ imports value 2023 4 CNY"],
        &["part-of-whole: imports are no larger than imports 2023, Nov 2023"],
        "m KAZ imports value 2023-11 6 CNY",
        &[
            "contradiction part-of-whole [m y]",
            "imports of Nov 2023 exceed imports of 2023",
            "imports Nov 2023 = 6, so 5.5 … 6.5 CNY",
            "imports 2023 = 4, so 3.5 … 4.5 CNY",
            "exports 2023 = total − imports = −3.0 … −1.0 CNY, below zero",
        ]
        .map(|line| {
            if line.starts_with("exports") {
                "the rest of imports = −3.0 … −1.0 CNY, below zero"
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
            "exports of 8703 2023 = 7, so 6.5 … 7.5 CNY",
            "exports of 87 2023 = 5, so 4.5 … 5.5 CNY",
            "the rest of exports of 87 = −3.0 … −1.0 CNY, below zero",
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
            "exports 2023 = 7.0, so 6.95 … 7.05 CNY",
            "imports 2023 = 3.0, so 2.95 … 3.05 CNY",
            "their sum = 9.90 … 10.10 CNY",
            "total trade 2023 = 10.2, so 10.15 … 10.25 CNY",
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
            "the balance 2023 is not exports − imports",
            "exports 2023 = 7, so 6.5 … 7.5 CNY",
            "imports 2023 = 3, so 2.5 … 3.5 CNY",
            "the balance 2023 = −4, so −4.5 … −3.5 CNY",
            "exports − imports = 3.0 … 5.0 CNY",
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
            "exports 2022 = 22.0 / 1.10 = 19.9 … 20.1 CNY",
            "total trade 2022 = 40.0 / 2.050 = 19.5 … 19.5 CNY",
            "imports 2022 = total − exports = −0.7 … −0.3 CNY, below zero",
            "if +105.0 % holds, exports grew by at least 12.3 %, to 1 decimal",
            "if +10 % holds, total trade grew by at most 101.6 %, to 1 decimal",
        ],
    );
}

#[test]
fn a_share_is_its_part_over_its_whole() {
    breaks(
        &[
            "p KAZ total value 2023 50 CNY",
            "w W00 total value 2023 100 CNY",
            "s KAZ total share 2023 51 PCT share_of=w",
        ],
        &[
            "part-of-whole: trade with Kazakhstan is no larger than trade with World, 2023",
            "share-of-whole: 2 figures agree on trade with World 2023",
            "shares-within-whole: a share of trade with World 2023 stays within 100 %",
        ],
        "s KAZ total share 2023 52 PCT share_of=w",
        &[
            "contradiction share-of-whole [w p s]",
            "values and shares do not agree on trade with World 2023",
            "w = 100 CNY, so 99.5 … 100.5 CNY",
            "p / 52 % = 94.3 … 98.1 CNY",
        ],
    );
}

#[test]
fn shares_stay_within_the_whole() {
    breaks(
        &[
            "w W00 total value 2023 - CNY obs_status=O",
            "a KAZ total share 2023 60 PCT share_of=w",
            "b KGZ total share 2023 41 PCT share_of=w",
        ],
        &["shares-within-whole: 2 shares of trade with World 2023 stay within 100 %"],
        "b KGZ total share 2023 42 PCT share_of=w",
        &[
            "contradiction shares-within-whole [a b]",
            "2 shares of trade with World 2023 add up to more than 100 %",
            "a = 60 %, so 59.5 … 60.5 %",
            "b = 42 %, so 41.5 … 42.5 %",
            "their sum = 101.0 … 103.0 %",
        ],
    );
}

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
            "least: trade with Kazakhstan +10 %, so +9.5 … +10.5 %",
            "most: trade with Kyrgyzstan +30 %, so +29.5 … +30.5 %",
            "whole: trade with the two +32 %, so +31.5 … +32.5 %",
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
            "so the growth is +48.8 … +51.3 %",
            "printed: −52 %, so −52.5 … −51.5 %",
        ],
    );
}

#[test]
fn a_share_moves_as_growth_says() {
    breaks(
        &[
            "w2 W00 total value 2022 - CNY obs_status=O",
            "w3 W00 total value 2023 - CNY obs_status=O",
            "v KAZ total value 2020 1 CNY",
            "s2 KAZ total share 2022 10 PCT share_of=w2",
            "s3 KAZ total share 2023 20 PCT share_of=w3",
            "p KAZ total growth 2023 120 PCT",
            "w W00 total growth 2023 10 PCT",
        ],
        &[
            "shares-within-whole: a share of trade with World 2022 stays within 100 %",
            "shares-within-whole: a share of trade with World 2023 stays within 100 %",
            "share-and-growth: the share of trade with Kazakhstan moved as its growth says, 2023",
        ],
        "p KAZ total growth 2023 5 PCT",
        &[
            "contradiction share-and-growth [s2 s3 p w]",
            "the share of trade with Kazakhstan did not move from 2022 as its growth says",
            "share 2022 = 10 %, share 2023 = 20 %",
            "so the part outgrew its whole by +85.71 … +115.79 %",
            "growth of the part +5 %, of the whole +10 %",
            "so the part outgrew its whole by −5.43 … −3.65 %",
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
            "imports: 35.0 CNY / 4.0 USD = 8.630 … 8.873",
            "exports: 70.0 CNY / 10.0 USD = 6.960 … 7.040",
            "more than 5 % apart: true only if the rate moved so far in the period",
        ],
    );
    let near = [rows[0], rows[1], rows[2], "id KAZ imports value 2023 4.8 USD"];
    let told = findings(&near);
    assert_eq!(told.first().map(String::as_str), Some("note one-rate [i id e ed]"));
    assert_eq!(told.last().map(String::as_str), Some("within 5 %: months are converted one by one"));
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
            "b: 246570 bn CNY, so 246569.5 … 246570.5 bn CNY",
            "a: 24.66 bn CNY, so 24.655 … 24.665 bn CNY",
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
    assert!(Analysis::of(&loaded.dataset).findings.iter().all(|finding| finding.rule != "part-of-whole"));
}
