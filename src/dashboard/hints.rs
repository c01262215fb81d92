//! Shows a hint when a pane is focused for the first time.

use super::app::App;
use super::notice::Notice;

impl App {
    /// The same dashboard with a hint the first time each pane is focused.
    #[must_use]
    pub fn with_hints(mut self) -> Self {
        self.unseen = vec![true; self.panes().len()];
        self.show_hint_once();
        self
    }

    /// The message that the footer shows until the next key.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Shows a hint the first time a pane has the focus, but not during a search, which uses the footer.
    pub(super) fn show_hint_once(&mut self) {
        let is_pane = self.view.find.is_empty() && self.view.overlays.is_empty();
        let kind = self.panes().get(self.view.focus).map(|pane| pane.kind);
        let unseen = self.unseen.get_mut(self.view.focus).filter(|unseen| is_pane && **unseen);
        if let (Some(unseen), Some(kind)) = (unseen, kind) {
            *unseen = false;
            self.notice = Some(Notice::Hint(kind));
        }
    }
}
