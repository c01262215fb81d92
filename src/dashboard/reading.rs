//! A topic at full size, as lines that fit the screen.

use ratatui::layout::Rect;

use crate::wording::{Entry, Topic, Words, brief, detail};

/// Columns of the terms at the left of the lines, with the gap behind them.
pub const TERM_WIDTH: u16 = 12;

/// One line of what is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is being said; empty where the line goes on with the term above it.
    pub term: String,
    /// The text, which fits.
    pub text: String,
    /// Where the line leads.
    pub topic: Option<Topic>,
}

/// Columns inside the border of a text, without the room for its marker.
pub fn text_width(body: Rect) -> u16 {
    body.width.saturating_sub(4)
}

/// Everything there is to say about a topic.
pub fn lines(words: Words, topic: Topic, width: u16) -> Vec<Line> {
    detail(words, topic).iter().flat_map(|entry| wrapped(entry, width)).collect()
}

/// What says most about a topic, the weightiest first.
pub fn brief_lines(words: Words, topic: Topic, width: u16) -> Vec<Line> {
    brief(words, topic).iter().flat_map(|entry| wrapped(entry, width)).collect()
}

/// An entry on as many lines as it needs beside its term.
fn wrapped(entry: &Entry, width: u16) -> Vec<Line> {
    wrap(&entry.text, width.saturating_sub(TERM_WIDTH))
        .into_iter()
        .enumerate()
        .map(|(at, text)| Line {
            term: if at == 0 { entry.term.to_owned() } else { String::new() },
            text,
            topic: entry.topic,
        })
        .collect()
}

/// Text broken between words, and inside a word only where it is wider than a line.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    textwrap::wrap(text, usize::from(width.max(1))).into_iter().map(std::borrow::Cow::into_owned).collect()
}
