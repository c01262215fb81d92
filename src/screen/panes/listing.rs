//! Key figures, and named things with or without a number; zoomed, with more beside them.
//!
//! ```text
//! ▸ Exports              246.57 bn CNY
//!   Partners worldwide   192
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dashboard::Topic;
use crate::screen::beside::Beside;
use crate::screen::pane::Sight;
use crate::screen::row::{self, Columns, Place};

pub fn render(sight: &Sight, buffer: &mut Buffer) {
    let words = sight.words;
    let columns = Columns::of(words, sight.measured(), sight.pinned).within(usize::from(sight.area.width));
    let used =
        u16::try_from(columns.width().max(columns.missing_width())).unwrap_or(u16::MAX).min(sight.area.width);
    let left = usize::from(sight.area.width - used);
    let beside = if sight.zoomed { Beside::of(words, sight.measured(), left) } else { Beside::default() };
    for (at, row, line) in sight.lines() {
        let Topic::Figure(figure) = row else { continue };
        let place = Place { line, columns, selected: sight.selected == Some(at), pinned: sight.pinned };
        row::render(words, sight.theme, figure, place, buffer);
        beside.render(words, row, Rect { x: line.x + used, width: line.width - used, ..line }, buffer);
    }
}
