//! A text with its lines and columns, for messages about it.

use std::ops::Range;
use std::sync::OnceLock;

use super::brackets::Brackets;
use crate::formats::faults::Problem;

/// Bytes between two marks.
const STEP: usize = 1024;

/// A text and the name of its file.
#[derive(Debug)]
pub struct Document<'a> {
    /// The file as it was named when it was opened.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// True if the text is part of the program: a test has read it as anybody's file, so that a start need not.
    pub(in crate::formats) is_part_of_program: bool,
    /// Line and column, both from 0, at every [`STEP`] bytes: a file may be one line with a mistake in every row, and
    /// counting from its start each time would be slow.
    marks: OnceLock<Vec<(usize, usize)>>,
    /// Filled when the text is taken for JSON.
    brackets: OnceLock<Brackets>,
}

impl<'a> Document<'a> {
    /// The text of the file `name`.
    #[must_use]
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, is_part_of_program: false, marks: OnceLock::new(), brackets: OnceLock::new() }
    }

    /// A text that is part of the program.
    pub(in crate::formats) fn in_program(name: &'a str, text: &'a str) -> Self {
        Self { is_part_of_program: true, ..Self::new(name, text) }
    }

    /// The same text, for a table that has a document of its own.
    pub(in crate::formats) fn for_table(&self) -> Self {
        Self { is_part_of_program: self.is_part_of_program, ..Self::new(self.name, self.text) }
    }

    /// The offset in bytes of `part`, which must be a slice of this document's text.
    #[must_use]
    pub fn offset_of(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()).min(self.text.len())
    }

    /// Line and column, both from 1, of the character at `offset`. A line ends with LF, CR LF or a lone CR.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        let marks = self.marks.get_or_init(|| {
            let steps = (STEP..=bytes.len()).step_by(STEP);
            let marks = steps.scan((0, 0), |at, end| {
                *at = after(*at, bytes, end - STEP..end);
                Some(*at)
            });
            std::iter::once((0, 0)).chain(marks).collect()
        });
        let mark = marks.get(offset / STEP).copied().unwrap_or_default();
        let (line, column) = after(mark, bytes, offset - offset % STEP..offset);
        (line + 1, column + 1)
    }

    /// The brackets of the text as JSON.
    pub(in crate::formats) fn brackets(&self) -> &Brackets {
        self.brackets.get_or_init(|| Brackets::new(self.text))
    }

    /// Something wrong or odd with the character at `offset`, which belongs to `place`.
    #[must_use]
    pub fn problem<F>(&self, offset: usize, place: String, what: F) -> Problem<F> {
        let (line, column) = self.position(offset);
        Problem { file: self.name.to_owned(), line, column, place, what, more: 0 }
    }
}

/// Line and column after a range of `bytes` that begins at a line and column.
fn after((mut line, mut column): (usize, usize), bytes: &[u8], range: Range<usize>) -> (usize, usize) {
    let next = bytes.get(range.start + 1..).unwrap_or_default().iter().map(Some).chain([None]);
    for (byte, next) in bytes[range].iter().zip(next) {
        match byte {
            b'\r' if next == Some(&b'\n') => column += 1,
            b'\r' | b'\n' => (line, column) = (line + 1, 0),
            // A character counts where it begins.
            0x80..=0xbf => {}
            _ => column += 1,
        }
    }
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_its_line_and_column() {
        for line in ["", "x", "aä東", &"ä".repeat(700), &"x".repeat(1023), &"x".repeat(1024)] {
            let text = format!("{line}\n{line}\r\n\n{line}\r{line}");
            let document = Document::new("", &text);
            let mut expected = (1, 1);
            for (offset, c) in text.char_indices() {
                assert_eq!(document.position(offset), expected, "{offset} of {line}");
                let ends = c == '\n' || (c == '\r' && !text[offset..].starts_with("\r\n"));
                expected = if ends { (expected.0 + 1, 1) } else { (expected.0, expected.1 + 1) };
            }
            assert_eq!(document.position(text.len()), expected, "the end of {line}");
        }
    }
}
