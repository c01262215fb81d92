//! Warnings about the files: counted in the header, listed by a key.

#[path = "support/screen.rs"]
mod screen;

use horgos::dashboard::{App, Warning};
use horgos::formats::parse;
use ratatui::layout::Size;
use screen::{bundled, press, text};

fn odd() -> [Warning; 2] {
    let left_out = Warning::new("214 rows left out: a partner of many countries");
    [Warning::new("the view was ignored"), left_out.at("flows.csv:3").at("flows.csv:8")]
}

fn footer(app: &App) -> String {
    text(app).lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_header_counts_warnings_and_w_lists_them_with_their_places() {
    let mut app = bundled(80, 24).with_hints().with_warnings(odd());
    assert!(text(&app).lines().next().is_some_and(|line| line.ends_with("2 warnings (W)")));
    assert!(footer(&app).starts_with(" 2 warnings; W shows them "), "{}", footer(&app));
    press(&mut app, "W");
    let shown = text(&app);
    let lines: Vec<&str> = shown.lines().skip(1).take(5).map(str::trim_end).collect();
    assert_eq!(
        lines,
        [
            " 2 warnings",
            "   1  the view was ignored",
            "   2  214 rows left out: a partner of many countries",
            "      flows.csv:3",
            "      flows.csv:8",
        ]
    );
    press(&mut app, "<esc>j");
    assert!(footer(&app).contains("W warnings"), "{}", footer(&app));
}

#[test]
fn a_small_screen_names_the_key_in_its_footer() {
    let mut app = bundled(40, 12).with_warnings(odd());
    assert!(!text(&app).contains("(W)"), "there is no header");
    press(&mut app, "j");
    assert!(footer(&app).contains("W warnings"), "{}", footer(&app));
}

#[test]
fn without_warnings_nothing_is_counted() {
    let mut app = bundled(120, 36);
    assert!(!text(&app).contains("warning"));
    press(&mut app, "W");
    assert!(text(&app).contains("Every column and row of the files was understood."));
}

#[test]
fn a_problem_of_a_file_is_shown_with_its_place() {
    let file = r#"{"resources": [{"name": "observations", "data": [
  {"id": "coal", "reporter": "MNG", "partner": "CHN", "flow": "exports", "measure": "value", "time_period": "2021",
   "obs_value": 2.8, "unit_measure": "USD", "unit_mult": 9, "colur": "black"}]}]}"#;
    let loaded = parse("coal.json", file, &|_| Err(String::new())).expect("a dataset");
    let warnings = loaded.warnings.iter().map(Warning::from_problem);
    let mut app = App::new(loaded.dataset, Size::new(100, 24)).with_warnings(warnings);
    press(&mut app, "W");
    let shown = text(&app);
    assert!(shown.contains("   1  unknown column, ignored\n"), "{shown}");
    assert!(shown.contains("      coal.json:3:70: observations[0].colur\n"), "{shown}");
}
