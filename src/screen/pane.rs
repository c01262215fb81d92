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
use super::viewport::{PlacedPane, Viewport};
use super::{Theme, cells, panes};
use crate::dashboard::{App, inside};
use crate::dataset::Pane;
use crate::text::truncate;
use crate::wording::grouped;

/// Columns of the line around the texts of a heading, and between them.
const AROUND: usize = 8;

pub fn render(app: &App, theme: &Theme, placed: &PlacedPane, buffer: &mut Buffer) {
    let PlacedPane { pane, area, .. } = *placed;
    let Some(described) = app.panes().get(pane) else { return };
    heading(app, theme, placed, described, buffer);
    let viewport = Viewport::new(app, theme, placed);
    if viewport.spotlight && viewport.selected.is_none() {
        return;
    }
    let inner = inside(area);
    if app.is_checking() && described.kind.has_findings() {
        let figures = grouped(app.words().dataset.observations.len().into());
        return said(&format!("  The checks of {figures} figures are under way."), inner, buffer);
    }
    if app.row_count(pane) == 0 && !app.view().find.is_empty() {
        return none_found(app, viewport.selected.is_some(), inner, buffer);
    }
    panes::render(&viewport, described, buffer);
}

/// Draws two rows alone, into lines that are empty: the rows between which the selection has moved.
pub fn render_rows(app: &App, theme: &Theme, placed: &PlacedPane, rows: [usize; 2], buffer: &mut Buffer) {
    if let Some(described) = app.panes().get(placed.pane) {
        let viewport = Viewport { only: Some(rows), ..Viewport::new(app, theme, placed) };
        panes::render(&viewport, described, buffer);
    }
}

/// The lines of these rows, if no other line of the pane depends on which row is selected.
pub fn lines_of_rows(app: &App, theme: &Theme, placed: &PlacedPane, rows: [usize; 2]) -> Option<Vec<Rect>> {
    let viewport = Viewport { only: Some(rows), ..Viewport::new(app, theme, placed) };
    let is_alone = viewport.pitch == 1
        && !app.is_checking()
        && !viewport.spotlight
        && app.chart(placed.pane).is_none()
        && app.slopes(placed.pane).is_none();
    is_alone.then(|| viewport.lines().map(|(.., line)| line).collect())
}

fn heading(app: &App, theme: &Theme, placed: &PlacedPane, described: &Pane, buffer: &mut Buffer) {
    let PlacedPane { pane, area, .. } = *placed;
    let cursor = app.view().cursors.get(pane).copied().unwrap_or_default();
    let (rows, height) = (app.row_count(pane), usize::from(app.spacing(pane, inside(area)).rows));
    // Where more checks passed than are listed, the number of rows is not that of the checks in the title.
    let is_capped = described.kind.has_findings() && app.words().analysis.has_unlisted();
    let listed = if is_capped { " listed" } else { "" };
    let extent = if rows > height {
        format!("{}–{} of {rows}{listed}", cursor.top + 1, (cursor.top + height).min(rows))
    } else if is_capped {
        format!("{rows}{listed}")
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
    let (letters, feet) = (app.letters(pane).to_owned(), app.feet(pane));
    let focused = app.view().focus == pane;
    heading::render(&PaneHeading { title, sort, rest, extent, letters, feet, focused }, theme, area, buffer);
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
