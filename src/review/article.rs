//! The article on lines, and what is highlighted in them.

use std::ops::Range;

use crate::draft::Draft;
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
