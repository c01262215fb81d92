//! Panes: those that a dataset describes, and those it gets where it describes none.

use horgos::dashboard::App;
use ratatui::layout::Size;

use super::{GOOD, errors, observations, read};

#[test]
fn panes_name_rows_that_exist_and_rankings_compare_like_with_like() {
    let mut text = observations(&[
        GOOD,
        r#"{"id": "g", "reporter": "KAZ", "flow": "total", "measure": "growth", "obs_value": 5, "unit_measure": "PCT"}"#,
    ]);
    text.truncate(text.len() - 1);
    let text = text
        + r#",
"panes": [{"id": "x", "title": "X", "kind": "ranking", "rows": ["a", "g", "b"]},
{"id": "x", "title": "Y", "kind": "list", "rows": []},
{"id": "z", "title": "Z", "kind": "headline", "rows": []}]}"#;
    let expected = r#"
mine.json:5:64: panes[0].rows: no observation has the id "b"
mine.json:5:64: panes[0].rows: "g" is not of the measure and unit of "a"; a ranking has one of each
mine.json:6:8: panes[1].id: a second row with the id "x"
mine.json:6:35: panes[1].kind: "list" is none of headline, ranking, series, listing, reconciliation
mine.json:7:55: panes[2].rows: names no row"#;
    assert_eq!(errors(&text), expected.trim_start());
}

#[test]
fn a_row_stands_once_in_a_pane_and_is_not_its_reference() {
    let rows = [GOOD, &GOOD.replace(r#""a""#, r#""b""#), &GOOD.replace(r#""a""#, r#""c""#)];
    let with = |pane: &str| {
        let text = observations(&rows);
        format!("{},\n\"panes\": [{{\"id\": \"x\", \"title\": \"X\", {pane}}}]}}", text.trim_end_matches('}'))
    };
    let expected = r#"
mine.json:6:64: panes[0].rows: "b" appears twice; a pane shows each row once
mine.json:6:99: panes[0].reference: "a" is one of the rows; a reference is none of them"#;
    let said = errors(&with(r#""kind": "ranking", "rows": ["b", "a", "b", "b"], "reference": "a""#));
    assert_eq!(said, expected.trim_start());
    let good = with(r#""kind": "ranking", "rows": ["b", "a"], "reference": "c""#);
    assert!(read(&good).is_ok(), "{}", errors(&good));
}

#[test]
fn a_list_of_no_panes_is_no_way_to_leave_them_out() {
    let mut text = observations(&[GOOD]);
    text.truncate(text.len() - 1);
    let none = format!("{text},\n\"panes\": []}}");
    let expected = "mine.json:4:10: panes: names no pane (leave it out to get one per measure and unit)";
    assert_eq!(errors(&none), expected);
    let panes = read(&format!("{text},\n\"panes\": null}}")).expect("a good dataset").dataset.panes;
    assert_eq!(panes.iter().map(|pane| pane.id.as_str()).collect::<Vec<_>>(), ["values-usd", "checks"]);
}

#[test]
fn every_pane_that_a_dataset_gets_has_an_id_of_its_own_that_leads_to_it() {
    let row = |(at, rest): (usize, &str)| {
        format!(r#"{{"id": "r{at}", "reporter": "KAZ", "flow": "total", "measure": {rest}}}"#)
    };
    let rows = [
        r#""count", "unit_measure": "COUNT", "obs_value": 3"#,
        r#""count""#,
        r#""rank", "unit_measure": "RANK", "obs_value": 1"#,
        r#""rank""#,
        r#""value", "unit_measure": "COUNT", "obs_value": 3"#,
        r#""value", "unit_measure": "USD", "obs_value": 3"#,
        r#""value", "unit_measure": "M", "obs_value": 3"#,
        r#""value""#,
        r#""growth", "unit_measure": "PCT", "obs_value": 3"#,
        r#""growth""#,
        r#""multiple""#,
        r#""mention", "unit_measure": "COUNT""#,
        r#""mention", "unit_measure": "USD""#,
        r#""mention""#,
    ];
    let rows: Vec<String> = rows.into_iter().enumerate().map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let dataset = read(&observations(&rows)).expect("a good dataset").dataset;
    let shown: Vec<(&str, &[usize])> =
        dataset.panes.iter().map(|pane| (pane.id.as_str(), pane.rows.as_slice())).collect();
    let expected: [(&str, &[usize]); 9] = [
        ("values", &[4, 7]),
        ("values-usd", &[5]),
        ("values-m", &[6]),
        ("growth-pct", &[8, 9]),
        ("multiples-factor", &[10]),
        ("ranks", &[2, 3]),
        ("counts", &[0, 1]),
        ("mentions", &[11, 12, 13]),
        ("checks", &[]),
    ];
    assert_eq!(shown, expected);
    let ids: Vec<String> = dataset.panes.iter().map(|pane| pane.id.clone()).collect();
    let mut app = App::new(dataset, Size::new(80, 24));
    for (at, id) in ids.iter().enumerate() {
        app.visit(&id.replace('%', "%25")).expect("an address");
        let address = app.address();
        app.visit(&address).expect("its own address");
        assert_eq!(app.view().focus, at, "{address}");
    }
}

#[test]
fn a_dataset_without_panes_gets_lines_for_several_periods_and_bars_for_several_things() {
    let kinds = |rows: &[(&str, &str)]| -> Vec<String> {
        let row = |(at, (partner, period)): (usize, &(&str, &str))| {
            let rest = r#""flow": "exports", "measure": "value", "unit_measure": "EUR", "obs_value": 4"#;
            format!(
                r#"{{"id": "r{at}", "reporter": "PER", "partner": "{partner}", "time_period": "{period}", {rest}}}"#
            )
        };
        let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let panes = read(&observations(&rows)).expect("a good dataset").dataset.panes;
        panes.iter().map(|pane| format!("{:?}", pane.kind)).collect()
    };
    let of = |partner, periods: &[&'static str]| {
        periods.iter().map(|period| (partner, *period)).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&of("CHL", &["2019", "2020", "2021"])), ["Series", "Reconciliation"]);
    assert_eq!(kinds(&of("CHL", &["2019", "2020"])), ["Ranking", "Reconciliation"]);
    let many: Vec<_> = ["ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GUY", "PRY", "SUR"]
        .iter()
        .flat_map(|partner| of(partner, &["2019", "2020", "2021"]))
        .collect();
    assert_eq!(kinds(&many), ["Ranking", "Reconciliation"]);
}
