//! The dashboard as part of a talk: how it makes room for the words of a step, and which keys are for the talk.

mod action;
mod staging;

use std::sync::Arc;

use super::action::Action;
use super::app::App;
use super::model::Model;
use super::notice::Notice;
use super::overlays::{Detail, Overlay};
use super::view::View;
pub use action::TalkAction;
pub(crate) use staging::Staging;

impl App {
    /// Makes the present view part of a talk.
    pub(crate) fn set_staging(&mut self, staging: Staging) {
        let is_seen = |staging: &Staging| (staging.above, staging.revealed, staging.spotlight);
        let is_new = self.staging.as_ref().map(is_seen) != Some(is_seen(&staging));
        self.staging = Some(staging);
        if is_new {
            let view = self.view.clone();
            self.refresh(&view);
        }
    }

    /// The part of the dashboard that a talk claims; `None` outside of one.
    pub(crate) fn staging(&self) -> Option<&Staging> {
        self.staging.as_ref()
    }

    /// Shows a view of this model in the form of a talk.
    pub(crate) fn stage(&mut self, view: View, staging: Staging) {
        self.staging = Some(staging);
        let cursors = view.cursors.clone();
        let reorders = view.sorts != self.view.sorts || view.find != self.view.find;
        self.show(view);
        if reorders {
            // Sorting rows moves the cursors with them, so they are set last.
            self.view.cursors = cursors;
            self.show(self.view.clone());
        }
    }

    /// The number of rows of the focused pane that are in view.
    pub(crate) fn rows_in_view(&self) -> usize {
        self.height_of(self.view.focus)
    }

    /// The first view of a model, on the same screen and in the same colours.
    pub(crate) fn first_view_of(&self, model: &Arc<Model>) -> Self {
        let mut app = Self::from_model(Arc::clone(model), self.size).with_appearance(self.appearance);
        (app.mouse, app.is_secure, app.warnings) = (self.mouse, self.is_secure, Arc::clone(&self.warnings));
        app
    }

    /// Adopts what a dashboard on the same screen knows: size, colours, and who has the mouse.
    pub(crate) fn adopt_screen_of(&mut self, other: &Self) {
        (self.appearance, self.mouse) = (other.appearance, other.mouse);
        self.update(Action::Resize(other.size));
    }

    /// Leaves the path for the view of an address, if that exists.
    pub(crate) fn leave_path(&mut self, address: &str) {
        self.set_staging(Staging::default());
        // The view may no longer exist in a new version of the dataset.
        let _ = self.visit(address);
    }

    /// The address of the view without temporary overlays.
    pub(crate) fn lasting_address(&self) -> String {
        if !self.has_temporary_overlay() {
            return self.address();
        }
        let mut app = self.clone();
        app.close_temporary_overlays();
        app.address()
    }

    /// Shows a message in the footer until the next key.
    pub(crate) fn announce(&mut self, text: String) {
        self.notice = Some(Notice::Said(text));
    }

    /// Removes the message from the footer.
    pub(crate) fn clear_notice(&mut self) {
        self.notice = None;
    }

    /// Closes temporary overlays: the help, the palette, questions and lists.
    pub(crate) fn close_temporary_overlays(&mut self) {
        self.changing(|app| app.view.overlays.retain(|overlay| !is_temporary(overlay)));
    }

    /// True if a temporary overlay is open.
    pub(crate) fn has_temporary_overlay(&self) -> bool {
        self.view.overlays.last().is_some_and(is_temporary)
    }

    /// The present view without cursors and temporary overlays. On the path of a talk, it equals that of the step.
    pub(crate) fn path(&self) -> View {
        let overlays = self.view.overlays.iter().filter(|overlay| !is_temporary(overlay));
        let kept = |overlay: &Overlay| {
            if let Overlay::Detail(detail) = overlay {
                Overlay::Detail(Detail::new(detail.topic))
            } else {
                overlay.clone()
            }
        };
        View { cursors: Vec::new(), overlays: overlays.map(kept).collect(), ..self.view.clone() }
    }

    /// True if only the selected row is drawn in full.
    pub(crate) fn has_spotlight(&self) -> bool {
        self.staging.as_ref().is_some_and(|staging| staging.spotlight)
    }

    /// The number of rows of a pane that are revealed; more than it has if all are.
    pub(super) fn revealed(&self, pane: usize) -> usize {
        let revealed = self.staging.as_ref().and_then(|staging| staging.revealed);
        revealed.filter(|_| pane == self.view.focus).unwrap_or(usize::MAX)
    }
}

/// True for a temporary overlay.
pub(super) fn is_temporary(overlay: &Overlay) -> bool {
    match overlay {
        Overlay::Detail(_) | Overlay::Find(_) => false,
        Overlay::Help(_)
        | Overlay::Palette(_)
        | Overlay::Address(_)
        | Overlay::Export(_)
        | Overlay::Warnings(_)
        | Overlay::Others(_)
        | Overlay::Which(_)
        | Overlay::Rows(_) => true,
    }
}
