//! The lines of the present row: what is asked about it, then each part with its value and how far it is in doubt, all
//! in full, on as many lines as they need.

use std::ops::Range;

use super::part::{Doubt, RowPart};
use crate::draft::{Draft, Origin, Proposal};
use crate::text::truncate::{cut, width};
use crate::text::wrap;

/// Columns of the marker and of the names of parts, with a blank at the right of the line.
const NAMES: u16 = 13;
/// Columns that are left for doubts, with the gap before them.
const DOUBTS: u16 = 16;
/// Columns between a value and its doubt.
const GAP: u16 = 2;
/// The least lines of the row in which a question may take more than one.
const ROOMY: u16 = 8;

/// A line of a part of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowLine {
    /// The part.
    pub part: RowPart,
    /// True on the first of its lines, where its name stands.
    pub is_first: bool,
    /// Its value, as far as it stands on this line.
    pub value: String,
    /// The words behind the value.
    pub aside: String,
    /// Columns from the start of the value to the words behind it.
    pub aside_at: u16,
}

/// The question about a row that nothing distinguishes from others, and the lines of its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowText {
    /// The lines of the question.
    pub question: Vec<String>,
    /// The lines of all parts.
    pub lines: Vec<RowLine>,
}

impl RowText {
    /// The text of a row, with what is asked about it, in so many columns and lines.
    pub(super) fn new(
        (draft, row): (&Draft, &Proposal),
        question: Option<String>,
        (columns, lines): (u16, u16),
    ) -> Self {
        let room = columns.saturating_sub(GAP);
        let question = question.map_or_else(Vec::new, |question| match lines {
            0..ROOMY => vec![cut(&question, usize::from(room))],
            ROOMY.. => wrap(&question, room),
        });
        Self { question, lines: lines_of(draft, row, columns.saturating_sub(NAMES)) }
    }

    /// The lines of a part.
    pub(super) fn of(&self, part: RowPart) -> Range<usize> {
        let start = self.lines.iter().position(|line| line.part == part).unwrap_or(0);
        start..start + self.lines.iter().filter(|line| line.part == part).count()
    }
}

fn lines_of(draft: &Draft, row: &Proposal, room: u16) -> Vec<RowLine> {
    let parts =
        RowPart::parts(row).into_iter().map(|part| (part, part.value(draft, row), aside(draft, row, part)));
    let parts: Vec<_> = parts.collect();
    let columns = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
    let widest =
        parts.iter().filter(|(_, _, aside)| !aside.is_empty()).map(|(_, value, _)| columns(value)).max();
    let wide = widest.unwrap_or(0).min(room.saturating_sub(DOUBTS));
    let mut lines = Vec::new();
    for (part, value, aside) in parts {
        // A value that says more than its doubt has the whole line.
        let (values, asides) = if aside.is_empty() {
            (wrap(&value, room), Vec::new())
        } else {
            (wrap(&value, wide), wrap(&aside, room.saturating_sub(wide + GAP)))
        };
        for at in 0..values.len().max(asides.len()) {
            let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
            let (value, aside) = (line(&values), line(&asides));
            lines.push(RowLine { part, is_first: at == 0, value, aside, aside_at: wide + GAP });
        }
    }
    lines
}

/// The words behind a value: those of the figure, or the doubt about a dimension with the words it was taken from.
fn aside(draft: &Draft, row: &Proposal, part: RowPart) -> String {
    let quoted = |range| format!("\"{}\"", words(draft, range));
    match part {
        RowPart::Figure => quoted(&row.range),
        RowPart::Measure | RowPart::Whole => String::new(),
        RowPart::Facet(_) => {
            let doubt = part.doubt(row).map_or_else(String::new, Doubt::words);
            match part.origin(row) {
                Some(Origin::Inherited { range, .. }) => format!("{doubt} {}", quoted(range)),
                Some(Origin::Here(_) | Origin::Assumed | Origin::Chosen) | None => doubt,
            }
        }
    }
}

/// Words of the text on one line.
pub(super) fn words(draft: &Draft, range: &Range<usize>) -> String {
    draft.as_printed(range).replace(['\t', '\n'], " ")
}
