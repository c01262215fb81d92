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
mod plain;
mod proposal;
mod read;
mod region;
mod sentence;
mod simplified;
mod table;
mod to_dataset;
mod token;
mod words;

use std::ops::Range;

pub use check::CheckedDraft;
pub use proposal::{Origin, Proposal, Review, ShareWhole, Sourced};

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

/// A paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// As readers count: 0 is the title, 1 the first paragraph below it and the line with the date. `None` for that line.
    pub number: Option<usize>,
    /// Its bytes, without blanks at the ends.
    pub range: Range<usize>,
}

/// A figure that was read and is no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexpressed {
    /// Its words.
    pub range: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Why it is no row.
    pub reason: Inexpressible,
}

/// Why a figure is no row of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inexpressible {
    /// A difference between two growth rates in percentage points.
    PointsOfGrowth,
    /// A price, a rate of exchange, an index, or another amount per something.
    Price,
    /// An average over several periods.
    Average,
    /// A figure that somebody expected or aims at.
    Expected,
    /// An amount in a unit that is not known; it inherits none.
    UnknownUnit,
    /// A number of things that are no partners.
    OtherCount,
    /// Nothing says of which trade it is.
    NoFlow,
    /// Production, stocks or another thing that is no trade.
    NoTrade,
    /// A balance as a part of exports, imports or both, of which it is none.
    Ratio,
    /// More digits than can be held.
    TooManyDigits,
}

/// The most characters of a title, and of the name of a product.
const MOST_TITLE: usize = 200;
const MOST_PRODUCT: usize = 80;

/// Words with one blank between them, cut behind so many characters.
fn one_line(text: &str, most: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}

impl Draft {
    /// Drafts the dataset called `name` from the text of an article, which may be HTML or Markdown.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        let text = plain::plain(text);
        let folded = token::folded(&text);
        let article = article::Article::new(&text, &folded);
        let home = read::Home::new(&article);
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

    /// The sentence, or the line, around a figure: up to a full stop, or the ends of its paragraph.
    #[must_use]
    pub fn locator(paragraph: usize) -> String {
        format!("¶{paragraph}")
    }
}

/// The flow of a known word.
fn read_flow(mark: &sentence::KnownPhrase) -> Option<crate::dataset::Flow> {
    read::SaidFlow::new(mark).map(|flow| flow.flow)
}
