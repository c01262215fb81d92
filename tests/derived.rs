//! Derived figures of the bundled dataset, to the digit, and the promises of interval arithmetic.

#[path = "derived/inherited.rs"]
mod inherited;
#[path = "derived/offered.rs"]
mod offered;
#[path = "support/rows.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod rows;

use horgos::analysis::{Analysis, Derived, DerivedUnit, Figure, Interval, Rule, Severity};
use horgos::dataset::{Code, Dataset, Quantity};
use horgos::formats::parse;
use horgos::wording::Words;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

fn bundled() -> (Dataset, Analysis) {
    let loaded = horgos::formats::bundled().expect("the bundled dataset is whole");
    let analysis = Analysis::new(&loaded.dataset);
    (loaded.dataset, analysis)
}

fn line(id: &str, derived: &Derived) -> String {
    let bound = |value: Decimal| {
        let mut value =
            value.round_dp_with_strategy(derived.interval_decimals, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(derived.interval_decimals);
        value
    };
    let unit = match derived.unit {
        DerivedUnit::Unit(unit) => unit.to_string(),
        DerivedUnit::Points => "points".to_owned(),
        DerivedUnit::Rate(cheap, dear) => format!("{} per {}", cheap.code(), dear.code()),
    };
    let (low, high) = (bound(derived.interval.low()), bound(derived.interval.high()));
    format!("{id} = {} [{low}, {high}] 10^{} {unit}", derived.point, derived.multiplier)
}

/// Every derived figure on a line.
fn shown(dataset: &Dataset, analysis: &Analysis) -> Vec<String> {
    let id = |at| analysis.id(dataset, Figure::Derived(at));
    analysis.all_derived(dataset).enumerate().map(|(at, derived)| line(&id(at), &derived)).collect()
}

#[test]
fn the_bundled_dataset_gives_these_figures() {
    let (dataset, analysis) = bundled();
    let shown = shown(&dataset, &analysis);
    let rate = "rate(exports-ca5,exports-ca5-usd)";
    assert_eq!(
        shown,
        [
            "balance(exports-ca5,total-ca5) = 209.47 [209.455, 209.485] 10^9 CNY".to_owned(),
            "imports(total-ca5,exports-ca5) = 37.10 [37.09, 37.11] 10^9 CNY".to_owned(),
            "whole(total-ca5,total-ca5-share) = 357.3 [357.04, 357.50] 10^9 CNY".to_owned(),
            "rest(total-ca5,total-ca5-share) = 73.6 [73.37, 73.82] 10^9 CNY".to_owned(),
            format!("{rate} = 7.19 [7.178, 7.199] 10^0 CNY per USD"),
            "base(total-ca5,total-ca5-growth) = 189 [188.48, 189.75] 10^9 CNY".to_owned(),
            format!("in-currency(balance(exports-ca5,total-ca5),{rate}) = 29.14 [29.09, 29.18] 10^9 USD"),
            format!("in-currency(total-ca5,{rate}) = 39.5 [39.40, 39.52] 10^9 USD"),
            format!("in-currency(imports(total-ca5,exports-ca5),{rate}) = 5.16 [5.15, 5.17] 10^9 USD"),
            format!("in-currency(whole(total-ca5,total-ca5-share),{rate}) = 49.7 [49.6, 49.8] 10^9 USD"),
            "part(exports-ca5,total-ca5) = 86.921 [86.918, 86.925] 10^0 %".to_owned(),
            "ratio(exports-ca5,total-ca5) = 6.646 [6.644, 6.648] 10^0 ×".to_owned(),
            "points(total-kaz-growth,total-ca5-growth) = 21 [20.25, 21.35] 10^0 points".to_owned(),
            "points(total-kgz-growth,total-ca5-growth) = -24 [-24.75, -23.65] 10^0 points".to_owned(),
            "points(total-tjk-growth,total-ca5-growth) = 43 [42.85, 43.95] 10^0 points".to_owned(),
        ]
    );
}

#[test]
fn nothing_is_built_on_what_is_unvalidated_missing_or_of_another_reporter() {
    let (dataset, analysis) = bundled();
    for derived in analysis.all_derived(&dataset) {
        for input in &derived.inputs {
            let Figure::Published(at) = input else { continue };
            let row = &dataset.observations[*at];
            assert_ne!(row.status.code(), "V", "{derived:?}");
            assert!(row.value.is_some(), "{derived:?}");
            assert_eq!(row.subject.reporter, derived.subject.reporter, "{derived:?}");
        }
    }
}

#[test]
fn each_figure_comes_after_its_inputs_and_is_found_from_them() {
    let (_, analysis) = bundled();
    for (at, derived) in analysis.derivations().iter().enumerate() {
        for input in derived.inputs() {
            assert!(!matches!(input, Figure::Derived(input) if input >= at), "{derived:?}");
            assert!(analysis.following(input).any(|figure| figure == Figure::Derived(at)), "{derived:?}");
        }
    }
}

#[test]
fn the_bundled_dataset_has_one_contradiction_and_says_why() {
    let (dataset, analysis) = bundled();
    let words = Words::new(&dataset, &analysis);
    let [contradiction, note] = analysis.findings.as_slice() else { panic!("{:#?}", analysis.findings) };
    assert_eq!(
        (contradiction.severity, contradiction.rule),
        (Severity::Contradiction, Rule::PartOfWholeBase)
    );
    let at = |id| Figure::Published(dataset.find(id).expect("an id"));
    let ids = ["exports-ca5", "exports-ca5-growth", "total-ca5", "total-ca5-growth"];
    assert_eq!(contradiction.figures, ids.map(at));
    assert_eq!(
        words.sentence(contradiction),
        "exports +23.2 % and total +50 % cannot both hold: 2022 exports would exceed 2022 total trade"
    );
    assert_eq!(
        words.proof(contradiction),
        [
            "Xinjiang's exports to the five Central Asian countries, 2022",
            "  = 246.57 / 1.232 = 200.05 to 200.22 bn CNY",
            "  [exports-ca5, exports-ca5-growth]",
            "Xinjiang's total trade with the five Central Asian countries, 2022",
            "  = 283.67 / 1.50 = 188.48 to 189.75 bn CNY [total-ca5, total-ca5-growth]",
            "imports 2022 = total − exports = −11.74 to −10.30 bn CNY, below zero",
            "if +50 % holds, exports grew by at least 29.9 %, to 1 decimal",
            "if +23.2 % holds, total trade grew by at most 41.8 %, to 1 decimal",
        ]
    );
    assert!(words.proof(contradiction).iter().all(|line| line.chars().count() <= 76));
    assert_eq!((note.severity, note.rule), (Severity::Note, Rule::MixedPrecision));
    let leaders = ["total-mys-growth", "total-zaf-growth", "total-qat-growth", "total-dza-growth"];
    assert_eq!(note.figures, leaders.map(at));
    assert_eq!(words.sentence(note), "Growth leaders mixes whole numbers and decimals");
    assert_eq!(words.proof(note), ["3 rows with no decimal", "1 row with 1 decimal"]);
    assert_eq!(analysis.findings_on(at("total-ca5")).collect::<Vec<_>>(), [0]);
    let passed: Vec<String> = analysis.passed.iter().map(|passed| words.passed_sentence(passed)).collect();
    assert_eq!(passed[0], "exports are no larger than total trade, 2023");
    assert_eq!((passed.len(), analysis.passed_count), (7, 7), "{passed:#?}");
}

/// Two values about one trade: flow, number, unit and power of ten each.
fn ids_of(rows: &[(&str, &str, &str, i8)]) -> Vec<String> {
    let rows: Vec<String> = rows
        .iter()
        .map(|(flow, number, unit, power)| {
            format!(
                r#"{{"id":"{flow}-{unit}","reporter":"CHN","partner":"KAZ","flow":"{flow}","measure":"value",
                "time_period":"2023","obs_value":"{number}","unit_measure":"{unit}","unit_mult":{power}}}"#
            )
        })
        .collect();
    let text = format!(r#"{{"resources":[{{"name":"observations","data":[{}]}}]}}"#, rows.join(","));
    let loaded = parse("test", &text, &|_| Err(String::new())).expect("a whole dataset");
    shown(&loaded.dataset, &Analysis::new(&loaded.dataset))
}

