//! The draft of a dataset: figures that rules find in an article's text, each with where its dimensions come from.
//!
//! Offline and without models. A draft is a proposal: a person confirms or mends it, and what nobody confirmed stays marked
//! in the dataset. Nothing that looks like a figure is dropped: what cannot be a row is listed with the reason.

mod article;
mod calendar;
mod check;
mod collision;
mod figure;
mod number;
mod one_line;
mod plain;
mod proposal;
mod read;
mod region;
mod sentence;
mod simplified;
mod to_dataset;
mod token;
mod unexpressed;
mod words;

use std::ops::Range;

pub use article::Paragraph;
pub use check::CheckedDraft;
pub use proposal::{Origin, Proposal, Review, ShareWhole, Sourced};
pub use unexpressed::{Inexpressible, Unexpressed};

use one_line::{MOST_TITLE, one_line};

use crate::dataset::{Place, Source};
use crate::text::harmless::is_harmful;

/// A drafted dataset. Ranges are of bytes in [`Draft::text`], on boundaries of characters.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Short name of the dataset: that of the file, without its ending.
    pub name: String,
    /// The first line of the text.
    pub title: String,
    /// The text that was read: markup stripped, spaces and digits in one form, harmful characters left out.
    pub text: String,
    /// Its paragraphs in order, the title first.
    pub paragraphs: Vec<Paragraph>,
    /// Who published the text, where and when, as far as it says.
    pub source: Source,
    /// Places that rows name and nobody else knows, such as a group of the text's own.
    pub places: Vec<Place>,
    /// The proposed rows, in the order of the text.
    pub rows: Vec<Proposal>,
    /// Figures that were read and are no rows, in the order of the text.
    pub unexpressed: Vec<Unexpressed>,
}

impl Draft {
    /// Drafts the dataset called `name` from the text of an article, which may be HTML or Markdown.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        let text = plain::plain(text);
        let folded = token::folded(&text);
        let article = article::Article::new(&text, &folded);
        let home = read::home(&article);
        let rows = read::rows(&article, &home);
        let title = article.blocks.first().map_or("", |block| &text[block.range.clone()]);
        let title = one_line(title.lines().next().unwrap_or_default(), MOST_TITLE);
        let name: String = name.chars().filter(|c| !is_harmful(*c)).take(MOST_TITLE).collect();
        let published = article.published;
        let paragraphs = article.paragraphs();
        let places = read::places(&rows.rows, home.local.as_deref());
        let source = Source::new("article".to_owned(), name.clone(), published);
        let read::DraftRows { rows, unexpressed } = rows;
        Self { name, title, text, paragraphs, source, places, rows, unexpressed }
    }

    /// The words of a figure as the text prints them.
    #[must_use]
    pub fn as_printed(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// A paragraph as the locator of a row names it.
    #[must_use]
    pub fn locator(paragraph: usize) -> String {
        if paragraph == 0 { "title".to_owned() } else { format!("¶{paragraph}") }
    }
}
