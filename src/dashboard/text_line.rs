//! The lines of a text at full size.

use ratatui::layout::Rect;

use super::pivot::FigureWay;
use crate::text::{with_aside, wrap};
use crate::wording::{Entry, Topic};

/// The width of the terms before the lines, with the gap after them, in a narrow text.
pub const TERM_WIDTH: u16 = 12;

/// The width of the terms in a full-size text with lines of this width.
#[must_use]
pub fn term_width(width: u16) -> u16 {
    if width < 60 { TERM_WIDTH } else { 18 }
}

/// One line of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextLine {
    /// The term that the text explains; empty if it continues the line above.
    pub term: String,
    /// The text, which fits.
    pub text: String,
    /// The topic that the line links to.
    pub topic: Option<Topic>,
    /// The way on that the line links to, for a figure of a table.
    pub way: Option<FigureWay>,
    /// True if it continues the entry of the line above.
    pub is_continuation: bool,
    /// The column of the text that a caret lies on.
    pub caret: Option<usize>,
}

impl TextLine {
    /// A line without a term and without a link.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// The width of the lines of a text in `body`: inside the margin and the marker of the selected line, less one column.
pub fn text_width(body: Rect) -> u16 {
    body.width.saturating_sub(4)
}

/// An entry on as many lines of `width` columns as it needs, of which its term takes `terms`.
pub fn wrapped(entry: &Entry, terms: u16, width: u16) -> Vec<TextLine> {
    let room = width.saturating_sub(terms);
    let aside = entry.aside.as_deref();
    let texts = match aside.and_then(|aside| with_aside(&entry.text, aside, room)) {
        Some(line) => vec![line],
        None => std::iter::once(entry.text.as_str()).chain(aside).flat_map(|text| wrap(text, room)).collect(),
    };
    let line = |(at, text)| {
        let term =
            if at == 0 { entry.term(usize::from(terms.saturating_sub(1))).to_owned() } else { String::new() };
        TextLine { term, text, topic: entry.topic, is_continuation: at > 0, ..TextLine::default() }
    };
    texts.into_iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Heading;

    #[test]
    fn separate_statements_have_a_gap_or_a_line_of_their_own() {
        let entry =
            Entry { aside: Some("¶1".to_owned()), ..Entry::new(Heading::AsPrinted, "\"34 billion\"") };
        let texts =
            |width| wrapped(&entry, TERM_WIDTH, width).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert_eq!(texts(TERM_WIDTH + 16), ["\"34 billion\"  ¶1"]);
        assert_eq!(texts(TERM_WIDTH + 15), ["\"34 billion\"", "¶1"]);
        let continuations =
            wrapped(&entry, TERM_WIDTH, TERM_WIDTH + 15).into_iter().map(|line| line.is_continuation);
        assert_eq!(continuations.collect::<Vec<_>>(), [false, true]);
    }
}
