//! The second bundled dataset against what the reports print, figure by figure, and the way between the two datasets.

#[path = "support/screen.rs"]
mod screen;

use std::collections::BTreeMap;
use std::process::Command;

use horgos::analysis::{Analysis, Figure, Severity};
use horgos::dashboard::{App, Outcome};
use horgos::dataset::{Bound, Bundled, Code, Dataset, Measure, Observation, Source, Status, WORLD};
use horgos::formats::bundled_called;
use horgos::wording::Words;
use ratatui::layout::Size;
use screen::{bundled, press, text};

fn context() -> Dataset {
    let loaded = bundled_called(Bundled::Context).expect("the second bundled dataset is right");
    assert_eq!(loaded.warnings, [], "and there is nothing odd about it");
    loaded.dataset
}

fn app(width: u16, height: u16) -> App {
    App::new(context(), Size::new(width, height))
}

/// A report as it is named in the table.
fn report(source: &Source) -> String {
    source.published.map_or_else(|| source.publisher.clone(), |day| format!("{}, {day}", source.publisher))
}

/// A row as it stands in the table: `CHN 2023: KAZ total 41.0 bn USD`.
fn said(row: &Observation) -> String {
    let subject = &row.subject;
    let mut parts = Vec::new();
    if *subject.partner != *WORLD {
        parts.push(subject.partner.to_string());
    }
    parts.push(subject.flow.code().to_owned());
    parts.extend(subject.product.iter().map(|product| format!("of {product}")));
    parts.extend(subject.transport.map(|mode| format!("by {}", mode.code())));
    if matches!(row.measure, Measure::Rank | Measure::Count) {
        parts.push(row.measure.code().to_owned());
    }
    let sign = match row.bound {
        Some(Bound::AtLeast) => ">",
        Some(Bound::About) => "~",
        Some(Bound::AtMost) => "<",
        None => "",
    };
    let plus = row.value.filter(|value| row.measure == Measure::Growth && !value.value().is_sign_negative());
    parts.push(row.value.map_or_else(
        || "missing".to_owned(),
        |value| format!("{sign}{}{value}", if plus.is_some() { "+" } else { "" }),
    ));
    let unit = row.unit.filter(|_| row.value.is_some()).map(|unit| unit.scaled(row.multiplier));
    parts.extend(unit.filter(|unit| !unit.is_empty()));
    parts.extend((row.status == Status::Unvalidated).then(|| "V".to_owned()));
    let reporter = Some(&*subject.reporter).filter(|code| *code != "CN-XJ").map(|code| format!("{code} "));
    let period = subject.period.expect("a period").to_string();
    // The first half of a year has no name of its own.
    format!("{}{period}: {}", reporter.unwrap_or_default(), parts.join(" "))
}

#[test]
fn every_figure_is_as_its_report_prints_it_and_there_are_no_others() {
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in include_str!("data/context.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((period, figures)) = line.split_once(": ") else {
            line.clone_into(&mut current);
            continue;
        };
        let figures = figures.split("; ").map(|figure| format!("{period}: {figure}"));
        expected.entry(current.clone()).or_default().extend(figures);
    }
    let dataset = context();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &*dataset.observations {
        let source = dataset.source_of(row).expect("a source");
        found.entry(report(source)).or_default().push(said(row));
    }
    for lists in [&mut expected, &mut found] {
        for figures in lists.values_mut() {
            figures.sort();
        }
    }
    for (report, figures) in &expected {
        assert_eq!(found.get(report), Some(figures), "{report}");
    }
    assert_eq!(found.len(), expected.len());
    let numbers = dataset.observations.iter().filter(|row| row.value.is_some()).count();
    assert_eq!((numbers, dataset.sources.len()), (147, 28));
}

#[test]
fn it_is_written_so_that_it_reads_as_itself() {
    let dataset = context();
    let mut written = Vec::new();
    horgos::formats::write::inline(&dataset, &mut written).expect("memory takes everything");
    let written = String::from_utf8(written).expect("UTF-8");
    let read =
        horgos::formats::parse("written", &written, &|_| Err(String::new())).expect("a good dataset").dataset;
    let all =
        |dataset: &Dataset| format!("{:?} {:?} {:?}", dataset.sources, dataset.observations, dataset.panes);
    assert_eq!(all(&read), all(&dataset));
}

#[test]
fn every_report_has_an_address_and_every_figure_is_on_a_pane() {
    let dataset = context();
    assert!(dataset.sources.iter().all(|source| source.path.is_some() && source.language.is_some()));
    for at in 0..dataset.observations.len() {
        let shown = dataset.panes.iter().filter(|pane| pane.rows.contains(&at)).count();
        assert_eq!(shown, 1, "{}", dataset.observations[at].id);
    }
}

