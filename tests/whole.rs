//! At first sight nothing is cut, and each tab says something of its own.

#[path = "support/screen.rs"]
mod screen;
#[path = "support/table.rs"]
mod table;

use horgos::dashboard::{Action, App};
use horgos::dataset::Bundled;
use horgos::formats::bundled_called;
use horgos::screen::{Theme, frame};
use ratatui::layout::Size;
use ratatui::style::Modifier;
use screen::{press, text};

/// Both bundled datasets.
const BOTH: [Bundled; 2] = [Bundled::Article, Bundled::Context];

fn app(which: Bundled, width: u16, height: u16) -> App {
    let dataset = bundled_called(which).expect("a bundled dataset is right").dataset;
    App::new(dataset, Size::new(width, height)).with_hints()
}

fn resize(app: &mut App, width: u16, height: u16) {
    app.update(Action::Resize(Size::new(width, height)));
}

#[test]
fn at_first_sight_nothing_is_cut() {
    for which in BOTH {
        let mut app = app(which, 80, 24);
        for width in (80..=200).step_by(4) {
            for height in [24, 30, 36, 42, 50, 60] {
                resize(&mut app, width, height);
                let shown = text(&app);
                assert!(!shown.contains('…'), "{which:?} at {width}×{height}:\n{shown}");
            }
        }
    }
}

#[test]
fn at_first_sight_nothing_of_a_table_is_cut() {
    let mut app = table::table(&table::rows(), (80, 24));
    for way in ["", "d", "i"] {
        press(&mut app, way);
        for width in (80..=200).step_by(4) {
            for height in [24, 30, 36, 42, 50, 60] {
                resize(&mut app, width, height);
                let shown = text(&app);
                assert!(!shown.contains('…'), "{way:?} at {width}×{height}:\n{shown}");
            }
        }
    }
}

#[test]
fn rows_of_a_table_have_share_and_growth_and_names_end_with_a_word() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let shown = text(&table::table(&table::rows(), (width, height)));
        let row = shown.lines().find(|line| line.contains("Uzbekistan")).expect("a partner");
        assert!(row.contains(" %  ▴ +") || row.contains(" %  ▾ "), "{width}×{height}:\n{shown}");
    }
    let wide = text(&table::table(&table::rows(), (120, 36)));
    assert!(
        wide.contains("85 Electrical machinery  ") || wide.contains("85 Electrical machinery "),
        "{wide}"
    );
    assert!(wide.contains("Venezuela "), "{wide}");
    let mut zoomed = table::table(&table::rows(), (120, 36));
    press(&mut zoomed, "2z");
    let heads = text(&zoomed);
    assert!(heads.contains("Value") && heads.contains("of all") && heads.contains("over 2021"), "{heads}");
}

#[test]
fn checks_that_passed_leave_the_room_to_the_rows_of_a_table() {
    let shown = text(&table::table(&table::rows(), (120, 36)));
    for (partner, _) in [("Uzbekistan", ""), ("British Virgin", ""), ("Venezuela", "")] {
        assert!(shown.contains(partner), "{partner} is in view:\n{shown}");
    }
    for pane in ["1 Partners", "2 Products", "3 Over time", "4 Flows", "5 Checks"] {
        assert!(shown.contains(pane), "{pane}:\n{shown}");
    }
}

#[test]
fn on_a_small_screen_no_row_of_the_article_is_cut() {
    for (width, height, panes) in [(60, 16, 6), (40, 12, 5)] {
        let mut app = app(Bundled::Article, width, height);
        for pane in 1..=panes {
            press(&mut app, &pane.to_string());
            let shown = text(&app);
            assert!(!shown.contains('…'), "pane {pane} at {width}×{height}:\n{shown}");
        }
    }
}

#[test]
fn derived_figures_are_marked_in_the_narrowest_pane() {
    let shown = |width, height| text(&app(Bundled::Article, width, height));
    assert!(shown(60, 16).contains("Imports (derived)   "), "{}", shown(60, 16));
    assert!(shown(40, 12).contains("= Imports   "), "{}", shown(40, 12));
}