#[test]
fn any_two_flows_give_the_others() {
    let value = |ids: Vec<String>| ids.into_iter().filter(|id| id.contains("CNY")).collect::<Vec<_>>();
    for (rows, expected) in [
        (
            [("exports", "7.0", "CNY", 9), ("imports", "3.0", "CNY", 9)],
            [
                "total(exports-CNY,imports-CNY) = 10.0 [9.9, 10.1] 10^9 CNY",
                "balance(exports-CNY,imports-CNY) = 4.0 [3.9, 4.1] 10^9 CNY",
                "part(exports-CNY,imports-CNY) = 70 [69.500, 70.500] 10^0 %",
                "ratio(exports-CNY,imports-CNY) = 2.3 [2.279, 2.390] 10^0 ×",
            ]
            .as_slice(),
        ),
        (
            [("total", "10.0", "CNY", 9), ("balance", "-4.0", "CNY", 9)],
            &[
                "exports(total-CNY,balance-CNY) = 3.0 [2.95, 3.05] 10^9 CNY",
                "imports(total-CNY,balance-CNY) = 7.0 [6.95, 7.05] 10^9 CNY",
            ],
        ),
        (
            [("imports", "3.0", "CNY", 9), ("total", "10000", "CNY", 6)],
            &[
                "exports(total-CNY,imports-CNY) = 7000 [6949.5, 7050.5] 10^6 CNY",
                "balance(total-CNY,imports-CNY) = 4000 [3899.5, 4100.5] 10^6 CNY",
                "ratio(total-CNY,imports-CNY) = 2.3 [2.279, 2.390] 10^0 ×",
            ],
        ),
    ] {
        assert_eq!(value(ids_of(&rows)), expected);
    }
}

