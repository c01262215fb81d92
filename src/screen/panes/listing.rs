//! Figures or named things, one per line; zoomed, with further columns.
//!
//! ```text
//! ▸ Exports              246.57 bn CNY
//!   Partners worldwide   192
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dataset::Pane;
use crate::screen::extra_columns::ExtraColumns;
use crate::screen::row::FigureRows;
use crate::screen::viewport::Viewport;

pub fn render(viewport: &Viewport, _pane: &Pane, buffer: &mut Buffer) {
    let words = viewport.words;
    let rows = FigureRows::new(viewport);
    let used = rows.columns.width().max(rows.columns.missing_width());
    let used = u16::try_from(used).unwrap_or(u16::MAX).min(viewport.area.width);
    let left = usize::from(viewport.area.width - used);
    let extra = if viewport.zoomed {
        ExtraColumns::new(words, viewport.measured().1, left)
    } else {
        ExtraColumns::default()
    };
    for (at, row, line) in viewport.lines() {
        let selected = viewport.selected == Some(at);
        rows.render(at, viewport.theme, (line, selected), buffer);
        if viewport.has_ink(at) {
            extra.render(words, row, Rect { x: line.x + used, width: line.width - used, ..line }, buffer);
        }
        if selected {
            buffer.set_style(line, viewport.theme.selected);
        }
    }
}
