//! The marks of a figure: its status, and the result of the checks.

use super::{Topic, Words, status_word};
use crate::analysis::{Figure, Severity};
use crate::dataset::{Code, Status};

impl Words<'_> {
    /// The marks behind a number: its status letter, `c` if it is converted, `✗` if a check contradicts it.
    #[must_use]
    pub fn marks(self, figure: Figure) -> String {
        let letter = self.shown_status(figure).map_or("", Status::code);
        let converted = if self.is_converted(figure) { "c" } else { "" };
        let contradicted = if self.is_contradicted(figure) { "✗" } else { "" };
        let marks = [letter, converted, contradicted];
        marks.into_iter().filter(|mark| !mark.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The status that a figure is marked with: its own, or the gravest of those that a derived one inherits.
    #[must_use]
    pub fn shown_status(self, figure: Figure) -> Option<Status> {
        match self.observation(figure) {
            Some(row) => Some(row.status).filter(|status| *status != Status::Normal && !status.is_missing()),
            None => self.analysis.inherited(self.dataset, figure).status,
        }
    }

    /// True if a contradiction involves the figure, one that it rests on, or the same figure in another currency.
    #[must_use]
    pub fn is_contradicted(self, figure: Figure) -> bool {
        self.is_in_contradiction(figure)
            || !self.analysis.inherited(self.dataset, figure).contradicted_by.is_empty()
    }

    /// True if a contradiction involves the figure itself, not only one that it rests on.
    #[must_use]
    pub fn is_in_contradiction(self, figure: Figure) -> bool {
        self.gravest(figure) == Some(Severity::Contradiction)
    }

    /// `contradicted` or `doubted`, by the gravest finding on the figure.
    #[must_use]
    pub fn worst_finding(self, figure: Figure) -> Option<&'static str> {
        if self.is_contradicted(figure) {
            return Some("contradicted");
        }
        match self.gravest(figure)? {
            Severity::Contradiction => Some("contradicted"),
            Severity::Doubt => Some("doubted"),
            Severity::Note => None,
        }
    }

    /// Explains the ✗ of a figure: the figure itself is contradicted, as printed here or in another currency or report, or
    /// those that it rests on are. Both begin alike, so that little of the line changes from row to row.
    #[must_use]
    pub(super) fn cross_explained(self, figure: Figure) -> Option<&'static str> {
        if self.is_in_contradiction(figure) {
            return Some("contradicted");
        }
        let roots = self.analysis.inherited(self.dataset, figure);
        (!roots.contradicted_by.is_empty())
            .then(|| if self.observation(figure).is_none() { "contradicted inputs" } else { "contradicted" })
    }

    fn gravest(self, figure: Figure) -> Option<Severity> {
        let found = self.analysis.findings_on(figure).filter_map(|at| self.analysis.findings.get(at));
        found.map(|finding| finding.severity).min()
    }
}

/// The status letters of published rows with their meanings, without repetition: `V unvalidated`.
#[must_use]
pub fn letters_explained(words: Words, rows: &[Topic]) -> String {
    let mut shown: Vec<Status> = Vec::new();
    for figure in rows.iter().filter_map(|row| row.figure()) {
        let status = words.observation(figure).and_then(|_| words.shown_status(figure));
        shown.extend(status.filter(|status| !shown.contains(status)));
    }
    let explained = shown.into_iter().map(|status| format!("{} {}", status.code(), status_word(status)));
    explained.collect::<Vec<_>>().join(", ")
}
