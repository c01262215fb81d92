//! Entries whose texts are made only if they are wanted: after each key, the strip needs few of them.

use super::{Entry, Heading};

/// The entries under the headings that are wanted.
pub struct Stated {
    is_wanted: fn(Heading) -> bool,
    pub entries: Vec<Entry>,
}

impl Stated {
    pub fn new(is_wanted: fn(Heading) -> bool) -> Self {
        Self { is_wanted, entries: Vec::new() }
    }

    /// True if entries under this heading are wanted.
    pub fn wants(&self, heading: Heading) -> bool {
        (self.is_wanted)(heading)
    }

    /// Makes the text of an entry, if it is wanted.
    pub fn add(&mut self, heading: Heading, text: impl FnOnce() -> String) {
        if self.wants(heading) {
            self.entries.push(Entry::new(heading, text()));
        }
    }
}
