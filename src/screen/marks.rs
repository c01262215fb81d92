//! The meanings of the marks on the screen, where a column of panes leaves room for them.
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
use crate::dashboard::{App, BEFORE_MEANINGS};
use crate::text::truncate;
use crate::wording::{fitting_meaning, meanings};

const TITLE: &str = "Marks and words";
/// Columns before the marks, as before rows.
const INDENT: u16 = 3;
/// Columns of the marks with the gap behind them.
const MARKS: u16 = BEFORE_MEANINGS - INDENT;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let heading = PaneHeading { title: TITLE.to_owned(), ..PaneHeading::default() };
    heading::render(&heading, theme, area, buffer);
    for ((mark, meaning), line) in meanings(app.words()).zip(area.rows().skip(1)) {
        let (x, room) = (line.x + INDENT, usize::from(line.width.saturating_sub(INDENT)));
        let end = cells::write(buffer, (x, line.y), mark, room, Style::new());
        let cross = if mark == "✗" { theme.mark } else { theme.inherited };
        cells::marks(buffer, (end, line.y), truncate::width(mark), (theme, cross));
        let room = room.saturating_sub(usize::from(MARKS));
        let meaning = fitting_meaning(meaning, room).unwrap_or_default();
        cells::write(buffer, (x + MARKS, line.y), meaning, room, Style::new());
    }
}
