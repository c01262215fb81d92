//! The line at the top: the dataset's title, and who published the figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Theme, cells};
use crate::dashboard::App;
use crate::text::truncate;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let room = usize::from(area.width).saturating_sub(2);
    let source = app.publishers();
    let title = truncate::cut(&app.words().dataset.title, room);
    cells::write(buffer, (area.x + 1, area.y), &title, room, theme.title);
    let left = room.saturating_sub(truncate::width(&title) + 2);
    if truncate::width(source) <= left {
        let x = area.right() - 1 - u16::try_from(truncate::width(source)).unwrap_or(0);
        cells::write(buffer, (x, area.y), source, left, ratatui::style::Style::new());
    }
}
