//! The article as it is shown: the lines in view, and what is highlighted in them.

use std::ops::Range;

use super::article::{ArticleLine, Highlight};
use super::desk::DraftReview;
use super::part::{Doubt, RowPart};
use crate::draft::{Origin, Proposal, Review};

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
        let of_row = |(at, row): (usize, &Proposal)| {
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
