//! Everything there is to say about one figure or finding, as terms and what they mean.

use super::{Words, figure, finding};
use crate::analysis::Figure;

/// What a row is about, and what can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A figure of the dataset, or one that follows from it.
    Figure(Figure),
    /// Where something that the checks found stands in [`crate::analysis::Analysis::findings`].
    Finding(usize),
}

impl Topic {
    /// The figure, where it is one.
    #[must_use]
    pub fn figure(self) -> Option<Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Finding(_) => None,
        }
    }

    /// Where the finding stands, where it is one.
    #[must_use]
    pub fn finding(self) -> Option<usize> {
        match self {
            Self::Figure(_) => None,
            Self::Finding(at) => Some(at),
        }
    }
}

/// One thing said: a term and its text, perhaps leading somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is being said: `Source`; empty where the line goes on with the term above it.
    pub term: &'static str,
    /// The text, of any length.
    pub text: String,
    /// What belongs to it and stands apart from it, at the end of the line, where there is room.
    pub aside: Option<String>,
    /// What the text speaks of and leads to.
    pub topic: Option<Topic>,
}

impl Entry {
    /// Plain text under a term.
    #[must_use]
    pub fn new(term: &'static str, text: impl Into<String>) -> Self {
        Self { term, text: text.into(), aside: None, topic: None }
    }

    /// Entries under one term, which only the first of them names.
    pub(super) fn list(
        term: &'static str,
        entries: impl Iterator<Item = (String, Topic)>,
    ) -> impl Iterator<Item = Self> {
        entries.enumerate().map(move |(at, (text, topic))| Self {
            term: if at == 0 { term } else { "" },
            text,
            aside: None,
            topic: Some(topic),
        })
    }
}

/// Everything there is to say about a topic, in the order in which one would ask.
#[must_use]
pub fn detail(words: Words, topic: Topic) -> Vec<Entry> {
    match topic {
        Topic::Figure(figure) => {
            figure::own(words, figure).into_iter().chain(figure::following(words, figure)).collect()
        }
        Topic::Finding(at) => finding::entries(words, at),
    }
}

/// A topic in one line.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The figure itself, with what it measures.
    pub title: String,
    /// What the marks behind its number mean.
    pub marks: String,
    /// Which trade it is about; nothing where the topic is a finding.
    pub about: String,
}

/// What says most about a topic, the weightiest first; what follows from it is looked for only where there is room.
///
/// What all figures have comes first, so that it stands in the same place whichever row is looked at.
pub fn brief(words: Words, topic: Topic) -> (Headline, impl Iterator<Item = Entry>) {
    const WEIGHTIEST: [&str; 7] =
        ["Converted", "As printed", "Formula", "Finding", "Proof", "Note", "Stands for"];
    let (own, figure) = match topic {
        Topic::Figure(figure) => (figure::own(words, figure), Some(figure)),
        Topic::Finding(at) => (finding::entries(words, at), None),
    };
    let (mut title, mut marks, mut term) = (String::new(), Vec::new(), "");
    let mut entries = Vec::new();
    for mut entry in own {
        term = if entry.term.is_empty() { term } else { entry.term };
        match term {
            "Value" => title = std::mem::take(&mut entry.text),
            "Status" => marks.push(std::mem::take(&mut entry.text)),
            "As printed" => {
                let observation = figure.and_then(|figure| words.observation(figure));
                entry.aside = observation.map(|observation| words.source_and_place(observation));
            }
            _ => {}
        }
        entries.extend(WEIGHTIEST.iter().position(|known| *known == term).map(|weight| (weight, entry)));
    }
    entries.sort_by_key(|(weight, _)| *weight);
    let headline = figure.map(|figure| {
        marks.extend(words.verdict(figure).map(str::to_owned));
        let about = words.subject(figure).map(|subject| words.about(subject)).unwrap_or_default();
        Headline { title, marks: marks.join(", "), about }
    });
    let found = || Headline { title: "What the checks found".to_owned(), ..Headline::default() };
    let following = move || figure.map(|figure| figure::following(words, figure));
    let following = std::iter::once_with(following).flatten().flatten();
    (headline.unwrap_or_else(found), entries.into_iter().map(|(_, entry)| entry).chain(following))
}
