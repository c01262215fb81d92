//! A list to choose from by typing: what is typed of the words of its lines, and the line that is selected.

use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::text::fold;

/// A line that is typed, and which of the lines that it finds is selected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedList {
    pub line: LineEditor,
    pub cursor: Cursor,
}

impl TypedList {
    /// The typed line behind these words, in at most `room` columns.
    pub fn title(&self, before: &str, room: usize) -> Typed {
        let Typed { text, caret } = self.line.shown(room.saturating_sub(before.len()));
        Typed { text: format!("{before}{text}"), caret: caret.map(|column| column + before.len()) }
    }

    /// A test that folded words contain every word that is typed.
    pub fn finds(&self) -> impl Fn(&str) -> bool + use<> {
        let typed = fold(self.line.text());
        move |folded| typed.split_whitespace().all(|word| folded.contains(word))
    }
}
