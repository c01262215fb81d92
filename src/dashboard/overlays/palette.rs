//! The palette: every action with its keys, found by what is typed.

use super::detail::TextLine;
use crate::dashboard::action::Action;
use crate::dashboard::input::BINDINGS;
use crate::text::fold;

/// Columns of the keys.
const KEYS_WIDTH: usize = 17;
/// Below this width, the keys stand behind what they do.
const NARROW: u16 = 60;

/// The actions whose words have every word of `text` in them: what they do, their keys, and themselves.
fn entries(text: &str) -> Vec<(&'static str, String, Action)> {
    let needle = fold(text);
    let hit = |does: &str| needle.split_whitespace().all(|needle| fold(does).contains(needle));
    let mut all: Vec<(&'static str, String, Action)> = Vec::new();
    for (key, action) in BINDINGS.iter().flat_map(|binding| binding.keys) {
        let Some(does) = action.words() else { continue };
        match all.iter_mut().find(|(_, _, known)| known == action) {
            Some((_, keys, _)) => *keys = format!("{keys} {key}"),
            None => all.push((does, key.to_string(), *action)),
        }
    }
    all.retain(|(does, ..)| hit(does));
    all
}

/// The action that is chosen.
pub fn chosen(text: &str, at: usize) -> Option<Action> {
    entries(text).get(at).map(|(.., action)| *action)
}

/// The palette, a line an action; what to do where there is none.
pub fn lines(text: &str, width: u16) -> Vec<TextLine> {
    let line = |text: String| TextLine { term: String::new(), text, topic: None };
    let entries = entries(text);
    if entries.is_empty() {
        return vec![line("No action has these words. Erase some, or Esc leaves.".to_owned())];
    }
    let shown = |does: &str, keys: &str| {
        if width < NARROW { format!("{does}  {keys}") } else { format!("{keys:KEYS_WIDTH$} {does}") }
    };
    entries.into_iter().map(|(does, keys, _)| line(shown(does, &keys))).collect()
}
