//! Reads every printed format back and compares it with the dataset, value by value.

#[path = "support/schema.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod schema;

use std::collections::HashMap;

use horgos::analysis::Figure;
use horgos::dashboard::App;
use horgos::dataset::{Code, Flow, Measure, Observation, Period, Status, Transport, Unit};
use horgos::print::{COLUMNS, FINDING_COLUMNS, Selection, markdown, tab_separated, tab_separated_pane, text};
use horgos::wording::Topic;
use ratatui::layout::Size;
use rust_decimal::Decimal;

/// A dataset with things that the bundled one lacks: odd names, negative and large numbers, a fraction of a day.
const ODD: &str = include_str!("data/odd.json");

/// Two rows, the first with a quotation mark at its start.
const QUOTED: &str = r#"{"resources": [{"name": "observations", "data": [
    {"id": "a", "reporter": "KAZ", "flow": "exports", "measure": "value", "time_period": "2021", "obs_value": 4,
    "unit_measure": "USD", "label": "\"Machines\" and other"},
    {"id": "b", "reporter": "KAZ", "flow": "exports", "measure": "value", "time_period": "2022", "obs_value": 5,
    "unit_measure": "USD", "label": "Plain"}]}]}"#;

fn bundled() -> App {
    App::new(horgos::formats::bundled().expect("the bundled dataset is right").dataset, Size::new(120, 36))
}

fn odd() -> App {
    let loaded =
        horgos::formats::parse("odd.json", ODD, &|_| Err("one file".into())).expect("odd, not wrong");
    App::new(loaded.dataset, Size::new(120, 36))
}

fn csv(selection: Selection) -> String {
    let mut written = Vec::new();
    horgos::print::csv(selection, &mut written).expect("memory takes it");
    String::from_utf8(written).expect("UTF-8")
}

fn json(selection: Selection) -> String {
    let mut written = Vec::new();
    horgos::print::json(selection, &mut written).expect("memory takes it");
    String::from_utf8(written).expect("UTF-8")
}

type Record = HashMap<String, String>;

/// The records of a CSV text by column, without the apostrophes that keep text from being a formula.
fn records(text: &str) -> Vec<Record> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().expect("a line of names").clone();
    let field = |field: &str| field.strip_prefix('\'').unwrap_or(field).to_owned();
    let record = |record: csv::StringRecord| {
        names.iter().map(str::to_owned).zip(record.iter().map(field)).collect::<Record>()
    };
    reader.records().map(|read| record(read.expect("a record"))).collect()
}

/// The figures of a JSON text by member, each written as CSV would write it.
fn objects(text: &str) -> Vec<Record> {
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let figures: Vec<HashMap<String, Box<serde_json::value::RawValue>>> =
        serde_json::from_str(&value_text(text, "figures")).expect("figures");
    assert_eq!(value["figures"].as_array().map(Vec::len), Some(figures.len()));
    let field = |raw: &str| match raw.as_bytes() {
        b"null" => String::new(),
        [b'"', ..] => serde_json::from_str(raw).expect("text"),
        [b'[', ..] => serde_json::from_str::<Vec<String>>(raw).expect("texts").join("; "),
        _ => raw.to_owned(),
    };
    figures
        .into_iter()
        .map(|figure| figure.into_iter().map(|(name, raw)| (name, field(raw.get()))).collect())
        .collect()
}

fn value_text(text: &str, member: &str) -> String {
    let members: HashMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(text).expect("an object");
    members[member].get().to_owned()
}

