//! Advice to somebody who wants to quote a figure: the verdict, and the citation.

use horgos::analysis::{Analysis, Figure};
use horgos::dataset::Dataset;
use horgos::formats::{bundled, parse};
use horgos::wording::Words;

/// A dataset of one office with three releases and a magazine without a day; rows are JSON without a reporter,
/// of 2021 unless they say otherwise.
fn dataset<R: AsRef<str>>(rows: &[R]) -> Dataset {
    let row = |row: &R| match row.as_ref() {
        row if row.contains("time_period") => format!(r#"{{"reporter": "NOR", {row}}}"#),
        row => format!(r#"{{"reporter": "NOR", "time_period": "2021", {row}}}"#),
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let text = format!(
        r#"{{"resources": [
            {{"name": "sources", "data": [
                {{"id": "may", "publisher": "Office", "published": "2022-05-09"}},
                {{"id": "june", "publisher": "Office", "published": "2022-06-10", "chain": "Customs → Office"}},
                {{"id": "july", "publisher": "Office", "published": "2022-07-11"}},
                {{"id": "cut", "publisher": "Cutter", "published": "2022-05-09", "rounding": "cut"}},
                {{"id": "magazine", "publisher": "Magazine"}}]}},
            {{"name": "observations", "data": [{}]}}]}}"#,
        rows.join(", ")
    );
    parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

/// Verdict and citation of the published figures with these ids.
fn said<const N: usize>(dataset: &Dataset, ids: [&str; N]) -> [(String, String); N] {
    let analysis = Analysis::new(dataset);
    let words = Words::new(dataset, &analysis);
    ids.map(|id| {
        let figure = Figure::Published(dataset.find(id).expect("the id of a row"));
        (words.verdict(figure), words.citation(figure))
    })
}

fn verdicts<const N: usize>(dataset: &Dataset, ids: [&str; N]) -> [String; N] {
    said(dataset, ids).map(|(verdict, _)| verdict)
}

fn citations<const N: usize>(dataset: &Dataset, ids: [&str; N]) -> [String; N] {
    said(dataset, ids).map(|(_, citation)| citation)
}

/// The verdict on the first derived figure of a rule.
fn of_derived(dataset: &Dataset, rule: &str) -> (String, String) {
    let analysis = Analysis::new(dataset);
    let words = Words::new(dataset, &analysis);
    let at =
        analysis.derivations().iter().position(|found| found.formula.code() == rule).expect("it follows");
    (words.verdict(Figure::Derived(at)), words.citation(Figure::Derived(at)))
}

const EXPORTS: &str = r#""flow": "exports""#;

const VALUE: &str = r#""measure": "value", "unit_measure": "NOK", "unit_mult": 9"#;

#[test]
fn a_figure_without_anything_against_it_is_quoted_with_its_source() {
    let row = |id: &str, more: &str| {
        format!(r#""id": "{id}", {EXPORTS}, {VALUE}, "obs_value": "12.5", "product": "{id}"{more}"#)
    };
    let rows = [
        row("plain", r#", "source": "may""#),
        row("provisional", r#", "source": "may", "obs_status": "P""#),
        row("estimate", r#", "source": "may", "obs_status": "E", "bound": "about""#),
        row("adjusted", r#", "source": "may", "adjustment": "Y", "basis": "bop", "coverage": "GS""#),
        row("cut", r#", "source": "cut""#),
        row("bound", r#", "source": "may", "bound": "at_least""#),
        row("nobody", ""),
    ];
    let dataset = dataset(&rows);
    let ids = ["plain", "provisional", "estimate", "adjusted", "cut", "bound", "nobody"];
    assert_eq!(
        verdicts(&dataset, ids),
        [
            "Quote it with its source.",
            "Quote it and say that it is provisional.",
            "Quote it and say that it is an estimate and that it is about that much.",
            "Quote it and say that it is adjusted for season and working days, that it is on the \
             balance-of-payments basis and that it covers goods and services.",
            "Quote it and say that its digits were cut off, not rounded.",
            "Quote it and say that it is at least that much.",
            "Quote it only once you know its source: the dataset states none.",
        ]
    );
}

#[test]
fn growth_is_quoted_with_what_grew() {
    let row = |id: &str, more: &str| {
        format!(
            r#""id": "{id}", {EXPORTS}, "source": "may", "product": "{id}", "measure": "growth", "unit_measure": "PCT",
            "obs_value": "4.0"{more}"#
        )
    };
    let rows = [
        row("money", r#", "growth_of": "NOK""#),
        row("weight", r#", "growth_of": "T""#),
        row("volume", r#", "growth_of": "VOLUME""#),
        row("unsaid", ""),
    ];
    let dataset = dataset(&rows);
    assert_eq!(
        verdicts(&dataset, ["money", "weight", "volume", "unsaid"]),
        [
            "Quote it and say that its growth is in NOK.",
            "Quote it and say that its growth is in t.",
            "Quote it and say that its growth is in volume, at constant prices.",
            "Quote it and say that its growth has no stated unit.",
        ]
    );
}

#[test]
fn where_there_is_no_number_there_is_none_to_quote() {
    let row = |id: &str, more: &str| format!(r#""id": "{id}", {EXPORTS}, "product": "{id}", {more}"#);
    let rows = [
        row("named", r#""measure": "mention""#),
        row("missing", r#""measure": "value", "obs_status": "O""#),
        row("impossible", r#""measure": "value", "obs_status": "M""#),
        row("uncollected", r#""measure": "value", "obs_status": "L""#),
    ];
    let dataset = dataset(&rows);
    assert_eq!(
        verdicts(&dataset, ["named", "missing", "impossible", "uncollected"]),
        [
            "There is no number to quote: the source names it without one.",
            "There is no number to quote: none was published.",
            "There is no number to quote: none can exist.",
            "There is no number to quote: none was collected.",
        ]
    );
}

#[test]
fn a_later_release_of_the_same_office_replaces_an_earlier_one() {
    let rows = [
        format!(r#""id": "old", {EXPORTS}, {VALUE}, "obs_value": "12.5", "source": "may""#),
        format!(r#""id": "new", {EXPORTS}, {VALUE}, "obs_value": "13.1", "source": "june""#),
    ];
    for rows in [[&rows[0], &rows[1]], [&rows[1], &rows[0]]] {
        let dataset = dataset(&rows);
        assert_eq!(
            verdicts(&dataset, ["old", "new"]),
            [
                "Quote the later figure instead: 13.1 bn NOK, Office, 10 June 2022.",
                "Quote it and say that it replaces 12.5 bn NOK.",
            ]
        );
    }
}

#[test]
fn the_latest_of_several_releases_is_quoted() {
    let rows = [
        format!(r#""id": "may", {EXPORTS}, {VALUE}, "obs_value": "13.1", "source": "may""#),
        format!(r#""id": "june", {EXPORTS}, {VALUE}, "obs_value": "12.5", "source": "june""#),
        format!(r#""id": "july", {EXPORTS}, {VALUE}, "obs_value": "12.9", "source": "july""#),
    ];
    let [may, june, _] = verdicts(&dataset(&rows), ["may", "june", "july"]);
    let later = "Quote the later figure instead: 12.9 bn NOK, Office, 11 July 2022.";
    assert_eq!([may, june], [later, later]);
}

#[test]
fn a_contradicted_figure_is_not_quoted_without_what_contradicts_it() {
    let rows = |total: &str, more: &str| {
        let number = |id: &str, flow: &str, value: &str| {
            format!(
                r#""id": "{id}", "flow": "{flow}", {VALUE}, "obs_value": "{value}", "source": "may"{more}"#
            )
        };
        dataset(&[number("e", "exports", "3.2"), number("i", "imports", "4.1"), number("t", "total", total)])
    };
    let broken = rows("9.0", "");
    let [part, whole] = verdicts(&broken, ["e", "t"]);
    assert_eq!(
        part,
        "Do not quote: exports and imports do not add up to total trade, 2021, so at least one of 3 figures is wrong."
    );
    assert_eq!(whole, "Do not quote: its parts add up to 7.20 to 7.40 bn NOK.");
    assert_eq!(
        of_derived(&broken, "balance").0,
        "Do not quote without saying that Exports (3.2 bn NOK) and Imports (4.1 bn NOK), which it is calculated from, \
         are contradicted."
    );
    let doubtful = rows("9.0", r#", "obs_status": "P""#);
    let [doubted] = verdicts(&doubtful, ["t"]);
    assert_eq!(
        doubted,
        "Quote it only with its doubt: exports and imports do not add up to total trade, 2021, unless 3.2 bn NOK \
         (Norway's exports to the world, 2021) changes: it is provisional."
    );
    assert_eq!(
        of_derived(&doubtful, "balance").0,
        "Quote it and say that it is calculated from Exports (3.2 bn NOK) and Imports (4.1 bn NOK), that these are \
         doubted and that these are provisional."
    );
}

#[test]
fn a_growth_that_cannot_hold_comes_with_what_it_would_be() {
    let value = |id: &str, flow: &str, value: &str, year: &str| {
        format!(
            r#""id": "{id}", "flow": "{flow}", {VALUE}, "obs_value": "{value}", "source": "may", "time_period": "{year}""#
        )
    };
    let growth = |id: &str, flow: &str, value: &str| {
        format!(
            r#""id": "{id}", "flow": "{flow}", "measure": "growth", "growth_of": "NOK", "unit_measure": "PCT",
            "obs_value": "{value}", "source": "may""#
        )
    };
    let (exports, imports) = (value("e", "exports", "60.0", "2021"), value("i", "imports", "40.0", "2021"));
    let between_periods =
        [exports.clone(), value("e20", "exports", "50.0", "2020"), growth("eg", "exports", "30.0")];
    let [value_then, growth_now] = verdicts(&dataset(&between_periods), ["e20", "eg"]);
    assert_eq!(
        value_then,
        "Do not quote: exports +30.0 % is not the growth from 2020 to 2021, so at least one of 3 figures is wrong."
    );
    assert_eq!(growth_now, "Do not quote: by the values of both periods, the growth is +19.78 to +20.22 %.");
    let beside_its_whole =
        [exports.clone(), growth("eg", "exports", "5.0"), value("t20", "total", "40.0", "2020")];
    assert_eq!(
        verdicts(&dataset(&beside_its_whole), ["eg", "t20"]),
        [
            "Do not quote: if the whole holds, exports grew by at least 49.7 %.",
            "Do not quote next to +5.0 %: at least one of 3 figures is wrong.",
        ]
    );
    let falls = [
        exports.clone(),
        growth("eg", "exports", "-40.0"),
        value("t", "total", "65.0", "2021"),
        growth("tg", "total", "5.0"),
    ];
    assert_eq!(
        verdicts(&dataset(&falls), ["eg", "tg"]),
        [
            "Do not quote without the +5.0 %: with it, exports fell by at most 3.3 %.",
            "Do not quote without the −40.0 %: with it, total trade fell by at least 34.8 %.",
        ]
    );
    let sum = [
        exports,
        growth("eg", "exports", "5.0"),
        imports,
        growth("ig", "imports", "6.0"),
        value("t", "total", "100.0", "2021"),
        growth("tg", "total", "15.0"),
    ];
    let [whole] = verdicts(&dataset(&sum), ["tg"]);
    assert_eq!(whole, "Do not quote: if its parts hold, the growth is +5.19 to +5.61 %.");
}

#[test]
fn a_figure_whose_finding_is_not_listed_is_not_called_sound() {
    let row = |at: usize, flow: &str, value: &str| {
        format!(
            r#""id": "{flow}-{at}", "flow": "{flow}", {VALUE}, "product": "p{at}", "obs_value": "{value}", "source": "may""#
        )
    };
    let rows: Vec<String> =
        (0..1001).flat_map(|at| [row(at, "exports", "4.0"), row(at, "total", "3.0")]).collect();
    let dataset = dataset(&rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let verdicts: Vec<String> = (0..rows.len()).map(|at| words.verdict(Figure::Published(at))).collect();
    let count = |start: &str| verdicts.iter().filter(|verdict| verdict.starts_with(start)).count();
    assert_eq!(count("Do not quote: "), 2000);
    assert_eq!(count("Quote it only after a closer look: more was found in this dataset than is listed."), 2);
}

#[test]
fn the_bundled_contradiction_says_what_each_growth_may_not_be_quoted_without() {
    let dataset = bundled().expect("the bundled dataset").dataset;
    assert_eq!(
        verdicts(
            &dataset,
            ["exports-ca5-growth", "total-ca5-growth", "exports-ca5", "exports-ca5-usd", "total-ca5-share",]
        ),
        [
            "Do not quote without the +50 %: with it, exports grew by at least 29.9 %.",
            "Do not quote without the +23.2 %: with it, total trade grew by at most 41.8 %.",
            "Do not quote next to both +23.2 % and +50 %: at least one of 4 figures is wrong.",
            "Do not quote without saying that Exports (246.57 bn CNY), the same in another currency, is contradicted.",
            "Quote it with its source.",
        ]
    );
}

#[test]
fn a_citation_names_words_source_day_place_and_chain() {
    let rows = [
        format!(
            r#""id": "a", {EXPORTS}, {VALUE}, "obs_value": "12.5", "source": "june", "locator": "table 3",
            "as_printed": "12,5 \"milliarder\" kroner""#
        ),
        format!(r#""id": "b", {EXPORTS}, {VALUE}, "obs_value": "7", "product": "b", "source": "magazine""#),
        format!(r#""id": "c", {EXPORTS}, {VALUE}, "obs_value": "7", "product": "c", "as_printed": "seven""#),
    ];
    let dataset = dataset(&rows);
    assert_eq!(
        citations(&dataset, ["a", "b", "c"]),
        [
            "\"12,5 'milliarder' kroner\" — Office, 10 June 2022, table 3 (Customs → Office)",
            "7 bn NOK — Magazine, undated",
            "\"seven\" — source not stated",
        ]
    );
}

#[test]
fn a_derived_figure_cites_all_that_it_is_calculated_from() {
    let rows = [
        format!(r#""id": "part", {EXPORTS}, {VALUE}, "obs_value": "12.5", "source": "june", "partner": "SWE""#),
        r#""id": "share", "flow": "exports", "measure": "share", "share_of": "whole", "obs_value": "25.0", "unit_measure": "PCT",
            "source": "june", "obs_status": "P", "partner": "SWE", "as_printed": "a quarter""#
            .to_owned(),
        r#""id": "whole", "flow": "exports", "measure": "value", "unit_measure": "NOK", "obs_status": "O""#.to_owned(),
    ];
    let dataset = dataset(&rows);
    let (verdict, citation) = of_derived(&dataset, "whole");
    assert_eq!(
        verdict,
        "Quote it and say that it is calculated from Sweden, Exports (12.5 bn NOK) and Sweden, Exports (25.0 %) and \
         that Sweden, Exports (25.0 %) is provisional."
    );
    assert_eq!(
        citation,
        "50.0 bn NOK, calculated from 12.5 bn NOK — Office, 10 June 2022 (Customs → Office); \
         \"a quarter\" — Office, 10 June 2022 (Customs → Office)"
    );
}

#[test]
fn a_drafted_figure_is_confirmed_before_it_is_quoted() {
    let dataset = dataset(&[
        r#""id": "e", "flow": "exports", "measure": "value", "obs_value": 15.4, "unit_measure": "NOK", "unit_mult": 9"#,
        r#""id": "t", "flow": "total", "measure": "value", "obs_value": 28.6, "unit_measure": "NOK", "unit_mult": 9,
           "doubt": "reporter:inherited""#,
    ]);
    let [confirmed, open] = verdicts(&dataset, ["e", "t"]);
    assert_eq!(open, "Confirm it in its draft before you quote it.");
    assert!(!confirmed.contains("onfirm"), "{confirmed}");
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let imports = Figure::Derived(0);
    assert_eq!(words.verdict(imports), "Confirm what it is calculated from before you quote it.");
}
