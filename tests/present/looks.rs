//! The screens of the bundled talk, step by step.

use horgos::screen::{Glyphs, Theme, talk_frame};
use ratatui::style::{Color, Modifier};

use super::support::Stage;

/// The screen after these keys, held against its snapshot.
fn snapshot(name: &str, (width, height): (u16, u16), keys: &str) {
    let mut stage = Stage::bundled(width, height);
    stage.press(keys);
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("present__{name}_{width}x{height}"), stage.text());
    });
}

#[test]
fn the_steps_of_the_bundled_talk() {
    for (name, keys) in [
        ("overview", ""),
        ("exports", "<pgdn>"),
        ("imports", "3<enter>"),
        ("whole", "4<enter><pgdn><pgdn>"),
        ("partners", "5<enter><pgdn><pgdn><pgdn>"),
        ("contradiction", "9<enter><pgdn><pgdn><pgdn>"),
        ("what_stands", "<end>"),
        ("steps", "3<enter>o"),
        ("off", "5<enter><tab>"),
    ] {
        for size in [(120, 36), (80, 24), (60, 16)] {
            snapshot(name, size, keys);
        }
    }
    snapshot("exports", (40, 12), "<pgdn>");
    snapshot("partners", (40, 12), "5<enter><pgdn><pgdn>");
}

#[test]
fn every_step_can_be_shown_without_a_colour_and_in_plain_letters() {
    let theme = Theme { glyphs: Glyphs::Ascii, ..Theme::mono() };
    let mut stage = Stage::bundled(80, 24);
    for _ in 0..27 {
        let frame = talk_frame(&stage.talk, &theme);
        for cell in &frame.content {
            assert!(cell.symbol().is_ascii(), "{:?} in\n{}", cell.symbol(), stage.text());
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
        }
        stage.press("<pgdn>");
    }
    stage.press("o");
    assert!(talk_frame(&stage.talk, &theme).content.iter().all(|cell| cell.symbol().is_ascii()));
}

#[test]
fn a_number_is_drawn_with_blanks() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("2<enter>");
    let frame = talk_frame(&stage.talk, &Theme::mono());
    let drawn = frame.content.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED));
    // Each block has two columns; these are the blocks of 2, 4, 6, the point, 5 and 7.
    assert_eq!(drawn.clone().count(), 2 * (11 + 9 + 12 + 1 + 11 + 7));
    assert!(drawn.clone().all(|cell| cell.symbol() == " "));
}

#[test]
fn a_small_screen_says_so_and_a_blank_one_says_nothing() {
    let mut stage = Stage::bundled(39, 12);
    assert!(stage.text().contains("horgos needs 40×12"), "{}", stage.text());
    stage.press("b");
    assert_eq!(stage.text().trim(), "");
}

/// In the back of a room nobody can ask for the rest; on a phone names of rows are cut, the words of a step are not.
#[test]
fn no_step_cuts_what_it_says() {
    for (width, height) in [(40, 20), (80, 24), (100, 30), (120, 36), (200, 60)] {
        let mut stage = Stage::bundled(width, height);
        let mut before = None;
        while before != Some(stage.place()) {
            let shown = stage.text();
            let said = if width < 60 { shown.split("\n\n").next().unwrap_or_default() } else { &shown };
            assert!(!said.contains('…'), "{width}×{height}, {:?}:\n{shown}", stage.place());
            before = Some(stage.place());
            stage.press("<pgdn>");
        }
    }
}
