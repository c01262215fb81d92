//! The columns that rows of figures have in common: marker, label, number, unit, marks.
//!
//! ```text
//! ▸ Exports            246.57 bn CNY
//!   Exports, growth  ▴ +23.2  %       V ✗
//!   Trade, all partn…  not published
//! ```

mod columns;
mod texts;

use std::borrow::Cow;

use columns::{BARS, ColumnWidths, GROWTH_LEAD, HEAD_GAP, MARKER};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::viewport::Viewport;
use super::{Theme, cells};
use crate::dashboard::SHORTENED;
use crate::text::{capitalised, truncate};
use crate::wording::Direction;
use texts::RowTexts;

/// The texts of a pane's rows and the columns that they need, made once for measuring and drawing.
pub struct FigureRows<'w> {
    first: usize,
    said: Vec<Option<RowTexts<'w>>>,
    spotlight: bool,
    pub columns: ColumnWidths,
}

impl<'w> FigureRows<'w> {
    /// The texts of all rows that are measured.
    pub fn new(viewport: &Viewport<'w>) -> Self {
        let (first, rows) = viewport.measured();
        let mut said: Vec<_> = rows.iter().map(|row| RowTexts::new(viewport, *row)).collect();
        let room = usize::from(viewport.area.width);
        let needed = ColumnWidths::new(said.iter().flatten());
        let left_by_bars = room.saturating_sub(needed.width() - needed.label + BARS).max(SHORTENED);
        let most = if viewport.has_parts() && !viewport.zoomed { left_by_bars } else { usize::MAX };
        let mut columns = ColumnWidths { label: needed.label.min(most), ..needed }.within(room);
        if columns.label < needed.label {
            for (row, said) in rows.iter().zip(&mut said) {
                let label_room = said.as_ref().map_or(columns.label, |said| columns.label_room(said));
                RowTexts::shorten(said, viewport, *row, label_room);
            }
            let needed = ColumnWidths::new(said.iter().flatten());
            columns = ColumnWidths { label: needed.label.min(most), ..needed }.within(room);
            if columns.label < needed.label && viewport.has_parts() {
                said.iter_mut().flatten().for_each(|said| said.shorten_name(columns.label));
                columns = ColumnWidths::new(said.iter().flatten()).within(room);
            }
        }
        if viewport.has_heads && viewport.has_parts() {
            let heads = viewport.words.heads_of_parts();
            let shortest = heads.each_ref().map(|heads| heads.last().map_or("", String::as_str));
            columns = columns.under_heads(shortest, room);
        }
        Self { first, said, spotlight: viewport.spotlight, columns }
    }

    /// Draws the head over the numbers: their measure, if all have one.
    pub fn render_head(&self, viewport: &Viewport, line: Rect, buffer: &mut Buffer) {
        let words = viewport.words;
        let rows = viewport.measured().1.iter();
        let mut measures =
            rows.filter_map(|row| words.observation(row.figure()?)).map(|row| words.measured(row));
        let head = match measures.next() {
            Some(first) if measures.all(|other| other == first) => capitalised(&first),
            Some(_) | None => "Value".to_owned(),
        };
        let style = viewport.theme.term;
        let mut writer = Writer { x: line.x, right: line.right(), y: line.y, buffer };
        writer.skip(MARKER + self.columns.label + 1);
        let ColumnWidths { share, before_growth, growth, .. } = self.columns;
        let parts = self.columns.parts();
        let all = usize::from(line.right().saturating_sub(writer.x));
        writer.left(&head, if parts > 0 { self.columns.numbers() - parts } else { all }, style);
        let [share_heads, growth_heads] = words.heads_of_parts();
        for (heads, width) in [(share_heads, share), (growth_heads, before_growth + growth)] {
            writer.right(fitting(&heads, width), width, style);
        }
    }

    /// Draws the common columns of row `at` on `line`; the caller draws the rest.
    pub fn render(&self, at: usize, theme: &Theme, (line, selected): (Rect, bool), buffer: &mut Buffer) {
        let said = at.checked_sub(self.first).and_then(|at| self.said.get(at)?.as_ref());
        let Some(said) = said else { return };
        let mut writer = Writer { x: line.x, right: line.right(), y: line.y, buffer };
        let marks = if self.spotlight && !selected { "" } else { &said.marks };
        said.render((self.columns, marks), theme, (line.width, selected), &mut writer);
    }
}

