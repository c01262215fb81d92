//! A message in the footer until the next key: the outcome of an action, or a hint at first sight.

use super::panes;
use crate::dataset::PaneKind;

/// Something said for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// How to begin with a pane of this kind.
    Hint(PaneKind),
    /// True if the mouse is the dashboard's now, false if it is the terminal's again.
    Mouse(bool),
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
            Self::Said(text) => vec![text],
        }
    }
}