#[test]
fn tabs_are_words_no_two_of_which_are_the_same() {
    for which in BOTH {
        let mut app = app(which, 80, 24);
        for width in 40..=200 {
            resize(&mut app, width, 24);
            let named: Vec<String> = app
                .tabs(usize::from(width))
                .into_iter()
                .filter(|tab| !tab.text.contains(['‹', '›']))
                .map(|tab| tab.text.trim().trim_start_matches(|c: char| c.is_ascii_digit()).trim().to_owned())
                .collect();
            for (at, name) in named.iter().enumerate() {
                assert!(!named[..at].contains(name), "{which:?} in {width} columns: {named:?}");
                let last = name.rsplit(' ').next().unwrap_or_default();
                assert!(last.chars().count() > 3, "{which:?} in {width} columns: {named:?}");
            }
        }
    }
}

#[test]
fn narrow_lines_get_the_shorter_sentence_of_a_check() {
    let mut wide = app(Bundled::Article, 120, 36);
    press(&mut wide, "6z");
    assert!(text(&wide).contains("✓ a share of trade with the world stays within 100 %, 2023"));
    let mut narrow = app(Bundled::Article, 40, 24);
    press(&mut narrow, "6z");
    assert!(text(&narrow).contains("✓ a share stays within 100 %"), "{}", text(&narrow));
}

#[test]
fn nothing_is_cut_wherever_one_goes() {
    for which in BOTH {
        let first = app(which, 80, 24);
        for (width, height) in [(80, 24), (100, 30), (120, 36), (200, 60)] {
            let mut first = first.clone();
            resize(&mut first, width, height);
            for pane in 1..=first.panes().len() {
                for keys in ["", "z", "<enter>", "G", "Gz", "G<enter>", "O", "W", "?", "v", ":", "e"] {
                    let mut app = first.clone();
                    press(&mut app, &format!("{pane}{keys}"));
                    let shown = text(&app);
                    assert!(!shown.contains('…'), "{which:?} at {width}×{height}, {pane}{keys}:\n{shown}");
                }
            }
        }
    }
}

/// The strip at the bottom tells of each row in turn.
#[test]
fn nothing_is_cut_on_any_row_of_any_pane() {
    for which in BOTH {
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let mut app = app(which, width, height);
            let panes = app.panes().len();
            for _ in 0..panes {
                let mut before = String::new();
                loop {
                    let shown = text(&app);
                    if shown == before {
                        break;
                    }
                    assert!(!shown.contains('…'), "{which:?} at {width}×{height}:\n{shown}");
                    before = shown;
                    press(&mut app, "j");
                }
                press(&mut app, "<tab>");
            }
        }
    }
}

#[test]
fn a_label_goes_on_where_the_columns_before_its_number_are_blank() {
    let mut app = app(Bundled::Article, 40, 12);
    press(&mut app, "z");
    let shown = text(&app);
    assert!(shown.contains("Share of all trade   79.4"), "{shown}");
    assert!(!shown.contains('…'), "{shown}");
}

#[test]
fn the_mark_of_a_zoomed_row_reaches_the_words_of_the_source() {
    for (width, height) in [(120, 36), (160, 50), (200, 60)] {
        let mut app = app(Bundled::Article, width, height);
        press(&mut app, "z");
        let drawn = frame(&app, &Theme::mono());
        let is_marked = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
        let marked: String =
            drawn.content.iter().filter(is_marked).map(ratatui::buffer::Cell::symbol).collect();
        assert!(marked.starts_with("▸ Exports "), "{marked}");
        assert!(marked.ends_with("✗  \"246.57 billion yuan\""), "{width}×{height}: {marked}");
    }
}

#[test]
fn the_strip_of_a_large_screen_has_room_for_notes_after_a_short_verdict() {
    let mut app = app(Bundled::Article, 200, 60);
    press(&mut app, &"j".repeat(8));
    let shown = text(&app);
    let strip: Vec<&str> = shown.lines().rev().take(5).collect();
    let has = |text: &str| strip.iter().any(|line| line.contains(text));
    assert!(has("79.4 percent") && has("Quote it with its source."), "{shown}");
    assert!(has("the whole that it is a share of is not printed"), "{shown}");
}
