//! Draws the dashboard: one pure function from the dashboard and a theme to cells.
//!
//! The tree of files mirrors the screen.

mod bars;
mod canvas;
mod cells;
mod chart;
mod extra_columns;
mod facts;
mod follow;
mod footer;
pub mod glyphs;
mod header;
mod heading;
#[cfg(test)]
mod key_cost;
mod lead;
mod marks;
mod means;
mod notes;
mod overlay;
mod pane;
mod panes;
mod picture;
mod remarks;
mod review;
mod row;
mod slope;
mod strip;
mod tabs;
mod talk;
pub mod theme;
mod viewport;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Paragraph, Widget, Wrap};

pub use canvas::Canvas;
pub use follow::follow_frame;
pub use means::{Depth, Glyphs, Means};
pub use notes::notes_frame;
pub use review::review_frame;
pub use talk::talk_frame;
pub use theme::Theme;
use viewport::PlacedPane;

use crate::dashboard::{Action, App, Layout, PaneLayout, SMALLEST, key_for};
use crate::text::wrap;

/// A buffer of the dashboard's size with the dashboard drawn into it.
#[must_use]
pub fn frame(app: &App, theme: &Theme) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from(app.size()));
    render(app, theme, &mut buffer);
    glyphs::replace(theme.glyphs, buffer.area, &mut buffer);
    buffer
}

/// Draws the dashboard into an empty buffer, in the richest glyphs.
pub fn render(app: &App, theme: &Theme, buffer: &mut Buffer) {
    if theme.base != Style::new() {
        buffer.set_style(buffer.area, theme.base);
    }
    body(app, theme, buffer);
    match app.layout() {
        Layout::TooSmall => {}
        Layout::Text { footer, .. } | Layout::Panes(PaneLayout { footer, .. }) => {
            footer::render(app, theme, *footer, buffer);
        }
    }
}

/// Draws all but the footer.
fn body(app: &App, theme: &Theme, buffer: &mut Buffer) {
    match app.layout() {
        Layout::TooSmall => too_small(app, buffer),
        Layout::Text { header, picture, body, .. } => {
            header::render(app, theme, *header, buffer);
            lead::render_open(app, theme, *picture, buffer);
            overlay::render(app, theme, *body, buffer);
        }
        Layout::Panes(areas) => {
            header::render(app, theme, areas.header, buffer);
            lead::render(app, theme, areas.lead, buffer);
            facts::render(app, theme, areas.facts, buffer);
            tabs::render(app, theme, areas.tabs, buffer);
            marks::render(app, theme, areas.marks, buffer);
            for (pane, area) in &areas.panes {
                let placed = PlacedPane { pane: *pane, area: *area, zoomed: areas.zoomed };
                pane::render(app, theme, &placed, buffer);
            }
            strip::render(app, theme, areas.strip, buffer);
        }
    }
}

/// A calm sentence for a screen without room for figures: as much of it as there is room for, and last of all the key
/// that quits, which is another one while letters are typed.
fn too_small(app: &App, buffer: &mut Buffer) {
    let (has, needs) = (app.size(), SMALLEST);
    let quit = key_for(app.key_mode(), Action::Leave).or_else(|| key_for(app.key_mode(), Action::Quit));
    let quit = quit.map_or_else(String::new, |key| key.to_string());
    let needs = format!("horgos needs {}×{}", needs.width, needs.height);
    let sentences = [
        format!("{needs} to show figures; this is {}×{}. {quit} quits.", has.width, has.height),
        format!("{needs}. {quit} quits."),
        format!("{quit} quits."),
        quit,
    ];
    let fits = |text: &&String| wrap(text, has.width).len() <= usize::from(has.height);
    let sentence = sentences.iter().find(fits).map_or("", String::as_str);
    Paragraph::new(sentence).wrap(Wrap { trim: true }).render(buffer.area, buffer);
}
