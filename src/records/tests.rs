//! Questions on small tables, and their answers to the last digit.

mod contained;
pub(super) mod engines;
#[cfg(feature = "parquet")]
mod known_rows;
mod partner_groups;
mod unit_values;

use super::OpenError;
use super::answer::{AnswerCell, Ranking, TableAnswer};
use super::memory::MemoryTable;
use super::source::{TableFile, records};
use super::{AskedMeasure, Engine, Question, ReadProgress};
use crate::dataset::{Flow, Period};
use crate::formats::foreign::{Head, Unreadable, recognise};

pub(super) fn open(text: &str) -> Result<MemoryTable, OpenError> {
    let reader = recognise(&Head::new(text.as_bytes())).expect("a known format");
    let input = TableFile { name: "", reader: &*reader, bytes: &mut text.as_bytes() };
    records(vec![input], &ReadProgress::default(), (1_000_000, false))
        .map(|(records, _)| MemoryTable::new(records))
}

/// A table in the columns of UN Comtrade that these tests need: reporter, flow, partner, product, year, value.
fn comtrade(rows: &[&str]) -> MemoryTable {
    open(&comtrade_text(rows)).expect("a table")
}

pub(super) fn comtrade_text(rows: &[&str]) -> String {
    let header =
        "reporterISO,flowCode,partnerISO,cmdCode,period,primaryValue,motCode,partner2Code,classificationCode";
    // The last columns may be left out.
    let padded = |row: &&str| {
        let missing = 8usize.saturating_sub(row.matches(',').count());
        format!("{row}{}", ",".repeat(if missing < 4 { missing } else { 0 }))
    };
    let rows: Vec<String> = rows.iter().map(padded).collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

pub(super) fn asked(reporter: &str, flow: Flow, year: &str) -> Question {
    Question {
        reporter: Some(reporter.to_owned()),
        flow: Some(flow),
        period: Period::parse(year),
        partner: None,
        product: None,
        measure: AskedMeasure::Value,
        is_mirror: false,
    }
}

fn ask(table: &MemoryTable, question: &Question) -> TableAnswer {
    table.ask(question, &ReadProgress::default()).expect("an answer")
}

/// A cell as `123e-1 line 4` if it is printed, else as `123e-1 of 2 from 4`.
fn shown(cell: &AnswerCell) -> String {
    let number = cell.sum.number().map_or("-".to_owned(), |number| match number.exponent {
        0 => number.digits.to_string(),
        exponent => format!("{}e{exponent}", number.digits),
    });
    match (cell.sum.rows, cell.is_printed) {
        (0, _) => "none".to_owned(),
        (_, true) => format!("{number} line {}", cell.lines.0),
        (rows, false) => format!("{number} of {rows} from {}", cell.lines.0),
    }
}

fn entries(ranking: &Ranking) -> Vec<String> {
    ranking.entries.iter().map(|entry| format!("{} {}", entry.code, shown(&entry.cells[0]))).collect()
}

#[test]
fn wholes_are_printed_and_stand_apart_from_their_parts() {
    let table = comtrade(&[
        "CHN,X,W00,TOTAL,2022,1000.5",
        "CHN,X,USA,TOTAL,2022,700",
        "CHN,X,KAZ,TOTAL,2022,300.25",
        "CHN,X,KAZ,61,2022,200",
        "CHN,X,KAZ,84,2022,100",
        "CHN,X,W00,TOTAL,2021,800",
        "CHN,X,USA,TOTAL,2021,500",
    ]);
    let question = asked("CHN", Flow::Exports, "2022");
    let answer = ask(&table, &question);
    assert_eq!(answer.whole.map(|cell| shown(&cell)), ["10005e-1 line 2", "800 line 7"]);
    assert_eq!(entries(&answer.partners), ["USA 700 line 3", "KAZ 30025e-2 line 4"]);
    assert_eq!(shown(&answer.partners.entries[0].cells[1]), "500 line 8");
    let with = Question { partner: Some("KAZ".to_owned()), ..question };
    let answer = ask(&table, &with);
    assert_eq!(shown(&answer.whole[0]), "30025e-2 line 4");
    assert_eq!(entries(&answer.products), ["61 200 line 5", "84 100 line 6"]);
    let periods: Vec<String> =
        answer.periods.iter().map(|(at, cell)| format!("{at} {}", shown(cell))).collect();
    assert_eq!(periods, ["2022 30025e-2 line 4"]);
}

#[test]
fn a_table_of_wholes_alone_shows_them() {
    let table = comtrade(&["CHN,X,W00,TOTAL,2022,10", "CHN,M,W00,TOTAL,2022,4"]);
    let answer = ask(&table, &asked("CHN", Flow::Balance, "2022"));
    assert_eq!(shown(&answer.whole[0]), "6 of 2 from 2");
    let flows: Vec<String> =
        answer.flows.iter().map(|(flow, cells)| format!("{flow:?} {}", shown(&cells[0]))).collect();
    assert_eq!(
        flows,
        ["Exports 10 line 2", "Imports 4 line 3", "Total 14 of 2 from 2", "Balance 6 of 2 from 2"]
    );
    assert_eq!(table.catalog().tally.all_set_aside().count(), 0);
}

#[test]
fn partners_and_products_of_the_world_are_not_added_to_each_other() {
    let table = comtrade(&[
        "CHN,X,W00,01,2022,30",
        "CHN,X,W00,02,2022,12",
        "CHN,X,USA,TOTAL,2022,25",
        "CHN,X,KAZ,01,2022,10",
    ]);
    let answer = ask(&table, &asked("CHN", Flow::Exports, "2022"));
    assert_eq!(
        shown(&answer.whole[0]),
        "35 of 2 from 4",
        "partner by partner, as one has a row of all products"
    );
    assert_eq!(entries(&answer.products), ["01 30 line 2", "02 12 line 3"]);
}

#[test]
fn repeated_contained_and_foreign_rows_are_counted_with_their_lines() {
    let table = comtrade(&[
        "CHN,X,W00,TOTAL,2022,50,,,H6",
        "CHN,X,KAZ,TOTAL,2022,50,,,H6",
        "CHN,X,KAZ,TOTAL,2022,50,,,H6",
        "CHN,RX,KAZ,TOTAL,2022,8,,,H6",
        "CHN,DX,KAZ,TOTAL,2022,42,,,H6",
        "CHN,X,W00,TOTAL,2022,49,,,H6",
        "CHN,X,KAZ,TOTAL,2022,50,,,S4",
        "CHN,X,KAZ,01,next,50,,,H6",
        "CHN,Q,KAZ,01,2022,50,,,H6",
        "CHN,X,,01,2022,50,,,H6",
        "CHN,X,KAZ,01,2022,12 %,,,H6",
        "CHN,X,KAZ",
    ]);
    let catalog = table.catalog();
    let aside = catalog.tally.all_set_aside();
    let aside: Vec<String> =
        aside.map(|(why, count)| format!("{why:?} {:?}", count.lines().collect::<Vec<_>>())).collect();
    let expected =
        "World [2]; FlowParts [5, 6]; Repeated [4]; Disagreeing [7]; LeftOut(OtherNomenclature) [8]";
    assert_eq!(aside.join("; "), expected);
    let lost = catalog.tally.all_not_understood();
    let lost: Vec<String> =
        lost.map(|(why, count)| format!("{why:?} {:?}", count.lines().collect::<Vec<_>>())).collect();
    assert_eq!(lost, ["Fields [13]", "Number [12]", "Period [9]", "Code [11]", "Flow [10]"]);
    let answer = ask(&table, &asked("CHN", Flow::Exports, "2022"));
    assert_eq!(
        (shown(&answer.whole[0]), entries(&answer.partners)),
        ("50 line 2".to_owned(), vec!["KAZ 50 line 3".to_owned()])
    );
}

#[test]
fn the_partners_reports_are_asked_for_apart() {
    let table = comtrade(&[
        "CHN,X,TKM,TOTAL,2022,8",
        "CHN,X,W00,TOTAL,2022,100",
        "KAZ,X,TKM,TOTAL,2022,2",
        "KAZ,M,TKM,TOTAL,2022,6",
    ]);
    let mirrored: Vec<&str> = table.catalog().mirrored().map(|place| place.code.as_str()).collect();
    assert_eq!(mirrored, ["TKM"]);
    let question = Question { is_mirror: true, ..asked("TKM", Flow::Imports, "2022") };
    let answer = ask(&table, &question);
    assert_eq!(entries(&answer.partners), ["CHN 8 line 2", "KAZ 2 line 4"]);
    assert_eq!(shown(&answer.whole[0]), "10 of 2 from 2");
    let own = ask(&table, &asked("TKM", Flow::Imports, "2022"));
    assert!(own.partners.entries.is_empty(), "it reports nothing itself");
}

#[test]
fn a_reconciled_row_is_the_exports_of_one_and_the_imports_of_the_other() {
    let table = open("t,i,j,k,v,q\n2022,398,156,10121,1.250,NA\n2022,398,417,270900,3.5,2\n2022,156,398,847130,9,1\n2022,398,398,10121,0.5,1\n")
        .expect("a table");
    let answer = ask(&table, &asked("KAZ", Flow::Exports, "2022"));
    assert_eq!(
        entries(&answer.partners),
        ["KGZ 35e-1 of 1 from 3", "CHN 1250e-3 of 1 from 2", "KAZ 5e-1 of 1 from 5"]
    );
    let answer = ask(&table, &asked("CHN", Flow::Balance, "2022"));
    assert_eq!(shown(&answer.whole[0]), "7750e-3 of 2 from 2");
    let answer = ask(&table, &asked("KAZ", Flow::Imports, "2022"));
    assert_eq!(entries(&answer.products), ["847130 9 of 1 from 4", "010121 5e-1 of 1 from 5"]);
}

#[test]
fn many_products_are_shown_by_chapter_then_heading() {
    let codes = (0..120).map(|at| format!("{:02}{:02}{:02}", 1 + at / 60, 1 + at % 60 / 10, at % 10));
    let rows: Vec<String> = codes.map(|code| format!("CHN,X,KAZ,{code},2022,1")).collect();
    let table = comtrade(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let question = asked("CHN", Flow::Exports, "2022");
    let answer = ask(&table, &question);
    assert_eq!(entries(&answer.products), ["01 60 of 60 from 2", "02 60 of 60 from 62"]);
    let answer = ask(&table, &Question { product: Some("02".to_owned()), ..question });
    assert_eq!(answer.products.entries.len(), 60, "sixty are few enough");
}

#[test]
#[expect(clippy::cast_possible_truncation, reason = "the numbers are below five")]
fn every_sum_is_the_sum_of_its_rows() {
    // Eight thousand rows by a generator of small numbers, added up here a second time without any of the above.
    let mut state = 12_345_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let places = ["156", "398", "417", "762", "860"];
    let mut text = String::from("t,i,j,k,v,q\n");
    let mut expected = std::collections::BTreeMap::new();
    for at in 0..8_000 {
        let (year, from, to) = (2019 + next(4), next(5), next(5));
        // Each product once, so that no row repeats another.
        let (product, thousandths) = (100_000 + at, next(5_000_000));
        let (from_code, to_code) = (places[from as usize], places[to as usize]);
        let (whole, fraction) = (thousandths / 1000, thousandths % 1000);
        let row = format!("{year},{from_code},{to_code},{product},{whole}.{fraction:03},1\n");
        text += &row;
        *expected.entry((year, from, to)).or_insert((0, 0)) = {
            let (sum, rows) = expected.get(&(year, from, to)).copied().unwrap_or((0, 0));
            (sum + thousandths, rows + 1)
        };
    }
    let table = open(&text).expect("a table");
    for ((year, from, to), (sum, rows)) in expected {
        let codes = ["CHN", "KAZ", "KGZ", "TJK", "UZB"];
        let answer = ask(&table, &asked(codes[from as usize], Flow::Exports, &year.to_string()));
        let entry =
            answer.partners.entries.iter().find(|entry| entry.code == codes[to as usize]).expect("a partner");
        let number = entry.cells[0].sum.number().expect("a number");
        assert_eq!((number.digits, number.exponent), (i128::from(sum), -3), "{year} {from} {to}");
        assert_eq!(entry.cells[0].sum.rows, rows);
    }
}

#[test]
fn a_file_without_rows_is_no_table() {
    let lost = |text: &str| match open(text).err() {
        Some(OpenError::NoRows(tally)) => {
            tally.all_not_understood().map(|(why, count)| (why, count.rows)).collect()
        }
        _ => vec![],
    };
    assert_eq!(lost("t,i,j,k,v,q\n"), []);
    assert_eq!(lost("t,i,j,k,v,q\nx,1,2,3,4,5\n"), [(Unreadable::Period, 1)]);
}
