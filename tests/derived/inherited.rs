//! Marks that a derived figure has from the figures that it rests on.

use super::rows::{PLACES, dataset};
use horgos::analysis::{Analysis, Figure};
use horgos::dataset::Status;

/// The marks that the figure with the id `of` inherits: status, rules, and the ids that they come from.
fn inherited(rows: &[&str], of: &str) -> (Option<Status>, Vec<&'static str>, Vec<String>) {
    let dataset = dataset(PLACES, rows);
    let analysis = Analysis::new(&dataset);
    let published = (0..dataset.observations.len()).map(Figure::Published);
    let figure = published
        .chain((0..analysis.derivations().len()).map(Figure::Derived))
        .find(|&figure| analysis.id(&dataset, figure) == of)
        .unwrap_or_else(|| panic!("no {of}"));
    let marks = analysis.inherited(&dataset, figure);
    let rules = marks.contradicted_by.iter().map(|rule| rule.code()).collect();
    let from = marks.from.iter().map(|&root| analysis.id(&dataset, root).to_string()).collect();
    assert_eq!(marks.is_empty(), marks.from.is_empty());
    (marks.status, rules, from)
}

const IMPORTS: &str = "imports(total,exports)";

#[test]
fn a_figure_built_on_final_ones_inherits_nothing() {
    let rows = ["exports KAZ exports value 2019 30 EUR", "total KAZ total value 2019 50 EUR"];
    assert_eq!(inherited(&rows, IMPORTS), (None, vec![], vec![]));
    assert_eq!(inherited(&rows, "exports"), (None, vec![], vec![]));
}

#[test]
fn a_status_alone_is_inherited_from_the_one_that_has_it() {
    let rows = ["exports KAZ exports value 2019 30 EUR obs_status=E", "total KAZ total value 2019 50 EUR"];
    assert_eq!(inherited(&rows, IMPORTS), (Some(Status::Estimated), vec![], vec!["exports".to_owned()]));
}

#[test]
fn the_graver_of_two_statuses_is_inherited_and_both_are_named() {
    for statuses in [["P", "F"], ["F", "P"]] {
        let exports = format!("exports KAZ exports value 2019 30 EUR obs_status={}", statuses[0]);
        let total = format!("total KAZ total value 2019 50 EUR obs_status={}", statuses[1]);
        let (status, rules, mut from) = inherited(&[&exports, &total], IMPORTS);
        from.sort();
        assert_eq!((status, rules), (Some(Status::Forecast), vec![]));
        assert_eq!(from, ["exports", "total"]);
    }
}

#[test]
fn a_contradiction_alone_is_inherited_from_the_figures_that_have_it() {
    let rows = [
        "exports KAZ exports value 2019 30 EUR",
        "total KAZ total value 2019 50 EUR",
        "before KAZ exports value 2018 10 EUR",
        "growth KAZ exports growth 2019 12 PCT growth_of=EUR",
    ];
    let (status, rules, from) = inherited(&rows, IMPORTS);
    assert_eq!((status, from), (None, vec!["exports".to_owned()]));
    assert_eq!(rules, ["growth-between-periods"]);
}

#[test]
fn the_same_figure_in_another_currency_may_be_a_forecast_alone() {
    let rows = ["euros KAZ total value 2024 50 EUR", "dollars KAZ total value 2024 55 USD obs_status=F"];
    assert_eq!(inherited(&rows, "euros"), (None, vec![], vec![]));
    let multiplied = "rate(dollars,euros)";
    assert_eq!(inherited(&rows, multiplied).0, Some(Status::Forecast));
}

#[test]
fn the_same_figure_in_another_currency_is_as_contradicted() {
    let rows = [
        "exports KAZ exports value 2019 30 EUR",
        "dollars KAZ exports value 2019 33.6 USD",
        "before KAZ exports value 2018 10 EUR",
        "growth KAZ exports growth 2019 12 PCT growth_of=EUR",
    ];
    let (status, rules, from) = inherited(&rows, "dollars");
    assert_eq!((status, from), (None, vec!["exports".to_owned()]));
    assert_eq!(rules, ["growth-between-periods"]);
}
