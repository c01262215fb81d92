//! After every change: lay out, wrap, and keep what matters in view. Drawing then decides nothing.

use super::action::Turn;
use super::article::lines;
use super::desk::DraftReview;
use super::layout::{ReviewLayout, below_title};
use super::overlay::ReviewOverlay;
use super::part::{Doubt, RowPart};
use super::row_lines::{RowText, words};
use crate::dashboard::{Cursor, Move, text_width};

/// Columns in front of the article's lines, for the number of a paragraph: where there is room, and where there is little.
const MARGINS: (u16, u16) = (6, 4);
/// From so many columns on there is room.
const ROOMY: u16 = 50;
/// From so many lines on, paragraphs stand apart.
const APART: u16 = 10;

/// Columns in front of the lines of an article that has so many.
#[must_use]
pub(crate) fn margin(width: u16) -> u16 {
    if width < ROOMY { MARGINS.1 } else { MARGINS.0 }
}

impl DraftReview {
    /// Fits everything to the present size, row and overlay.
    pub(super) fn refresh(&mut self) {
        self.layout = ReviewLayout::new(self.size);
        let ReviewLayout::Parts { article, row, .. } = &self.layout else { return };
        let (article, row) = (*article, *row);
        let width = article.width - margin(article.width) - 1;
        if self.lines_width != Some(width) {
            self.lines = lines(&self.draft, width, article.height > APART);
            self.lines_width = Some(width);
            self.show_figure();
        }
        self.top = self.top.min(self.lines.len().saturating_sub(self.article_height()));
        let below = below_title(row);
        self.row_text = self.row().map_or_else(RowText::default, |row| {
            RowText::new((&self.draft, row), self.question(), (below.width, below.height))
        });
        let count = self.row_text.lines.len();
        let height = usize::from(below.height).saturating_sub(self.row_text.question.len());
        let marked = self.row_text.of(self.part);
        // All lines of the marked part, the first of them in any event.
        let to_last = Cursor { selected: marked.end.saturating_sub(1), ..self.parts }.clamp(count, height);
        self.parts = Cursor { selected: marked.start, ..to_last }.clamp(count, height);
        self.open_text = self.fitted_overlay();
    }

    /// Asks about a row that nothing tells apart from others.
    fn question(&self) -> Option<String> {
        let rivals = self.rivals();
        let first = rivals.first()?;
        let words = words(&self.draft, &self.draft.rows.get(*first)?.range);
        let more = match rivals.len() {
            1 => String::new(),
            more => format!(" and {} more", more - 1),
        };
        Some(format!("? what tells it from {} \"{words}\"{more}", first + 1))
    }

    /// Goes to another row: marks what is most in doubt, and shows its sentence.
    pub(super) fn settle_on_row(&mut self) {
        let doubt = |part: &RowPart, row| match part.doubt(row) {
            Some(Doubt::Assumed | Doubt::Unsure) => 0,
            Some(Doubt::Inherited(_)) => 1,
            Some(Doubt::Said | Doubt::Silent | Doubt::Chosen) | None => 2,
        };
        let most =
            self.row().and_then(|row| RowPart::parts(row).into_iter().min_by_key(|part| doubt(part, row)));
        self.part = most.unwrap_or(RowPart::Figure);
        self.parts.top = 0;
        self.refresh();
        self.show_figure();
    }

    /// Scrolls the article, if it has to, until the present figure has some lines above and below it.
    pub(super) fn show_figure(&mut self) {
        let Some(start) = self.row().map(|row| row.range.start) else { return };
        let (line, height) = (self.line_of(start), self.article_height());
        let around = (height.saturating_sub(1) / 2).min(3);
        let is_in_view = line >= self.top + around && line + around < self.top + height;
        if !is_in_view {
            self.top = line.saturating_sub(height / 2);
        }
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }

    fn article_height(&self) -> usize {
        match &self.layout {
            ReviewLayout::TooSmall => 1,
            ReviewLayout::Parts { article, .. } => usize::from(below_title(*article).height).max(1),
        }
    }

    /// The first line of the article after a page.
    pub(super) fn top_after(&self, turn: Turn) -> usize {
        let height = self.article_height();
        let page = height.saturating_sub(1).max(1);
        match turn {
            Turn::Back => self.top.saturating_sub(page),
            Turn::Forth => (self.top + page).min(self.lines.len().saturating_sub(height)),
        }
    }

    /// The row that a step leads to.
    pub(super) fn row_after(&self, step: Move) -> usize {
        let last = self.draft.rows.len().saturating_sub(1);
        match step {
            Move::Previous | Move::PageUp => self.at.saturating_sub(1),
            Move::Next | Move::PageDown => (self.at + 1).min(last),
            Move::First => 0,
            Move::Last => last,
        }
    }

    /// The part that a turn leads to, round and round.
    pub(super) fn part_after(&self, turn: Turn) -> RowPart {
        let Some(row) = self.row() else { return self.part };
        let parts = RowPart::parts(row);
        let at = parts.iter().position(|part| *part == self.part).unwrap_or(0);
        let by = if turn == Turn::Forth { 1 } else { parts.len() - 1 };
        parts.get((at + by) % parts.len()).copied().unwrap_or(self.part)
    }

    /// The place in what is open, before and after a step.
    pub(super) fn cursor_after(&self, step: Move) -> Option<(Cursor, Cursor)> {
        let text = self.open_text.as_ref()?;
        if !text.selects && self.overlay.as_ref().is_some_and(ReviewOverlay::is_typing) {
            return None;
        }
        let (rows, height) = (text.lines.len(), self.overlay_height(text.is_full));
        let step = if text.selects {
            text.cursor.step(step, rows, height)
        } else {
            text.cursor.scroll(step, rows, height)
        };
        Some((text.cursor, step))
    }

    fn overlay_height(&self, is_full: bool) -> usize {
        let area = match &self.layout {
            ReviewLayout::Parts { row, .. } if !is_full => *row,
            ReviewLayout::Parts { .. } | ReviewLayout::TooSmall => self.layout.body(),
        };
        usize::from(below_title(area).height)
    }

    /// The lines of what is open, with its cursor among those in view.
    fn fitted_overlay(&mut self) -> Option<super::overlay::OverlayText> {
        let is_full = self.overlay.as_ref()?.is_full();
        let area = match &self.layout {
            ReviewLayout::Parts { row, .. } if !is_full => *row,
            ReviewLayout::Parts { .. } | ReviewLayout::TooSmall => self.layout.body(),
        };
        let mut text = self.overlay_text(text_width(area))?;
        text.cursor = text.cursor.clamp(text.lines.len(), self.overlay_height(is_full));
        if let Some(cursor) = self.overlay.as_mut().and_then(|overlay| overlay.cursor_mut()) {
            *cursor = text.cursor;
        }
        Some(text)
    }
}
