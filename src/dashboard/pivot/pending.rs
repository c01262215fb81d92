//! A question that takes a pass over a large file: asked on a thread of its own, so that keys go on meanwhile.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{Next, Pivot};
use crate::dashboard::action::Outcome;
use crate::dashboard::app::App;
use crate::dashboard::notice::Notice;
use crate::dataset::Dataset;
use crate::records::{AskError, FileLine, Question, Watch};

/// The outcome of a question.
type Asked = Result<(Pivot, Dataset), AskError>;

/// Work under way.
#[derive(Debug, Clone)]
pub(in crate::dashboard) struct Pending {
    watch: Arc<Watch>,
    done: Arc<Mutex<Option<Done>>>,
}

/// The result of work.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Done {
    Asked(Asked, Next),
    Read(Result<Vec<FileLine>, AskError>),
}

impl Pending {
    /// Begins work on a thread; `None` if there can be no more of them.
    fn start(work: impl FnOnce(&Watch) -> Done + Send + 'static) -> Option<Self> {
        let (watch, done) = (Arc::<Watch>::default(), Arc::<Mutex<Option<Done>>>::default());
        let pending = Self { watch: Arc::clone(&watch), done: Arc::clone(&done) };
        let work = move || {
            let came = work(&watch);
            *done.lock().unwrap_or_else(PoisonError::into_inner) = Some(came);
        };
        thread::Builder::new().name("question".into()).spawn(work).ok()?;
        Some(pending)
    }

    fn take(&self) -> Option<Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).take()
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
        let asked = next.clone();
        self.pending =
            Pending::start(move |watch| Done::Asked(pivot.ask(asked.question.clone(), watch), asked));
        let Some(pending) = &self.pending else { return Some(next) };
        self.notice = Some(Notice::Said(pending.words()));
        None
    }

    /// Begins to read the rows of a question on a thread; false if there are no threads.
    pub(super) fn read_aside(&mut self, question: &Question) -> bool {
        self.stop_asking();
        let Some(pivot) = self.pivot.clone().filter(|_| self.has_threads) else { return false };
        let question = question.clone();
        self.pending = Pending::start(move |watch| Done::Read(pivot.engine.lines(&question, watch)));
        self.pending.is_some()
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
            Some(done) => {
                app.pending = None;
                app.notice = None;
                match done {
                    Done::Asked(asked, next) => app.show_asked(asked, &next),
                    Done::Read(lines) => app.show_lines(lines),
                }
            }
        })
    }
}
