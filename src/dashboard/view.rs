//! The view: the part of a model that is on screen. Small, comparable, and written as an address.

use crate::dataset::Currency;

use super::cursor::Cursor;
use super::order::Sort;
use super::overlays::Overlay;
use crate::analysis::Figure;

/// The part of a model that is on screen, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The focused pane, from 0.
    pub focus: usize,
    /// The selected row of each pane, and its first row in view.
    pub cursors: Vec<Cursor>,
    /// The sort order of each pane.
    pub sorts: Vec<Sort>,
    /// The search that filters rows; empty to show all.
    pub find: String,
    /// The reference figure that all others are compared with.
    pub against: Option<Figure>,
    /// The currency to convert money to if possible; `None` for the published one.
    pub currency: Option<Currency>,
    /// True while the focused pane has the whole screen.
    pub zoomed: bool,
    /// The overlays, the topmost last; going back closes that one.
    pub overlays: Vec<Overlay>,
}

impl View {
    /// The first view of a model with this many panes.
    #[must_use]
    pub fn new(panes: usize) -> Self {
        Self {
            focus: 0,
            cursors: vec![Cursor::default(); panes],
            sorts: vec![Sort::default(); panes],
            find: String::new(),
            against: None,
            currency: None,
            zoomed: false,
            overlays: Vec::new(),
        }
    }

    /// The panes whose selected row or focus differs from `before`; `None` if anything else differs as well.
    #[must_use]
    pub fn moved_since(&self, before: &Self) -> Option<Vec<usize>> {
        let Self { focus, cursors, sorts, find, against, currency, zoomed, overlays } = self;
        let same = (*against, *currency, *zoomed) == (before.against, before.currency, before.zoomed)
            && *sorts == before.sorts
            && *find == before.find
            && *overlays == before.overlays;
        let turned = |pane: usize| (pane == *focus) != (pane == before.focus);
        let moved = |pane: usize| turned(pane) || cursors.get(pane) != before.cursors.get(pane);
        same.then(|| (0..cursors.len()).filter(|pane| moved(*pane)).collect())
    }

    /// The rows of the focused pane that were and are selected, if no pane has scrolled and the focus has stayed.
    pub(crate) fn reselected_since(&self, before: &Self) -> Option<[usize; 2]> {
        let have_stayed = self.cursors.iter().zip(&before.cursors).all(|(now, before)| now.top == before.top);
        let rows = [before.cursor().selected, self.cursor().selected];
        (self.focus == before.focus && have_stayed).then_some(rows)
    }

    /// The cursor of the focused pane.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        self.cursors.get(self.focus).copied().unwrap_or_default()
    }
}
