//! A text at full size: an open figure, a proof, the help.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells};
use crate::dashboard::{App, CARET, Cursor, Layer, TERM_WIDTH, Topic, inside};
use crate::text::truncate;

pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (title, cursor) = match app.view().layers.last() {
        Some(Layer::Detail { topic: Topic::Figure(figure), cursor }) => {
            (app.words().label(*figure).into_owned(), *cursor)
        }
        Some(Layer::Detail { topic: Topic::Finding(_), cursor }) => {
            ("What the checks found".to_owned(), *cursor)
        }
        Some(Layer::Help { cursor }) => ("Help".to_owned(), *cursor),
        Some(Layer::Palette { text, cursor }) => (format!(":{text}{CARET}"), *cursor),
        Some(Layer::Address { cursor }) => ("This view, for --view".to_owned(), *cursor),
        Some(Layer::Export { .. }) => (export_title(app), Cursor::default()),
        Some(Layer::Zoom | Layer::Find { .. }) | None => return,
    };
    let inner = inside(area, false);
    let title = truncate::cut(&title, usize::from(inner.width));
    cells::write(buffer, (inner.x, area.y), &title, usize::from(inner.width), theme.focus.patch(theme.title));
    let lines = app.lines(inner.width.saturating_sub(2));
    for ((at, line), place) in lines.iter().enumerate().skip(cursor.top).zip(inner.rows()) {
        let selected = at == cursor.selected;
        let marker = match (line.topic.is_some(), selected) {
            (true, true) => "▸ ",
            (true, false) => "▹ ",
            (false, _) => "  ",
        };
        cells::write(buffer, (place.x, place.y), marker, 2, Style::new());
        let words = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
        if has_terms(app) {
            entry(theme, (&line.term, &line.text), words, buffer);
        } else {
            cells::write(buffer, (words.x, words.y), &line.text, usize::from(words.width), Style::new());
        }
        if selected {
            buffer.set_style(place, theme.selected);
        }
    }
}

/// Which pane is to be written to a file.
fn export_title(app: &App) -> String {
    let focus = app.view().focus;
    let title = app.panes().get(focus).map_or("", |pane| &pane.title);
    format!("Write pane {}, {title}, to a file", focus + 1)
}

/// Whether the text has terms at its left.
fn has_terms(app: &App) -> bool {
    matches!(app.view().layers.last(), Some(Layer::Detail { .. } | Layer::Export { .. }))
}

/// A term and what it means, on one line; what does not fit is cut.
pub fn entry(theme: &Theme, (term, text): (&str, &str), line: Rect, buffer: &mut Buffer) {
    let room = usize::from(line.width);
    cells::write(buffer, (line.x, line.y), term, room, theme.term);
    let room = room.saturating_sub(usize::from(TERM_WIDTH));
    if room > 0 {
        cells::write(buffer, (line.x + TERM_WIDTH, line.y), &truncate::cut(text, room), room, Style::new());
    }
}
