//! The codes of a column, each understood once.

use std::str;

use super::interner::Interner;
use super::keys::MOST_PRODUCTS as MOST_CODES;
use crate::formats::foreign::{Coded, Unreadable};
use crate::text::encoding::Encoding;

/// The most bytes of a code or a name. A row with a longer code is not read; a longer name is none.
const LONGEST: usize = 1_000;

/// The codes of a column, and what each means: a number, or why the row is not read.
#[derive(Debug, Default)]
pub(super) struct Column {
    interner: Interner,
    meanings: Vec<Result<u32, Unreadable>>,
    /// By entry, of which the reader gives each code one: what it means, once it has come. The first is that of no text.
    entries: Vec<Option<Result<u32, Unreadable>>>,
}

/// Codes with larger entries are looked up by their text.
const MOST_ENTRIES: usize = 1 << 22;

impl Column {
    /// The meaning of a code, which `understand` works out for a new one.
    pub fn number(
        &mut self,
        coded: Coded,
        understand: impl FnOnce(&str, &str) -> Result<u32, Unreadable>,
        seen: &mut Encodings,
    ) -> Result<u32, Unreadable> {
        if let Some(meaning) = coded.entry.and_then(|entry| self.known(entry.get())) {
            return meaning;
        }
        let text = coded.written();
        if text.len() > LONGEST {
            return Err(Unreadable::TooManyCodes);
        }
        // A hostile file of nothing but new codes stops here, not when memory is used up.
        let (number, is_new) = self.interner.number(text, MOST_CODES).ok_or(Unreadable::TooManyCodes)?;
        if is_new {
            let name = if coded.name.len() > LONGEST { &[] } else { coded.name };
            let (code, name) = (seen.decode(coded.code), seen.decode(name));
            self.meanings.push(understand(&code, &name));
        }
        let meaning = self.meanings.get(number as usize).copied().unwrap_or(Err(Unreadable::TooManyCodes));
        let entry = coded.entry.map(|entry| entry.get() as usize).or(text.is_empty().then_some(0));
        if let Some(entry) = entry.filter(|entry| *entry < MOST_ENTRIES) {
            if self.entries.len() <= entry {
                self.entries.resize(entry + 1, None);
            }
            self.entries[entry] = Some(meaning);
        }
        meaning
    }

    /// The meaning of the code with an entry, if it has come; 0 is no text.
    #[inline]
    pub fn known(&self, entry: u32) -> Option<Result<u32, Unreadable>> {
        self.entries.get(entry as usize).copied().flatten()
    }

    /// Writes the numbers that the first `len` entries mean, up to one that has not come or is not understood. Without a column
    /// of entries all rows have 0.
    pub fn known_run(&self, entries: &[u32], len: usize, numbers: &mut Vec<u32>) {
        let known = |entry: u32| self.known(entry).and_then(Result::ok);
        numbers.clear();
        let first = entries.first().copied().unwrap_or_default();
        let entries = entries.get(..len).unwrap_or_default();
        if entries.iter().all(|entry| *entry == first) {
            // As in columns by which a table is sorted.
            numbers.resize(known(first).map_or(0, |_| len), known(first).unwrap_or_default());
            return;
        }
        numbers.resize(len, 0);
        for (at, entry) in entries.iter().enumerate() {
            match known(*entry) {
                Some(number) => numbers[at] = number,
                None => return numbers.truncate(at),
            }
        }
    }

    /// Forgets entries: those that follow stand for other codes.
    pub fn forget_entries(&mut self) {
        self.entries.clear();
    }

    /// All codes that mean a number.
    pub fn texts(&self, number: u32) -> Vec<Vec<u8>> {
        let known = (0..).zip(&self.meanings).filter(|(_, meaning)| **meaning == Ok(number));
        known.map(|(at, _)| self.interner.text(at).to_vec()).collect()
    }
}

/// The encodings of codes and names.
#[derive(Debug, Default)]
pub(super) struct Encodings {
    /// True once some text was no UTF-8.
    pub is_western: bool,
}

impl Encodings {
    /// A text in UTF-8, else in Windows-1252.
    fn decode(&mut self, bytes: &[u8]) -> String {
        if let Ok(text) = str::from_utf8(bytes) {
            return text.to_owned();
        }
        self.is_western = true;
        Encoding::WINDOWS_1252.decode(bytes).unwrap_or_default().into_owned()
    }
}
