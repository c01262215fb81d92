//! Overlays of a row and of the whole review: lists to choose from, lines to type in, questions, the help.

use super::choices::Choice;
use super::part::RowPart;
use crate::dashboard::{Cursor, LineEditor, TextLine, Typed};

/// Something that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewOverlay {
    /// The keys and marks.
    Help(Cursor),
    /// Figures that can be no rows.
    Unexpressed(Cursor),
    /// The values that a part can have.
    Choose(Choose),
    /// A number that is being typed.
    Number(NumberEntry),
    /// Asks if other rows become the same.
    Spread(Spread),
    /// Asks for a file.
    Save(SaveName),
    /// Asks before leaving with something unsaved.
    Leave(Cursor),
    /// Asks if a draft that was kept is taken up.
    Resume(Cursor),
}

/// A value that is being chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    pub(super) part: RowPart,
    /// True to set it for every row that does not say it.
    pub(super) for_all: bool,
    pub(super) line: LineEditor,
    pub(super) cursor: Cursor,
    pub(super) found: Vec<Choice>,
}

/// A number as far as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberEntry {
    pub(super) line: LineEditor,
    /// The fault in it.
    pub(super) said: Option<String>,
}

/// A value that others could have as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    pub(super) part: RowPart,
    pub(super) choice: Choice,
    /// The rows that took the same from the same words, without the present one.
    pub(super) others: Vec<usize>,
    pub(super) cursor: Cursor,
}

/// A file's name as far as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveName {
    pub(super) line: LineEditor,
    /// True if a file of this name exists, and is replaced if asked for once more.
    pub(super) is_taken: bool,
    /// Why the last attempt wrote nothing.
    pub(super) said: Option<String>,
}

/// The lines of what is open, as they are drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverlayText {
    /// In the line above.
    pub title: Typed,
    /// All lines.
    pub lines: Vec<TextLine>,
    /// The first line in view, and the selected one.
    pub cursor: Cursor,
    /// False if its lines scroll without one of them being selected.
    pub selects: bool,
    /// Columns of the terms at the left.
    pub terms: u16,
    /// True if it covers the article as well.
    pub is_full: bool,
}

/// Columns of the terms in front of lines that are typed.
pub(super) const TERMS: u16 = 8;

impl ReviewOverlay {
    /// True if letters go into a line.
    pub(super) fn is_typing(&self) -> bool {
        self.editor().is_some()
    }

    /// The line that is typed in it.
    pub(super) fn editor(&self) -> Option<&LineEditor> {
        match self {
            Self::Choose(Choose { line, .. })
            | Self::Number(NumberEntry { line, .. })
            | Self::Save(SaveName { line, .. }) => Some(line),
            Self::Help(_) | Self::Unexpressed(_) | Self::Spread(_) | Self::Leave(_) | Self::Resume(_) => None,
        }
    }

    /// Its place in its lines, if keys move through them.
    pub(super) fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self {
            Self::Help(cursor)
            | Self::Unexpressed(cursor)
            | Self::Leave(cursor)
            | Self::Resume(cursor)
            | Self::Choose(Choose { cursor, .. })
            | Self::Spread(Spread { cursor, .. }) => Some(cursor),
            Self::Number(_) | Self::Save(_) => None,
        }
    }

    /// True if one of its lines is selected.
    pub(super) fn selects(&self) -> bool {
        match self {
            Self::Choose(_) | Self::Spread(_) | Self::Leave(_) | Self::Resume(_) => true,
            Self::Help(_) | Self::Unexpressed(_) | Self::Number(_) | Self::Save(_) => false,
        }
    }

    /// True if it covers the article, too.
    pub(super) fn is_full(&self) -> bool {
        matches!(self, Self::Help(_) | Self::Unexpressed(_))
    }
}
