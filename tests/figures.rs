//! The bundled dataset against what the source publishes, figure by figure.

use horgos::dataset::{Code, Dataset, Flow, Measure, Observation, Status};

fn bundled() -> Dataset {
    let loaded = horgos::formats::bundled().expect("the bundled dataset is right");
    assert_eq!(loaded.warnings, [], "and there is nothing odd about it");
    loaded.dataset
}

fn code<C: Code + PartialEq>(value: C) -> &'static str {
    C::ALL.iter().find(|(_, meaning)| *meaning == value).map_or("", |(code, _)| code)
}

/// id, partner, flow, measure, period, number as printed, unit, status, place in the source, words as printed.
type Row = [&'static str; 10];

const XINJIANG: [Row; 22] = [
    ["exports-ca5", "CA5", "exports", "value", "2023", "246.57", "bn CNY", "A", "¶1", "246.57 billion yuan"],
    ["exports-ca5-usd", "CA5", "exports", "value", "2023", "34.3", "bn USD", "A", "¶1", "$34.3 billion"],
    [
        "exports-ca5-growth",
        "CA5",
        "exports",
        "growth",
        "2023",
        "23.2",
        "%",
        "V",
        "¶1",
        "growth of 23.2 percent",
    ],
    ["exports-ca5-rank", "CA5", "exports", "rank", "2023", "1", "", "A", "¶1", "top spot"],
    ["total-ca5", "CA5", "total", "value", "2023", "283.67", "bn CNY", "A", "¶2", "283.67 billion yuan"],
    ["total-ca5-growth", "CA5", "total", "growth", "2023", "50", "%", "A", "¶2", "surging 50 percent"],
    ["total-ca5-share", "CA5", "total", "share", "2023", "79.4", "%", "A", "¶2", "79.4 percent"],
    ["total-world", "W00", "total", "value", "2023", "", "bn CNY", "O", "", ""],
    ["total-kaz-growth", "KAZ", "total", "growth", "2023", "70.8", "%", "A", "¶4", "70.8 percent"],
    ["total-kgz-growth", "KGZ", "total", "growth", "2023", "25.8", "%", "A", "¶4", "25.8 percent"],
    ["total-tjk-growth", "TJK", "total", "growth", "2023", "93.4", "%", "A", "¶4", "93.4 percent"],
    ["total-tkm-growth", "TKM", "total", "growth", "2023", "", "%", "O", "", ""],
    ["total-uzb-growth", "UZB", "total", "growth", "2023", "", "%", "O", "", ""],
    ["top-partners", "W00", "total", "count", "2023", "3", "", "A", "¶4", "top three trading partners"],
    ["road-ca5-growth", "CA5", "total", "growth", "2023", "52.5", "%", "A", "¶5", "52.5 percent"],
    ["rail-ca5-growth", "CA5", "total", "growth", "2023", "44.5", "%", "A", "¶5", "44.5 percent"],
    ["partners-world", "W00", "total", "count", "2023", "192", "", "A", "¶9", "192 countries and regions"],
    ["total-mys-growth", "MYS", "total", "growth", "2023", "187", "%", "A", "¶9", "187 percent"],
    ["total-zaf-growth", "ZAF", "total", "growth", "2023", "88", "%", "A", "¶9", "88 percent"],
    ["total-qat-growth", "QAT", "total", "growth", "2023", "60", "%", "A", "¶9", "60 percent"],
    ["total-dza-growth", "DZA", "total", "growth", "2023", "142.7", "%", "A", "¶9", "142.7 percent"],
    ["neighbours", "W00", "total", "count", "undated", "8", "", "A", "¶3", "eight neighboring countries"],
];

const HORGOS: [Row; 4] = [
    [
        "horgos-electromechanical",
        "W00",
        "exports",
        "mention",
        "Jan–Nov 2023",
        "",
        "",
        "A",
        "¶8",
        "electromechanical products",
    ],
    [
        "horgos-high-tech",
        "W00",
        "exports",
        "mention",
        "Jan–Nov 2023",
        "",
        "",
        "A",
        "¶8",
        "high-tech products",
    ],
    [
        "horgos-clothing",
        "W00",
        "exports",
        "mention",
        "Jan–Nov 2023",
        "",
        "",
        "A",
        "¶8",
        "clothing, and accessories",
    ],
    [
        "horgos-nev",
        "W00",
        "exports",
        "multiple",
        "Jan–Nov 2023",
        "8",
        "×",
        "V",
        "¶8",
        "eightfold year-on-year growth",
    ],
];

fn row(observation: &Observation) -> [String; 10] {
    let subject = &observation.subject;
    let unit = observation.unit.map_or(String::new(), |unit| unit.to_string());
    let unit = if observation.multiplier == 9 { format!("bn {unit}") } else { unit };
    let or_empty = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        observation.id.to_string(),
        subject.partner.to_string(),
        code(subject.flow).to_owned(),
        code(observation.measure).to_owned(),
        subject.period.map_or("undated".to_owned(), |period| period.to_string()),
        observation.value.map_or(String::new(), |value| value.to_string()),
        unit,
        observation.status.code().to_owned(),
        or_empty(observation.locator.as_deref()),
        or_empty(observation.as_printed.as_deref()),
    ]
}

