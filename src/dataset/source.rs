//! Who published figures, and the places they are about.

use super::{GroupMember, Rounding};

/// Who published figures.
#[derive(Debug, Clone)]
pub struct Source {
    /// Stable name, unique in the dataset.
    pub id: String,
    /// Who published.
    pub publisher: String,
    /// Its title, or what it is about.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<chrono::NaiveDate>,
    /// Everyone who passed the figures on, from the first to the last.
    pub chain: Option<String>,
    /// Language of the text.
    pub language: Option<String>,
    /// Address, if there is one.
    pub path: Option<String>,
    /// How it shortens its numbers; `None` if that is not known.
    pub rounding: Option<Rounding>,
}

impl Source {
    /// A source of which only the publisher and the day are known.
    #[must_use]
    pub fn new(id: String, publisher: String, day: Option<chrono::NaiveDate>) -> Self {
        let (title, chain, language, path, rounding) = (None, None, None, None, None);
        Self { id, publisher, title, published: day, chain, language, path, rounding }
    }
}

/// A country, a region, a port or a group of them.
#[derive(Debug, Clone)]
pub struct Place {
    /// ISO 3166-1 alpha-3, ISO 3166-2, or the dataset's own code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// A shorter name, for narrow columns.
    pub short: Option<String>,
    /// The members of a group; empty if it is not a group, and for a group whose members the program knows.
    pub members: Vec<GroupMember>,
}
