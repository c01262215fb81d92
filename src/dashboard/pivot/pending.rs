//! A question that takes a pass over a large file: asked on a thread of its own, so that keys go on meanwhile.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{Next, Pivot};
use crate::dashboard::action::Outcome;
use crate::dashboard::app::App;
use crate::dashboard::notice::Notice;
use crate::dataset::Dataset;
use crate::records::{AskError, Watch};

/// The outcome of a question.
type Asked = Result<(Pivot, Dataset), AskError>;

/// A question under way.
#[derive(Debug, Clone)]
pub(in crate::dashboard) struct Pending {
    next: Next,
    watch: Arc<Watch>,
    asked: Arc<Mutex<Option<Asked>>>,
}

impl Pending {
    /// Asks a question on a thread; `None` if there can be no more of them.
    fn start(pivot: Pivot, next: Next) -> Option<Self> {
        let (watch, asked) = (Arc::<Watch>::default(), Arc::default());
        let pending = Self { next, watch: Arc::clone(&watch), asked: Arc::clone(&asked) };
        let question = pending.next.question.clone();
        let ask = move || {
            let answer = pivot.ask(question, &watch);
            *asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        };
        thread::Builder::new().name("question".into()).spawn(ask).ok()?;
        Some(pending)
    }

    fn take(&self) -> Option<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn words(&self) -> String {
        match self.watch.percent() {
            Some(percent) => format!("reading the table: {percent} %; Esc stops"),
            None => "reading the table; Esc stops".to_owned(),
        }
    }
}

impl App {
    /// The same dashboard, which asks questions that take long on a thread. It has to be ticked while it waits.
    #[must_use]
    pub fn with_threads(self) -> Self {
        Self { has_threads: true, ..self }
    }

    /// True while a question is under way, which [`App::tick`] looks after.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.pending.is_some()
    }

    /// Begins a question on a thread, in place of one that is under way. Gives it back if it is answered at once, or
    /// there are no threads.
    pub(super) fn ask_aside(&mut self, next: Next) -> Option<Next> {
        self.stop_asking();
        let pivot = self.pivot.clone().filter(|pivot| self.has_threads && !pivot.is_instant(&next.question));
        let Some(pivot) = pivot else { return Some(next) };
        self.pending = Pending::start(pivot, next.clone());
        let Some(pending) = &self.pending else { return Some(next) };
        self.notice = Some(Notice::Said(pending.words()));
        None
    }

    /// Stops the question that is under way; true if there was one.
    pub(in crate::dashboard) fn stop_asking(&mut self) -> bool {
        let Some(pending) = self.pending.take() else { return false };
        pending.watch.stop();
        self.notice = Some(Notice::Said("stopped".to_owned()));
        true
    }

    /// Shows the answer to the question that is under way, or how far it is.
    pub fn tick(&mut self) -> Outcome {
        let Some(pending) = self.pending.clone() else { return Outcome::Unchanged };
        self.changing(|app| match pending.take() {
            None => app.notice = Some(Notice::Said(pending.words())),
            Some(asked) => {
                app.pending = None;
                app.notice = None;
                app.show_asked(asked, &pending.next);
            }
        })
    }
}
