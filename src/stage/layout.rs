//! The layout of a step: the caption, a blank row, the exhibit, and the line at the bottom.

use ratatui::layout::{Rect, Size};

use super::caption::Caption;

/// The area for the exhibit, on a screen of `size` below its caption.
pub fn body(size: Size, caption: &Caption) -> Rect {
    let above = caption.rows() + 1;
    let height = size.height.saturating_sub(above + 1);
    Rect { x: 0, y: above.min(size.height), width: size.width, height }
}