#[test]
fn every_published_figure_is_there_and_nothing_else() {
    let dataset = bundled();
    assert_eq!(dataset.observations.len(), XINJIANG.len() + HORGOS.len());
    for (expected, reporter) in
        XINJIANG.iter().map(|row| (row, "CN-XJ")).chain(HORGOS.iter().map(|row| (row, "HORGOS")))
    {
        let at = dataset.find(expected[0]).unwrap_or_else(|| panic!("{} is missing", expected[0]));
        let observation = &dataset.observations[at];
        assert_eq!(row(observation), *expected);
        assert_eq!(&*observation.subject.reporter, reporter, "{}", expected[0]);
    }
}

#[test]
fn growth_is_on_the_year_before_and_the_share_is_of_the_missing_whole() {
    let dataset = bundled();
    for observation in &dataset.observations {
        let base = observation.base.map(|base| base.to_string());
        let expected = match observation.measure {
            Measure::Growth => Some("2022"),
            Measure::Multiple => Some("Jan–Nov 2022"),
            Measure::Value
            | Measure::Share
            | Measure::Rank
            | Measure::Count
            | Measure::Mention
            | Measure::Change
            | Measure::ShareChange
            | Measure::Index
            | Measure::Record
            | Measure::UnitValue => None,
        };
        assert_eq!(base.as_deref(), expected, "{}", observation.id);
        let whole = observation.whole().map(|at| dataset.observations[at].id.as_str());
        assert_eq!(whole, (observation.id == "total-ca5-share").then_some("total-world"));
    }
}

#[test]
fn only_the_figures_of_the_second_paragraph_and_transport_name_an_origin() {
    let dataset = bundled();
    for observation in &dataset.observations {
        let source = dataset.source_of(observation).expect("every figure has a source");
        assert_eq!(source.publisher, "Global Times");
        assert_eq!(source.published.map(|day| day.to_string()).as_deref(), Some("2024-02-07"));
        let chain = source.chain.as_deref().expect("every source has its chain");
        match observation.locator.as_deref() {
            Some("¶2") => assert_eq!(chain, "Urumqi Customs → China Media Group (CMG) → Global Times"),
            Some("¶5") => assert!(chain.starts_with("local press"), "{chain}"),
            _ => assert!(chain.contains("gives no source"), "{chain}"),
        }
    }
}

#[test]
fn transport_is_by_road_and_by_rail_and_the_five_are_five() {
    let dataset = bundled();
    let mode = |id| dataset.find(id).and_then(|at| dataset.observations[at].subject.transport).map(code);
    assert_eq!((mode("road-ca5-growth"), mode("rail-ca5-growth")), (Some("road"), Some("rail")));
    let five = dataset.place("CA5").expect("the group is defined");
    let codes: Vec<&str> = five.members.iter().map(|member| member.code.as_str()).collect();
    assert_eq!(codes, ["KAZ", "KGZ", "TJK", "TKM", "UZB"]);
}

#[test]
fn contradicted_and_doubtful_rows_are_marked_unvalidated() {
    let dataset = bundled();
    let of = |status| {
        let marked = dataset.observations.iter().filter(move |observation| observation.status == status);
        marked.map(|observation| observation.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of(Status::Unvalidated), ["exports-ca5-growth", "horgos-nev"]);
    assert_eq!(of(Status::Missing), ["total-world", "total-tkm-growth", "total-uzb-growth"]);
    let no_imports = |observation: &Observation| observation.subject.flow != Flow::Imports;
    assert!(dataset.observations.iter().all(no_imports), "the source has no import figure");
}

#[test]
fn the_panes_are_in_the_order_of_their_digits() {
    let dataset = bundled();
    let ids: Vec<&str> = dataset.panes.iter().map(|pane| pane.id.as_str()).collect();
    assert_eq!(ids, ["key-figures", "central-asia", "horgos", "leaders", "transport", "checks"]);
    let shown: Vec<usize> =
        dataset.panes.iter().flat_map(|pane| pane.rows.iter().chain(&pane.reference)).copied().collect();
    for (at, observation) in dataset.observations.iter().enumerate() {
        assert!(shown.contains(&at), "{} is in no pane", observation.id);
    }
}