#[test]
fn bounds_have_the_decimals_that_they_need() {
    let shown = |rows: &[&str]| {
        let head = r#"{"reporter":"CHN","partner":"KAZ","flow":"exports","time_period":"2023","#;
        let rows: Vec<String> = rows.iter().map(|row| format!("{head}{row}}}")).collect();
        let text = format!(r#"{{"resources":[{{"name":"observations","data":[{}]}}]}}"#, rows.join(","));
        let loaded = parse("test", &text, &|_| Err(String::new())).expect("a whole dataset");
        shown(&loaded.dataset, &Analysis::new(&loaded.dataset))
    };
    let value = |number: &str, unit: &str, id: &str| {
        format!(r#""id":"{id}","measure":"value","obs_value":"{number}","unit_measure":"{unit}""#)
    };
    let growth = r#""id":"g","measure":"growth","obs_value":"-5.0","unit_measure":"PCT""#;
    assert_eq!(shown(&[&value("20", "EUR", "e"), growth])[0], "base(e,g) = 21 [20.5, 21.6] 10^0 EUR");
    let one = value("1", "CNY", "c").replace("\"id\"", "\"product\":\"p\",\"id\"");
    let rate = shown(&[&value("80.00", "CNY", "m"), &value("11.00", "USD", "d"), &one]);
    assert_eq!(rate[1], "in-currency(c,rate(m,d)) = 0.1 [0.07, 0.21] 10^0 USD", "1 CNY is not 0 USD");
}

fn printed(mantissa: i64, decimals: u32) -> Interval {
    let quantity = Quantity::new(Decimal::new(mantissa, decimals), decimals).expect("it fits");
    Interval::printed(quantity).expect("it fits")
}

/// A value that is printed as `mantissa` with `decimals`: somewhere in its interval.
fn within(mantissa: i64, decimals: u32, thousandths: i64) -> Decimal {
    Decimal::new(mantissa * 1000 + thousandths, decimals + 3)
}

proptest! {
    #[test]
    fn the_true_result_is_inside(
        (a, da, ta) in (-999_999_i64..1_000_000, 0_u32..5, -500_i64..=500),
        (b, db, tb) in (-999_999_i64..1_000_000, 0_u32..5, -500_i64..=500),
    ) {
        let (x, y) = (printed(a, da), printed(b, db));
        let (u, v) = (within(a, da, ta), within(b, db, tb));
        prop_assert!(x.contains(u) && y.contains(v));
        prop_assert!(x.plus(y).expect("small").contains(u + v));
        prop_assert!(x.minus(y).expect("small").contains(u - v));
        prop_assert!(x.times(y).expect("small").contains(u * v));
        match x.over(y) {
            None => prop_assert!(y.contains(Decimal::ZERO)),
            Some(quotient) => {
                // Multiplied by the divisor, with all 38 digits, the bounds lie on either side of the dividend.
                let times = |bound: Decimal| (bound.mantissa() * v.mantissa(), bound.scale() + v.scale());
                let (low, high) = if v > Decimal::ZERO {
                    (quotient.low(), quotient.high())
                } else {
                    (quotient.high(), quotient.low())
                };
                prop_assert!(at_most(times(low), (u.mantissa(), u.scale())));
                prop_assert!(at_most((u.mantissa(), u.scale()), times(high)));
            }
        }
    }

    #[test]
    fn nothing_overflows_into_a_panic(
        (a, sa) in (any::<i128>(), 0_u32..=28),
        (b, sb) in (any::<i128>(), 0_u32..=28),
        power in -80_i32..80,
    ) {
        let decimal = |mantissa: i128, scale| Decimal::from_i128_with_scale(mantissa >> 32, scale);
        let (x, y) = (decimal(a, sa), decimal(b, sb));
        let interval = Interval::new(x.min(y), x.max(y)).expect("in order");
        for other in [interval, Interval::exactly(x), Interval::exactly(Decimal::MAX), Interval::ONE] {
            let _ = (interval.plus(other), interval.minus(other), interval.times(other), interval.over(other));
        }
        let _ = interval.shifted(power);
    }
}

/// True if one mantissa and scale stand for no more than another. Mantissas are first cut to fit 128 bits.
fn at_most((a, scale_a): (i128, u32), (b, scale_b): (i128, u32)) -> bool {
    let scale = scale_a.max(scale_b);
    let scaled = |value: i128, by: u32| 10_i128.checked_pow(by).and_then(|power| value.checked_mul(power));
    match (scaled(a, scale - scale_a), scaled(b, scale - scale_b)) {
        (Some(a), Some(b)) => a <= b,
        (None, Some(_)) => a < 0,
        (Some(_), None) => b > 0,
        (None, None) => false,
    }
}