/// Asserts that a record has every value of the observation it was made from.
fn assert_same(app: &App, record: &Record, observation: &Observation) {
    let said = |column: &str| Some(record[column].as_str()).filter(|field| !field.is_empty());
    let subject = &observation.subject;
    let id = observation.id.as_str();
    assert_eq!(said("id"), Some(id));
    assert_eq!(
        said("label"),
        Some(&*app.words().label(Figure::Published(app.words().dataset.find(id).expect("id"))))
    );
    assert_eq!(
        (said("reporter"), said("partner")),
        (Some(&*subject.reporter), Some(&*subject.partner)),
        "{id}"
    );
    assert_eq!(said("flow").and_then(Flow::parse), Some(subject.flow), "{id}");
    assert_eq!(said("product"), subject.product.as_deref(), "{id}");
    assert_eq!(said("transport").and_then(Transport::parse), subject.transport, "{id}");
    assert_eq!(said("measure").and_then(Measure::parse), Some(observation.measure), "{id}");
    assert_eq!(said("time_period").and_then(Period::parse), subject.period, "{id}");
    assert_eq!(said("compare_period").and_then(Period::parse), observation.base, "{id}");
    let whole = observation.whole().map(|at| app.words().dataset.observations[at].id.as_str());
    assert_eq!(said("share_of"), whole, "{id}");
    assert_eq!(said("obs_value"), observation.value.map(|value| value.to_string()).as_deref(), "{id}");
    assert_eq!(said("unit_measure").and_then(Unit::parse), observation.unit, "{id}");
    assert_eq!(said("unit_mult"), Some(&*observation.multiplier.to_string()), "{id}");
    assert_eq!(said("decimals"), observation.value.map(|v| v.decimals().to_string()).as_deref(), "{id}");
    assert_eq!(said("obs_status").and_then(Status::parse), Some(observation.status), "{id}");
    let source = app.words().dataset.source_of(observation);
    assert_eq!(said("source"), source.map(|source| source.id.as_str()), "{id}");
    assert_eq!(said("publisher"), source.map(|source| source.publisher.as_str()), "{id}");
    let published = source.and_then(|source| source.published).map(|day| day.to_string());
    assert_eq!(said("published"), published.as_deref(), "{id}");
    let (locator, printed, note) = (said("locator"), said("as_printed"), said("note"));
    assert_eq!(locator, observation.locator.as_deref(), "{id}");
    assert_eq!((printed, note), (observation.as_printed.as_deref(), observation.note.as_deref()), "{id}");
    assert_eq!((said("origin"), said("rule"), said("inputs")), (Some("published"), None, None), "{id}");
}

fn assert_same_as_dataset(app: &App, records: &[Record]) {
    let words = app.words();
    let (published, derived) = records.split_at(words.dataset.observations.len());
    for (record, observation) in published.iter().zip(&words.dataset.observations) {
        assert_same(app, record, observation);
    }
    assert_eq!(derived.len(), words.analysis.derivations().len());
    for (at, (record, derived)) in derived.iter().zip(words.analysis.all_derived(words.dataset)).enumerate() {
        let id = words.id(Figure::Derived(at));
        let number = |column: &str| record[column].parse::<Decimal>().expect("a number");
        assert_eq!((record["id"].as_str(), record["origin"].as_str()), (&*id, "derived"));
        assert_eq!(
            (record["rule"].as_str(), record["formula"].as_str()),
            (derived.formula.code(), horgos::wording::formula_words(derived.formula))
        );
        assert_eq!(number("obs_value"), derived.point, "{id}");
        let (low, high) = (number("low"), number("high"));
        let (off_low, off_high) = (derived.interval.low() - low, high - derived.interval.high());
        assert!(off_low >= Decimal::ZERO && off_high >= Decimal::ZERO, "{id}: rounded outward");
        let most = derived.decimals.max(derived.interval_decimals) + 4;
        assert!(low.scale() <= most && high.scale() <= most, "{id}: {low} to {high}");
        assert!(off_low.max(off_high) < Decimal::new(1, most), "{id}: {low} to {high}");
        let inputs: Vec<_> = derived.inputs.iter().map(|input| words.id(*input)).collect();
        assert_eq!(record["inputs"], inputs.join("; "));
        assert!(
            record["obs_status"].is_empty() && record["source"].is_empty() && record["measure"].is_empty()
        );
    }
}

#[test]
fn csv_reads_back_as_the_dataset() {
    for app in [bundled(), odd()] {
        let written = csv(Selection::all(&app));
        assert!(!written.contains('\r') && !written.starts_with('\u{feff}') && written.ends_with('\n'));
        assert_eq!(written.lines().next(), Some(COLUMNS.join(",").as_str()));
        assert_same_as_dataset(&app, &records(&written));
    }
}

