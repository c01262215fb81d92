//! The same questions to all three engines, the outer one being a page of code that knows the small form of SQL.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Client, EngineTable, RemoteTable, TableDimension};
use crate::dataset::{Flow, Unit};
use crate::formats::foreign::{AmountKind, FileFacts, SameTrade, Says};
use crate::records::Failure;
use crate::records::sum::Sum;
use crate::records::tests::engines::pass;
use crate::records::tests::{asked, comtrade_text, open};
use crate::records::{AnswerCell, AskError, Engine, Question, ReadProgress, TableAnswer};

/// A table `flows` with the plainest names.
pub(super) fn table() -> RemoteTable {
    let codes = ["reporter", "flow", "partner", "product", "period"];
    RemoteTable {
        from: "flows".to_owned(),
        codes: codes.map(|name| Some(name.to_owned())),
        names: [const { None }; TableDimension::ALL.len()],
        amounts: [Some("value".to_owned()), None, None],
        decimals: 0,
        null: String::new(),
        delimiter: b',',
        facts: FileFacts {
            publisher: "",
            says: Says { reporter: true, flow: true, partner: true, product: true, period: true },
            units: [Some((Unit::Count, 0)), None, None],
            has_customs_valuation: false,
            is_reconciled: false,
            is_harmonized: false,
            same_trade: SameTrade::Again,
        },
    }
}

/// An engine that holds rows, each with the columns of [`COLUMNS`].
#[derive(Debug)]
struct TestRows(Vec<Vec<String>>);

const COLUMNS: [&str; 7] = ["reporter", "flow", "partner", "product", "period", "value", "weight"];

impl TestRows {
    fn new(rows: &[&str]) -> Self {
        Self(rows.iter().map(|row| row.split(',').map(str::to_owned).collect()).collect())
    }

    /// True for a row that a condition such as `flow IN ('X', 'M')` holds for.
    fn holds(row: &[String], condition: &str) -> bool {
        let (column, rest) = condition.split_once(' ').expect("a column");
        let codes: Vec<&str> = rest.split('\'').skip(1).step_by(2).collect();
        let value = &row[place(column)];
        let is_one = codes.contains(&value.as_str());
        match rest.split(" '").next().and_then(|sign| sign.split(" (").next()) {
            Some("=" | "IN") => is_one && !value.is_empty(),
            Some("<>" | "NOT IN") => !is_one && !value.is_empty(),
            sign => panic!("unknown condition {sign:?} in {condition}"),
        }
    }
}

fn place(column: &str) -> usize {
    COLUMNS.iter().position(|known| *known == column).unwrap_or_else(|| panic!("no column {column}"))
}

impl Client for TestRows {
    fn run(&self, sql: &str, watch: &ReadProgress) -> Result<Vec<u8>, AskError> {
        if watch.is_stopped() {
            return Err(AskError::Stopped);
        }
        let sql = sql.strip_prefix("SELECT ").and_then(|sql| sql.strip_suffix(" LIMIT 1000001;\n"));
        // Of a unit value, weights of 0 are none.
        let sql = sql.expect("the small form");
        let (divides, sql) = (sql.contains("NULLIF"), sql.replace("NULLIF(weight, 0)", "weight"));
        let (selected, rest) = sql.split_once(" FROM flows").expect("the table");
        let rest = rest.split(" GROUP BY ").next().unwrap_or_default();
        let conditions: Vec<&str> =
            rest.strip_prefix(" WHERE ").map_or(Vec::new(), |all| all.split(" AND ").collect());
        let columns: Vec<(&str, &str)> =
            selected.split(", ").map(|column| column.split_once(" AS ").expect("a name")).collect();
        let (keys, amounts) = columns.split_at(columns.len() - 3);
        let keys: Vec<usize> = keys.iter().map(|(column, _)| place(column)).collect();
        let amount = place(amounts[0].0.trim_start_matches("SUM(").trim_end_matches(')'));
        let mut groups: BTreeMap<Vec<String>, (i128, u32, u32)> = BTreeMap::new();
        for row in self.0.iter().filter(|row| conditions.iter().all(|condition| Self::holds(row, condition)))
        {
            let key = keys.iter().map(|at| row[*at].clone()).collect();
            let (sum, known, all) = groups.entry(key).or_default();
            let number = row.get(amount).and_then(|number| thousandths(number));
            if let Some(thousandths) = number.filter(|number| *number != 0 || !divides) {
                (*sum, *known) = (*sum + thousandths, *known + 1);
            }
            *all += 1;
        }
        let header: Vec<&str> = columns.iter().map(|(_, name)| *name).collect();
        let mut printed = header.join(",") + "\n";
        for (key, (sum, known, all)) in groups {
            let sum = if known == 0 { String::new() } else { format!("{}.{:03}", sum / 1000, sum % 1000) };
            let fields = key.into_iter().chain([sum, known.to_string(), all.to_string()]);
            printed += &(fields.collect::<Vec<_>>().join(",") + "\n");
        }
        Ok(printed.into_bytes())
    }
}

