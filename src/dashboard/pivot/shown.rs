//! A dashboard on a table: it shows the model of one answer after another.

use std::sync::Arc;

use super::Pivot;
use crate::dashboard::app::App;
use crate::dashboard::model::Model;
use crate::dashboard::view::View;

impl App {
    /// The same dashboard, whose dataset is an answer out of a table.
    #[must_use]
    pub fn with_pivot(self, pivot: Pivot) -> Self {
        Self { pivot: Some(pivot), ..self }
    }

    /// The table that the dataset is an answer out of.
    #[must_use]
    pub(crate) fn pivot(&self) -> Option<&Pivot> {
        self.pivot.as_ref()
    }

    /// Shows another model from its beginning.
    pub(super) fn set_model(&mut self, model: Arc<Model>) {
        self.view = View::new(model.panes.len());
        self.shown = model.panes.iter().map(|pane| Arc::clone(&pane.rows)).collect();
        self.shown_count = model.row_count;
        (self.text, self.open_finding) = (None, None);
        self.unseen.clear();
        self.edition += 1;
        self.model = model;
    }
}
