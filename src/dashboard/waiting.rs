//! Work that takes long: the checks of a large dataset, and questions about a large table.
//!
//! The figures of a large dataset are shown immediately. A thread derives and checks meanwhile, and nothing that
//! depends on the checks leaves the dashboard before they are done.

use std::sync::Arc;
use std::time::Duration;

use super::action::{Action, Outcome};
use super::app::App;
use super::cursor::Cursor;
use super::job::Job;
use super::model::Model;
use super::overlays::{Detail, Overlay, OverlayKind};
use super::pivot::Pending;
use super::talk::TalkAction;

/// The interval between checks of running work.
const PROGRESS: Duration = Duration::from_millis(100);

/// Running work.
#[derive(Debug, Clone, Default)]
pub(super) struct Waiting {
    /// True if slow questions are asked on a thread.
    pub has_threads: bool,
    /// A question about a table.
    pub question: Option<Pending>,
    /// The same dataset, derived and checked.
    pub checks: Option<Job<Arc<Model>>>,
}

impl App {
    /// The same dashboard, which asks slow questions on a thread. It has to be ticked when [`App::wake`] says.
    #[must_use]
    pub fn with_threads(self) -> Self {
        Self { waiting: Waiting { has_threads: true, ..self.waiting }, ..self }
    }

    /// True while nothing has been derived or checked yet.
    #[must_use]
    pub fn is_checking(&self) -> bool {
        self.model.analysis.is_pending
    }

    /// The time until [`App::tick`] is due; `None` if nothing is running.
    #[must_use]
    pub fn wake(&self) -> Option<Duration> {
        let begins = self.is_checking() && self.waiting.checks.is_none();
        let waits = self.is_checking() || self.is_waiting();
        if begins { Some(Duration::ZERO) } else { waits.then_some(PROGRESS) }
    }

    /// Starts the checks if they are due, and shows the result or the progress of running work.
    pub fn tick(&mut self) -> Outcome {
        self.changing(|app| {
            app.poll_checks();
            app.poll_question();
        })
    }

    /// Finishes running checks now.
    pub fn finish_checks(&mut self) {
        if self.is_checking() {
            let model = Arc::new(Model::new(Arc::clone(&self.model.dataset)));
            self.changing(|app| app.complete(model));
        }
    }

    /// True for an action whose result includes the checks, or depends on them.
    pub(super) fn rests_on_checks(action: Action) -> bool {
        matches!(
            action,
            Action::CopyRow
                | Action::CopyPane
                | Action::Overwrite
                | Action::Show(OverlayKind::Export)
                | Action::Talk(TalkAction::Begin)
        )
    }

    fn poll_checks(&mut self) {
        if !self.is_checking() {
            return;
        }
        if let Some(job) = &self.waiting.checks {
            if let Some(model) = job.take() {
                self.complete(model);
            }
            return;
        }
        let dataset = Arc::clone(&self.model.dataset);
        self.waiting.checks = Job::start("checks", move || Arc::new(Model::new(dataset)));
        if self.waiting.checks.is_none() {
            self.finish_checks();
        }
    }

    /// Shows the same dataset with its analysis; the view does not change.
    fn complete(&mut self, model: Arc<Model>) {
        (self.waiting.checks, self.text, self.open_finding) = (None, None, None);
        self.edition += 1;
        self.model = model;
        for pane in 0..self.shown.len() {
            self.order_pane(pane);
        }
        // An open figure has more lines now, and possibly its first link.
        if let Some(Overlay::Detail(Detail { topic, cursor })) = self.view.overlays.last()
            && *cursor == Cursor::default()
        {
            let topic = *topic;
            self.view.overlays.pop();
            self.open_detail(topic);
        }
    }
}
