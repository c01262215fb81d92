//! From the draft to the dashboard and back.

use super::desk::DraftReview;
use super::overlay::ReviewOverlay;
use crate::dashboard::{App, Effect, Event, Key, KeyMode, Outcome};

impl DraftReview {
    /// Shows the draft as a dashboard, in the colours of the review.
    pub(super) fn open_dashboard(&mut self) {
        let app = App::new(self.draft.to_dataset(), self.size)
            .with_appearance(self.appearance)
            .with_mouse(self.mouse)
            .drafted();
        self.dashboard = Some(Box::new(if self.is_secure { app.secured() } else { app }));
    }

    /// Passes an event on to the dashboard, and takes what is for the review.
    pub(super) fn handle_in_dashboard(&mut self, event: Event) -> Outcome {
        let Some(app) = self.dashboard.as_mut() else { return Outcome::Unchanged };
        if let Event::Resize(size) = event {
            self.size = crate::dashboard::drawn(size);
        }
        let is_at_once = event == Event::Key(Key::Ctrl('c'));
        match app.handle(event) {
            Outcome::Perform(Effect::Sentence(id)) => self.close_dashboard(id.as_deref()),
            Outcome::Quit if is_at_once => {
                self.close_dashboard(None);
                self.update(super::ReviewAction::QuitNow)
            }
            // The review asks if something is not saved.
            Outcome::Quit => {
                let closed = self.close_dashboard(None);
                let asked = self.update(super::ReviewAction::Quit);
                if asked == Outcome::Changed { closed } else { asked }
            }
            other @ (Outcome::Unchanged
            | Outcome::Changed
            | Outcome::Repaint
            | Outcome::Perform(_)
            | Outcome::Talk(_)) => other,
        }
    }

    /// True while a line is being typed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        match &self.dashboard {
            Some(app) => app.key_mode() == KeyMode::Typing,
            None => self.overlay.as_ref().is_some_and(ReviewOverlay::is_typing),
        }
    }

    /// Comes back, to the row with this id if there is one.
    fn close_dashboard(&mut self, id: Option<&str>) -> Outcome {
        let Some(app) = self.dashboard.take() else { return Outcome::Unchanged };
        (self.appearance, self.mouse) = (app.appearance(), app.mouse());
        let at = id.and_then(|id| self.draft.rows.iter().position(|row| row.id == id));
        self.go(at.unwrap_or(self.at));
        Outcome::Changed
    }
}
