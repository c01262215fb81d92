//! What the marks on the screen mean, where a column of panes leaves room.
//!
//! ```text
//! ─ Marks and words ──────────────────────────────
//!   ✗              contradicted: cannot be true next to another figure
//!   (derived), =   calculated from published figures
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::heading::{self, PaneHeading};
use super::{Theme, cells};
use crate::dashboard::App;
use crate::text::truncate;
use crate::wording::meanings;

const TITLE: &str = "Marks and words";
/// Columns before the marks, as before rows.
const INDENT: u16 = 3;
/// Columns of the marks with the gap behind them.
const MARKS: u16 = 15;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let heading = PaneHeading { title: TITLE.to_owned(), ..PaneHeading::default() };
    heading::render(&heading, theme, area, buffer);
    for ((mark, meaning), line) in meanings(app.words()).zip(area.rows().skip(1)) {
        let (x, room) = (line.x + INDENT, usize::from(line.width.saturating_sub(INDENT)));
        let end = cells::write(buffer, (x, line.y), mark, room, Style::new());
        cells::marks(buffer, (end, line.y), truncate::width(mark), (theme, theme.mark));
        let room = room.saturating_sub(usize::from(MARKS));
        cells::write(buffer, (x + MARKS, line.y), &truncate::cut(meaning, room), room, Style::new());
    }
}
