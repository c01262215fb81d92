//! A hint when a pane is seen for the first time.

use super::app::App;
use super::notice::Notice;

impl App {
    /// The same dashboard with a hint at the first sight of each pane.
    #[must_use]
    pub fn with_hints(mut self) -> Self {
        self.unseen = vec![true; self.panes().len()];
        self.greet();
        self
    }

    /// The message that the footer shows until the next key.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Says how to begin with the focused pane, the first time that it has the keys; not while rows are being found,
    /// as the footer shows the search then.
    pub(super) fn greet(&mut self) {
        let is_pane = self.view.find.is_empty() && self.view.overlays.is_empty();
        let kind = self.panes().get(self.view.focus).map(|pane| pane.kind);
        let unseen = self.unseen.get_mut(self.view.focus).filter(|unseen| is_pane && **unseen);
        if let (Some(unseen), Some(kind)) = (unseen, kind) {
            *unseen = false;
            self.notice = Some(Notice::Hint(kind));
        }
    }
}
