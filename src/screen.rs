//! What the dashboard looks like: one pure function from the dashboard and a theme to cells.
//!
//! The tree of files mirrors the screen.

mod border;
mod canvas;
mod cells;
mod extra_columns;
mod footer;
pub mod glyphs;
mod header;
mod pane;
mod panes;
mod row;
mod strip;
mod tabs;
mod text;
pub mod theme;
mod viewport;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget, Wrap};

pub use canvas::Canvas;
pub use glyphs::Glyphs;
pub use theme::{Depth, Means, Theme};

use crate::dashboard::{App, Layout, SMALLEST};

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
    match app.layout() {
        Layout::TooSmall => too_small(app, buffer),
        Layout::Text { header, body, footer } => {
            header::render(app, theme, header, buffer);
            text::render(app, theme, body, buffer);
            footer::render(app, theme, footer, buffer);
        }
        Layout::Panes(places) => {
            header::render(app, theme, places.header, buffer);
            tabs::render(app, theme, places.tabs, buffer);
            for (pane, area) in places.panes {
                pane::render(app, theme, (pane, area, places.bordered), buffer);
            }
            strip::render(app, theme, places.strip, buffer);
            footer::render(app, theme, places.footer, buffer);
        }
    }
}

/// A calm sentence for a screen without room for figures.
fn too_small(app: &App, buffer: &mut Buffer) {
    let (has, needs) = (app.size(), SMALLEST);
    let sentence = format!(
        "horgos needs {}×{} to show figures; this is {}×{}. q quits.",
        needs.width, needs.height, has.width, has.height
    );
    Paragraph::new(Line::raw(sentence)).wrap(Wrap { trim: true }).render(buffer.area, buffer);
}
