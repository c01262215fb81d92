//! Claims in JSON, for programs that read them.

use horgos::analysis::Analysis;
use horgos::dashboard::App;
use horgos::dataset::Dataset;
use horgos::print::{Selection, findings_json, json};
use horgos::wording::Words;
use ratatui::layout::Size;
use serde_json::{Value, json as value};

use super::rows::{BROKEN, PLACES, dataset};
use super::schema;

fn findings(dataset: &Dataset) -> Vec<Value> {
    let analysis = Analysis::new(dataset);
    let mut written = Vec::new();
    findings_json(Words::new(dataset, &analysis), &mut written).expect("memory takes it");
    let read: Value = serde_json::from_slice(&written).expect("JSON");
    read["findings"].as_array().cloned().expect("a list")
}

#[test]
fn a_claim_has_its_kind_and_values() {
    let dataset = dataset(
        PLACES,
        &[
            "e KAZ exports value 2022 30 CNY",
            "t KAZ total value 2023 40 CNY unit_mult=3",
            "g KAZ total growth 2023 159900 PCT growth_of=CNY",
            "b KAZ balance value 2022 90 CNY obs_status=P",
        ],
    );
    let found = findings(&dataset);
    let whole = value!({
        "reporter": "CHN", "partner": "KAZ", "flow": "total", "product": null, "transport": null,
        "time_period": "2022", "unit_measure": "CNY", "value": "t", "growth": "g",
    });
    let claim = &found[0]["claim"];
    assert_eq!((&claim["kind"], &claim["dimension"]), (&value!("part-of-whole"), &value!("flow")));
    for (name, member) in whole.as_object().expect("an object") {
        assert_eq!(&claim["whole"][name], member, "{name}");
    }
    let bound = |name: &str| claim["whole"][name].as_f64().expect("a number");
    assert!(bound("low") < 25.0 && 25.0 < bound("high"));
    assert_eq!((&claim["part"]["low"], &claim["part"]["high"]), (&value!(29.5), &value!(30.5)));
    assert_eq!(found[0]["assumptions"], value!([]));
    assert_eq!(found[1]["severity"], "doubt");
    let provisional = value!([{"kind": "status", "figures": ["b"], "obs_status": "P"}]);
    assert_eq!(found[1]["assumptions"], provisional);
}

#[test]
fn every_kind_of_claim_is_as_the_schema_says() {
    let rows = BROKEN.map(|row| {
        let year = row.split_whitespace().nth(4).expect("a year");
        let (id, rest) = row.split_at(1);
        let rest = rest.replace('%', "x");
        let is_share = rest.contains("share_of=");
        format!("{id}{year}{rest}{}", if is_share { year } else { "" })
    });
    let places = format!(r#"{PLACES},{{"code":"XX1","name":"Elsewhere"}}"#);
    let dataset = dataset(&places, &rows.each_ref().map(String::as_str));
    let kinds: std::collections::BTreeSet<String> =
        findings(&dataset).iter().map(|finding| finding["claim"]["kind"].to_string()).collect();
    assert_eq!(kinds.len(), 33, "{kinds:?}");
    let app = App::new(dataset, Size::new(80, 24));
    let mut written = Vec::new();
    json(Selection::all(&app), &mut written).expect("memory takes it");
    schema::holds(&String::from_utf8(written).expect("UTF-8"));
}
