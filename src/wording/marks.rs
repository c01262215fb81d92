//! The marks of a figure: its status, and what the checks make of it.

use super::Words;
use crate::analysis::{Figure, Severity};
use crate::dataset::{Code, Status};

impl Words<'_> {
    /// The marks behind a number: its status letter, `c` if it is converted, `✗` if a check contradicts it.
    #[must_use]
    pub fn marks(self, figure: Figure) -> String {
        let status = self.observation(figure).map_or(Status::Normal, |observation| observation.status);
        let letter = if status == Status::Normal || status.is_missing() { "" } else { status.code() };
        let converted = if self.is_converted(figure) { "c" } else { "" };
        let contradicted = if self.gravest(figure) == Some(Severity::Contradiction) { "✗" } else { "" };
        let marks = [letter, converted, contradicted];
        marks.into_iter().filter(|mark| !mark.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// `contradicted` or `doubted`, by the gravest finding on the figure.
    #[must_use]
    pub fn worst_finding(self, figure: Figure) -> Option<&'static str> {
        match self.gravest(figure)? {
            Severity::Contradiction => Some("contradicted"),
            Severity::Doubt => Some("doubted"),
            Severity::Note => None,
        }
    }

    fn gravest(self, figure: Figure) -> Option<Severity> {
        let found = self.analysis.findings_on(figure).filter_map(|at| self.analysis.findings.get(at));
        found.map(|finding| finding.severity).min()
    }
}
