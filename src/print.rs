//! Prints the figures without a screen: text, Markdown, CSV, JSON, a picture, and rows for the clipboard.
//!
//! The formats are stable. Columns and members may be appended; none is removed, moved or given another meaning without
//! a new `VERSION` in `print/json.rs`.

mod claim;
mod clipboard;
mod columns;
mod csv;
mod draft;
mod export;
mod field;
mod findings;
mod format;
mod github;
mod json;
mod markdown;
mod picture;
mod places;
mod row;
mod sarif;
mod selection;
mod svg;
mod text;
mod tour;

use ratatui::buffer::Buffer;

pub use clipboard::{tab_separated, tab_separated_pane};
pub use columns::COLUMNS;
pub use csv::{FINDING_COLUMNS, csv};
pub use draft::{article_findings_github, article_findings_json, article_findings_text, draft_text};
pub use export::{Existing, ExportError, export, save};
pub use findings::findings_text;
pub(crate) use format::Format;
pub(crate) use github::{findings_github, problems_github};
pub(crate) use json::table_findings_json;
pub use json::{findings_json, json};
pub use markdown::markdown;
pub(crate) use sarif::{findings_sarif, problems_sarif};
pub use selection::Selection;
pub use svg::svg;
pub use text::text;
pub(crate) use tour::{Handout, HandoutFormat, follow_text, tour_report};

use crate::text::harmless::first_harmful;

/// A frame as text: one line per row, without trailing blanks and without styles. As on the terminal, a cell that holds
/// a harmful character is a space.
#[must_use]
pub fn plain(frame: &Buffer) -> String {
    let columns = usize::from(frame.area.width).max(1);
    let mut shown = String::new();
    for row in frame.content.chunks(columns) {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            let symbol = if first_harmful(cell.symbol()).is_some() { " " } else { cell.symbol() };
            if covered == 0 {
                line.push_str(symbol);
            }
            covered = unicode_width::UnicodeWidthStr::width(symbol).max(covered).saturating_sub(1);
        }
        shown.push_str(line.trim_end());
        shown.push('\n');
    }
    shown
}
