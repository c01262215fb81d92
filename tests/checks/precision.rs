//! Decimals of figures that stand side by side.

use horgos::analysis::{Analysis, Rule};
use horgos::formats::parse;

/// Two growths with a decimal more on one of them, from two releases, in a pane that is written or not.
fn notes(panes: &str) -> (usize, usize) {
    let row = |id: &str, value: &str| {
        format!(
            r#"{{"id":"{id}","reporter":"LVA","partner":"{id}","flow":"exports","measure":"growth","time_period":"2021","unit_measure":"PCT",
            "obs_value":"{value}","source":"{id}"}}"#
        )
    };
    let source =
        |id: &str| format!(r#"{{"id":"{id}","publisher":"Office of {id}","published":"2022-03-01"}}"#);
    let text = format!(
        r#"{{"resources":[{{"name":"sources","data":[{},{}]}},{{"name":"observations","data":[{},{}]}}]{panes}}}"#,
        source("EST"),
        source("LTU"),
        row("EST", "4.5"),
        row("LTU", "7"),
    );
    let loaded = parse("test", &text, &|_| Err(String::new())).expect("a whole dataset");
    let analysis = Analysis::new(&loaded.dataset);
    let notes = analysis.findings.iter().filter(|finding| finding.rule == Rule::MixedPrecision).count();
    (notes, analysis.passed_count)
}

#[test]
fn a_pane_that_somebody_wrote_has_one_note_across_its_releases() {
    let written = r#","panes":[{"id":"g","title":"Growth","kind":"ranking","rows":["EST","LTU"]}]"#;
    assert_eq!(notes(written).0, 1);
}

#[test]
fn panes_that_nobody_wrote_have_none() {
    assert_eq!(notes("").0, 0);
}

#[test]
fn notes_about_single_figures_are_counted_once() {
    assert_eq!(notes("").1, 2, "none is below the least that it can be, and each status fits its number");
}
