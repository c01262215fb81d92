//! Overlays that cover the panes: an open figure, a proof, the help, the palette, the question for a file.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Theme, cells};
use crate::dashboard::{App, Overlay, inside, text_width};
use crate::text::truncate;

pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(rules) = app.view().overlays.last().map(Overlay::rules) else { return };
    let inner = inside(area);
    let room = usize::from(inner.width);
    let title = rules.title(app, room);
    cells::write(buffer, (inner.x, area.y), &title.text, room, theme.focus.patch(theme.title));
    caret(title.caret, (inner.x, area.y), buffer);
    if let Some(cursor) = rules.cursor() {
        let after = inner.x + u16::try_from(truncate::width(&title.text)).unwrap_or(u16::MAX);
        let lines = app.lines().len();
        extent(&InSight { top: cursor.top, lines, area }, theme, after, buffer);
    }
    let terms = rules.term_width(text_width(area));
    let cursor = rules.cursor().unwrap_or_default();
    for ((at, line), place) in app.lines().iter().enumerate().skip(cursor.top).zip(inner.rows()) {
        let selected = at == cursor.selected;
        let is_link = line.topic.is_some() || line.way.is_some();
        let marker = match (is_link, selected) {
            (true, true) => "▸ ",
            (true, false) if !line.is_continuation => "▹ ",
            (true, false) | (false, _) => "  ",
        };
        cells::write(buffer, (place.x, place.y), marker, 2, Style::new());
        let words = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
        entry(theme, (&line.term, terms), &line.text, words, buffer);
        if selected {
            cells::select(buffer, place, theme);
        }
        caret(line.caret, (words.x + terms, words.y), buffer);
    }
}

/// The first line in view, the number of all lines, and the area of the text with its title.
struct InSight {
    top: usize,
    lines: usize,
    area: Rect,
}

/// Says which lines are in view, right of column `after` on the line of the title, unless all are.
fn extent(text: &InSight, theme: &Theme, after: u16, buffer: &mut Buffer) {
    let InSight { top, lines, area } = *text;
    let height = usize::from(inside(area).height);
    if lines <= height {
        return;
    }
    let text = format!("{}–{} of {lines}", top + 1, (top + height).min(lines));
    let wide = u16::try_from(truncate::width(&text)).unwrap_or(u16::MAX);
    let x = area.right().saturating_sub(wide + 1);
    if x > after {
        cells::write(buffer, (x, area.y), &text, usize::from(wide), theme.heading);
    }
}

/// The caret on a letter: it is reversed, or no longer, if its line is.
pub fn caret(column: Option<usize>, (x, y): (u16, u16), buffer: &mut Buffer) {
    let column = column.and_then(|column| u16::try_from(column).ok());
    if let Some(cell) = column.and_then(|column| buffer.cell_mut((x.saturating_add(column), y))) {
        cell.modifier.toggle(Modifier::REVERSED);
    }
}

/// A term in so many columns and its text on one line; what does not fit is cut.
pub fn entry(theme: &Theme, (term, terms): (&str, u16), text: &str, line: Rect, buffer: &mut Buffer) {
    let room = usize::from(line.width);
    cells::write(buffer, (line.x, line.y), term, room, theme.term);
    let room = room.saturating_sub(usize::from(terms));
    if room > 0 {
        let fits = truncate::width(text) <= room;
        let shown = if fits { Cow::Borrowed(text) } else { truncate::cut(text, room).into() };
        cells::write(buffer, (line.x + terms, line.y), &shown, room, Style::new());
    }
}
