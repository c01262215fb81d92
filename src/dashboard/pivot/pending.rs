//! Asks a question that takes a pass over a large file on a thread of its own, so that keys still respond.

use std::sync::Arc;

use super::Asked;
use super::next_question::NextQuestion;
use crate::dashboard::app::App;
use crate::dashboard::job::Job;
use crate::dashboard::notice::Notice;
use crate::records::{AskError, FileLine, Question, ReadProgress};

/// The words for a pass over the file.
const READING: &str = "reading the table";

/// Work under way.
#[derive(Debug, Clone)]
pub(in crate::dashboard) struct Pending {
    /// In words: `reading the table`.
    what: &'static str,
    watch: Arc<ReadProgress>,
    job: Job<Done>,
}

/// The result of a job.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub(in crate::dashboard) enum Done {
    Asked(Asked, NextQuestion),
    Read(Result<Vec<FileLine>, AskError>),
}

impl Pending {
    /// Starts a job on a thread; `None` if the system refuses one.
    fn start(what: &'static str, work: impl FnOnce(&ReadProgress) -> Done + Send + 'static) -> Option<Self> {
        let watch = Arc::<ReadProgress>::default();
        let watched = Arc::clone(&watch);
        Some(Self { what, watch, job: Job::start("question", move || work(&watched))? })
    }

    fn words(&self) -> String {
        match self.watch.percent() {
            Some(percent) => format!("{}: {percent} %; Esc stops", self.what),
            None => format!("{}; Esc stops", self.what),
        }
    }
}

impl App {
    /// True while a question is running; [`App::tick`] picks up its answer.
    pub(in crate::dashboard) fn is_waiting(&self) -> bool {
        self.waiting.question.is_some()
    }

    /// Starts a question on a thread, replacing a running one. Returns it if it is answered immediately, or there are
    /// no threads.
    pub(super) fn ask_in_background(&mut self, next: NextQuestion) -> Option<NextQuestion> {
        self.stop_asking();
        let pivot =
            self.pivot.clone().filter(|pivot| self.waiting.has_threads && !pivot.is_instant(&next.question));
        let Some(pivot) = pivot else { return Some(next) };
        let asked = next.clone();
        let what = if pivot.catalog().says_lines { READING } else { "asking the engine" };
        self.waiting.question =
            Pending::start(what, move |watch| Done::Asked(pivot.answer(&asked, watch), asked));
        let Some(pending) = &self.waiting.question else { return Some(next) };
        self.notice = Some(Notice::Said(pending.words()));
        None
    }

    /// Starts to read the rows of a question on a thread; false if there are no threads.
    pub(super) fn read_in_background(&mut self, question: &Question) -> bool {
        self.stop_asking();
        let Some(pivot) = self.pivot.clone().filter(|_| self.waiting.has_threads) else { return false };
        let question = question.clone();
        self.waiting.question =
            Pending::start(READING, move |watch| Done::Read(pivot.engine.lines(&question, watch)));
        self.waiting.question.is_some()
    }

    /// Cancels the running question; true if there was one.
    pub(in crate::dashboard) fn stop_asking(&mut self) -> bool {
        let Some(pending) = self.waiting.question.take() else { return false };
        pending.watch.stop();
        self.notice = Some(Notice::Said("stopped".to_owned()));
        true
    }

    /// Shows the answer to the running question, or its progress.
    pub(in crate::dashboard) fn poll_question(&mut self) {
        let Some(pending) = self.waiting.question.clone() else { return };
        let Some(done) = pending.job.take() else {
            self.notice = Some(Notice::Said(pending.words()));
            return;
        };
        (self.waiting.question, self.notice) = (None, None);
        match done {
            Done::Asked(asked, next) => self.show_asked(asked, &next),
            Done::Read(lines) => self.show_lines(lines),
        }
    }
}
