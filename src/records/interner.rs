//! Texts by number: each different text once.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// The different texts of a column in the order in which they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Interner {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    numbers: HashTable<u32>,
    hasher: RandomState,
    /// The number that was asked for last: tables are mostly sorted.
    last: Option<u32>,
}

impl Interner {
    /// The number of a text, and true if it is new; `None` for a new one if there are `most` already.
    pub fn number(&mut self, text: &[u8], most: usize) -> Option<(u32, bool)> {
        if let Some(last) = self.last.filter(|last| text == self.text(*last)) {
            return Some((last, false));
        }
        let hash = self.hasher.hash_one(text);
        let (bytes, ends, hasher) = (&self.bytes, &self.ends, &self.hasher);
        let known = |number: &u32| slice(bytes, ends, *number);
        let new = u32::try_from(ends.len()).ok()?;
        let entry = self.numbers.entry(hash, |at| known(at) == text, |at| hasher.hash_one(known(at)));
        let number = match entry {
            Entry::Occupied(entry) => (*entry.get(), false),
            Entry::Vacant(_) if ends.len() >= most => return None,
            Entry::Vacant(entry) => {
                entry.insert(new);
                self.bytes.extend_from_slice(text);
                self.ends.push(self.bytes.len());
                (new, true)
            }
        };
        self.last = Some(number.0);
        Some(number)
    }

    /// The number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a text that is known.
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        let known = |number: &u32| slice(&self.bytes, &self.ends, *number) == text;
        self.numbers.find(self.hasher.hash_one(text), known).copied()
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> &[u8] {
        slice(&self.bytes, &self.ends, number)
    }
}

fn slice<'b>(bytes: &'b [u8], ends: &[usize], number: u32) -> &'b [u8] {
    let at = number as usize;
    let start = if at == 0 { 0 } else { ends.get(at - 1).copied().unwrap_or_default() };
    bytes.get(start..ends.get(at).copied().unwrap_or(start)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number() {
        let mut interner = Interner::default();
        let asked = ["KAZ", "", "KAZ", "KGZ", "", "KGZ"];
        let numbers = asked.map(|text| interner.number(text.as_bytes(), 9));
        let (old, new) = (|at| Some((at, false)), |at| Some((at, true)));
        assert_eq!(numbers, [new(0), new(1), old(0), new(2), old(1), old(2)]);
        assert_eq!(interner.number(b"UZB", 3), None, "there is no room");
        assert_eq!(interner.number(b"KAZ", 3), old(0));
        assert_eq!((interner.find(b"KGZ"), interner.find(b"UZB")), (Some(2), None));
    }
}
