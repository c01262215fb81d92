//! The article on lines, and what is highlighted in them.

use std::ops::Range;

use super::desk::DraftReview;
use super::part::{Doubt, RowPart};
use crate::draft::{Draft, Origin, Review};
use crate::text::wrap;

/// A line of the article as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Its bytes in the text; empty for a blank line.
    pub range: Range<usize>,
    /// On the first line of a paragraph, its number.
    pub label: Option<usize>,
    /// True for the lines of the title.
    pub is_title: bool,
}

/// The kinds of highlights in the article, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Highlight {
    /// A figure that can be no row.
    Unexpressed,
    /// A figure that was rejected.
    Rejected,
    /// A figure that was confirmed.
    Confirmed,
    /// A figure that nobody looked at.
    Open,
    /// Words that the present row took a dimension from.
    Source,
    /// The figure of the present row.
    Present,
}

/// Wraps the paragraphs of a draft to lines of `width` columns, with a blank line between two if `apart`.
pub(super) fn lines(draft: &Draft, width: u16, apart: bool) -> Vec<ArticleLine> {
    let mut lines = Vec::new();
    for paragraph in &draft.paragraphs {
        if apart && !lines.is_empty() {
            let at = paragraph.range.start;
            lines.push(ArticleLine { range: at..at, label: None, is_title: false });
        }
        let mut label = paragraph.number.filter(|number| *number > 0);
        let is_title = paragraph.number == Some(0);
        let Some(text) = draft.text.get(paragraph.range.clone()) else { continue };
        let mut start = paragraph.range.start;
        // The lines of a table stay; those of prose are somebody's choice of a width.
        let is_table = text.contains(['|', '\t']);
        for row in text.split(|c| is_table && c == '\n') {
            for range in wrapped(row, start, width) {
                lines.push(ArticleLine { range, label: label.take(), is_title });
            }
            start += row.len() + 1;
        }
    }
    lines
}

/// A line of the text on lines of the screen, as ranges of bytes; `start` is where it starts.
fn wrapped(text: &str, start: usize, width: u16) -> Vec<Range<usize>> {
    // Tabs and line ends are drawn as blanks.
    let text = text.replace(['\t', '\n'], " ");
    let mut from = 0;
    let mut ranges = Vec::new();
    for line in wrap(&text, width) {
        let gap = text[from..].find(line.as_str()).unwrap_or(0);
        let begin = from + gap;
        from = begin + line.len();
        ranges.push(start + begin..start + from);
    }
    ranges
}

impl DraftReview {
    /// The lines of the article from the first in view.
    #[must_use]
    pub fn lines_in_view(&self) -> &[ArticleLine] {
        self.lines.get(self.top..).unwrap_or_default()
    }

    /// How many lines the article has, and the first in view.
    #[must_use]
    pub fn extent(&self) -> (usize, usize) {
        (self.lines.len(), self.top)
    }

    /// A line in pieces, each with its highlight.
    #[must_use]
    pub fn pieces(&self, line: &Range<usize>) -> Vec<(Range<usize>, Option<Highlight>)> {
        let marks = self.marks(line);
        let inside = |at: &usize| line.contains(at);
        let ends = marks.iter().flat_map(|(range, _)| [range.start, range.end]).filter(inside);
        let mut bounds: Vec<usize> = ends.chain([line.start, line.end]).collect();
        bounds.sort_unstable();
        bounds.dedup();
        let strongest = |from: usize| {
            let here = marks.iter().filter(|(range, _)| range.contains(&from));
            here.map(|(_, highlight)| *highlight).max()
        };
        bounds.windows(2).map(|pair| (pair[0]..pair[1], strongest(pair[0]))).collect()
    }

    /// The highlights of a line.
    fn marks(&self, line: &Range<usize>) -> Vec<(Range<usize>, Highlight)> {
        let (rows, others) = (&self.draft.rows, &self.draft.unexpressed);
        let first = rows.partition_point(|row| row.range.end <= line.start);
        let figures = rows.iter().enumerate().skip(first).take_while(|(_, row)| row.range.start < line.end);
        let of_row = |(at, row): (usize, &crate::draft::Proposal)| {
            let highlight = match row.review {
                _ if at == self.at => Highlight::Present,
                Review::Open => Highlight::Open,
                Review::Confirmed => Highlight::Confirmed,
                Review::Rejected => Highlight::Rejected,
            };
            (row.range.clone(), highlight)
        };
        let first = others.partition_point(|other| other.range.end <= line.start);
        let unexpressed = others.iter().skip(first).take_while(|other| other.range.start < line.end);
        let sources = self.sources().into_iter().filter(|range| overlap(range, line));
        let mut marks: Vec<_> = figures.map(of_row).collect();
        marks.extend(unexpressed.map(|other| (other.range.clone(), Highlight::Unexpressed)));
        marks.extend(sources.map(|range| (range, Highlight::Source)));
        marks
    }

    /// The words that the present row inherits from, and those of its marked part.
    fn sources(&self) -> Vec<Range<usize>> {
        let Some(row) = self.row() else { return Vec::new() };
        let shown =
            |part: &RowPart| *part == self.part || matches!(part.doubt(row), Some(Doubt::Inherited(_)));
        let parts = RowPart::parts(row).into_iter().filter(shown);
        parts.filter_map(|part| part.origin(row).and_then(Origin::range).cloned()).collect()
    }

    /// The line that a byte of the text stands on.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.range.end <= at).min(self.lines.len().saturating_sub(1))
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
