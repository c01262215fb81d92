//! Clicks and the wheel: the figure, the part of the row or the line of a list under the mouse.

use ratatui::layout::{Position, Rect};

use super::action::{ReviewAction, Turn};
use super::desk::DraftReview;
use super::layout::{ReviewLayout, below_title};
use super::refresh::margin;
use crate::dashboard::{Effect, Move, Notice, Outcome};
use crate::text::truncate;

impl DraftReview {
    /// Asks the terminal for the mouse, or leaves it to it.
    pub(super) fn turn_mouse(&mut self) -> Outcome {
        self.mouse = !self.mouse;
        self.notice = Notice::Mouse(self.mouse).words().first().map(|words| (*words).to_owned());
        Outcome::Perform(Effect::Mouse(self.mouse))
    }

    /// Goes to the figure in a cell of the article, marks the part of the row there, or the line of what is open.
    pub(super) fn click(&mut self, at: Position) -> Outcome {
        let had_notice = self.notice.take().is_some();
        let before = (self.at, self.part, self.open_text.as_ref().map(|text| text.cursor));
        self.select(at);
        self.refresh();
        let after = (self.at, self.part, self.open_text.as_ref().map(|text| text.cursor));
        if before != after || had_notice { Outcome::Changed } else { Outcome::Unchanged }
    }

    /// Scrolls the article, or goes through the parts of the row or the lines of what is open.
    pub(super) fn wheel(&mut self, step: Move, at: Position) -> Outcome {
        let turn = if step == Move::Previous { Turn::Back } else { Turn::Forth };
        let ReviewLayout::Parts { article, row, .. } = self.layout else { return Outcome::Unchanged };
        if self.overlay.is_some() {
            self.update(ReviewAction::Go(step))
        } else if article.contains(at) {
            self.update(ReviewAction::Scroll(turn))
        } else if row.contains(at) {
            self.update(ReviewAction::Part(turn))
        } else {
            Outcome::Unchanged
        }
    }

    fn select(&mut self, at: Position) {
        let ReviewLayout::Parts { article, row, .. } = self.layout else { return };
        if self.overlay.is_some() {
            self.select_line(at, row);
        } else if let Some(line) = line_in(article, at) {
            if let Some(figure) = self.figure_at(line, at.x.saturating_sub(article.x + margin(article.width)))
            {
                self.go(figure);
            }
        } else if let Some(line) = line_in(row, at) {
            self.select_part(line);
        }
    }

    /// Selects a line of what is open, if its lines can be.
    fn select_line(&mut self, at: Position, row: Rect) {
        let Some((is_full, selects, lines)) =
            self.open_text.as_ref().map(|text| (text.is_full, text.selects, text.lines.len()))
        else {
            return;
        };
        let area = if is_full { self.layout.body() } else { row };
        let cursor = self.overlay.as_mut().and_then(super::overlay::ReviewOverlay::cursor_mut);
        if let (Some(cursor), Some(line)) = (cursor.filter(|_| selects), line_in(area, at))
            && cursor.top + line < lines
        {
            cursor.selected = cursor.top + line;
        }
    }

    fn select_part(&mut self, line: usize) {
        let at = line.checked_sub(self.row_text.question.len()).map(|line| line + self.parts.top);
        if let Some(line) = at.and_then(|at| self.row_text.lines.get(at)) {
            self.part = line.part;
        }
    }

    /// The row whose figure stands in a column of a line in view.
    fn figure_at(&self, line: usize, column: u16) -> Option<usize> {
        let range = self.lines_in_view().get(line)?.range.clone();
        let text = self.draft.text.get(range.clone())?;
        let is_before = |(at, _): &(usize, char)| {
            truncate::width(text.get(..*at).unwrap_or_default()) <= usize::from(column)
        };
        let byte = range.start + text.char_indices().take_while(is_before).last()?.0;
        self.draft.rows.iter().position(|row| row.range.contains(&byte))
    }
}

/// The number of the line of a part at a position, below the line above it.
fn line_in(area: Rect, at: Position) -> Option<usize> {
    let below = below_title(area);
    below.contains(at).then(|| usize::from(at.y - below.y))
}
