//! A chart of lines over time, and its points as rows: below it, or next to it where there is room.
//!
//! ```text
//! bn USD
//! 40 ┤          a⠤⠤⠤⠒⠒⠒a Kazakhstan 43.82
//!  0 └────────────────────
//!             2023    2024
//! ▸ a Kazakhstan · 2023  41.0  bn USD
//!   a Kazakhstan · 2024  43.82 bn USD
//! ```

use ratatui::buffer::Buffer;

use super::listing;
use crate::dashboard::chart_and_rows;
use crate::dataset::Pane;
use crate::screen::chart;
use crate::screen::viewport::Viewport;

pub fn render(viewport: &Viewport, pane: &Pane, buffer: &mut Buffer) {
    let Some(drawn) = viewport.app.chart(viewport.pane) else {
        return listing::render(viewport, pane, buffer);
    };
    let rows = viewport.app.row_count_to_come(viewport.pane);
    let (place, rows) = chart_and_rows(drawn, viewport.area, rows);
    // Lines would show points that are not revealed yet.
    let is_whole = viewport.app.row_count(viewport.pane) == viewport.app.row_count_to_come(viewport.pane);
    if let Some(place) = place.filter(|_| is_whole) {
        let selected = viewport.selected.and_then(|at| {
            let row = viewport.app.rows_from(viewport.pane, at, 1).first().copied();
            row?.figure()
        });
        chart::render(drawn, selected, viewport.theme, place, buffer);
    }
    listing::render(&Viewport { area: rows, drawn: place.map(|_| drawn), ..*viewport }, pane, buffer);
}
