//! The words of a step: its title and its text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::screen::{Theme, cells};
use crate::stage::Caption;

pub fn render(words: &Caption, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let texts = words.shown();
    let title = words.title.iter().map(|line| (line, theme.title));
    let lines = title.chain(texts.iter().map(|text| (text, Style::new())));
    for ((text, style), row) in lines.zip(area.rows()) {
        cells::write(buffer, (row.x + 1, row.y), text, words.room.into(), style);
    }
}