impl RowTexts<'_> {
    fn render(
        &self,
        (columns, marks): (ColumnWidths, &str),
        theme: &Theme,
        (width, selected): (u16, bool),
        writer: &mut Writer,
    ) {
        let plain = if self.is_fact { theme.title } else { Style::new() };
        if selected {
            // Its blanks show, and one weight for all that is marked takes fewer bytes than many turns.
            let wide = u16::try_from(columns.width() + 1).unwrap_or(u16::MAX).min(width);
            let line = Rect { x: writer.x, y: writer.y, width: wide, height: 1 };
            writer.buffer.set_style(line, plain);
        }
        writer.left(if selected { "▸ " } else { "" }, MARKER, plain);
        let fits = columns.width() <= usize::from(width);
        // A label that would be cut even so ends where the others do.
        let whole = truncate::width(&self.label).max(columns.label);
        let own = if fits && whole <= columns.label_room(self) { whole } else { columns.label };
        writer.left_over(&self.label, own, columns.label, plain);
        writer.skip(1);
        let Some(number) = &self.number else {
            return writer.right(self.instead, columns.measured().max(columns.missing), plain);
        };
        let (arrow, style) = match number.direction {
            Some(way @ Direction::Up) => (way.arrow(), theme.rising),
            Some(way @ Direction::Down) => (way.arrow(), theme.falling),
            None => ("", plain),
        };
        writer.left(arrow, columns.arrow, style);
        if fits {
            writer.right(&number.whole, columns.whole, plain);
            writer.left(&number.fraction, columns.fraction, plain);
        } else {
            writer.left("…", 1, plain);
        }
        writer.skip(columns.unit.min(1));
        writer.left(&number.unit, columns.unit.saturating_sub(1), plain);
        writer.right(&self.part.share, columns.share, plain);
        writer.skip(columns.before_growth);
        self.growth(columns.growth, theme, writer);
        writer.right(marks, columns.marks, theme.status);
        let cross = if self.is_in_contradiction { theme.mark } else { theme.inherited };
        cells::marks(writer.buffer, (writer.x, writer.y), truncate::width(marks), (theme, cross));
        writer.right(&self.distance, columns.distance, plain);
        if !self.distance.is_empty() {
            cells::cross(writer.buffer, (writer.x, writer.y), theme.inherited);
        }
    }
}

impl RowTexts<'_> {
    /// The growth, right-aligned in so many columns, its arrow in colour before it.
    fn growth(&self, width: usize, theme: &Theme, writer: &mut Writer) {
        let (direction, text) = &self.part.growth;
        let room = width.saturating_sub(GROWTH_LEAD);
        let (arrow, style) = match direction {
            Some(way @ Direction::Up) => (way.arrow(), theme.rising),
            Some(way @ Direction::Down) => (way.arrow(), theme.falling),
            None => ("", Style::new()),
        };
        writer.right(arrow, width - room, style);
        writer.right(text, room, Style::new());
    }
}

/// The first of these heads, or the last, that leaves a gap before it in so many columns.
fn fitting(heads: &[String], width: usize) -> &str {
    let fits = |head: &&String| truncate::width(head) + HEAD_GAP <= width;
    heads.iter().find(fits).or(heads.last()).map_or("", String::as_str)
}

/// Writes from left to right, never past the end of the line.
struct Writer<'b> {
    x: u16,
    right: u16,
    y: u16,
    buffer: &'b mut Buffer,
}

impl Writer<'_> {
    /// Writes at the left of the next `width` columns.
    fn left(&mut self, text: &str, width: usize, style: Style) {
        let room = width.min(usize::from(self.right.saturating_sub(self.x)));
        let text = if truncate::width(text) <= width {
            Cow::Borrowed(text)
        } else {
            truncate::cut(text, width).into()
        };
        cells::write(self.buffer, (self.x, self.y), &text, room, style);
        self.skip(width);
    }

    /// Like [`Writer::left`] of the next `width` columns, but the text has room for `own` columns, which are blank so far.
    fn left_over(&mut self, text: &str, own: usize, width: usize, style: Style) {
        let x = self.x;
        self.left(text, own, style);
        self.x = x;
        self.skip(width);
    }

    /// Writes at the right of the next `width` columns.
    fn right(&mut self, text: &str, width: usize, style: Style) {
        let wide = truncate::width(text).min(width);
        self.skip(width - wide);
        self.left(text, wide, style);
    }

    fn skip(&mut self, width: usize) {
        self.x = self.x.saturating_add(u16::try_from(width).unwrap_or(u16::MAX));
    }
}
