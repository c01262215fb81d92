//! Effects: everything that leaves the dashboard other than through the screen, and the answers to it.
//!
//! The dashboard knows neither files nor a clipboard. It asks for an effect and later receives an answer. An effect
//! carries its path and its rows, so that whoever performs it never reads them back out of an overlay.

use crate::analysis::Figure;
use crate::wording::Topic;

/// Something to do outside the dashboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put this on the clipboard.
    Copy(Clip),
    /// Write rows to a file.
    Export {
        /// The file as it was typed: a leading `~/` is not expanded yet.
        path: String,
        /// The rows to write.
        rows: PaneRows,
        /// Replaces a file that exists.
        over: bool,
    },
    /// Write a text to a file, whole or not at all.
    Save {
        /// The file; a leading `~/` is not expanded yet.
        path: String,
        /// All of its text.
        contents: String,
        /// The file that may have this name already.
        replaces: Replaces,
    },
    /// Go back to the draft behind the dashboard, to the row with this id. There is no answer.
    Sentence(Option<String>),
    /// Ask the terminal for mouse events, or leave the mouse to it. There is no answer.
    Mouse(bool),
    /// Leave the screen to the shell until it resumes the program. There is no answer; on its return the terminal
    /// reports its size.
    Suspend,
}

/// The file that a text may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaces {
    /// None.
    Nothing,
    /// The one whose name was found taken before.
    Taken,
    /// The file that stores the draft, which belongs to the program. The answer is [`Answer::Kept`].
    OwnDraft,
}

/// Something that can be put on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clip {
    /// A row, as one line.
    Row(Topic),
    /// The citation of a figure, as one line.
    Citation(Figure),
    /// Rows, one per line.
    Pane(PaneRows),
    /// An address, as it is.
    Address(String),
}

/// The rows that a pane shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaneRows {
    /// The pane, from 0.
    pub pane: usize,
    /// Its rows, in the order in which they are shown.
    pub rows: Vec<Topic>,
    /// The number of rows it has, including those that are filtered out.
    pub total: usize,
}

/// The outcome of an [`Effect`], in words for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The text was sent to the terminal, or why it was not.
    Copy(String),
    /// The file was written.
    Exported(String),
    /// The file exists, so nothing was written; asking with `over` replaces it.
    Exists(String),
    /// Nothing was written.
    NotExported(String),
    /// The draft was saved to its own file, or why it was not.
    Kept(Result<(), String>),
}
