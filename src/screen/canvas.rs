//! One frame after another, of which only what can have changed is drawn again.
//!
//! Most keys move a cursor: then a pane, the strip below and the footer are drawn, and the rest stays as it was.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;

use super::{Means, Theme, footer, glyphs, pane, render, strip};
use crate::dashboard::{App, Layout, Look, Notice, Places, View};

/// The last frame, and what it was drawn from.
#[derive(Debug)]
pub struct Canvas {
    means: Means,
    buffer: Buffer,
    drawn: Option<Drawn>,
    /// By row, whether the last drawing may have changed it.
    touched: Vec<bool>,
}

/// What a frame depends on beside the dataset.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    size: Size,
    view: View,
    look: Look,
    mouse: bool,
    notice: Option<Notice>,
}

impl Canvas {
    /// A canvas with nothing on it yet.
    #[must_use]
    pub fn new(means: Means) -> Self {
        Self { means, buffer: Buffer::default(), drawn: None, touched: Vec::new() }
    }

    /// Draws the dashboard, the same one each time.
    pub fn draw(&mut self, app: &App) {
        let now = Drawn {
            size: app.size(),
            view: app.view().clone(),
            look: app.look(),
            mouse: app.mouse(),
            notice: app.notice().cloned(),
        };
        let theme = Theme::of(app.look(), self.means);
        let alike = self.drawn.replace(now.clone()).filter(|before| before.is_beside(&now));
        self.touched.clear();
        match (alike, app.layout()) {
            (Some(before), Layout::Panes(places)) => {
                self.touched.resize(usize::from(now.size.height), false);
                self.draw_parts(app, &theme, &places, before.view != now.view);
            }
            (_, Layout::Panes(_) | Layout::Text { .. } | Layout::TooSmall) => {
                self.touched.resize(usize::from(now.size.height), true);
                if self.buffer.area.as_size() == now.size {
                    self.buffer.reset();
                } else {
                    self.buffer = Buffer::empty(Rect::from(now.size));
                }
                render(app, &theme, &mut self.buffer);
                glyphs::replace(theme.glyphs, self.buffer.area, &mut self.buffer);
            }
        }
    }

    /// Draws the footer, and with `row` what depends on the selected row.
    fn draw_parts(&mut self, app: &App, theme: &Theme, places: &Places, row: bool) {
        let focus = app.view().focus;
        if let Some((pane, area)) = places.panes.iter().find(|(pane, _)| row && *pane == focus) {
            self.draw_part(theme, *area, |buffer| {
                pane::render(app, theme, (*pane, *area, places.bordered), buffer);
            });
        }
        if let Some(area) = places.strip.filter(|_| row) {
            self.draw_part(theme, area, |buffer| strip::render(app, theme, Some(area), buffer));
        }
        self.draw_part(theme, places.footer, |buffer| footer::render(app, theme, places.footer, buffer));
    }

    fn draw_part(&mut self, theme: &Theme, area: Rect, draw: impl FnOnce(&mut Buffer)) {
        for row in area.rows() {
            for cell in cells(&mut self.buffer, row) {
                cell.reset();
            }
            if let Some(touched) = self.touched.get_mut(usize::from(row.y)) {
                *touched = true;
            }
        }
        if theme.base != Style::new() {
            self.buffer.set_style(area, theme.base);
        }
        draw(&mut self.buffer);
        glyphs::replace(theme.glyphs, area, &mut self.buffer);
    }

    /// What was drawn.
    #[must_use]
    pub fn frame(&self) -> &Buffer {
        &self.buffer
    }

    /// Whether a row may look different from the frame before.
    #[must_use]
    pub fn touched(&self, row: usize) -> bool {
        self.touched.get(row).copied().unwrap_or(true)
    }
}

impl Drawn {
    /// Whether frames of both differ in footer, focused pane and strip at most.
    fn is_beside(&self, other: &Self) -> bool {
        (self.size, self.look) == (other.size, other.look) && self.view.is_beside(&other.view)
    }
}

/// The cells of one row of `area`.
pub fn cells(buffer: &mut Buffer, row: Rect) -> &mut [ratatui::buffer::Cell] {
    let row = row.intersection(buffer.area);
    if row.is_empty() {
        return &mut [];
    }
    let start = buffer.index_of(row.x, row.y);
    &mut buffer.content[start..start + usize::from(row.width)]
}