#[test]
fn json_reads_back_as_the_dataset() {
    for app in [bundled(), odd()] {
        assert_same_as_dataset(&app, &objects(&json(Selection::all(&app))));
    }
}

/// Keeps the length of the longest piece that was written at once.
struct LongestPiece(usize);

impl std::io::Write for LongestPiece {
    fn write(&mut self, piece: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.max(piece.len());
        Ok(piece.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn csv_and_json_are_written_piece_by_piece() {
    let row = |at: usize| {
        format!(
            r#"{{"id": "r{at}", "reporter": "KAZ", "product": "p{at}", "flow": "exports", "measure": "value",
            "time_period": "2023", "obs_value": {at}, "unit_measure": "USD"}}"#
        )
    };
    let rows: Vec<String> = (0..300).map(row).collect();
    let rows = rows.join(",");
    let text = format!(r#"{{"resources": [{{"name": "observations", "data": [{rows}]}}]}}"#);
    let loaded = horgos::formats::parse("many.json", &text, &|_| Err("one file".into())).expect("right");
    let app = App::new(loaded.dataset, Size::new(80, 24));
    let (mut written, mut longest) = (csv(Selection::all(&app)), LongestPiece(0));
    horgos::print::csv(Selection::all(&app), &mut longest).expect("it is counted");
    assert!(written.len() > 20_000 && longest.0 < 10_000, "{} of {} bytes", longest.0, written.len());
    (written, longest) = (json(Selection::all(&app)), LongestPiece(0));
    horgos::print::json(Selection::all(&app), &mut longest).expect("it is counted");
    assert!(written.len() > 100_000 && longest.0 < 1_000, "{} of {} bytes", longest.0, written.len());
}

#[test]
fn json_is_as_its_schema_says() {
    for app in [bundled(), odd()] {
        schema::holds(&json(Selection::all(&app)));
        for pane in 0..app.panes().len() {
            schema::holds(&json(Selection::one(&app, pane)));
        }
    }
}

#[test]
fn every_id_that_json_names_is_in_it() {
    let app = bundled();
    for pane in 0..app.panes().len() {
        let written: serde_json::Value =
            serde_json::from_str(&json(Selection::one(&app, pane))).expect("JSON");
        let texts = |value: &serde_json::Value| -> Vec<String> {
            value
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|text| text.as_str().map(str::to_owned))
                .collect()
        };
        let list = |name: &str| written[name].as_array().cloned().unwrap_or_default();
        let known: Vec<String> =
            list("figures").iter().map(|f| f["id"].as_str().unwrap_or("").to_owned()).collect();
        let rows = list("panes").iter().flat_map(|pane| texts(&pane["rows"])).collect::<Vec<_>>();
        let found = list("findings").iter().flat_map(|finding| texts(&finding["ids"])).collect::<Vec<_>>();
        let reference = list("panes")[0]["reference"].as_str().map(str::to_owned);
        for id in rows.iter().chain(&found).chain(&reference) {
            assert!(known.contains(id), "pane {pane}: {id}");
        }
    }
}

#[test]
fn a_pane_has_its_rows_in_the_order_of_the_screen() {
    let app = bundled();
    for (at, pane) in app.panes().iter().enumerate().filter(|(_, pane)| pane.id != "checks") {
        let written = records(&csv(Selection::one(&app, at)));
        let ids: Vec<_> =
            app.rows(at).iter().filter_map(|row| row.figure()).map(|figure| app.words().id(figure)).collect();
        assert_eq!(
            written.iter().map(|record| record["id"].as_str()).collect::<Vec<_>>(),
            ids,
            "{}",
            pane.id
        );
    }
    let checks = app.panes().iter().position(|pane| pane.id == "checks").expect("checks");
    let written = csv(Selection::one(&app, checks));
    assert_eq!(written.lines().next(), Some(FINDING_COLUMNS.join(",").as_str()));
    let sentences: Vec<String> = records(&written).iter().map(|record| record["sentence"].clone()).collect();
    let found = app.words().analysis.findings.iter().map(|finding| app.words().sentence(finding));
    assert_eq!(sentences, found.collect::<Vec<_>>());
}

#[test]
fn an_unknown_pane_is_answered_with_the_panes_there_are() {
    let app = bundled();
    let said = app.pane_by_id("leader").err();
    let expected = "no pane has the id \"leader\" (did you mean \"leaders\"?); there are key-figures, central-asia, horgos, leaders, transport, checks";
    assert_eq!(said.as_deref(), Some(expected));
    assert!(app.pane_by_id("\u{1b}[2J").is_err_and(|said| !said.contains('\u{1b}')));
    assert!(app.pane_by_id("leaders") == Ok(3));
}

#[test]
fn every_figure_of_a_pane_is_a_line_of_text_and_a_row_of_markdown() {
    for app in [bundled(), odd()] {
        let words = app.words();
        let (text, markdown) = (text(Selection::all(&app)), markdown(Selection::all(&app)));
        let lines = |text: &str| text.lines().map(|line| line.replace('\\', "")).collect::<Vec<_>>();
        let (text, markdown) = (lines(&text), lines(&markdown));
        for figure in (0..app.panes().len()).flat_map(|pane| app.rows(pane)).filter_map(|row| row.figure()) {
            let number = words.number(figure).map(|n| format!("{}{} {}", n.whole, n.fraction, n.unit));
            let number =
                number.map_or(words.words_for_missing(figure).to_owned(), |n| n.trim_end().to_owned());
            let source = words.observation(figure).map(|observation| words.source_and_place(observation));
            let source = source.unwrap_or_else(|| words.formula(figure).unwrap_or_default().to_owned());
            let label = words.label(figure).replace('\\', "");
            let says = |line: &&String| {
                line.contains(&label) && line.contains(&number) && line.contains(&source.replace('\\', ""))
            };
            assert!(text.iter().any(|line| says(&line)), "{label} {number} {source}");
            assert!(
                markdown.iter().any(|line| line.starts_with("| ") && says(&line)),
                "{label} {number} {source}"
            );
        }
        for finding in &words.analysis.findings {
            for said in words.proof(finding).into_iter().chain([words.sentence(finding)]) {
                assert!(text.iter().any(|line| line.contains(&said)), "{said}");
            }
            for said in words.proof_steps(finding).into_iter().chain([words.sentence(finding)]) {
                assert!(markdown.iter().any(|line| line.contains(&said.replace('\\', ""))), "{said}");
            }
        }
    }
}

#[test]
fn a_table_of_markdown_has_as_many_cells_in_every_row() {
    for app in [bundled(), odd()] {
        for row in markdown(Selection::all(&app)).lines().filter(|line| line.starts_with('|')) {
            let escaped = row.replace("\\\\", "").replace("\\|", "");
            assert_eq!(escaped.matches('|').count(), 7, "{row}");
        }
    }
}

#[test]
fn text_has_neither_art_nor_escapes() {
    let app = bundled();
    let written = text(Selection::all(&app));
    for c in written.chars() {
        let art = ('\u{2500}'..='\u{25ff}').contains(&c);
        let control = c.is_control() && c != '\n';
        assert!(!art && !control, "{c:?}");
    }
}

#[test]
fn a_row_for_the_clipboard_has_number_and_unit_apart() {
    let app = bundled();
    let row = |id: &str| {
        let figure = Figure::Published(app.words().dataset.find(id).expect("id"));
        tab_separated(app.words(), Topic::Figure(figure))
    };
    assert_eq!(
        row("exports-ca5-usd"),
        "Exports in USD\t34.3\tbn USD\t2023\tGlobal Times, 2024-02-07, ¶1, contradicted"
    );
    assert_eq!(row("total-mys-growth"), "Malaysia\t187\t%\t2023\tGlobal Times, 2024-02-07, ¶9");
    assert_eq!(
        row("horgos-nev"),
        "New-energy passenger cars\t8\t×\tJan–Nov 2023\tGlobal Times, 2024-02-07, ¶8, unvalidated"
    );
    assert_eq!(row("total-tkm-growth"), "Turkmenistan\tnot published\t\t2023\tGlobal Times, 2024-02-07");
    let quoted = App::new(
        horgos::formats::parse("quoted.json", QUOTED, &|_| Err("one file".into())).expect("right").dataset,
        Size::new(80, 24),
    );
    let pane = tab_separated_pane(Selection::one(&quoted, 0));
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(pane.as_bytes());
    let labels: Vec<String> = reader.records().map(|row| row.expect("five cells")[0].to_owned()).collect();
    assert_eq!(labels, ["\"Machines\" and other", "Plain"], "{pane}");
    let pane = tab_separated_pane(Selection::one(&app, 3));
    assert_eq!(pane.lines().next(), Some("Figure\tValue\tUnit\tPeriod\tSource"));
    assert_eq!(pane.lines().count(), 5);
    assert!(pane.lines().all(|line| line.matches('\t').count() == 4));
}

#[test]
fn the_rest_of_a_whole_is_named_in_words() {
    let printed = text(Selection::all(&bundled()));
    let named = "total trade with the world except the five Central Asian countries, 2023";
    assert!(printed.contains(named), "{printed}");
    assert!(!printed.contains("_X_"), "{printed}");
}

#[test]
fn markdown_draws_what_cannot_both_be() {
    let printed = markdown(Selection::all(&bundled()));
    let lines: Vec<&str> =
        printed.lines().skip_while(|line| !line.starts_with("- **contradiction**")).collect();
    assert_eq!((lines[1], lines[5]), ("  ```text", "  ```"), "{}", lines[..7].join("\n"));
    let (part, whole, remark) = (lines[2], lines[3], lines[4]);
    assert!(part.starts_with("  exports 2022 ") && part.ends_with("200.05 to 200.22 bn CNY"), "{part}");
    assert!(
        whole.starts_with("  total trade 2022 ") && whole.ends_with("188.48 to 189.75 bn CNY"),
        "{whole}"
    );
    let columns = |line: &str, glyph: char| line.chars().filter(|c| *c == glyph).count();
    assert!(columns(part, '▓') > 0 && columns(whole, '▓') == 0, "{part}\n{whole}");
    let at = |line: &str, glyph: char| line.chars().position(|c| c == glyph);
    assert!(at(part, '▓') <= at(remark, '▲') && at(remark, '▲') < at(part, '┤'), "{part}\n{remark}");
    assert!(remark.contains("the part is at least 10.30 bn CNY larger than its whole"), "{remark}");
}

#[test]
fn no_text_of_a_dataset_ends_the_picture() {
    let rows = [("a", r#", "product": "`````""#, "9"), ("b", "", "7")].map(|(id, product, value)| {
        format!(
            r#"{{"id": "{id}", "reporter": "FIN", "partner": "EST", "flow": "exports", "measure": "value",
            "time_period": "2020", "obs_value": {value}, "unit_measure": "EUR"{product}}}"#
        )
    });
    let text = format!(r#"{{"resources": [{{"name": "observations", "data": [{}]}}]}}"#, rows.join(", "));
    let loaded = horgos::formats::read("x.json", text.as_bytes(), None).expect("a dataset");
    let app = horgos::dashboard::App::new(loaded.dataset, ratatui::layout::Size::new(80, 24));
    let printed = markdown(Selection::all(&app));
    let fences: Vec<&str> = printed.lines().filter(|line| line.trim_start().starts_with("```")).collect();
    assert_eq!(fences, ["  ``````text", "  ``````"], "{printed}");
}

#[test]
fn a_doubt_in_a_cell_is_one_line_and_says_what_could_save_it() {
    let loaded = horgos::formats::bundled_called(horgos::dataset::Bundled::Context).expect("a dataset");
    let app = horgos::dashboard::App::new(loaded.dataset, ratatui::layout::Size::new(80, 24));
    let printed = markdown(Selection::all(&app));
    let row = printed.lines().find(|line| line.contains("| 357.33 bn CNY") && line.contains("State Council"));
    let verdict = "Quote it only with its doubt: the 2 parts of 2023 do not add up to total trade, 2023, unless one of \
                   them was revised or is otherwise defined. |";
    assert!(row.is_some_and(|row| row.ends_with(verdict)), "{row:?}");
}
