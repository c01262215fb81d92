//! What the line at the bottom says until the next key: what came of something, or a hint at first sight.

use crate::dataset::PaneKind;

/// Something said for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// How to begin with a pane of this kind.
    Hint(PaneKind),
    /// Whose the mouse is now.
    Mouse(bool),
    /// What came of a key or of a request.
    Said(String),
}

impl Notice {
    /// The words for it, from the fullest to the shortest.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Hint(kind) => hints(*kind).to_vec(),
            Self::Mouse(true) => vec![
                "a click selects, the wheel scrolls; m leaves the mouse to the terminal",
                "the mouse is on; m ends that",
            ],
            Self::Mouse(false) => {
                vec!["the mouse is the terminal's again: it selects text", "the mouse is off"]
            }
            Self::Said(text) => vec![text],
        }
    }
}

fn hints(kind: PaneKind) -> [&'static str; 2] {
    match kind {
        PaneKind::Headline => {
            ["Enter opens a figure: its working, its source; Tab: next pane", "Enter opens a figure"]
        }
        PaneKind::Listing => {
            ["Named by the source, with or without a number; Enter: its words", "Enter: the source's words"]
        }
        PaneKind::Ranking => {
            ["s sorts by length, c compares all with this one, z shows more", "s sorts, c compares"]
        }
        PaneKind::Reconciliation => {
            ["What cannot be true, then what holds; Enter: the proof of it", "Enter: the proof"]
        }
    }
}
