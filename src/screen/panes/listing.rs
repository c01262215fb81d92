//! Figures or named things, one per line; zoomed, with further columns.
//!
//! ```text
//! ▸ Exports              246.57 bn CNY
//!   Partners worldwide   192
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dataset::{Pane, PaneKind};
use crate::screen::cells;
use crate::screen::extra_columns::ExtraColumns;
use crate::screen::row::FigureRows;
use crate::screen::viewport::Viewport;

pub fn render(viewport: &Viewport, pane: &Pane, buffer: &mut Buffer) {
    let words = viewport.words;
    let rows = FigureRows::new(viewport);
    let used = rows.columns.width().max(rows.columns.missing_width());
    let used = u16::try_from(used).unwrap_or(u16::MAX).min(viewport.area.width);
    let left = usize::from(viewport.area.width - used);
    let extra = extra(viewport, left);
    if let Some(line) = viewport.heads() {
        rows.render_head(viewport, line, buffer);
        let behind = Rect { x: line.x + used, width: line.width - used, ..line };
        extra.render_heads((words, viewport.measured().1), viewport.theme.term, behind, buffer);
    }
    for (at, row, line) in viewport.lines() {
        let selected = viewport.selected == Some(at);
        rows.render(at, viewport.theme, (line, selected), buffer);
        if viewport.has_ink(at) {
            let behind = Rect { x: line.x + used, width: line.width - used, ..line };
            extra.render(words, row, (viewport.theme, behind), buffer);
        }
        if selected {
            let to_end = viewport.marks_whole_rows() && pane.kind != PaneKind::Series;
            let wide = if to_end { line.width } else { used.min(line.width) };
            cells::select(buffer, Rect { width: wide, ..line }, viewport.theme);
        }
    }
}

/// The further columns that fit into so many columns.
pub fn extra(viewport: &Viewport, room: usize) -> ExtraColumns {
    let rows = viewport.measured().1;
    let (words, kind) = (viewport.words, viewport.app.panes().get(viewport.pane).map(|pane| pane.kind));
    match kind {
        Some(PaneKind::Series) => ExtraColumns::next_to_chart(words, rows, room),
        _ if viewport.zoomed => ExtraColumns::with_heads(viewport, rows, room),
        Some(PaneKind::Ranking) => ExtraColumns::next_to_bars(words, rows, room),
        Some(PaneKind::Headline | PaneKind::Listing | PaneKind::Reconciliation) | None => {
            ExtraColumns::without_heads(words, rows, room)
        }
    }
}
