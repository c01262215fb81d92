//! What is being typed: a word that rows are found by, words of an action, the name of a file.

use super::app::App;
use super::cursor::Cursor;
use super::view::Layer;

impl App {
    /// Changes what is being typed; what was said of it before no longer holds.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut String)) {
        match self.view.layers.last_mut() {
            Some(Layer::Find) => change(&mut self.view.find),
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
