//! Calculations when a figure is opened: growth, shares and ranks that nobody printed.

#[path = "support/rows.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod rows;
#[path = "support/screen.rs"]
mod screen;

use horgos::analysis::{Analysis, Figure, Lookup};
use horgos::dashboard::App;
use horgos::dataset::Dataset;
use ratatui::layout::Size;
use rows::{PLACES, dataset};
use screen::text;

/// The lines under "Calculated" in the detail of the figure with this id.
fn calculated(dataset: &Dataset, id: &str) -> Vec<String> {
    let mut app = App::new(dataset.clone(), Size::new(160, 60));
    app.visit(&format!("checks?open={id}")).unwrap_or_else(|what| panic!("{what}"));
    let screen = text(&app);
    let lines = screen
        .lines()
        .map(|line| line.trim_start_matches([' ', '▹']))
        .skip_while(|line| !line.starts_with("Calculated"));
    let lines = lines.take_while(|line| !line.is_empty() && !line.starts_with('↑'));
    lines.map(|line| line.trim_start_matches("Calculated").trim().to_owned()).collect()
}

const VALUES: [&str; 7] = [
    "k KAZ exports value 2021 40.0 USD unit_mult=6",
    "k20 KAZ exports value 2020 32.0 USD unit_mult=6",
    "g KGZ exports value 2021 25.0 USD unit_mult=6",
    "r RUS exports value 2021 90 USD unit_mult=6",
    "f FRA exports value 2021 25.0 USD unit_mult=6",
    "two G2 exports value 2021 65.0 USD unit_mult=6",
    "w W00 exports value 2021 1.0 USD unit_mult=9",
];

#[test]
fn two_years_give_a_growth_a_whole_a_share_and_partners_a_rank() {
    let dataset = dataset(PLACES, &VALUES);
    assert_eq!(
        calculated(&dataset, "k"),
        [
            "growth over 2020: +25.0 % (+24.6 to +25.4 %)",
            "share of China's exports to World, 2021: 4.0 % (3.8 to 4.2 %)",
            "share of China's exports to the two, 2021: 61.5 % (61.41 to 61.66 %)",
            "rank among partners: 2nd of 4 given",
        ]
    );
    assert_eq!(
        calculated(&dataset, "g").last().map(String::as_str),
        Some("rank among partners: 3rd to 4th of 4 given")
    );
    assert_eq!(calculated(&dataset, "w"), [] as [&str; 0], "the world is a part of nothing");
}

#[test]
fn nothing_repeats_what_is_printed() {
    let printed = [
        "kg KAZ exports growth 2021 25 PCT growth_of=USD",
        "ks KAZ exports share 2021 4.0 PCT share_of=w",
        "kr KAZ exports rank 2021 2 RANK",
    ];
    let dataset = dataset(PLACES, &[&VALUES[..], &printed].concat());
    assert_eq!(
        calculated(&dataset, "k"),
        ["share of China's exports to the two, 2021: 61.5 % (61.41 to 61.66 %)"]
    );
}

#[test]
fn growth_that_is_printed_otherwise_is_calculated() {
    for printed in [
        "kg KAZ exports growth 2021 150 PCT growth_of=USD compare_period=2019",
        "kg KAZ exports growth 2021 12 PCT growth_of=T",
        "kg KGZ exports growth 2021 25 PCT growth_of=USD",
    ] {
        let dataset = dataset(PLACES, &[VALUES[0], VALUES[1], printed]);
        assert_eq!(calculated(&dataset, "k"), ["growth over 2020: +25.0 % (+24.6 to +25.4 %)"], "{printed}");
    }
}

#[test]
fn nothing_rests_on_what_is_unvalidated_or_of_another_release_definition_or_unit() {
    for then in [
        "k20 KAZ exports value 2020 32.0 USD obs_status=V",
        "k20 KAZ exports value 2020 32.0 USD adjustment=S",
        "k20 KAZ exports value 2020 32.0 USD basis=bop",
        "k20 KAZ exports value 2020 32.0 EUR",
        "k20 KAZ exports value 2020 - USD obs_status=M",
        "k20 KAZ imports value 2020 32.0 USD",
        "k20 KAZ exports value 2020-05 32.0 USD",
    ] {
        let dataset = dataset(PLACES, &[VALUES[0], then]);
        let analysis = Analysis::new(&dataset);
        assert_eq!(analysis.lookups(&dataset, Figure::Published(0)), [] as [Lookup; 0], "{then}");
    }
}

#[test]
fn values_of_two_releases_give_no_growth() {
    let growths = |other: &str| {
        let source =
            |id: &str, day: &str| format!(r#"{{"id":"{id}","publisher":"Customs","published":"{day}"}}"#);
        let row = |id: &str, year: &str, source: &str| {
            format!(
                r#"{{"id":"{id}","reporter":"LVA","flow":"imports","measure":"value","time_period":"{year}","obs_value":"{}",
                "unit_measure":"EUR","source":"{source}"}}"#,
                &year[2..]
            )
        };
        let text = format!(
            r#"{{"resources":[{{"name":"sources","data":[{},{}]}},{{"name":"observations","data":[{},{}]}}]}}"#,
            source("a", "2022-02-01"),
            source("b", "2023-02-01"),
            row("then", "2021", other),
            row("now", "2022", "b"),
        );
        let dataset =
            horgos::formats::parse("test", &text, &|_| Err(String::new())).expect("a dataset").dataset;
        Analysis::new(&dataset).lookups(&dataset, Figure::Published(1)).len()
    };
    assert_eq!((growths("a"), growths("b")), (0, 1));
}

#[test]
fn marks_are_inherited() {
    let dataset =
        dataset(PLACES, &[VALUES[0], "k20 KAZ exports value 2020 32.0 USD unit_mult=6 obs_status=P"]);
    assert_eq!(
        calculated(&dataset, "k"),
        ["growth over 2020: +25.0 % (+24.6 to +25.4 %), from figures marked provisional"]
    );
}

#[test]
fn the_order_of_rows_makes_no_difference() {
    let mut turned = VALUES;
    turned.reverse();
    for id in ["k", "g", "f"] {
        assert_eq!(calculated(&dataset(PLACES, &turned), id), calculated(&dataset(PLACES, &VALUES), id));
    }
}
