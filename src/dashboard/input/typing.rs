//! What is being typed: a word that rows are found by, words of an action, the name of a file.

use super::bindings::KeyMode;
use crate::dashboard::action::Outcome;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::view::Layer;
use crate::text::harmless::is_harmful;

/// As much of a paste as anybody would type.
const LONGEST_PASTE: usize = 500;

impl App {
    /// Changes what is being typed; what was said of it before no longer holds.
    pub(in crate::dashboard) fn edit(&mut self, change: impl FnOnce(&mut String)) {
        match self.view.layers.last_mut() {
            Some(Layer::Find { .. }) => change(&mut self.view.find),
            Some(Layer::Palette { text, cursor }) => {
                change(text);
                *cursor = Cursor::default();
            }
            Some(Layer::Export { file, taken, said }) => {
                change(file);
                (*taken, *said) = (false, None);
            }
            Some(Layer::Zoom | Layer::Detail { .. } | Layer::Help { .. } | Layer::Address { .. }) | None => {}
        }
    }

    /// Puts the first line of a pasted text where one types; anywhere else it does nothing, lest it be taken for commands.
    pub(in crate::dashboard) fn paste(&mut self, text: &str) -> Outcome {
        if self.key_mode() != KeyMode::Typing {
            return Outcome::Unchanged;
        }
        let before = self.frame_key();
        let line = text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default();
        self.edit(|typed| typed.extend(line.chars().filter(|c| !is_harmful(*c)).take(LONGEST_PASTE)));
        self.refresh(&before.view);
        self.follow_hits(&before.view);
        if self.frame_key() == before { Outcome::Unchanged } else { Outcome::Changed }
    }

    /// Takes the last letter away; with none left, stops typing.
    pub(in crate::dashboard) fn erase(&mut self) {
        let mut was_empty = false;
        self.edit(|text| was_empty = text.pop().is_none());
        // A name is erased as a whole, and a key that is held then must not go on in what lies below.
        if was_empty && self.file().is_none() {
            self.back();
        }
    }
}
