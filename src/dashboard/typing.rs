//! What is being typed: a word that rows are found by, words of an action, the name of a file.

use super::action::Outcome;
use super::app::App;
use super::bindings::Context;
use super::cursor::Cursor;
use super::view::Layer;
use crate::text::harmless::is_harmful;

/// As much of a paste as anybody would type.
const LONGEST_PASTE: usize = 500;

impl App {
    /// Changes what is being typed; what was said of it before no longer holds.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut String)) {
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
            Some(Layer::Zoom | Layer::Reading { .. } | Layer::Help { .. } | Layer::Address { .. }) | None => {
            }
        }
    }

    /// Puts the first line of a pasted text where one types; anywhere else it does nothing, lest it be taken for commands.
    pub(super) fn paste(&mut self, text: &str) -> Outcome {
        if self.context() != Context::Typing {
            return Outcome::Unchanged;
        }
        let before = self.face();
        let line = text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default();
        self.edit(|typed| typed.extend(line.chars().filter(|c| !is_harmful(*c)).take(LONGEST_PASTE)));
        self.settle(&before.view);
        self.follow_hits(&before.view);
        if self.face() == before { Outcome::Unchanged } else { Outcome::Changed }
    }

    /// Takes the last letter away; with none left, stops typing.
    pub(super) fn erase(&mut self) {
        let mut was_empty = false;
        self.edit(|text| was_empty = text.pop().is_none());
        // A name is erased as a whole, and a key that is held then must not go on in what lies below.
        if was_empty && self.file().is_none() {
            self.back();
        }
    }
}
