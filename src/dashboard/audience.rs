//! The dashboard of someone who follows a talk on a screen of their own.

use super::app::App;
use super::overlays::Overlay;
use super::talk::{Staging, is_temporary};
use super::view::View;

/// The state of someone who may follow a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Sees what the presenter shows.
    Following,
    /// Looks around independently.
    Browsing,
}

impl App {
    /// The same dashboard for a follower of a talk: nothing leaves it except the screen.
    #[must_use]
    pub(crate) fn for_audience(self) -> Self {
        Self { audience: Some(Audience::Following), ..self.secured() }
    }

    /// Sets what the audience does from now on.
    pub(crate) fn set_audience(&mut self, audience: Audience) {
        self.audience = Some(audience);
        if audience == Audience::Browsing {
            self.end_staging();
        }
    }

    /// Makes the view the dashboard's own again.
    fn end_staging(&mut self) {
        if self.staging.take().is_some() {
            let view = self.view.clone();
            self.refresh(&view);
        }
    }

    /// Shows the view of an address in the form of a talk, below any temporary overlay.
    ///
    /// # Errors
    ///
    /// As [`App::visit`]. The view does not change.
    pub(crate) fn visit_staged(
        &mut self,
        address: &str,
        staging: impl FnOnce(&Self) -> Staging,
    ) -> Result<(), String> {
        let asides: Vec<Overlay> =
            self.view.overlays.iter().filter(|overlay| is_temporary(overlay)).cloned().collect();
        let before = self.clone();
        // The address may name a row that is not revealed yet.
        self.end_staging();
        if let Err(why) = self.visit(address) {
            *self = before;
            return Err(why);
        }
        self.staging = Some(staging(self));
        let mut view = self.view.clone();
        view.overlays.extend(asides);
        self.show(view);
        Ok(())
    }

    /// The present view without temporary overlays.
    pub(crate) fn lasting_view(&self) -> View {
        let overlays = self.view.overlays.iter().filter(|overlay| !is_temporary(overlay)).cloned();
        View { overlays: overlays.collect(), ..self.view.clone() }
    }
}
