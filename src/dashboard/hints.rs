//! A hint at the first sight of each pane.

use super::app::App;
use super::notice::Notice;
use super::view::Layer;

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

    /// Says how to begin with the focused pane, the first time that it has the keys; not while rows are being found,
    /// when something else is to be said there.
    pub(super) fn greet(&mut self) {
        let is_pane = self.view.find.is_empty() && self.view.layers.iter().all(|layer| *layer == Layer::Zoom);
        let unseen = self.unseen.get_mut(self.view.focus).filter(|unseen| is_pane && **unseen);
        if let (Some(unseen), Some(pane)) = (unseen, self.dataset.panes.get(self.view.focus)) {
            *unseen = false;
            self.notice = Some(Notice::Hint(pane.kind));
        }
    }
}
