//! The finding that leads the screen, and the one that is open.

use std::sync::Arc;

use super::app::App;
use super::lead::Lead;
use super::overlays::{Detail, Overlay};
use crate::wording::Topic;

/// The maximum number of steps of a proof below its picture.
const MOST_CONSEQUENCES: usize = 3;

impl App {
    /// The finding that leads the screen; `None` if nothing graver than a note was found.
    #[must_use]
    pub fn lead(&self) -> Option<&Lead> {
        self.model.lead.as_ref()
    }

    /// The steps of the proof of the finding that leads that its picture does not show; none without a picture.
    #[must_use]
    pub fn consequences(&self) -> Vec<String> {
        let words = self.words().as_published();
        let picture = self.lead().and_then(|lead| lead.picture.as_ref());
        let Some((picture, finding)) = picture.zip(words.analysis.findings.first()) else {
            return Vec::new();
        };
        let is_drawn = |step: &String| picture.pair.iter().any(|row| step.contains(&row.working));
        let mut steps = words.proof_steps(finding);
        steps.retain(|step| !is_drawn(step));
        steps.truncate(MOST_CONSEQUENCES);
        steps
    }

    /// The open finding, if it has a picture; built once when it opens, so that scrolling costs nothing.
    #[must_use]
    pub fn open_finding(&self) -> Option<&Lead> {
        self.open_finding.as_ref().map(|(_, lead)| &**lead)
    }

    /// Builds the picture of a finding that was just opened.
    pub(super) fn reopen(&mut self) {
        let open = match self.view.overlays.last() {
            Some(Overlay::Detail(Detail { topic: Topic::Finding(at), .. })) => Some(*at),
            _ => None,
        };
        if open != self.open_finding.as_ref().map(|(at, _)| *at) {
            let words = self.model.words();
            let finding = open.and_then(|at| Some((at, words.analysis.findings.get(at)?)));
            self.open_finding =
                finding.map(|(at, finding)| (at, Arc::new(Lead::from_finding(words, finding))));
        }
    }

    /// Opens the finding that leads the screen, as if its row had been selected and opened.
    pub(super) fn open_lead(&mut self) {
        let topic = Topic::Finding(0);
        if let Some(pane) = self.findings_pane() {
            self.view.focus = pane;
            let row = self.rows(pane).iter().position(|row| *row == topic);
            if let (Some(cursor), Some(row)) = (self.view.cursors.get_mut(pane), row) {
                cursor.selected = row;
            }
        }
        self.open_detail(topic);
    }

    /// The pane that lists the findings.
    #[must_use]
    pub fn findings_pane(&self) -> Option<usize> {
        self.panes().iter().position(|pane| pane.kind.has_findings())
    }
}
