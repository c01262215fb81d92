//! Money for each kilogram, from all three engines.

use super::engines::pass;
use super::{asked, open};
use crate::dataset::Flow;
use crate::records::answer::Ranking;
use crate::records::remote::tests::remote_with_weights;
use crate::records::{AnswerCell, AskedMeasure, Engine, Question, ReadProgress, TableAnswer};

/// Reporter, flow, partner, product, year, value, weight.
const ROWS: [&str; 10] = [
    "KAZ,X,CHN,270900,2022,600,100",
    "KAZ,X,CHN,260300,2022,50,10",
    "KAZ,X,ITA,270900,2022,77,11",
    "KAZ,X,ITA,270900,2021,66,11",
    "KAZ,X,UZB,270900,2022,9,",
    "KAZ,X,TUR,270900,2022,8,0",
    "KAZ,X,KGZ,270900,2022,,4",
    "KAZ,X,TJK,270900,2022,1,4",
    "KAZ,M,CHN,850000,2022,80,2",
    "UZB,X,KAZ,270900,2022,5,5",
];

fn shown(cell: &AnswerCell) -> String {
    match cell.divided() {
        Some((money, weight)) => {
            let digits = |number: Option<crate::formats::foreign::PrintedNumber>| {
                number
                    .map_or(0, |number| number.digits / 10i128.pow(u32::from(number.exponent.unsigned_abs())))
            };
            format!("{} / {}", digits(money.number()), digits(weight.number()))
        }
        None => format!("{} of {} lack one", cell.lacking(), cell.sum.rows),
    }
}

fn ranked(ranking: &Ranking) -> Vec<String> {
    let entry = |entry: &crate::records::AnswerEntry| format!("{} {}", entry.code, shown(&entry.cells[0]));
    ranking.entries.iter().map(entry).collect()
}

/// The same answer of a file in memory, of passes over it, and of an engine.
fn answers(question: &Question) -> [TableAnswer; 3] {
    let text =
        format!("reporterISO,flowCode,partnerISO,cmdCode,period,primaryValue,netWgt\n{}\n", ROWS.join("\n"));
    let watch = ReadProgress::default();
    let memory = open(&text).expect("a table").ask(question, &watch);
    let passed = pass(&text, 2).ask(question, &watch);
    let remote = remote_with_weights(&ROWS).ask(question, &watch);
    [memory, passed, remote].map(|answer| answer.expect("an answer"))
}

fn unit_values(flow: Flow) -> Question {
    Question { measure: AskedMeasure::UnitValue, ..asked("KAZ", flow, "2022") }
}

#[test]
fn a_ranking_by_unit_value_is_the_same_from_all_engines() {
    for answer in answers(&unit_values(Flow::Exports)) {
        // No weight, a weight of 0 and no value: none of these counts as nothing.
        assert_eq!(
            ranked(&answer.partners),
            [
                "ITA 77 / 11",
                "CHN 650 / 110",
                "TJK 1 / 4",
                "KGZ 1 of 1 lack one",
                "TUR 1 of 1 lack one",
                "UZB 1 of 1 lack one"
            ]
        );
        assert_eq!(ranked(&answer.products), ["260300 50 / 10", "270900 2 of 6 lack one"]);
        assert_eq!(shown(&answer.whole[0]), "2 of 7 lack one");
        assert_eq!(shown(&answer.whole[1]), "66 / 11");
        let periods: Vec<String> =
            answer.periods.iter().map(|(period, cell)| format!("{period} {}", shown(cell))).collect();
        assert_eq!(periods, ["2021 66 / 11", "2022 2 of 7 lack one"]);
        assert!(!answer.whole[1].is_printed, "a quotient is printed by no row");
    }
}

#[test]
fn the_total_is_divided_as_a_whole() {
    let of_china = |flow| Question { partner: Some("CHN".to_owned()), ..unit_values(flow) };
    for answer in answers(&of_china(Flow::Total)) {
        assert_eq!(shown(&answer.whole[0]), "730 / 112");
    }
    for answer in answers(&of_china(Flow::Imports)) {
        assert_eq!(ranked(&answer.products), ["850000 80 / 2"]);
    }
}

#[test]
fn a_table_without_weights_has_no_unit_values_and_neither_has_a_balance() {
    let table = remote_with_weights(&ROWS);
    let catalog = table.catalog();
    // The values of these tests are in no currency.
    assert!(!catalog.has(AskedMeasure::UnitValue, Some(Flow::Exports)));
    let table =
        open("reporterISO,flowCode,partnerISO,cmdCode,period,primaryValue,netWgt\nKAZ,X,CHN,27,2022,6,2\n");
    let table = table.expect("a table");
    let has = |flow| table.catalog().has(AskedMeasure::UnitValue, Some(flow));
    assert!(has(Flow::Exports) && has(Flow::Total) && !has(Flow::Balance));
    let table =
        open("reporterISO,flowCode,partnerISO,cmdCode,period,primaryValue,netWgt\nKAZ,X,CHN,27,2022,6,\n");
    assert!(!table.expect("a table").catalog().has(AskedMeasure::UnitValue, Some(Flow::Exports)));
}
