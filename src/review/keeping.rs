//! Files: the draft is kept after every change, and written as a dataset when a person asks for it.
//!
//! Both are the same text, a dataset of our own format in which rows that nobody confirmed carry their doubt.

use std::time::Instant;

use super::desk::DraftReview;
use super::files::Kept;
use super::overlay::ReviewOverlay;
use crate::dashboard::{Answer, Effect, Outcome, Replaces};
use crate::draft::Review;
use crate::formats::write;

impl DraftReview {
    /// When the draft is to be kept: as soon as nothing else waits.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        self.due
    }

    /// Called when the draft is due to be kept.
    pub fn tick(&mut self) -> Outcome {
        self.keep()
    }

    /// Where the draft is, in a few words for the line at the top.
    #[must_use]
    pub fn kept_words(&self) -> String {
        match (&self.files.draft, &self.kept) {
            _ if self.is_secure => "secure mode: nothing is written".to_owned(),
            (_, Kept::Failed(why)) => format!("draft not kept: {why}"),
            (_, Kept::Unchanged) => String::new(),
            _ if self.is_saved => "saved".to_owned(),
            (None, _) => "not saved".to_owned(),
            // The same before and after it is written: a second frame for every key would say no more.
            (Some(file), Kept::Pending | Kept::Kept) => format!("draft in {}", file_name(file)),
        }
    }

    /// For the terminal, after the review: where a draft is that was kept, but not written as a dataset.
    #[must_use]
    pub fn farewell(&self) -> Option<String> {
        let file = self.files.draft.as_ref().filter(|_| self.has_unsaved() && self.kept == Kept::Kept)?;
        Some(format!("the draft is kept in {}: {} takes it up again", file_name(file), self.files.command))
    }

    /// True if changes would be lost that are neither saved nor kept, or are kept only as a draft.
    pub(super) fn has_unsaved(&self) -> bool {
        !self.is_saved && !self.is_secure
    }

    /// Writes the draft to its file, if it has one and something changed.
    pub(super) fn keep(&mut self) -> Outcome {
        self.due = None;
        match &self.files.draft {
            Some(path) if self.kept == Kept::Pending => {
                let (path, contents) = (path.clone(), self.contents());
                Outcome::Perform(Effect::Save { path, contents, replaces: Replaces::OwnDraft })
            }
            Some(_) | None => Outcome::Unchanged,
        }
    }

    /// Writes the dataset to the file that was named. A file is replaced only after its name was found taken.
    pub(super) fn save(&mut self, over: bool) -> Option<Outcome> {
        let Some(ReviewOverlay::Save(save)) = &self.overlay else { return None };
        let path = save.line.text().trim().to_owned();
        let replaces = match (over, save.is_taken) {
            (true, false) => return None,
            (true, true) => Replaces::Taken,
            (false, _) => Replaces::Nothing,
        };
        (!path.is_empty())
            .then(|| Outcome::Perform(Effect::Save { path, contents: self.contents(), replaces }))
    }

    /// Takes what came of an effect.
    pub fn answer(&mut self, answer: Answer) -> Outcome {
        if let Some(app) = self.dashboard.as_mut().filter(|_| !matches!(answer, Answer::Kept(_))) {
            app.answer(answer);
            return Outcome::Changed;
        }
        match (answer, &mut self.overlay) {
            (Answer::Kept(done), _) => {
                self.kept = done.map_or_else(Kept::Failed, |()| Kept::Kept);
                if self.is_leaving {
                    return Outcome::Quit;
                }
            }
            (Answer::Exists(why), Some(ReviewOverlay::Save(save))) => {
                (save.said, save.is_taken) = (Some(why), true);
            }
            (Answer::NotExported(why), Some(ReviewOverlay::Save(save))) => {
                (save.said, save.is_taken) = (Some(why), false);
            }
            (Answer::Exported(said), _) => {
                self.overlay = None;
                self.is_saved = true;
                self.notice = Some(format!("{said}, {}", self.written_words()));
            }
            (Answer::Copy(said) | Answer::Exists(said) | Answer::NotExported(said), _) => {
                self.notice = Some(said);
            }
        }
        self.refresh();
        Outcome::Changed
    }

    /// The draft as a file of our own format.
    pub(super) fn contents(&self) -> String {
        let mut written = Vec::new();
        // Memory takes everything, and what is written is text.
        let _ = write::inline(&self.draft.to_dataset(), &mut written);
        String::from_utf8(written).unwrap_or_default()
    }

    /// `17 rows, 4 of them unconfirmed`.
    fn written_words(&self) -> String {
        let written = self.draft.rows.iter().filter(|row| row.review != Review::Rejected).count();
        let open = self.draft.rows.iter().filter(|row| row.review == Review::Open).count();
        let rows = if written == 1 { "1 row".to_owned() } else { format!("{written} rows") };
        if open == 0 { rows } else { format!("{rows}, {open} unconfirmed") }
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
