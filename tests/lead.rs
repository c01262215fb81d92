//! The gravest finding leads the screen, at every size and in every set of glyphs.

#[path = "support/screen.rs"]
mod screen;

use horgos::dashboard::App;
use horgos::formats::parse;
use horgos::print::plain;
use horgos::screen::{Glyphs, Theme, frame};
use ratatui::layout::Size;
use ratatui::style::Modifier;
use screen::{bundled, press, text};

/// The lines of the upper third of a screen.
fn upper_third(app: &App) -> String {
    let height = usize::from(app.size().height).div_ceil(3);
    text(app).lines().take(height).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_stands_in_the_upper_third_in_a_whole_sentence_at_every_size() {
    for width in (40..=200).step_by(7) {
        for height in [12, 15, 16, 20, 24, 30, 36, 60] {
            let shown = upper_third(&bundled(width, height));
            assert!(shown.contains("cannot both hold"), "{width}×{height}\n{shown}");
            assert!(!shown.lines().any(|line| line.starts_with(" ✗") && line.contains('…')), "{shown}");
        }
    }
}

#[test]
fn both_ranges_stand_next_to_it_where_there_is_room() {
    for (width, height) in [(80, 24), (100, 30), (120, 36), (200, 60)] {
        let shown = upper_third(&bundled(width, height));
        for range in ["200.05 to 200.22 bn CNY", "188.48 to 189.75 bn CNY"] {
            assert!(shown.contains(range), "{width}×{height}\n{shown}");
        }
    }
    let shown = upper_third(&bundled(120, 36));
    assert!(shown.contains("the part is at least 10.30 bn CNY larger than its whole"), "{shown}");
    assert!(shown.contains("6, Enter: the proof"), "{shown}");
}

#[test]
fn the_part_is_drawn_longer_than_its_whole_without_a_colour_and_without_blocks() {
    for (glyphs, bar, excess) in [(Glyphs::Unicode, '▆', '▓'), (Glyphs::Ascii, '#', '%')] {
        let app = bundled(120, 36);
        let shown = plain(&frame(&app, &Theme { glyphs, ..Theme::mono() }));
        let row =
            |label: &str| shown.lines().find(|line| line.contains(label)).unwrap_or_default().to_owned();
        let (part, whole) = (row("exports 2022 "), row("total trade 2022 "));
        let end =
            |line: &str| line.chars().collect::<Vec<_>>().iter().rposition(|c| [bar, excess].contains(c));
        assert!(end(&part) > end(&whole), "{shown}");
        assert!(part.contains(excess) && !whole.contains(excess), "{shown}");
    }
}

#[test]
fn the_proof_has_its_picture_larger_above_the_lines_of_the_arithmetic() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let mut app = bundled(width, height);
        press(&mut app, "6<enter>");
        let shown = text(&app);
        let widest = |screen: &str| {
            screen.lines().map(|line| line.matches(['▆', '█', '▓']).count()).max().unwrap_or_default()
        };
        assert!(widest(&shown) > widest(&text(&bundled(width, height))), "{shown}");
        let at = |what: &str| shown.find(what).unwrap_or_else(|| panic!("{what}:\n{shown}"));
        assert!(at("▓") < at("Proof"), "{shown}");
        assert!(at("the part is at least 10.30") < at("Proof"), "{shown}");
    }
}

#[test]
fn a_dataset_without_findings_loses_no_room() {
    let row = r#"{"id":"a","label":"Alone","reporter":"DEU","partner":"USA","flow":"exports","measure":"value","time_period":"2023","obs_value":1,"unit_measure":"EUR"}"#;
    let package = format!(r#"{{"resources":[{{"name":"observations","data":[{row}]}}]}}"#);
    let dataset = parse("one", &package, &|_| Err(String::new())).expect("a dataset").dataset;
    for (width, height, top) in [(120, 36, 1), (80, 24, 2), (40, 12, 1)] {
        let app = App::new(dataset.clone(), Size::new(width, height));
        let shown = text(&app);
        assert!(app.lead().is_none());
        assert!(shown.lines().nth(top).is_some_and(|line| line.contains("━━")), "{width}×{height}\n{shown}");
    }
}

#[test]
fn a_tall_screen_has_what_follows_and_what_its_marks_mean() {
    let shown = text(&bundled(200, 60));
    let at = |what: &str| shown.find(what).unwrap_or_else(|| panic!("{what}:\n{shown}"));
    assert!(at("larger than its whole") < at("if +50 % holds, exports grew by at least 29.9 %"), "{shown}");
    assert!(at("Marks and words") < at("contradicted: cannot be true next to another figure"), "{shown}");
    assert!(!shown.contains("estimated, forecast"), "no figure is marked so\n{shown}");
    let shown = text(&bundled(160, 50));
    assert!(shown.contains("the rows of Transport are equally precise"), "no check gives way\n{shown}");
}

#[test]
fn the_mark_of_what_only_rests_on_a_contradicted_figure_is_quieter() {
    let app = bundled(120, 36);
    let drawn = frame(&app, &Theme::mono());
    let is_bold = |label: &str| {
        let row = drawn.content.chunks(120).skip(8).find(|row| {
            let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            line.starts_with(&format!("   {label} "))
        });
        let mark = row.and_then(|row| row[..48].iter().find(|cell| cell.symbol() == "✗"));
        mark.unwrap_or_else(|| panic!("{label} has no mark")).modifier.contains(Modifier::BOLD)
    };
    assert!(is_bold("Total trade") && is_bold("Exports, growth"));
    assert!(!is_bold("Imports (derived)") && !is_bold("Exports in USD"));
}
