//! What is looked at: small and comparable. What else a frame depends on is in [`super::FrameKey`].

use crate::dataset::Currency;

use super::cursor::Cursor;
use super::order::Sort;
use crate::analysis::Figure;
use crate::wording::Topic;

/// Where the next letter goes, where one types; a sign that every set of glyphs has something for.
pub const CARET: char = '│';

/// Something that lies over the overview; going back takes the last one away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layer {
    /// The focused pane has the whole screen.
    Zoom,
    /// A topic is open at full size.
    Detail {
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
    /// What is looked at, as text.
    Address {
        /// Where one is in its lines.
        cursor: Cursor,
    },
    /// A file to write the focused pane to is being named.
    Export {
        /// The name as far as it is typed.
        file: String,
        /// Whether a file of this name is there, and may go if asked for once more.
        taken: bool,
        /// What came of it the last time.
        said: Option<String>,
    },
    /// What rows are found by is being typed.
    Find {
        /// The pane that had the focus; going back leads there.
        from: usize,
    },
    /// An action is looked for.
    Palette {
        /// What was typed of its words.
        text: String,
        /// Where one is among the actions that have it.
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
    /// The order of the rows in each pane.
    pub sorts: Vec<Sort>,
    /// What rows are found by; empty where all are shown.
    pub find: String,
    /// The figure that all others are compared with.
    pub against: Option<Figure>,
    /// The currency that money is shown in, where that is possible; `None` is as published.
    pub currency: Option<Currency>,
    /// What lies over the overview, the uppermost last.
    pub layers: Vec<Layer>,
}

impl View {
    /// The first look at `panes` panes.
    #[must_use]
    pub fn new(panes: usize) -> Self {
        Self {
            focus: 0,
            cursors: vec![Cursor::default(); panes],
            sorts: vec![Sort::default(); panes],
            find: String::new(),
            against: None,
            currency: None,
            layers: Vec::new(),
        }
    }

    /// The panes that another row is selected in, or that got or lost the focus, since `before`; none where more than
    /// that is different.
    #[must_use]
    pub fn moved_since(&self, before: &Self) -> Option<Vec<usize>> {
        let Self { focus, cursors, sorts, find, against, currency, layers } = self;
        let same = (*against, *currency) == (before.against, before.currency)
            && *sorts == before.sorts
            && *find == before.find
            && *layers == before.layers;
        let turned = |pane: usize| (pane == *focus) != (pane == before.focus);
        let moved = |pane: usize| turned(pane) || cursors.get(pane) != before.cursors.get(pane);
        same.then(|| (0..cursors.len()).filter(|pane| moved(*pane)).collect())
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
