//! Key figures, and named things with or without a number; zoomed, with more beside them.
//!
//! ```text
//! ▸ Exports              246.57 bn CNY
//!   Partners worldwide   192
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::screen::beside::Beside;
use crate::screen::row::Rows;
use crate::screen::sight::Sight;

pub fn render(sight: &Sight, buffer: &mut Buffer) {
    let words = sight.words;
    let rows = Rows::of(sight);
    let used = rows.columns.width().max(rows.columns.missing_width());
    let used = u16::try_from(used).unwrap_or(u16::MAX).min(sight.area.width);
    let left = usize::from(sight.area.width - used);
    let beside = if sight.zoomed { Beside::of(words, sight.measured().1, left) } else { Beside::default() };
    for (at, row, line) in sight.lines() {
        rows.render(at, sight.theme, (line, sight.selected == Some(at)), buffer);
        beside.render(words, row, Rect { x: line.x + used, width: line.width - used, ..line }, buffer);
    }
}
