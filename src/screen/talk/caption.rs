//! The words of a step: its title, and its text in at most three lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::screen::{Theme, cells};
use crate::stage::Caption;
use crate::text::truncate;

pub fn render((title, words): (&str, &Caption), theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(words.room);
    let texts = words.shown();
    let title = truncate::cut(title, room);
    let lines =
        std::iter::once((title, theme.title)).chain(texts.into_iter().map(|text| (text, Style::new())));
    for ((text, style), row) in lines.zip(area.rows()) {
        cells::write(buffer, (row.x + 1, row.y), &text, room, style);
    }
}
