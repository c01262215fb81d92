//! Edits the line that is being typed, whichever overlay it belongs to.

use super::bindings::action;
use super::key::Key;
use super::key_mode::KeyMode;
use super::keyboard::{KeyboardScript, is_cyrillic, punctuation_twin};
use crate::dashboard::action::{Action, Outcome};
use crate::dashboard::app::App;
use crate::dashboard::line_editor::{Edit, LineEditor};
use crate::dashboard::overlays::Overlay;
use crate::text::harmless::is_harmful;

/// Longer pastes are cut to this many characters; no one types a longer line.
const LONGEST_PASTE: usize = 500;

impl App {
    /// The meaning of keys at present: commands, or letters of a line that is being typed.
    #[must_use]
    pub fn key_mode(&self) -> KeyMode {
        let mode = self.view.overlays.last().map_or(KeyMode::Command, |overlay| overlay.rules().key_mode());
        if mode == KeyMode::Command { self.command_mode() } else { mode }
    }

    /// The meaning of keys while nothing is being typed.
    pub(crate) fn command_mode(&self) -> KeyMode {
        match &self.staging {
            _ if self.audience.is_some() => KeyMode::Audience,
            None => KeyMode::Command,
            Some(staging) if staging.is_on_path() => KeyMode::OnPath,
            Some(_) => KeyMode::OffPath,
        }
    }

    /// The action that a key asks for now. From the first Cyrillic letter on, the keys for a full stop and a comma on a
    /// Cyrillic keyboard act as `/` and `?`, which they are on a Latin one.
    pub(crate) fn meaning(&mut self, key: Key) -> Option<Action> {
        if is_cyrillic(key) {
            self.keyboard = KeyboardScript::Cyrillic;
        }
        let mode = self.key_mode();
        action(mode, key).or_else(|| {
            let twin = punctuation_twin(key).filter(|_| self.keyboard == KeyboardScript::Cyrillic)?;
            action(mode, twin)
        })
    }

    /// Carries out an edit. Invisible characters, which a keyboard may also send, are ignored. Deleting in an empty
    /// line closes most overlays, but not the prompt for a file name: a name is often deleted as a whole, and a key
    /// that is held down must not act on what lies below.
    pub(in crate::dashboard) fn edit(&mut self, edit: Edit) {
        let closes = self.closes(edit);
        let is_seen = !matches!(edit, Edit::Insert(letter) if is_harmful(letter));
        if closes {
            self.back();
        } else if is_seen {
            self.change_line(|line| line.edit(edit));
        }
    }

    /// True if an edit closes the overlay that it is typed in.
    pub(in crate::dashboard) fn closes(&self, edit: Edit) -> bool {
        let Some(rules) = self.view.overlays.last().map(Overlay::rules) else { return false };
        let is_empty = rules.editor().is_some_and(|line| line.text().is_empty());
        edit == Edit::DeleteBefore && is_empty && rules.closes_when_empty()
    }

    /// Inserts the first line of a pasted text at the caret. Outside of a text field a paste is ignored, so that it is
    /// not taken for commands.
    pub(in crate::dashboard) fn paste(&mut self, text: &str) -> Outcome {
        if self.key_mode() != KeyMode::Typing {
            return Outcome::Unchanged;
        }
        let letters = first_line(text);
        self.changing(|app| app.change_line(|line| line.insert(&letters)))
    }

    /// Types a word and a blank into the line that is being typed.
    pub(in crate::dashboard) fn paste_word(&mut self, word: &str) {
        self.change_line(|line| line.insert(&format!("{word} ")));
    }

    fn change_line(&mut self, change: impl FnOnce(&mut LineEditor)) {
        let Some(overlay) = self.view.overlays.last_mut() else { return };
        let rules = overlay.rules_mut();
        if let Some(line) = rules.editor_mut() {
            let before = line.text().to_owned();
            change(line);
            if line.text() != before {
                rules.edited(&mut self.view.find);
            }
        }
    }
}

/// The part of a paste that is inserted: its first non-empty line, without harmful characters.
pub(crate) fn first_line(text: &str) -> String {
    let line = text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default();
    line.chars().filter(|c| !is_harmful(*c)).take(LONGEST_PASTE).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::dashboard::{Event, Key};

    #[test]
    fn invisible_characters_are_not_typed() {
        let mut app =
            App::new(crate::formats::bundled().expect("the bundled dataset").dataset, Size::new(80, 24));
        for letter in ['/', 'a', '\u{e0041}', '\u{fffe}', '\u{200f}', '\u{ad}', 'ж'] {
            app.handle(Event::Key(Key::Char(letter)));
        }
        assert_eq!(app.view().find, "aж");
    }
}