fn thousandths(value: &str) -> Option<i128> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    if value.is_empty() {
        return None;
    }
    format!("{whole}{decimals:0<3}").parse().ok()
}

/// An engine of rows with weights.
pub(in crate::records) fn remote_with_weights(rows: &[&str]) -> EngineTable {
    let mut table = table();
    table.amounts[1] = Some("weight".to_owned());
    EngineTable::open(table, Arc::new(TestRows::new(rows)), &ReadProgress::default()).expect("a table")
}

fn remote(rows: &[&str]) -> Result<EngineTable, AskError> {
    EngineTable::open(table(), Arc::new(TestRows::new(rows)), &ReadProgress::default())
}

/// An answer with everything that an engine cannot say taken out, and zeros behind the last decimal.
fn comparable(answer: &TableAnswer) -> String {
    let cell = |cell: &AnswerCell| {
        let number = cell.sum.number().map(|number| {
            let (mut digits, mut exponent) = (number.digits, number.exponent);
            while exponent < 0 && digits % 10 == 0 {
                (digits, exponent) = (digits / 10, exponent + 1);
            }
            (digits, exponent)
        });
        format!("{number:?} of {} without {} {}", cell.sum.rows, cell.sum.missing, cell.is_printed)
    };
    let both = |cells: &[AnswerCell; 2]| cells.each_ref().map(cell).join(" | ");
    let mut lines = vec![format!("whole {}", both(&answer.whole))];
    for (what, ranking) in [("partner", &answer.partners), ("product", &answer.products)] {
        lines.extend(
            ranking.entries.iter().map(|entry| format!("{what} {} {}", entry.code, both(&entry.cells))),
        );
    }
    lines.extend(answer.periods.iter().map(|(period, at)| format!("{period} {}", cell(at))));
    lines.extend(answer.flows.iter().map(|(flow, cells)| format!("{flow:?} {}", both(cells))));
    lines.join("\n")
}

/// All questions about some places, flows, years, partners and products, to all three engines.
fn compare(rows: &[&str], products: &[Option<&str>]) {
    let text = comtrade_text(rows);
    let (memory, pass) = (open(&text).expect("a table"), pass(&text, 0));
    let remote = remote(rows).expect("a table");
    let codes = ["CHN", "KAZ", "UZB"];
    for (reporter, is_mirror) in
        codes.map(|code| (code, false)).into_iter().chain([("UZB", true), ("KAZ", true)])
    {
        for flow in [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance] {
            for partner in [None, Some("KAZ"), Some("USA")] {
                for product in products {
                    let question = Question {
                        partner: partner.map(str::to_owned),
                        product: product.map(str::to_owned),
                        is_mirror,
                        ..asked(reporter, flow, "2022")
                    };
                    let watch = ReadProgress::default();
                    let answer = memory.ask(&question, &watch);
                    assert_eq!(pass.ask(&question, &watch), answer, "{question:?} of {rows:#?}");
                    let expected = answer.map(|answer| comparable(&answer));
                    let found = remote.ask(&question, &watch).map(|answer| comparable(&answer));
                    assert_eq!(found, expected, "{question:?} of {rows:#?}");
                }
            }
        }
    }
}

#[test]
fn flat_rows_are_added_up_alike() {
    let rows = [
        "CHN,X,KAZ,010110,2022,20.5",
        "CHN,X,KAZ,020110,2022,7",
        "CHN,X,USA,010110,2022,12.25",
        "CHN,M,USA,010110,2022,3",
        "CHN,X,USA,010110,2021,11",
        "KAZ,X,UZB,270900,2022,80",
        "KAZ,M,CHN,010110,2022,",
        "KAZ,X,CHN,270900,2020,9.125",
    ];
    compare(&rows, &[None, Some("01"), Some("010110"), Some("27")]);
}

