//! Growth over one base period as slopes from 100, in the room below the rows of a ranking.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::chart;
use super::viewport::Viewport;
use crate::dashboard::{SLOPES_HEIGHT, Topic};

/// Draws the slopes if the pane has any and leaves room for them.
pub fn render(viewport: &Viewport, buffer: &mut Buffer) {
    let Some(slopes) = viewport.app.slopes(viewport.pane) else { return };
    let area = viewport.area;
    // Below the rows the label of the reference, and a blank row.
    let has_label = viewport.app.panes().get(viewport.pane).is_some_and(|pane| pane.reference.is_some());
    let used = viewport.laid_out().saturating_add(1 + u16::from(has_label));
    let height = area.height.saturating_sub(used);
    // Above the title of another pane a row stays blank if the chart has more rows than it needs.
    let blank = u16::from(!viewport.zoomed && height > SLOPES_HEIGHT);
    let below = Rect { y: area.y.saturating_add(used), height: height - blank, ..area };
    if below.height + 1 >= SLOPES_HEIGHT {
        // Next to other panes its bar shows which row is selected, and a letter more to mark would cost bytes.
        let selected = viewport.selected.filter(|_| viewport.zoomed);
        let row = selected.and_then(|at| viewport.app.rows_from(viewport.pane, at, 1).first().copied());
        chart::render(slopes, row.and_then(Topic::figure), viewport.theme, below, buffer);
    }
}
