//! The screens of the bundled talk, step by step.

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
fn a_small_screen_says_so_and_a_blank_one_says_nothing() {
    let mut stage = Stage::bundled(39, 12);
    assert!(stage.text().contains("horgos needs 40×12"), "{}", stage.text());
    stage.press("b");
    assert_eq!(stage.text().trim(), "");
}
