//! The gravest finding, which leads the screen: a sentence, and a picture of the two ranges that exclude each other.

use std::sync::Arc;

use super::app::App;
use super::overlays::{Detail, Overlay};
use crate::analysis::{Finding, Severity};
use crate::text::{capitalised, truncate, wrap};
use crate::wording::{Picture, Topic, Words};

/// A finding that leads the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Its severity: a contradiction or a doubt.
    pub severity: Severity,
    /// The sentence in its wordings, from the fullest to the shortest.
    pub sentences: Vec<String>,
    /// The picture of the finding, if it is about two ranges.
    pub picture: Option<Picture>,
}

/// The lines that a lead needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeadRows {
    /// Lines of the header beyond the first.
    pub header: u16,
    /// Lines of its sentence; 0 if no finding leads.
    pub sentence: u16,
    /// The number of ranges in its picture.
    pub picture: u16,
    /// Lines of the figures that stand out below it.
    pub facts: u16,
}

/// The maximum number of lines for the sentence.
const MOST_LINES: usize = 2;
/// Columns of the mark before the sentence, and of the margins.
const AROUND: u16 = 4;

impl Lead {
    /// The gravest finding, if it is more than a note.
    pub(super) fn new(words: Words) -> Option<Self> {
        let finding = words.analysis.findings.first().filter(|first| first.severity != Severity::Note)?;
        Some(Self::from_finding(words, finding))
    }

    fn from_finding(words: Words, finding: &Finding) -> Self {
        let sentences = words.sentences(finding).iter().map(|sentence| capitalised(sentence)).collect();
        Self { severity: finding.severity, sentences, picture: words.picture(finding) }
    }

    /// The fullest wording that fits one line of a screen this wide, else the shortest, wrapped.
    #[must_use]
    pub fn lines(&self, width: u16) -> Vec<String> {
        let room = width.saturating_sub(AROUND);
        let fits = |text: &&String| truncate::width(text) <= usize::from(room);
        if let Some(whole) = self.sentences.iter().find(fits) {
            return vec![whole.clone()];
        }
        let mut lines = self.sentences.last().map(|last| wrap(last, room)).unwrap_or_default();
        lines.truncate(MOST_LINES);
        lines
    }

    pub(super) fn rows(&self, width: u16) -> LeadRows {
        let picture = if self.picture.is_some() { 2 } else { 0 };
        LeadRows {
            sentence: u16::try_from(self.lines(width).len()).unwrap_or(1),
            picture,
            ..LeadRows::default()
        }
    }
}

impl App {
    /// The finding that leads the screen; `None` if nothing graver than a note was found.
    #[must_use]
    pub fn lead(&self) -> Option<&Lead> {
        self.model.lead.as_ref()
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