#[test]
fn the_checks_find_what_does_not_fit() {
    let dataset = context();
    let analysis = Analysis::new(&dataset);
    let found: Vec<(Severity, &str)> =
        analysis.findings.iter().map(|finding| (finding.severity, finding.rule.code())).collect();
    let expected = [
        // Exports +23.2 % next to trade +50 %, as in the article.
        (Severity::Contradiction, "part-of-whole/base"),
        // 90 % by road and 95.1 % by rail are no parts of one trade.
        (Severity::Contradiction, "shares-within-whole"),
        // The December that is printed is not the year without January to November: a revision.
        (Severity::Doubt, "sum-of-parts"),
        // January to October of 2022 was revised before +48.9 % was printed.
        (Severity::Doubt, "growth-between-periods"),
        // 357.33 bn CNY were 55.72 or 50.25 bn USD.
        (Severity::Doubt, "same-figure"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_panes_show_lines_that_match_their_figures() {
    let mut app = app(120, 36);
    press(&mut app, "3z");
    let shown = text(&app);
    for expected in ["a Kazakhstan 43.82", "b Kyrgyzstan 22.71", "c Uzbekistan 13.78", "e Tajikistan 3.86"] {
        assert!(shown.contains(expected), "{expected} in\n{shown}");
    }
    press(&mut app, "1");
    let shown = text(&app);
    for expected in ["a all partners 520.37", "b all five 276.69", "b✗"] {
        assert!(shown.contains(expected), "{expected} in\n{shown}");
    }
}

#[test]
fn a_chart_of_growth_over_unlike_months_says_so() {
    for (size, expected) in [((80, 24), true), ((200, 60), true), ((40, 12), false)] {
        let mut app = app(size.0, size.1);
        press(&mut app, "4");
        let shown = text(&app);
        assert_eq!(shown.contains("bars from 0 to 180.2, over 3 to 12 months"), expected, "{shown}");
    }
}

#[test]
fn panes_with_few_rows_show_all_of_them_on_a_large_screen() {
    let shown = text(&app(200, 60));
    for title in [
        "1 Years · Xinjiang's total trade ━",
        "6 All China · China's trade with Central Asia, not Xinjiang's ─",
    ] {
        let line = shown.lines().find(|line| line.contains(title)).expect(title);
        let own = line.split("  ").find(|part| part.contains(title)).expect(title);
        assert!(!own.contains(" of "), "some are out of view: {own}");
    }
}

#[test]
fn both_datasets_are_drawn_at_every_size() {
    for (width, height) in [(40, 12), (41, 16), (60, 16), (80, 24), (99, 40), (120, 36), (160, 20), (200, 60)]
    {
        let mut app = app(width, height);
        for keys in ["", "z", "z2", "3z", "4", "O", "B", "BB"] {
            press(&mut app, keys);
            text(&app);
        }
    }
}

#[test]
fn b_goes_to_the_other_dataset_and_back_to_the_same_view() {
    // The footer says for a moment where one is.
    let above = |app: &App| text(app).lines().take(35).collect::<Vec<_>>().join("\n");
    let mut app = bundled(120, 36);
    press(&mut app, "2jjz");
    let article = (app.address(), above(&app));
    assert_eq!(press(&mut app, "B"), Outcome::Changed);
    assert!(text(&app).starts_with(" Xinjiang and Central Asia in other reports"), "{}", text(&app));
    press(&mut app, "3jjjs<enter>");
    let context = (app.address(), above(&app));
    press(&mut app, "B");
    assert_eq!((app.address(), above(&app)), article);
    press(&mut app, "B");
    assert_eq!((app.address(), above(&app)), context);
}

#[test]
fn a_search_outlives_the_way_to_the_other_dataset() {
    let mut app = bundled(80, 24);
    press(&mut app, "/tajik<enter>");
    let rows = app.hits();
    press(&mut app, "B");
    assert_ne!(app.hits(), rows);
    press(&mut app, "B");
    assert_eq!((app.hits(), app.view().find.as_str()), (rows, "tajik"));
}

#[test]
fn o_says_if_other_reports_agree_and_leads_there() {
    let mut app = bundled(80, 24);
    press(&mut app, "O");
    let shown = text(&app);
    assert!(shown.contains("Both other reports that have it agree."), "{shown}");
    assert!(shown.contains("settle the contradiction."), "{shown}");
    assert!(shown.contains("246.57 bn CNY, Khovar, 2024-02-07: the same number"), "{shown}");
    for back in ["B", "<esc>", "q"] {
        press(&mut app, "<enter>");
        let shown = text(&app);
        assert!(shown.contains("in other reports") && shown.contains("nCa, 2024-02-15"), "{shown}");
        press(&mut app, back);
        assert!(text(&app).contains("In other reports"), "{back}: the article is as it was left");
    }
    press(&mut app, "<esc>B<enter><esc>");
    assert!(text(&app).contains("in other reports"), "B is no link, so Esc does not lead back");
}

/// The last line of the screen.
fn footer(app: &App) -> String {
    text(app).lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_footer_names_the_key_to_a_page_but_not_on_that_page() {
    let mut app = bundled(120, 36);
    assert!(footer(&app).contains("O elsewhere"), "{}", footer(&app));
    press(&mut app, "O");
    assert!(text(&app).contains("In other reports"));
    assert!(!footer(&app).contains("O elsewhere"), "{}", footer(&app));
    press(&mut app, "O");
    assert!(!text(&app).contains("In other reports"), "the key closes it, too");
}

#[test]
fn a_number_that_another_report_prints_is_as_contradicted_there() {
    let dataset = context();
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let rows = &dataset.observations;
    let exports: Vec<usize> = (0..rows.len())
        .filter(|at| rows[*at].value.is_some_and(|value| value.to_string() == "246.57"))
        .collect();
    assert_eq!(exports.len(), 2, "Khovar and nCa print it");
    for at in exports {
        let figure = Figure::Published(at);
        assert!(words.verdict(figure).starts_with("Do not quote"), "{}", words.verdict(figure));
        assert!(words.citation(figure).ends_with("[contradicted]"), "{}", words.citation(figure));
    }
}

#[test]
fn a_figure_that_the_article_leaves_out_is_printed_elsewhere() {
    let mut app = bundled(100, 30);
    app.visit("key-figures?row=total-world&others=total-world").expect("a view");
    let shown = text(&app);
    for expected in
        ["not published", "357.3 bn CNY (357.04 to 357.50)", "357.33 bn CNY, China Xiaokang", "All 3"]
    {
        assert!(shown.contains(expected), "{expected} in\n{shown}");
    }
    assert!(!shown.contains("USD"), "dollars are another figure:\n{shown}");
    assert_eq!(app.address(), "key-figures?row=total-world&others=total-world");
}

#[test]
fn a_figure_that_nobody_else_has_is_said_to_be_the_only_one() {
    let mut app = bundled(80, 24);
    app.visit("leaders?others=total-mys-growth").expect("a view");
    assert!(text(&app).contains("No other report has this figure."), "{}", text(&app));
}

#[test]
fn neither_key_does_anything_with_a_dataset_of_ones_own() {
    let own = include_str!("../assets/context.json");
    let dataset = horgos::formats::parse("mine", own, &|_| Err(String::new())).expect("a dataset").dataset;
    let mut app = App::new(dataset, Size::new(80, 24));
    assert_eq!(press(&mut app, "B"), Outcome::Unchanged);
    assert_eq!(press(&mut app, "O"), Outcome::Unchanged);
}

#[test]
fn it_has_a_name_on_the_command_line() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_horgos")).args(arguments).output().expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    let (code, shown) = run(&["check", "bundled:context"]);
    assert!(code == Some(1) && shown.contains("2 contradictions, 3 doubts"), "{shown}");
    let (code, shown) = run(&["print", "bundled:article"]);
    assert!(code == Some(0) && shown.starts_with("Xinjiang and Central Asia: trade in 2023"), "{shown}");
    let (code, shown) = run(&["check", "bundled:contxt"]);
    assert!(code == Some(2) && shown.contains("did you mean \"context\"?"), "{shown}");
}

#[test]
fn the_tab_of_the_checks_says_what_they_found_and_lines_without_room_for_a_chart_have_names() {
    let shown = text(&app(120, 36));
    assert!(shown.contains(" 8 Checks: 2 contradictions, 3 doubts"), "{shown}");
    let narrow = text(&app(40, 12));
    let mut months = app(40, 12);
    press(&mut months, "2");
    assert!(text(&months).contains("▸ Jan–Aug 2021 Total"), "no period is cut\n{}", text(&months));
    assert!(narrow.contains("all five · 2025      276.69 bn CNY"), "{narrow}");
}

#[test]
fn escape_leads_back_to_the_dataset_that_was_opened_first() {
    let mut app = bundled(120, 36);
    assert_eq!(press(&mut app, "B"), Outcome::Changed);
    assert!(text(&app).contains("in other reports, 2012 to 2025"));
    press(&mut app, "zjj");
    press(&mut app, "<esc>");
    assert!(text(&app).contains("in other reports, 2012 to 2025"), "the zoom is undone first");
    press(&mut app, "<esc>");
    assert!(text(&app).starts_with(" Xinjiang and Central Asia: trade in 2023 "), "{}", text(&app));
    assert_eq!(press(&mut app, "<esc>"), Outcome::Unchanged);
}

#[test]
fn a_bound_next_to_a_number_that_keeps_to_it_is_not_drawn() {
    let shown = text(&app(120, 36));
    let [listed, drawn] = ["≥357 ", "a≥"].map(|sign| shown.matches(sign).count());
    assert_eq!((listed, drawn), (1, 1), "2022 has only a bound, 2023 a number, too:\n{shown}");
}
