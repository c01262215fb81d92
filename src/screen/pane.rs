//! A pane: the line above it with number, title, period and source, and the rows by their kind.
//!
//! ```text
//! ━ 2 Central Asia partners · growth of trade ━━━━ 2023 ━
//!  ▸ Tajikistan    ▴ +93.4 %  │━━━━━━━━━━━━━╸             panes/ranking.rs
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::heading::{self, PaneHeading};
use super::viewport::Viewport;
use super::{Theme, cells, panes};
use crate::dashboard::{App, inside};
use crate::text::truncate;
use crate::wording::grouped;

/// Columns of the line around the texts of a heading, and between them.
const AROUND: usize = 8;

/// A pane, from 0, and its place.
pub struct PlacedPane {
    pub pane: usize,
    pub area: Rect,
    /// True if it has the whole screen.
    pub zoomed: bool,
}

pub fn render(app: &App, theme: &Theme, placed: &PlacedPane, buffer: &mut Buffer) {
    let PlacedPane { pane, area, zoomed } = *placed;
    let Some(described) = app.panes().get(pane) else { return };
    let focused = app.view().focus == pane;
    let inner = inside(area);
    let cursor = app.view().cursors.get(pane).copied().unwrap_or_default();
    let spacing = app.spacing(pane, inner);
    let (rows, height) = (app.row_count(pane), usize::from(spacing.rows));
    let extent = if rows > height {
        format!("{}–{} of {rows}", cursor.top + 1, (cursor.top + height).min(rows))
    } else {
        String::new()
    };
    let note = described.note.as_ref().map_or(String::new(), |note| format!(" · {note}"));
    let sort = app.view().sorts.get(pane).and_then(|sort| sort.shown());
    let sort = sort.map_or(String::new(), |sort| format!(" · {sort}"));
    let title = format!("{} {}", app.pane_number(pane), described.title);
    // The summary of the rows stays where there is no room for the note behind it.
    let count = app.count(pane);
    let used: usize = [&title, &sort, &note, &extent].iter().map(|text| truncate::width(text)).sum();
    let has_room = used + truncate::width(count) + AROUND <= usize::from(area.width);
    let rest = if has_room || count.is_empty() { format!("{count}{note}") } else { count.to_owned() };
    let feet = app.feet(pane).into_iter().map(ToOwned::to_owned).collect();
    heading::render(&PaneHeading { title, sort, rest, extent, feet, focused }, theme, area, buffer);
    let viewport = Viewport {
        app,
        words: app.words(),
        theme,
        pane,
        top: cursor.top,
        area: Rect {
            y: inner.y + spacing.heads,
            height: inner.height.saturating_sub(spacing.heads),
            ..inner
        },
        height,
        pitch: spacing.pitch,
        has_heads: spacing.heads > 0,
        selected: focused.then_some(cursor.selected),
        zoomed,
        against: app.view().against,
        spotlight: app.has_spotlight(),
    };
    if app.has_spotlight() && !focused {
        return;
    }
    if app.is_checking() && described.kind.has_findings() {
        let figures = grouped(app.words().dataset.observations.len().into());
        return said(&format!("  The checks of {figures} figures are under way."), inner, buffer);
    }
    if rows == 0 && !app.view().find.is_empty() {
        return none_found(app, focused, inner, buffer);
    }
    panes::render(&viewport, described, buffer);
}

/// Says that no row of the pane is found, and what to do if none is anywhere.
fn none_found(app: &App, focused: bool, area: Rect, buffer: &mut Buffer) {
    let anywhere = app.hits().0 > 0;
    let sentence = match (anywhere, focused) {
        (false, true) => "  No matches. Esc clears the search.",
        (false, false) | (true, _) => "  no match",
    };
    said(sentence, area, buffer);
}

/// One sentence in the place of rows.
fn said(sentence: &str, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    cells::write(buffer, (area.x, area.y), &truncate::cut(sentence, room), room, Style::new());
}
