//! The answers that a stranger wants first are on the screen, or a few keys away, without the help.

#[path = "support/screen.rs"]
mod screen;

use screen::{bundled, press, text};

/// The screen after these keys, none of which is a search.
fn after(size: (u16, u16), keys: &str) -> String {
    let mut app = bundled(size.0, size.1);
    if !keys.is_empty() {
        press(&mut app, keys);
    }
    text(&app)
}

const LARGE: (u16, u16) = (120, 36);
const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

#[test]
fn the_first_screen_says_what_was_found() {
    for size in [LARGE, USUAL, (60, 16), SMALL] {
        let shown = after(size, "");
        let finding = shown.lines().find(|line| line.contains("cannot both hold")).unwrap_or_default();
        assert!(finding.contains("+23.2 %") && finding.contains("+50 %"), "{shown}");
    }
}

#[test]
fn imports_need_no_key() {
    for size in [LARGE, USUAL, (60, 16), SMALL] {
        let shown = after(size, "");
        let line = shown.lines().find(|line| line.contains("Imports")).unwrap_or_default();
        assert!(line.contains("37.10 bn CNY"), "{shown}");
    }
}

#[test]
fn the_greatest_growth_needs_one_key() {
    for (size, keys) in [(LARGE, ""), (USUAL, "4"), (SMALL, "4")] {
        assert!(after(size, keys).contains("+187"), "{size:?} {keys}");
    }
}

#[test]
fn if_a_growth_may_be_quoted_needs_three_keys_at_most() {
    for (size, keys) in [(LARGE, "jj"), (USUAL, "jj"), (SMALL, "jj<enter>")] {
        let shown = after(size, keys);
        let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Do not quote without the +50 %"), "{size:?} {keys}:\n{shown}");
    }
}
