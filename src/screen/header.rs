//! The line at the top: the dataset's title, the number of warnings, and who published the figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells};
use crate::dashboard::App;
use crate::text::truncate;

/// Blanks between two texts.
const GAP: u16 = 2;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let mut room = usize::from(area.width).saturating_sub(2);
    let mut right = area.right().saturating_sub(1);
    let mut write_right = |text: &str, style: Style, room: &mut usize| {
        let wide = truncate::width(text);
        right = right.saturating_sub(u16::try_from(wide).unwrap_or(u16::MAX));
        cells::write(buffer, (right, area.y), text, wide, style);
        right = right.saturating_sub(GAP);
        *room = room.saturating_sub(wide + usize::from(GAP));
    };
    if let Some(count) = app.warning_count() {
        write_right(&format!("{count} (W)"), theme.status, &mut room);
    }
    let title = &app.words().dataset.title;
    let source = app.publishers();
    if truncate::width(title) + usize::from(GAP) + truncate::width(source) <= room {
        write_right(source, Style::new(), &mut room);
    }
    cells::write(buffer, (area.x + 1, area.y), &truncate::cut(title, room), room, theme.title);
}