#[test]
fn wholes_next_to_some_of_their_parts_are_added_up_alike() {
    let rows = [
        "CHN,X,W00,TOTAL,2022,1000.5",
        "CHN,X,USA,TOTAL,2022,700",
        "CHN,X,KAZ,01,2022,200",
        "CHN,X,KAZ,0101,2022,150",
        "CHN,X,KAZ,0201,2022,100",
        "CHN,X,W00,01,2022,260",
        "CHN,M,W00,01,2022,30",
        "CHN,M,W00,0201,2022,12",
        "CHN,M,KAZ,0201,2022,10",
        "CHN,M,USA,0301,2022,4",
        "CHN,X,EU27_2020,TOTAL,2022,77",
        "CHN,RX,KAZ,TOTAL,2022,5",
        "KAZ,X,UZB,TOTAL,2021,5",
        "KAZ,M,UZB,01,2022,5",
    ];
    compare(&rows, &[None, Some("01"), Some("0201"), Some("03")]);
}

#[test]
fn any_mixture_of_wholes_and_parts_is_added_up_alike() {
    let mut state = 77_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % below
    };
    let reporters = ["CHN", "KAZ"];
    let flows = ["X", "M", "RX"];
    let partners = ["W00", "USA", "KAZ", "UZB", "CHN", "EU27_2020"];
    let products = ["TOTAL", "01", "0101", "010110", "02", "0201", "03"];
    let years = ["2022", "2021", "2020"];
    for _ in 0..24 {
        let mut all = BTreeMap::new();
        let (most_partners, most_products) = (1 + next(partners.len()), 1 + next(products.len()));
        let first = (next(2), next(2));
        for _ in 0..=next(40) {
            let partner = partners[(first.0 + next(most_partners)) % partners.len()];
            let product = products[(first.1 + next(most_products)) % products.len()];
            let key = [reporters[next(2)], flows[next(3)], partner, product, years[next(3)]].join(",");
            let value = if next(9) == 0 { String::new() } else { format!("{}.{}", next(5_000), 1 + next(9)) };
            all.insert(key, value);
        }
        let rows: Vec<String> = all.into_iter().map(|(key, value)| format!("{key},{value}")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        compare(&rows, &[None, Some("01"), Some("0101"), Some("03")]);
    }
}

#[test]
fn codes_that_are_not_sent_are_left_out_of_every_sum() {
    let rows =
        ["CHN,X,KAZ,01,2022,5", "CHN,X,Viet Nam,01,2022,7", "CHN,X,,01,2022,1", "CHN,zone,KAZ,01,2022,9"];
    let remote = remote(&rows).expect("a table");
    let lost: Vec<String> = remote
        .catalog()
        .tally
        .all_not_understood()
        .map(|(why, count)| format!("{why:?} {} {:?}", count.rows, count.lines().collect::<Vec<_>>()))
        .collect();
    assert_eq!(lost, ["Code 1 []", "Flow 1 []", "CodeForm 1 []"]);
    let answer =
        remote.ask(&asked("CHN", Flow::Exports, "2022"), &ReadProgress::default()).expect("an answer");
    let sum: Vec<Sum> = answer.products.entries.iter().map(|entry| entry.cells[0].sum).collect();
    assert_eq!(sum[0].number().map(|number| number.digits), Some(5));
    assert_eq!(answer.whole[0].sum.number(), sum[0].number());
}

#[test]
fn sums_that_depend_on_the_order_of_rows_are_refused() {
    #[derive(Debug)]
    struct Floating;
    impl Client for Floating {
        fn run(&self, sql: &str, _: &ReadProgress) -> Result<Vec<u8>, AskError> {
            let (code, sum) =
                if sql.contains("SELECT reporter") { ("CHN", "0.30000000000000004") } else { ("X", "0.3") };
            Ok(format!("k1,a1,n1,n2\n{code},{sum},2,2\n").into_bytes())
        }
    }
    let refused = EngineTable::open(table(), Arc::new(Floating), &ReadProgress::default()).map(drop);
    assert_eq!(refused, Err(Failure::Sums("reporter", "flow").into()));
}

#[test]
fn a_table_without_rows_is_none() {
    assert_eq!(remote(&[]).map(drop), Err(Failure::Empty("flows".to_owned()).into()));
}

#[test]
fn a_stopped_question_has_no_answer() {
    let remote = remote(&["CHN,X,KAZ,01,2022,5"]).expect("a table");
    let watch = ReadProgress::default();
    watch.stop();
    assert_eq!(remote.ask(&asked("CHN", Flow::Exports, "2022"), &watch), Err(AskError::Stopped));
    assert_eq!(AmountKind::ALL.len(), 3, "each kind has a place among the columns of the tests");
}
