//! Draws the overlays of the row and of the whole review.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::review::DraftReview;
use crate::screen::overlay::{caret, entry};
use crate::screen::{Theme, cells};

pub fn render(review: &DraftReview, theme: &Theme, row: Rect, buffer: &mut Buffer) {
    let Some(text) = review.open_text() else { return };
    let area = if text.is_full { review.layout().body() } else { row };
    for line in area.rows() {
        for cell in cells::row(buffer, line) {
            cell.reset();
        }
    }
    buffer.set_style(area, theme.base);
    for x in area.left()..area.right() {
        cells::write(buffer, (x, area.y), "━", 1, theme.focus);
    }
    let room = usize::from(area.width.saturating_sub(4));
    let title = format!(" {} ", text.title.text);
    cells::write(buffer, (area.x + 1, area.y), &title, room + 2, theme.focus.patch(theme.title));
    caret(text.title.caret, (area.x + 2, area.y), buffer);
    extent((text.cursor.top, text.lines.len()), theme, area, buffer);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    for ((at, line), place) in text.lines.iter().enumerate().skip(text.cursor.top).zip(below.rows()) {
        let is_selected = text.selects && at == text.cursor.selected;
        let marker = if is_selected { "▸" } else { " " };
        cells::write(buffer, (place.x + 1, place.y), marker, 1, Style::new());
        let words = Rect { x: place.x + 3, width: place.width.saturating_sub(4), ..place };
        entry(theme, (&line.term, text.terms), &line.text, words, buffer);
        if is_selected {
            buffer.set_style(place, theme.selected);
        }
        caret(line.caret, (words.x + text.terms, words.y), buffer);
    }
}

/// Says which lines are in view, at the right of the line above, unless all are.
fn extent((top, lines): (usize, usize), theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height.saturating_sub(1));
    if lines > height {
        let text = format!(" {}–{} of {lines} ", top + 1, (top + height).min(lines));
        let wide = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        let x = area.right().saturating_sub(wide + 1);
        cells::write(buffer, (x, area.y), &text, usize::from(wide), theme.heading);
    }
}
