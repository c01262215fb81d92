//! A dashboard on a table, which shows one answer after another.

use std::sync::Arc;

use super::{PANES, Pivot};
use crate::dashboard::app::App;
use crate::dashboard::model::Model;

impl App {
    /// The same dashboard, whose dataset is an answer from a table.
    #[must_use]
    pub fn with_pivot(self, pivot: Pivot) -> Self {
        let mut app = Self { pivot: Some(pivot), ..self };
        // The header has more lines.
        app.show(app.view.clone());
        app
    }

    /// The number of a pane, from 1. Panes of a table keep their numbers even if another one is empty.
    #[must_use]
    pub fn pane_number(&self, pane: usize) -> usize {
        let id = self.panes().get(pane).filter(|_| self.is_pivot()).map(|pane| pane.id.as_str());
        id.and_then(|id| PANES.iter().position(|known| *known == id)).unwrap_or(pane) + 1
    }

    /// The pane with a number.
    pub(in crate::dashboard) fn pane_numbered(&self, number: usize) -> Option<usize> {
        (0..self.panes().len()).find(|pane| self.pane_number(*pane) == number)
    }

    /// The table that the dataset is an answer out of.
    #[must_use]
    pub fn pivot(&self) -> Option<&Pivot> {
        self.pivot.as_ref()
    }

    /// Shows another model from its beginning.
    pub(in crate::dashboard) fn set_model(&mut self, model: Arc<Model>) {
        self.view = model.first_view();
        self.shown = model.panes.iter().map(|pane| Arc::clone(&pane.rows)).collect();
        self.shown_count = model.row_count;
        (self.waiting.checks, self.text, self.open_finding) = (None, None, None);
        self.unseen.clear();
        self.edition += 1;
        self.model = model;
    }
}
