//! Where the parts of a step go: the caption, a blank row, what the step shows, and the line at the bottom.

use ratatui::layout::{Rect, Size};

use super::caption::Caption;

/// The room for what a step shows, on a screen of `size` below its caption.
pub fn body(size: Size, caption: &Caption) -> Rect {
    let above = caption.rows() + 1;
    let height = size.height.saturating_sub(above + 1);
    Rect { x: 0, y: above.min(size.height), width: size.width, height }
}
