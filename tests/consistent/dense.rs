//! Two partners and the group that they make up, everything known of them: wherever one figure is moved out of what the
//! others allow, it is found.

use horgos::analysis::Figure;
use horgos::dataset::Dataset;
use horgos::formats::parse;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::grave;

/// The true figures of one partner in one year, in cents: exports and imports.
type Truth = [[i64; 2]; 2];

struct Row {
    id: String,
    columns: String,
    number: Decimal,
}

fn rounded(value: Decimal, decimals: u32) -> Decimal {
    let mut value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(decimals);
    value
}

/// Values, growth, shares and dollars of two partners and of the group that they make up, all of them true.
fn rows(truth: [Truth; 2], decimals: u32, rate: Decimal) -> Vec<Row> {
    let group = [0, 1].map(|year| [0, 1].map(|flow| truth[0][year][flow] + truth[1][year][flow]));
    let mut rows = Vec::new();
    for (code, known) in [("KAZ", truth[0]), ("KGZ", truth[1]), ("G2", group)] {
        for flow in ["exports", "imports", "total", "balance"] {
            let value = |[exports, imports]: [i64; 2]| {
                Decimal::new(
                    match flow {
                        "exports" => exports,
                        "imports" => imports,
                        "total" => exports + imports,
                        _ => exports - imports,
                    },
                    2,
                )
            };
            let mut add = |kind: &str, year: i64, more: &str, number: Decimal| {
                let columns = format!(
                    r#""reporter":"CHN","partner":"{code}","flow":"{flow}","time_period":"{year}",{more}"#
                );
                rows.push(Row { id: format!("{code}-{flow}-{kind}-{year}"), columns, number });
            };
            for (year, known) in (2022..).zip(known) {
                let money = |unit: &str| format!(r#""measure":"value","unit_measure":"{unit}""#);
                add("value", year, &money("CNY"), rounded(value(known), decimals));
                add("usd", year, &money("USD"), rounded(value(known) / rate, 2));
            }
            if flow == "balance" {
                continue;
            }
            let growth = (value(known[1]) / value(known[0]) - Decimal::ONE) * Decimal::ONE_HUNDRED;
            add("growth", 2023, r#""measure":"growth","unit_measure":"PCT""#, rounded(growth, 1));
            if code != "G2" {
                for (year, (known, group)) in (2022..).zip(known.into_iter().zip(group)) {
                    let whole = format!(
                        r#""measure":"share","share_of":"G2-{flow}-value-{year}","unit_measure":"PCT""#
                    );
                    add(
                        "share",
                        year,
                        &whole,
                        rounded(value(known) / value(group) * Decimal::ONE_HUNDRED, 1),
                    );
                }
            }
        }
    }
    rows
}

fn dataset(rows: &[Row]) -> Dataset {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| format!(r#"{{"id":"{}",{},"obs_value":"{}"}}"#, row.id, row.columns, row.number))
        .collect();
    let text = format!(
        r#"{{"resources":[{{"name":"places","data":[{{"code":"G2","name":"G2","members":["KAZ","KGZ"]}}]}},
        {{"name":"observations","data":[{}]}}]}}"#,
        rows.join(",")
    );
    parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

fn truth() -> impl Strategy<Value = [Truth; 2]> {
    prop::array::uniform2(prop::array::uniform2(prop::array::uniform2(10_000_i64..100_000_000)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn true_figures_are_neither_contradicted_nor_doubted(
        truth in truth(), decimals in 0_u32..=2, rate in 300_i64..2000,
    ) {
        let findings = grave(&dataset(&rows(truth, decimals, Decimal::new(rate, 2))));
        prop_assert!(findings.is_empty(), "{findings:#?}");
    }

    #[test]
    fn one_figure_moved_out_of_what_the_others_allow_is_found(
        truth in truth(), decimals in 0_u32..=2, which in any::<prop::sample::Index>(), up in any::<bool>(),
    ) {
        let mut rows = rows(truth, decimals, Decimal::new(700, 2));
        let at = which.index(rows.len());
        let row = &mut rows[at];
        // Beyond the rounding of every figure that it is tied to: sums of yuan are of three figures, each rounded to
        // half a unit; dollars and percentages are moved by more than any rounding here can hide.
        let by = if row.id.contains("-value-") {
            Decimal::new(4, decimals)
        } else if row.id.contains("-usd-") {
            Decimal::new(3, 2)
        } else {
            row.number.abs() + Decimal::ONE_HUNDRED
        };
        row.number = if up { row.number + by } else { row.number - by };
        let dataset = dataset(&rows);
        let findings = grave(&dataset);
        let names = |finding: &horgos::analysis::Finding| finding.figures.contains(&Figure::Published(at));
        prop_assert!(findings.iter().any(names), "{} went unnoticed: {findings:#?}", rows[at].id);
    }
}
