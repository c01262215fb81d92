//! The draft under review, and where in it a person is.

use std::time::Instant;

use ratatui::layout::Size;

use super::article::ArticleLine;
use super::files::{Kept, ReviewFiles};
use super::history::History;
use super::layout::ReviewLayout;
use super::overlay::{OverlayText, ReviewOverlay};
use super::part::RowPart;
use super::rank::Rank;
use super::row_lines::RowText;
use crate::dashboard::{App, Appearance, Cursor, KeyboardScript};
use crate::dataset::Dataset;
use crate::draft::{Draft, Proposal, Review};

/// A draft under review. All ranges of text are of bytes in [`Draft::text`].
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "the states of a review do not exclude each other")]
pub struct DraftReview {
    pub(super) draft: Draft,
    pub(super) files: ReviewFiles,
    /// The present row, by its place in the draft.
    pub(super) at: usize,
    /// The marked part of it.
    pub(super) part: RowPart,
    pub(super) overlay: Option<ReviewOverlay>,
    pub(super) history: History,
    /// How urgently each row needs a look; made anew by every change.
    pub(super) ranks: Vec<Rank>,
    /// Rows that nothing tells apart, by their places.
    pub(super) collisions: Vec<Vec<usize>>,
    pub(super) notice: Option<String>,
    /// The state of the file that keeps the draft.
    pub(super) kept: Kept,
    /// When the draft is to be kept; `None` if nothing changed since.
    pub(super) due: Option<Instant>,
    /// True if nothing changed since the dataset was written, or since the start.
    pub(super) is_saved: bool,
    /// True if the program ends once the draft is kept.
    pub(super) is_leaving: bool,
    /// A draft of the same text that was kept, until it is taken up or left.
    pub(super) earlier: Option<Box<Dataset>>,
    pub(super) size: Size,
    pub(super) layout: ReviewLayout,
    /// The article on lines of the present width.
    pub(super) lines: Vec<ArticleLine>,
    /// The columns that the lines were made for.
    pub(super) lines_width: Option<u16>,
    /// The first line of the article in view.
    pub(super) top: usize,
    /// The present row on lines of the present width.
    pub(super) row_text: RowText,
    /// Where the marked part is among these lines.
    pub(super) parts: Cursor,
    pub(super) open_text: Option<OverlayText>,
    pub(super) appearance: Appearance,
    pub(super) is_secure: bool,
    /// True if the mouse is the review's, false if it is the terminal's.
    pub(super) mouse: bool,
    pub(super) keyboard: KeyboardScript,
    pub(super) dashboard: Option<Box<App>>,
}

impl DraftReview {
    /// The review of a draft on a screen of `size`, at the row that needs a look most.
    #[must_use]
    pub fn new(draft: Draft, files: ReviewFiles, size: Size) -> Self {
        let mut review = Self {
            draft,
            files,
            at: 0,
            part: RowPart::Figure,
            overlay: None,
            history: History::default(),
            ranks: Vec::new(),
            collisions: Vec::new(),
            notice: None,
            kept: Kept::Unchanged,
            due: None,
            is_saved: true,
            is_leaving: false,
            earlier: None,
            size,
            layout: ReviewLayout::TooSmall,
            lines: Vec::new(),
            lines_width: None,
            top: 0,
            row_text: RowText::default(),
            parts: Cursor::default(),
            open_text: None,
            appearance: Appearance::default(),
            is_secure: false,
            mouse: false,
            keyboard: KeyboardScript::default(),
            dashboard: None,
        };
        review.begin();
        review
    }

    /// Goes to the row that needs a look most.
    pub(super) fn begin(&mut self) {
        self.rank();
        self.at = 0;
        if let Some(first) = self.next_open() {
            self.at = first;
        }
        self.settle_on_row();
    }

    /// The same review in these colours.
    #[must_use]
    pub fn with_appearance(self, appearance: Appearance) -> Self {
        Self { appearance, ..self }
    }

    /// The same review in secure mode: nothing leaves it but the screen.
    #[must_use]
    pub fn secured(mut self) -> Self {
        (self.is_secure, self.files.draft) = (true, None);
        self
    }

    /// The same review, which first asks whether a draft of the same text, kept earlier, is to be taken up.
    #[must_use]
    pub fn with_earlier(mut self, earlier: Dataset) -> Self {
        self.earlier = Some(Box::new(earlier));
        self.overlay = Some(ReviewOverlay::Resume(Cursor::default()));
        self.refresh();
        self
    }

    /// The same review, which says this until the next key.
    #[must_use]
    pub fn with_notice(self, notice: String) -> Self {
        Self { notice: Some(notice), ..self }
    }

    /// The draft as it is now.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The present row; `None` if the text has no figures.
    #[must_use]
    pub fn row(&self) -> Option<&Proposal> {
        self.draft.rows.get(self.at)
    }

    /// The place of the present row in the draft.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The marked part of the present row.
    #[must_use]
    pub fn part(&self) -> RowPart {
        self.part
    }

    /// The text of the present row.
    #[must_use]
    pub fn row_text(&self) -> &RowText {
        &self.row_text
    }

    /// The first line of the row's parts in view, and the marked one.
    #[must_use]
    pub fn parts(&self) -> Cursor {
        self.parts
    }

    /// The dashboard on the draft, while it is shown.
    #[must_use]
    pub fn dashboard(&self) -> Option<&App> {
        self.dashboard.as_deref()
    }

    /// The colours.
    #[must_use]
    pub fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// The part of the screen that is drawn.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Where everything goes.
    #[must_use]
    pub fn layout(&self) -> &ReviewLayout {
        &self.layout
    }

    /// The lines of what is open over the row or the article.
    #[must_use]
    pub fn open_text(&self) -> Option<&OverlayText> {
        self.open_text.as_ref()
    }

    /// The outcome of the last key.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// How many rows were confirmed, how many rejected, and how many need a look.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let reviewed = |wanted| self.draft.rows.iter().filter(|row| row.review == wanted).count();
        let urgent = self.ranks.iter().filter(|rank| rank.needs_a_look()).count();
        (reviewed(Review::Confirmed), reviewed(Review::Rejected), urgent)
    }

    /// The other rows that nothing tells apart from the present one, by their places.
    #[must_use]
    pub fn rivals(&self) -> Vec<usize> {
        let own = self.collisions.iter().find(|rows| rows.contains(&self.at));
        own.map_or_else(Vec::new, |rows| rows.iter().copied().filter(|row| *row != self.at).collect())
    }
}
