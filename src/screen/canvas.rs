//! Draws frame after frame, each time only the parts that can have changed.
//!
//! Most keys move a cursor: then a pane, the strip and the footer are drawn, and the rest stays.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::viewport::PlacedPane;
use super::{Means, Theme, cells, footer, glyphs, pane, render, review_frame, strip, tabs, talk_frame};
use crate::dashboard::{App, Appearance, FrameKey, Layout, PaneLayout};
use crate::review::DraftReview;
use crate::stage::Talk;

/// The last frame and its key.
#[derive(Debug)]
pub struct Canvas {
    means: Means,
    buffer: Buffer,
    drawn: Option<FrameKey>,
    /// For each row, the columns that the last drawing may have changed.
    touched: Vec<Range<u16>>,
}

impl Canvas {
    /// An empty canvas.
    #[must_use]
    pub fn new(means: Means) -> Self {
        Self { means, buffer: Buffer::default(), drawn: None, touched: Vec::new() }
    }

    /// Draws the dashboard. Each canvas belongs to one model.
    pub fn draw(&mut self, app: &App) {
        let now = app.frame_key();
        let theme = Theme::new(app.appearance(), self.means);
        let layout = app.layout();
        let parts = self.drawn.as_ref().and_then(|before| ChangedParts::since(before, &now, layout));
        self.touched.clear();
        let all = 0..if parts.is_none() { now.size.width } else { 0 };
        self.touched.resize(usize::from(now.size.height), all);
        match (parts, layout) {
            (Some(parts), Layout::Panes(places)) => self.draw_parts(app, &theme, places, &parts),
            (_, Layout::Panes(_) | Layout::Text { .. } | Layout::TooSmall) => {
                if self.buffer.area.as_size() == now.size {
                    self.buffer.reset();
                } else {
                    self.buffer = Buffer::empty(Rect::from(now.size));
                }
                render(app, &theme, &mut self.buffer);
                glyphs::replace(theme.glyphs, self.buffer.area, &mut self.buffer);
            }
        }
        self.drawn = Some(now);
    }

    /// Draws a talk.
    pub fn draw_talk(&mut self, talk: &Talk) {
        self.draw_whole(talk.app().appearance(), |theme| talk_frame(talk, theme));
    }

    /// Draws a frame that has no parts, in these colours.
    pub fn draw_whole(&mut self, appearance: Appearance, frame: impl FnOnce(&Theme) -> Buffer) {
        self.buffer = frame(&Theme::new(appearance, self.means));
        self.drawn = None;
        self.touched.clear();
    }

    /// Draws the review of a draft, or the dashboard on it.
    pub fn draw_review(&mut self, review: &DraftReview) {
        let appearance = review.dashboard().map_or(review.appearance(), App::appearance);
        self.buffer = review_frame(review, &Theme::new(appearance, self.means));
        self.drawn = None;
        self.touched.clear();
    }

    /// Draws the panes that changed, the parts that depend on the focus or the selected row, and the footer.
    fn draw_parts(
        &mut self,
        app: &App,
        theme: &Theme,
        places: &PaneLayout,
        ChangedParts { panes, rows }: &ChangedParts,
    ) {
        for (pane, area) in places.panes.iter().filter(|(pane, _)| panes.contains(pane)) {
            let shown = PlacedPane { pane: *pane, area: *area, zoomed: places.zoomed };
            let lines = rows.and_then(|rows| Some((rows, pane::lines_of_rows(app, theme, &shown, rows)?)));
            if let Some((rows, lines)) = lines {
                self.draw_part(theme, &lines, |buffer| {
                    pane::render_rows(app, theme, &shown, rows, buffer);
                });
            } else {
                self.draw_part(theme, &[*area], |buffer| pane::render(app, theme, &shown, buffer));
            }
        }
        if let Some(area) = places.tabs.filter(|_| panes.len() > 1) {
            self.draw_part(theme, &[area], |buffer| tabs::render(app, theme, Some(area), buffer));
        }
        if let Some(area) = places.strip.filter(|_| !panes.is_empty()) {
            self.draw_part(theme, &[area], |buffer| strip::render(app, theme, Some(area), buffer));
        }
        self.draw_part(theme, &[places.footer], |buffer| footer::render(app, theme, places.footer, buffer));
    }

    /// Draws what fills these areas, and them alone.
    fn draw_part(&mut self, theme: &Theme, areas: &[Rect], draw: impl FnOnce(&mut Buffer)) {
        for row in areas.iter().flat_map(|area| area.rows()) {
            for cell in cells::row(&mut self.buffer, row) {
                cell.reset();
            }
            if let Some(touched) = self.touched.get_mut(usize::from(row.y)) {
                *touched = match (touched.start, touched.end) {
                    (start, end) if start == end => row.left()..row.right(),
                    (start, end) => start.min(row.left())..end.max(row.right()),
                };
            }
        }
        if theme.base != Style::new() {
            for area in areas {
                self.buffer.set_style(*area, theme.base);
            }
        }
        draw(&mut self.buffer);
        for area in areas {
            glyphs::replace(theme.glyphs, *area, &mut self.buffer);
        }
    }

    /// The last frame.
    #[must_use]
    pub fn frame(&self) -> &Buffer {
        &self.buffer
    }

    /// The columns of a row that may differ from the frame before.
    #[must_use]
    pub fn touched(&self, row: usize) -> Range<usize> {
        let touched = self.touched.get(row).cloned().unwrap_or(0..u16::MAX);
        usize::from(touched.start)..usize::from(touched.end)
    }
}

/// The parts of a frame that may differ from the frame before.
struct ChangedParts {
    panes: Vec<usize>,
    /// The rows between which the selection has moved, if nothing else in the panes has changed.
    rows: Option<[usize; 2]>,
}

impl ChangedParts {
    /// The parts to draw again; `None` if the frame of `before` has other panes or other places.
    fn since(before: &FrameKey, now: &FrameKey, layout: &Layout) -> Option<Self> {
        let Layout::Panes(places) = layout else { return None };
        // If not all panes are in view, those that are depend on the focus. No pane is on two pages.
        let same_page = places.panes.iter().any(|(pane, _)| *pane == before.view.focus);
        let same = same_page
            && (now.bundled, now.edition) == (before.bundled, before.edition)
            && (now.size, now.appearance) == (before.size, before.appearance);
        let panes = now.view.moved_since(&before.view).filter(|_| same)?;
        Some(Self { panes, rows: now.view.reselected_since(&before.view) })
    }
}
