//! Which figures follow from which rows.

use super::rows::{PLACES, dataset};
use horgos::analysis::{Analysis, Figure};

/// Ids of derived figures, in order.
fn derived_ids(rows: &[&str]) -> Vec<String> {
    let dataset = dataset(PLACES, rows);
    let analysis = Analysis::new(&dataset);
    let all = (0..analysis.derivations().len()).map(Figure::Derived);
    all.map(|figure| analysis.id(&dataset, figure).to_string()).collect()
}

#[test]
fn growth_implies_a_base_that_nobody_printed() {
    let of = |flow: &str, before: Option<&str>| {
        let rows = [
            format!("now KAZ {flow} value 2023 12 CNY"),
            format!("growth KAZ {flow} growth 2023 20 PCT growth_of=CNY"),
        ];
        let mut rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        rows.extend(before);
        derived_ids(&rows)
    };
    assert_eq!(of("exports", None), ["base(now,growth)"]);
    assert_eq!(of("exports", Some("then KAZ exports value 2022 10 CNY")), [""; 0], "it is printed");
    assert_eq!(of("balance", None), [""; 0], "there are two ways to count growth of a balance");
}

#[test]
fn the_most_precise_of_several_ways_is_taken() {
    let imports = |total: &str, exports: &str, balance: &str| {
        let rows = [
            format!("total KAZ total value 2023 {total} CNY"),
            format!("exports KAZ exports value 2023 {exports} CNY"),
            format!("balance KAZ balance value 2023 {balance} CNY"),
        ];
        derived_ids(&rows.each_ref().map(String::as_str)).into_iter().find(|id| id.starts_with("imports("))
    };
    assert_eq!(imports("100.00", "70.00", "40").as_deref(), Some("imports(total,exports)"));
    assert_eq!(imports("100", "70.00", "40.00").as_deref(), Some("imports(exports,balance)"));
    assert_eq!(
        imports("100", "70", "40").as_deref(),
        Some("imports(total,balance)"),
        "half the error of two"
    );
}
