//! The gravest finding, which leads the screen: a sentence, and a picture of the two ranges that exclude each other.

use crate::analysis::{Finding, Severity};
use crate::text::{capitalised, truncate, wrap};
use crate::wording::{Picture, Words};

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
    /// Lines of what follows from the two ranges, shown if no pane loses a row by them.
    pub consequences: u16,
    /// Lines of the figures that stand out below it.
    pub facts: u16,
    /// Lines of the meanings of marks, shown where a column of panes leaves room for them, and their columns.
    pub marks: (u16, u16),
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

    pub(super) fn from_finding(words: Words, finding: &Finding) -> Self {
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
