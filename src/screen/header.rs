//! The line at the top: the dataset's title, the number of warnings, if checks are under way, and who published the
//! figures.
//!
//! Of a table the question stands there; where there is room, below the name of its file, and above what is set aside.
//!
//! ```text
//!  TradeData.csv · UN Comtrade                       48,212 rows · 3 reporters · 2021, 2022 · Windows-1252
//!  China · exports (FOB) · 2022 · all partners · all products · USD
//!  set aside: 12 World rows (printed wholes), 212 re-exports                                        W: all
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells};
use crate::dashboard::App;
use crate::text::truncate;

/// Blanks between two texts.
const GAP: u16 = 2;

/// A line with a margin of one column at either end.
struct HeaderLine {
    area: Rect,
    right: u16,
    room: usize,
}

impl HeaderLine {
    fn new(area: Rect) -> Self {
        Self { area, right: area.right().saturating_sub(1), room: usize::from(area.width).saturating_sub(2) }
    }

    /// Writes a text at the right, before those that are there.
    fn right(&mut self, text: &str, style: Style, buffer: &mut Buffer) {
        let wide = truncate::width(text);
        self.right = self.right.saturating_sub(u16::try_from(wide).unwrap_or(u16::MAX));
        cells::write(buffer, (self.right, self.area.y), text, wide, style);
        self.right = self.right.saturating_sub(GAP);
        self.room = self.room.saturating_sub(wide + usize::from(GAP));
    }

    fn has_room(&self, left: &str, right: &str) -> bool {
        truncate::width(left) + usize::from(GAP) + truncate::width(right) <= self.room
    }

    fn left(&self, text: &str, style: Style, buffer: &mut Buffer) {
        let text = truncate::cut(text, self.room);
        cells::write(buffer, (self.area.x + 1, self.area.y), &text, self.room, style);
    }
}

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let mut lines = area.rows().map(HeaderLine::new);
    let Some(mut first) = lines.next() else { return };
    let title = &app.words().dataset.title;
    let Some(second) = lines.next() else {
        if let Some(count) = app.warning_count() {
            first.right(&format!("{count} (W)"), theme.status, buffer);
        }
        if app.is_checking() {
            first.right("checks under way", theme.status, buffer);
        }
        let source = app.publishers();
        if first.has_room(title, source) {
            first.right(source, Style::new(), buffer);
        }
        let question = app.question_in(first.room).unwrap_or_else(|| title.clone());
        return first.left(&question, theme.title, buffer);
    };
    let third = lines.next();
    let file = app.table_name();
    let facts = app.table_facts(third.is_none());
    let facts = (1..=facts.len()).rev().map(|count| facts[..count].join(" · "));
    let facts = facts.into_iter().find(|facts| first.has_room(&file, facts));
    first.right(&facts.unwrap_or_default(), Style::new(), buffer);
    first.left(&file, theme.heading, buffer);
    question(app, theme, second, buffer);
    let Some(mut third) = third else { return };
    if app.warning_count().is_some() {
        third.right("W: all", theme.status, buffer);
    }
    third.left(&app.set_aside_line(third.room), Style::new(), buffer);
}

/// The question, and the key that widens it.
fn question(app: &App, theme: &Theme, mut line: HeaderLine, buffer: &mut Buffer) {
    let title = &app.words().dataset.title;
    if app.is_narrowed() && line.has_room(title, "Esc: up") {
        line.right("Esc: up", Style::new(), buffer);
    }
    let title = app.question_in(line.room).unwrap_or_else(|| title.clone());
    line.left(&title, theme.title, buffer);
}
