//! What the line at the bottom says until the next key: what came of something, or a hint at first sight.

use super::app::App;
use super::view::Layer;
use crate::dataset::PaneKind;

/// Something said for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// How to begin with a pane of this kind.
    Hint(PaneKind),
    /// What came of a request.
    Said(String),
}

impl Notice {
    /// The words for it, from the fullest to the shortest.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Hint(kind) => hints(*kind).to_vec(),
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

impl App {
    /// The same dashboard with a hint at the first sight of each pane.
    #[must_use]
    pub fn with_hints(mut self) -> Self {
        self.unseen = vec![true; self.rows.len()];
        self.greet();
        self
    }

    /// What is said for a moment.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Says how to begin with the focused pane, the first time that it has the keys.
    pub(super) fn greet(&mut self) {
        let is_pane = self.view.layers.iter().all(|layer| *layer == Layer::Zoom);
        let unseen = self.unseen.get_mut(self.view.focus).filter(|unseen| is_pane && **unseen);
        if let (Some(unseen), Some(pane)) = (unseen, self.dataset.panes.get(self.view.focus)) {
            *unseen = false;
            self.notice = Some(Notice::Hint(pane.kind));
        }
    }
}
