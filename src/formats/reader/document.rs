//! A text that knows its lines and columns, for messages about it.

use std::sync::OnceLock;

use super::problems::Problem;

/// So many bytes stand between two marks.
const STEP: usize = 1024;

/// A text and its name, able to tell lines and columns.
#[derive(Debug)]
pub struct Document<'a> {
    /// The file as it was named when it was opened.
    pub name: &'a str,
    /// What stands in it.
    pub text: &'a str,
    /// Line and column, both from 0, at every [`STEP`] bytes; so that no line is long to count, though a file may be
    /// one line with a mistake in each of its rows.
    marks: OnceLock<Vec<(usize, usize)>>,
}

impl<'a> Document<'a> {
    /// The text of the file `name`.
    #[must_use]
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, marks: OnceLock::new() }
    }

    /// Where `part`, a slice of this document's text, starts in it.
    #[must_use]
    pub fn offset_of(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()).min(self.text.len())
    }

    /// Line and column, both from 1, of the character at `offset`.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        let marks = self.marks.get_or_init(|| {
            let behind = bytes.chunks(STEP).scan((0, 0), |at, step| {
                *at = after(*at, step);
                Some(*at)
            });
            std::iter::once((0, 0)).chain(behind).collect()
        });
        let mark = marks.get(offset / STEP).copied().unwrap_or_default();
        let (line, column) = after(mark, &bytes[offset - offset % STEP..offset]);
        (line + 1, column + 1)
    }

    /// What is wrong or odd with the character at `offset`, and with which part of the file that is.
    #[must_use]
    pub fn problem(&self, offset: usize, place: String, what: String) -> Problem {
        let (line, column) = self.position(offset);
        Problem { file: self.name.to_owned(), line, column, place, what }
    }
}

/// Line and column behind some bytes that begin at a line and column.
fn after((line, column): (usize, usize), bytes: &[u8]) -> (usize, usize) {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let last = lines.next_back().unwrap_or_default();
    // A character counts where it begins.
    let letters = last.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count();
    match lines.count() {
        0 => (line, column + letters),
        breaks => (line + breaks, letters),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_its_line_and_column() {
        for line in ["", "x", "aä東", &"ä".repeat(700), &"x".repeat(1023), &"x".repeat(1024)] {
            let text = format!("{line}\n{line}\r\n\n{line}");
            let document = Document::new("", &text);
            let (mut expected, mut offset) = ((1, 1), 0);
            for c in text.chars() {
                assert_eq!(document.position(offset), expected, "{offset} of {line}");
                offset += c.len_utf8();
                expected = if c == '\n' { (expected.0 + 1, 1) } else { (expected.0, expected.1 + 1) };
            }
            assert_eq!(document.position(offset), expected, "the end of {line}");
        }
    }
}
