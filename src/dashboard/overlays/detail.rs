//! A topic at full size, as lines that fit the screen.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::analysis::Figure;
use crate::dashboard::compare::distance;
use crate::text::{apart, wrap};
use crate::wording::{Entry, Headline, Topic, Words, brief, detail};

/// Columns of the terms at the left of the lines, with the gap behind them.
pub const TERM_WIDTH: u16 = 12;

/// With so few lines, the first included, each is needed for what only it says.
const FEW_LINES: u16 = 3;

/// One line of what is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
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
pub fn lines(words: Words, topic: Topic, against: Option<Figure>, width: u16) -> Vec<TextLine> {
    let entries = detail(words, topic).into_iter();
    entries.chain(compared(words, topic, against)).flat_map(|entry| wrapped(&entry, width)).collect()
}

/// A topic in short.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is.
    pub headline: Headline,
    /// What else there is to say, the weightiest first, in lines that fit.
    pub lines: Vec<TextLine>,
}

/// What says most about a topic, with at most `height` lines. Which trade it is about has a line of its own where that
/// has room for it, unless there are so few that something weightier would go without; so have marks that the first has
/// no room for.
pub fn summary(words: Words, topic: Topic, against: Option<Figure>, (width, height): (u16, u16)) -> Summary {
    let (mut headline, entries) = brief(words, topic);
    let room = usize::from(width.saturating_sub(TERM_WIDTH));
    let below = height > FEW_LINES && (1..=room).contains(&headline.about.width());
    let about = below.then(|| Entry::new("About", std::mem::take(&mut headline.about)));
    let Headline { title, marks, .. } = &mut headline;
    let cut = !marks.is_empty() && title.width() + 2 + marks.width() > usize::from(width);
    let marks = cut.then(|| Entry::new("Status", std::mem::take(marks)));
    let entries = about.into_iter().chain(marks).chain(compared(words, topic, against)).chain(entries);
    let lines = entries.flat_map(|entry| wrapped(&entry, width)).take(usize::from(height)).collect();
    Summary { headline, lines }
}

/// The topic beside the figure that all are compared with: both numbers and their distance, or why there is none.
fn compared(words: Words, topic: Topic, against: Option<Figure>) -> Option<Entry> {
    let (Topic::Figure(figure), Some(against)) = (topic, against) else { return None };
    // Both as published: in another currency two numbers could look alike that have no common unit.
    let words = words.as_published();
    if figure == against {
        return Some(Entry::new("Compared", "all others are compared with this one"));
    }
    let far = distance(words, against, figure).unwrap_or_else(|why| format!("cannot be compared: {why}"));
    let (own, other) = (words.value_line(figure), words.line(against));
    let text = format!("{own} against {other}: {far}");
    Some(Entry { topic: Some(Topic::Figure(against)), ..Entry::new("Compared", text) })
}

/// A text on lines that fit.
pub fn plain(text: &str, width: u16) -> Vec<TextLine> {
    let line = |text| TextLine { term: String::new(), text, topic: None };
    wrap(text, width).into_iter().map(line).collect()
}

/// An entry on as many lines as it needs beside its term.
pub fn wrapped(entry: &Entry, width: u16) -> Vec<TextLine> {
    let room = width.saturating_sub(TERM_WIDTH);
    let aside = entry.aside.as_deref();
    let lines = match aside.and_then(|aside| apart(&entry.text, aside, room)) {
        Some(line) => vec![line],
        None => [Some(entry.text.as_str()), aside]
            .into_iter()
            .flatten()
            .flat_map(|text| wrap(text, room))
            .collect(),
    };
    lines
        .into_iter()
        .enumerate()
        .map(|(at, text)| TextLine {
            term: if at == 0 { entry.term.to_owned() } else { String::new() },
            text,
            topic: entry.topic,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_apart_has_a_gap_or_a_line_of_its_own() {
        let entry = Entry { aside: Some("¶1".to_owned()), ..Entry::new("As printed", "\"34 billion\"") };
        let texts = |width| wrapped(&entry, width).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert_eq!(texts(TERM_WIDTH + 16), ["\"34 billion\"  ¶1"]);
        assert_eq!(texts(TERM_WIDTH + 15), ["\"34 billion\"", "¶1"]);
    }
}
