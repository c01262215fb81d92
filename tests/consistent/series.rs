//! Months, the year so far, products and growths in a row, all made from true numbers.

use horgos::analysis::Figure;
use horgos::dataset::Dataset;
use horgos::formats::parse;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::grave;

/// Exports of 8703, 8704 and 27 in cents, month by month of two years.
type Months = [[i64; 3]; 24];

/// How numbers are printed.
#[derive(Debug, Clone, Copy)]
struct Printed {
    decimals: u32,
    strategy: RoundingStrategy,
}

impl Printed {
    fn number(self, value: Decimal, decimals: u32) -> Decimal {
        let mut value = value.round_dp_with_strategy(decimals, self.strategy);
        value.rescale(decimals);
        value
    }

    fn money(self, cents: i64) -> Decimal {
        self.number(Decimal::new(cents, 2), self.decimals)
    }

    /// One number as a part of another in per cent.
    fn percent(self, part: i64, whole: i64) -> Decimal {
        self.number(Decimal::from(part) / Decimal::from(whole) * Decimal::ONE_HUNDRED, 1)
    }

    fn growth(self, then: i64, now: i64) -> Decimal {
        self.percent(now - then, then)
    }
}

/// A row: its id, its columns but for the number, and the number.
type Row = (String, String, Decimal);

