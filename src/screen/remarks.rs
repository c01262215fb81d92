//! Remarks below the rows of a zoomed pane, where the rows stand far enough apart.
//!
//! ```text
//! ▸ Exports, growth   ▴ +23.2 %  V ✗  "growth of 23.2 percent"   2023   ¶1
//!     Do not quote next to +50 %: at least one of 4 figures is wrong.
//!     could be +23.15 to +23.25 % (rounding)
//! ```
//!
//! They stay where they are when the selection moves, so a key costs nothing for them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cells;
use super::viewport::Viewport;
use crate::dashboard::Topic;

/// Rows at this distance have room for a remark and a blank line behind it.
const LEAST_PITCH: u16 = 3;

/// True if the rows of a pane have remarks below them. A talk reveals its rows with few bytes, and explains them itself.
pub fn has_room(viewport: &Viewport) -> bool {
    viewport.pitch >= LEAST_PITCH && viewport.app.staging().is_none()
}

/// Draws the remarks on a row below `line`, in its columns.
pub fn render(viewport: &Viewport, row: Topic, line: Rect, buffer: &mut Buffer) {
    if !has_room(viewport) {
        return;
    }
    let (room, lines) = (usize::from(line.width), usize::from(viewport.pitch + 1 - LEAST_PITCH));
    for (y, remark) in (line.y + 1..).zip(viewport.app.remarks(row, room, lines)) {
        cells::write(buffer, (line.x, y), &remark, room, viewport.theme.heading);
    }
}
