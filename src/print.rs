//! The figures without a screen.

mod findings;
mod text;

use ratatui::buffer::Buffer;

pub use findings::{findings_json, findings_text};
pub use text::text;

/// A frame as text, a line a row, without blanks at the ends of lines and without styles.
#[must_use]
pub fn plain(frame: &Buffer) -> String {
    let width = usize::from(frame.area.width).max(1);
    let mut shown = String::new();
    for row in frame.content.chunks(width) {
        let mut line = String::new();
        let mut skip = 0;
        for cell in row {
            if skip == 0 {
                line.push_str(cell.symbol());
            }
            let wide = unicode_width::UnicodeWidthStr::width(cell.symbol());
            skip = wide.max(skip).saturating_sub(1);
        }
        shown.push_str(line.trim_end());
        shown.push('\n');
    }
    shown
}
