//! A list of choices that typing narrows down.

use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::text::fold;

/// The typed line, and the index of the selected line among those it finds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedList {
    pub line: LineEditor,
    pub cursor: Cursor,
}

impl TypedList {
    /// The typed line after `before`, in at most `room` columns.
    pub fn title(&self, before: &str, room: usize) -> Typed {
        let Typed { text, caret } = self.line.shown(room.saturating_sub(before.len()));
        Typed { text: format!("{before}{text}"), caret: caret.map(|column| column + before.len()) }
    }

    /// A test that folded words contain every typed word.
    pub fn finds(&self) -> impl Fn(&str) -> bool + use<> {
        let typed = fold(self.line.text());
        move |folded| typed.split_whitespace().all(|word| folded.contains(word))
    }
}
