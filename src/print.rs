//! The figures without a screen: text, Markdown, CSV, JSON, a picture, and what goes to the clipboard.
//!
//! The formats are stable. Columns and members may be added behind those there are; none goes away, moves or changes
//! its meaning without a new [`VERSION`].

mod csv;
mod export;
mod findings;
mod format;
mod json;
mod markdown;
mod record;
mod row;
mod sheet;
mod svg;
mod text;
mod value;

use ratatui::buffer::Buffer;

pub use csv::{FINDING_COLUMNS, csv};
pub use export::{ExportError, HEADINGS, export, tab_separated, tab_separated_pane};
pub use findings::findings_text;
pub use format::Format;
pub use json::{VERSION, findings_json, json};
pub use markdown::markdown;
pub use record::COLUMNS;
pub use sheet::Sheet;
pub use svg::svg;
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
