//! The question for a file to write a pane to.

use unicode_width::UnicodeWidthStr;

use super::detail::{TERM_WIDTH, TextLine, wrapped};
use crate::dashboard::view::CARET;
use crate::wording::Entry;

/// What can be written, by its ending.
const ENDINGS: &str =
    ".csv, .json: all columns, as published; .md: a table; .svg: a picture; .txt: plain text";

/// The name so far, what came of it, and which names there are.
pub fn lines(file: &str, said: Option<&str>, width: u16) -> Vec<TextLine> {
    let mut entries = vec![Entry::new("File", format!("{}{CARET}", end_of(file, usize::from(width))))];
    entries.extend(said.map(|said| Entry::new("Not written", said)));
    entries.push(Entry::new("Endings", ENDINGS));
    entries.iter().flat_map(|entry| wrapped(entry, width)).collect()
}

/// As much of the end of a name, where it is being typed, as fits beside its term and before the caret.
fn end_of(name: &str, width: usize) -> String {
    let room = width.saturating_sub(usize::from(TERM_WIDTH) + 2);
    if name.width() <= room {
        return name.to_owned();
    }
    let end = name.char_indices().map(|(at, _)| &name[at..]).find(|end| end.width() < room);
    format!("…{}", end.unwrap_or_default())
}