fn row(id: &str, more: &str, period: &str, number: Decimal) -> Row {
    let columns = format!(r#""reporter":"CHN","time_period":"{period}",{more}"#);
    (format!("{id}-{period}").replace('/', "-"), columns, number)
}

const MONEY: &str = r#""flow":"exports","measure":"value","unit_measure":"CNY""#;
const GROWTH: &str = r#""flow":"exports","measure":"growth","growth_of":"CNY","unit_measure":"PCT""#;

/// All months of both years, and everything that they make up.
fn periods(months: &Months, printed: Printed) -> Vec<Row> {
    let all = |range: std::ops::Range<usize>| months[range].iter().flatten().sum::<i64>();
    let mut rows = Vec::new();
    for (year, first) in [(2022, 0), (2023, 12)] {
        let mut ranges: Vec<(String, std::ops::Range<usize>)> =
            (0..12).map(|at| (format!("{year}-{:02}", at + 1), at..at + 1)).collect();
        ranges.extend((2..12).filter(|at| at % 3 != 0).map(|at| (format!("{year}-01-01/P{at}M"), 0..at)));
        ranges.extend((0..4).map(|at| (format!("{year}-Q{}", at + 1), 3 * at..3 * at + 3)));
        ranges.push((format!("{year}"), 0..12));
        for (period, range) in ranges {
            let now = all(range.start + first..range.end + first);
            rows.push(row("value", MONEY, &period, printed.money(now)));
            if first > 0 {
                rows.push(row("growth", GROWTH, &period, printed.growth(all(range), now)));
            }
        }
    }
    rows
}

/// The products of the second year, their shares, and the group of both headings.
fn products(months: &Months, printed: Printed) -> Vec<Row> {
    let [cars, vans, oil] = [0, 1, 2].map(|at| months[12..].iter().map(|month| month[at]).sum::<i64>());
    let mut rows = Vec::new();
    for (code, cents) in
        [("8703", cars), ("8704", vans), ("27", oil), ("87", cars + vans), ("vehicles", cars + vans)]
    {
        let product = format!(r#"{MONEY},"product":"{code}""#);
        rows.push(row(code, &product, "2023", printed.money(cents)));
        let share = format!(
            r#""flow":"exports","product":"{code}","measure":"share","share_of":"value-2023","unit_measure":"PCT""#
        );
        rows.push(row(&format!("{code}-share"), &share, "2023", printed.percent(cents, cars + vans + oil)));
    }
    rows
}

/// Values at both ends of growths in a row, and shares of a partner in exports, imports and both.
fn others(cents: [i64; 4], printed: Printed) -> Vec<Row> {
    let partner = |columns: &str, code: &str| format!(r#"{columns},"partner":"{code}""#);
    let mut rows = vec![
        row("first", &partner(MONEY, "KGZ"), "2015", printed.money(cents[0])),
        row("last", &partner(MONEY, "KGZ"), "2018", printed.money(cents[3])),
    ];
    for (year, pair) in (2016..).zip(cents.windows(2)) {
        rows.push(row("grown", &partner(GROWTH, "KGZ"), &year.to_string(), printed.growth(pair[0], pair[1])));
    }
    let flows = [cents[0], cents[1], cents[0] + cents[1]];
    let wholes = [cents[0] + cents[2], cents[1] + cents[3], cents.iter().sum()];
    for (flow, (part, whole)) in ["exports", "imports", "total"].iter().zip(flows.into_iter().zip(wholes)) {
        let missing = format!(r#""partner":"TJK","flow":"{flow}","measure":"mention""#);
        rows.push(row(&format!("whole-{flow}"), &missing, "2014", Decimal::ZERO));
        let share = format!(
            r#""partner":"TJK","product":"85","flow":"{flow}","measure":"share","share_of":"whole-{flow}-2014","unit_measure":"PCT""#
        );
        rows.push(row(&format!("share-{flow}"), &share, "2014", printed.percent(part, whole)));
    }
    rows
}

fn dataset(rows: &[Row]) -> Dataset {
    let rows: Vec<String> = rows
        .iter()
        .map(|(id, columns, number)| {
            if columns.contains("mention") {
                format!(r#"{{"id":"{id}",{columns}}}"#)
            } else {
                format!(r#"{{"id":"{id}",{columns},"obs_value":"{number}"}}"#)
            }
        })
        .collect();
    let text = format!(
        r#"{{"resources":[{{"name":"products","data":[{{"code":"vehicles","name":"Vehicles","members":["8703","8704"]}}]}},
        {{"name":"observations","data":[{}]}}]}}"#,
        rows.join(",")
    );
    parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

fn months() -> impl Strategy<Value = Months> {
    prop::collection::vec(prop::array::uniform3(1_000_i64..1_000_000), 24)
        .prop_map(|months| std::array::from_fn(|at| months[at]))
}

fn printed() -> impl Strategy<Value = Printed> {
    let strategy = prop_oneof![
        Just(RoundingStrategy::MidpointAwayFromZero),
        Just(RoundingStrategy::MidpointNearestEven)
    ];
    (0_u32..=2, strategy).prop_map(|(decimals, strategy)| Printed { decimals, strategy })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn true_series_are_neither_contradicted_nor_doubted(
        months in months(), cents in prop::array::uniform4(10_000_000_i64..100_000_000), printed in printed(),
    ) {
        let rows = [periods(&months, printed), products(&months, printed), others(cents, printed)].concat();
        let findings = grave(&dataset(&rows));
        prop_assert!(findings.is_empty(), "{findings:#?}");
    }

    #[test]
    fn a_figure_of_a_series_moved_out_of_what_the_others_allow_is_found(
        months in months(), cents in prop::array::uniform4(10_000_000_i64..100_000_000), printed in printed(),
        which in any::<prop::sample::Index>(), up in any::<bool>(),
    ) {
        let mut rows = [periods(&months, printed), products(&months, printed), others(cents, printed)].concat();
        // Of everything else a month, a part of a year or a group is made up, so a few last digits are enough.
        let tight = ["value-", "vehicles-2", "first", "last"];
        let movable: Vec<usize> =
            (0..rows.len()).filter(|at| tight.iter().any(|start| rows[*at].0.starts_with(start))).collect();
        let at = movable[which.index(movable.len())];
        let is_chain = rows[at].0.starts_with("first") || rows[at].0.starts_with("last");
        let by = if is_chain { rows[at].2 } else { Decimal::new(5, printed.decimals) };
        rows[at].2 = if up || is_chain { rows[at].2 + by } else { rows[at].2 - by };
        let findings = grave(&dataset(&rows));
        let names = |finding: &horgos::analysis::Finding| finding.figures.contains(&Figure::Published(at));
        prop_assert!(findings.iter().any(names), "{} went unnoticed: {findings:#?}", rows[at].0);
    }
}
