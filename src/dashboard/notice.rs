//! A message in the footer: the outcome of an action until the next key, or a hint while its rows are walked through.

use super::panes;
use crate::dataset::PaneKind;

/// A temporary message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A hint on using a pane of this kind.
    Hint(PaneKind),
    /// The mouse now belongs to the dashboard (true) or to the terminal (false).
    Mouse(bool),
    /// The other bundled dataset is shown: its title with the way back, and the way back alone.
    Switched([String; 2]),
    /// The outcome of a key or an effect.
    Said(String),
}

impl Notice {
    /// Its wordings, from the fullest to the shortest.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Hint(kind) => panes::rules(*kind).hint().to_vec(),
            Self::Mouse(true) => vec![
                "a click selects, the wheel scrolls; m leaves the mouse to the terminal",
                "the mouse is on; m ends that",
            ],
            Self::Mouse(false) => {
                vec!["mouse off: the terminal selects text again", "the mouse is off"]
            }
            Self::Switched(wordings) => wordings.iter().map(String::as_str).collect(),
            Self::Said(text) => vec![text],
        }
    }
}
