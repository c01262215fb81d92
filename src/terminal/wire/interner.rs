//! Numbers for the glyphs of several code points, so that a cell of the screen stays eight bytes.

use foldhash::HashMap;

/// Distinct texts, numbered from 0 in order of first appearance.
#[derive(Debug, Default)]
pub(super) struct GlyphInterner {
    texts: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl GlyphInterner {
    /// The number of `text`; a new one if it has not been seen before.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// The text with this number; a space if there is none.
    pub(super) fn get(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or(" ", String::as_str)
    }
}
