//! Sentences on checks that passed.

use horgos::analysis::Analysis;
use horgos::wording::Words;

use super::rows::{PLACES, dataset};

fn held_among(places: &str, rows: &[&str]) -> Vec<String> {
    let dataset = dataset(places, rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    analysis.passed.iter().map(|held| words.passed_sentence(held)).collect()
}

/// The sentence is among those of what held.
fn holds(sentence: &str, rows: &[&str]) {
    let held = held_among(PLACES, rows);
    assert!(held.iter().any(|held| held == sentence), "{sentence}: {held:#?}");
}

#[test]
fn parts_and_wholes() {
    let flows = [
        "e KAZ exports value 2023 7.0 CNY",
        "i KAZ imports value 2023 3.0 CNY",
        "t KAZ total value 2023 10.1 CNY",
        "b KAZ balance value 2023 4.0 CNY",
    ];
    holds("exports are no larger than total trade, 2023", &flows);
    holds("exports and imports add up to total trade, 2023", &flows);
    holds("the balance is exports − imports, 2023", &flows);
    let members =
        ["a KAZ total value 2023 5 CNY", "b KGZ total value 2023 3 CNY", "g G2 total value 2023 8 CNY"];
    holds("trade with Kazakhstan is no larger than trade with the two, 2023", &members);
    holds("the 2 members of the two add up to trade with the two, 2023", &members);
    let months = [
        "q KAZ imports value 2023-Q1 13 CNY",
        "a KAZ imports value 2023-01 3 CNY",
        "b KAZ imports value 2023-02 1 CNY",
        "c KAZ imports value 2023-03 9 CNY",
    ];
    holds("imports are no larger than imports Q1 2023, Jan 2023", &months);
    holds("the 3 parts of Q1 2023 add up to imports, Q1 2023", &months);
    let totals = ["m KAZ total value 2023-11 5 CNY", "y KAZ total value 2023 6 CNY"];
    holds("total trade is no larger than total trade 2023, Nov 2023", &totals);
    let modes = [
        "r KAZ exports value 2023 5 CNY transport=road",
        "s KAZ exports value 2023 3 CNY transport=rail",
        "a KAZ exports value 2023 9 CNY",
    ];
    holds("exports by road are no larger than exports by all modes, 2023", &modes);
    holds("2 parts add up to no more than exports by all modes, 2023", &modes);
    let one = r#"{"code":"G1","name":"the one","members":["KAZ"]}"#;
    let held = held_among(one, &["a KAZ exports value 2023 5 USD", "g G1 exports value 2023 5 USD"]);
    assert!(held.contains(&"the only member of the one makes up exports to the one, 2023".to_owned()));
}

#[test]
fn shares() {
    let rows = [
        "p KAZ total value 2023 50 CNY",
        "w W00 total value 2023 100 CNY",
        "s KAZ total share 2023 51 PCT share_of=w",
    ];
    holds("2 figures agree on trade with World, 2023", &rows);
    holds("a share of trade with World stays within 100 %, 2023", &rows);
    let two = [rows[1], rows[2], "r KGZ total share 2023 40 PCT share_of=w"];
    holds("2 shares of trade with World stay within 100 %, 2023", &two);
    holds("trade with World is all of itself, 2023", &[rows[1], "s W00 total share 2023 100 PCT share_of=w"]);
    let moved = [
        "x W00 total value 2022 - CNY obs_status=O",
        "y W00 total value 2023 - CNY obs_status=O",
        "v KAZ total value 2020 1 CNY",
        "s KAZ total share 2022 10 PCT share_of=x",
        "t KAZ total share 2023 20 PCT share_of=y",
        "p KAZ total growth 2023 120 PCT growth_of=CNY",
        "w W00 total growth 2023 10 PCT growth_of=CNY",
    ];
    holds("the share of trade with Kazakhstan moved as its growth says, 2023", &moved);
    let flows = [
        "x W00 exports value 2023 - CNY obs_status=O",
        "y W00 imports value 2023 - CNY obs_status=O",
        "z W00 total value 2023 - CNY obs_status=O",
        "e KAZ exports share 2023 30.0 PCT share_of=x",
        "i KAZ imports share 2023 40.0 PCT share_of=y",
        "t KAZ total share 2023 35.0 PCT share_of=z",
    ];
    holds("the share of trade with Kazakhstan is between those of exports and imports, 2023", &flows);
}

#[test]
fn growth() {
    let members = [
        "a KAZ total growth 2023 10 PCT growth_of=CNY",
        "b KGZ total growth 2023 30 PCT growth_of=CNY",
        "g G2 total growth 2023 20 PCT growth_of=CNY",
    ];
    holds("the growth of trade with the two is between those of its parts, 2023", &members);
    let one = r#"{"code":"G1","name":"the one","members":["KAZ"]}"#;
    let held = held_among(
        one,
        &["a KAZ exports growth 2023 5 PCT growth_of=CNY", "g G1 exports growth 2023 5 PCT growth_of=CNY"],
    );
    let only = "the growth of exports to the one is that of its only part, 2023";
    assert!(held.contains(&only.to_owned()), "{held:#?}");
    let row = [
        "a KAZ exports value 2020 50.0 CNY",
        "g KAZ exports growth 2021 20.0 PCT",
        "h KAZ exports growth 2022 -10.0 PCT",
        "b KAZ exports value 2022 54.0 CNY",
    ];
    holds("exports: 2 growths in a row lead from 2020 to 2022", &row);
    let values = [
        "a KAZ total value 2022 100 CNY",
        "b KAZ total value 2023 150 CNY",
        "g KAZ total growth 2023 51 PCT growth_of=CNY",
    ];
    holds("total trade: growth to 2023 agrees with both values", &values);
}

#[test]
fn single_figures() {
    let rows = [
        "e KAZ exports value 2023 70.0 CNY",
        "ed KAZ exports value 2023 10.0 USD",
        "i KAZ imports value 2023 35.0 CNY",
        "id KAZ imports value 2023 5.0 USD",
        "f KAZ exports value 2023 70 CNY",
    ];
    holds("2 rates of CNY per USD agree, 2023", &rows);
    holds("2 rows for exports 2023 agree", &rows);
    holds("no figure is impossibly low", &rows);
    holds("figures marked missing have no value; all others have one", &rows);
}

#[test]
fn derived_flows() {
    let rows = [
        "i KAZ imports value 2023 2.6 USD",
        "e W00 exports value 2023 7.1 USD",
        "b W00 balance value 2023 4.2 USD",
    ];
    holds("imports from World (exports − balance): not below zero, 2023", &rows);
    holds("imports from Kazakhstan are no larger than imports from World (exports − balance), 2023", &rows);
}

#[test]
fn changes_over_time() {
    let change = [
        "a KAZ exports value 2022 40.5 USD",
        "b KAZ exports value 2023 44.1 USD",
        "c KAZ exports change 2023 3.6 USD",
    ];
    holds("exports: the change from 2022 to 2023 agrees with the other figures", &change);
    let share = [
        "w W00 total value 2023 - CNY obs_status=O",
        "v KGZ total value 2020 1 CNY",
        "s KAZ total share 2023 45.0 PCT share_of=w",
        "p KAZ total share_change 2023 17.0 POINTS",
        "g W00 total growth 2023 11.0 PCT growth_of=CNY",
        "h KAZ total growth 2023 -30.0 PCT growth_of=CNY",
    ];
    holds("the share of trade with Kazakhstan changed from 2022 to 2023 as it says", &share);
    holds("the share of trade with Kazakhstan was within 100 % in 2022", &share);
}

#[test]
fn rates_and_balances() {
    let rows = ["a W00 exports value 2023 70.0 CNY", "b W00 exports value 2023 10.0 USD"];
    holds("CNY per USD is near the average rate, 2023", &rows);
    let balance = ["b W00 balance value 2023 30.0 CNY", "t W00 total value 2023 70.0 CNY", rows[0]];
    holds("total trade is not negligible next to a balance of 30.0 CNY", &balance);
    holds("exports are not negligible next to a balance of 30.0 CNY", &balance);
}

#[test]
fn ranks_and_records() {
    let rows = [
        "a KAZ exports value 2023 40.0 USD",
        "b KGZ exports value 2023 30.0 USD",
        "r KAZ exports rank 2023 1 RANK ranked_among=partners",
        "s KGZ exports rank 2023 2 RANK ranked_among=partners",
        "c KAZ exports value 2022 30.0 USD",
        "d KAZ exports record 2023 40.0 USD",
    ];
    holds("exports by partner: the figures allow Kazakhstan to be ranked 1, 2023", &rows);
    holds("exports by partner: no two of 2 ranks are the same, 2023", &rows);
    holds("exports of 2023 are a record among what is given", &rows);
}
