//! What is looked at: small, comparable, all that the screen depends on beside dataset, size and theme.

use super::cursor::Cursor;
use crate::wording::Topic;

/// Something that lies over the overview; going back takes the last one away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layer {
    /// The focused pane has the whole screen.
    Zoom,
    /// A topic is open at full size.
    Reading {
        /// What is open.
        topic: Topic,
        /// Where one is in its lines.
        cursor: Cursor,
    },
    /// The help.
    Help {
        /// Where one is in its lines.
        cursor: Cursor,
    },
}

/// What a person is looking at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The focused pane, from 0.
    pub focus: usize,
    /// Where one is in each pane.
    pub cursors: Vec<Cursor>,
    /// What lies over the overview, the uppermost last.
    pub layers: Vec<Layer>,
}

impl View {
    /// The first look at `panes` panes.
    #[must_use]
    pub fn new(panes: usize) -> Self {
        Self { focus: 0, cursors: vec![Cursor::default(); panes], layers: Vec::new() }
    }

    /// Where one is in the focused pane.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        self.cursors.get(self.focus).copied().unwrap_or_default()
    }

    /// Whether the focused pane has the whole screen.
    #[must_use]
    pub fn zoomed(&self) -> bool {
        self.layers.contains(&Layer::Zoom)
    }
}
