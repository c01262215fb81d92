//! Glyphs of several code points by their number, so that every cell of the screen takes as few bytes.

use std::collections::HashMap;

/// Different texts, each with its number, from 0 in the order in which they came.
#[derive(Debug, Default)]
pub struct Numbered {
    all: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Numbered {
    /// The number of a text, which is a new one if it has not been here.
    pub fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// The text with this number; a space for one that no text has.
    pub fn get(&self, number: u32) -> &str {
        self.all.get(number as usize).map_or(" ", String::as_str)
    }
}
