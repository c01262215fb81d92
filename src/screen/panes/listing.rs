//! Figures or named things, one per line; zoomed, with further columns.
//!
//! ```text
//! ▸ Exports              246.57 bn CNY
//!   Partners worldwide   192
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dataset::{Pane, PaneKind};
use crate::screen::extra_columns::ExtraColumns;
use crate::screen::row::FigureRows;
use crate::screen::viewport::{Viewport, WIDEST_MARK};
use crate::screen::{cells, remarks};

/// Columns before the remarks below a row.
const INDENT: u16 = 4;

pub fn render(viewport: &Viewport, _pane: &Pane, buffer: &mut Buffer) {
    let words = viewport.words;
    let rows = FigureRows::new(viewport);
    let used = rows.columns.width().max(rows.columns.missing_width());
    let used = u16::try_from(used).unwrap_or(u16::MAX).min(viewport.area.width);
    let left = viewport.area.width - used;
    // Next to other panes, no more than the mark of the selected row covers.
    let left = if viewport.zoomed { left } else { left.min(WIDEST_MARK.saturating_sub(used)) };
    let extra = extra(viewport, left.into());
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
        let below = Rect { x: line.x + INDENT, width: line.width.saturating_sub(INDENT), ..line };
        remarks::render(viewport, row, below, buffer);
        if selected {
            let wide = extra.marked(viewport, (used, used), line, buffer);
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
