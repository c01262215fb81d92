//! Where observations and the steps of a tour are written, for reports that point into files.

use std::path::{Path, PathBuf};

use super::reader::document::Document;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The places of all observations, which are in one file: the descriptor, or a CSV file next to it; and the places of the
/// steps of the tour, which are in the descriptor.
#[derive(Debug, Clone, Default)]
pub struct Positions {
    file: Option<PathBuf>,
    rows: Vec<Position>,
    steps: Vec<Position>,
}

impl Positions {
    /// The file, as it is found from the current folder; `None` if the dataset was read from no file.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The start of the row of an observation, by its place in [`crate::dataset::Dataset::observations`].
    #[must_use]
    pub fn row(&self, observation: usize) -> Option<Position> {
        self.rows.get(observation).copied()
    }

    /// The start of a step, by its place in [`crate::dataset::Dataset::tour`].
    #[must_use]
    pub fn step(&self, step: usize) -> Option<Position> {
        self.steps.get(step).copied()
    }

    /// The places of observations and of the steps of a tour.
    pub(super) fn new(rows: Vec<Position>, steps: Vec<Position>) -> Self {
        Self { file: None, rows, steps }
    }

    /// The first lines of figures that come from the rows of a table.
    pub(crate) fn in_table(file: &Path, lines: &[u64]) -> Self {
        let line = |line: &u64| Position { line: u32::try_from(*line).unwrap_or(u32::MAX), column: 1 };
        Self { file: Some(file.to_owned()), rows: lines.iter().map(line).collect(), ..Self::default() }
    }

    /// The same places in a file next to the descriptor, as that names it; `None` is the descriptor.
    pub(super) fn in_file(self, file: Option<&Path>) -> Self {
        Self { file: file.map(Path::to_owned), ..self }
    }

    /// The same places, the file being looked for in `folder`.
    pub(super) fn in_folder(self, folder: &Path) -> Self {
        Self { file: self.file.map(|file| folder.join(file)), ..self }
    }

    /// The same places in `descriptor`, unless they are in a file next to it.
    pub(super) fn in_descriptor(self, descriptor: &Path) -> Self {
        Self { file: Some(self.file.unwrap_or_else(|| descriptor.to_owned())), ..self }
    }
}

/// Finds lines and columns of ascending offsets in one pass, without the index that single look-ups need.
pub(super) struct PositionScanner<'d> {
    text: &'d [u8],
    /// The offset up to which lines are counted, and its place.
    at: (usize, Position),
    rows: Vec<Position>,
}

impl<'d> PositionScanner<'d> {
    pub fn new(document: &Document<'d>) -> Self {
        let start = Position { line: 1, column: 1 };
        Self { text: document.text.as_bytes(), at: (0, start), rows: Vec::new() }
    }

    /// Makes room for the places of so many rows.
    pub fn reserve(&mut self, count: usize) {
        self.rows.reserve_exact(count);
    }

    /// Adds the place of the next row, which begins at `offset`, not before the last one.
    pub fn push(&mut self, offset: usize) {
        let offset = offset.min(self.text.len());
        let (from, mut position) = self.at;
        let passed = self.text.get(from..offset).unwrap_or_default();
        // A CR whose LF is still to come ends no line yet.
        let is_split = passed.last() == Some(&b'\r') && self.text.get(offset) == Some(&b'\n');
        let lines = &passed[..passed.len() - usize::from(is_split)];
        let breaks = line_breaks(lines);
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let last = if breaks == 0 { None } else { lines.iter().rposition(is_end) };
        let rest = last.map_or(passed, |last| &passed[last + 1..]);
        // A character counts where it begins.
        let characters = count(rest, |byte| !matches!(byte, 0x80..=0xbf));
        position.line = position.line.saturating_add(saturated(breaks));
        position.column = if breaks > 0 { 1 } else { position.column }.saturating_add(saturated(characters));
        self.at = (offset, position);
        self.rows.push(position);
    }

    /// The places, in the order of their offsets.
    pub fn finish(self) -> Vec<Position> {
        self.rows
    }
}

/// How many lines end here: with LF, CR LF or a lone CR.
fn line_breaks(text: &[u8]) -> usize {
    let (feeds, returns) = (count(text, |byte| byte == b'\n'), count(text, |byte| byte == b'\r'));
    if returns == 0 {
        return feeds;
    }
    let next = text.get(1..).unwrap_or_default();
    let pairs = text.chunks(STEP).zip(next.chunks(STEP)).map(|(bytes, next)| {
        let pairs = bytes.iter().zip(next);
        usize::from(pairs.fold(0_u8, |count, pair| count.wrapping_add(u8::from(pair == (&b'\r', &b'\n')))))
    });
    feeds + returns - pairs.sum::<usize>()
}

/// So few bytes are counted at a time that the count fits a byte: the compiler then counts many at once, which is twenty
/// times as fast on the file of a large dataset.
const STEP: usize = 255;

fn count(text: &[u8], is_counted: impl Fn(u8) -> bool) -> usize {
    let counted = |step: &[u8]| {
        usize::from(step.iter().fold(0_u8, |count, byte| count.wrapping_add(u8::from(is_counted(*byte)))))
    };
    text.chunks(STEP).map(counted).sum()
}

fn saturated(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scanning_finds_the_places_that_single_look_ups_find() {
        for line in ["", "x", "aä東", &"ä".repeat(700), &"x".repeat(1023)] {
            for end in ["\n", "\r\n", "\r"] {
                let text = [line, line, "", line].join(end);
                let document = Document::new("", &text);
                for step in [1, 2, 7] {
                    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(step).collect();
                    let mut scanner = PositionScanner::new(&document);
                    for offset in &offsets {
                        scanner.push(*offset);
                    }
                    let places = scanner.finish();
                    for (row, offset) in offsets.iter().enumerate() {
                        let (line, column) = document.position(*offset);
                        let found = places.get(row).map(|place| (place.line as usize, place.column as usize));
                        assert_eq!(found, Some((line, column)), "{offset} of {text:?}");
                    }
                }
            }
        }
    }
}
