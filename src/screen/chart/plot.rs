//! The lines between the points: values and periods as dots of cells.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Context, Line, Points};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::labels::marks_of;
use crate::dashboard::{Chart, ChartLine, ChartPoint};
use crate::dataset::Period;
use crate::screen::{Glyphs, Theme};
use crate::text::truncate;

/// Cells that stay free at the left of the first point.
const BEFORE: u16 = 1;
/// The signs of lines in ASCII, in which lines that lie close share cells: each goes on with its own.
const ASCII_LINES: [char; 5] = ['.', '*', '~', '=', '^'];
/// Dots between two of a reference.
const SPARSE: u16 = 4;

/// Where values and periods are in a rectangle.
pub struct Plot {
    area: Rect,
    glyphs: Glyphs,
    /// The first and the last day.
    days: (f64, f64),
    /// The values at the lower and the upper end.
    values: (f64, f64),
    /// Cells that stay free at the right of the last points, for their marks.
    after: u16,
}

impl Plot {
    pub fn new(chart: &Chart, top: Decimal, area: Rect, glyphs: Glyphs) -> Self {
        let low = chart.range.0;
        let days = || chart.points().map(|point| day(point.period));
        let days = (days().fold(f64::INFINITY, f64::min), days().fold(f64::NEG_INFINITY, f64::max));
        let points = chart.lines.iter().flat_map(|line| &line.points);
        let last = points.filter(|point| day(point.period) >= days.1);
        let marks = last.map(|point| truncate::width(&marks_of(point))).max().unwrap_or(0);
        let after = u16::try_from(marks).unwrap_or(u16::MAX).min(area.width / 4);
        Self { area, glyphs, days, values: (number(low), number(top)), after }
    }

    pub fn area(&self) -> Rect {
        self.area
    }

    pub fn left(&self) -> u16 {
        self.area.left()
    }

    pub fn right(&self) -> u16 {
        self.area.right()
    }

    pub fn top(&self) -> u16 {
        self.area.top()
    }

    pub fn bottom(&self) -> u16 {
        self.area.bottom()
    }

    /// The cell of a point.
    pub fn cell(&self, point: &ChartPoint) -> (u16, u16) {
        (self.column(point.period), self.row(point.value.point))
    }

    /// The column of a period.
    pub fn column(&self, period: Period) -> u16 {
        self.left() + whole(self.across(period) / self.dots().0)
    }

    /// The column of the last period.
    pub fn last_column(&self) -> u16 {
        self.right().saturating_sub(self.after + 1)
    }

    /// The row of a value.
    pub fn row(&self, value: Decimal) -> u16 {
        let from_bottom = whole(self.up(value) / self.dots().1).min(self.area.height - 1);
        self.bottom() - 1 - from_bottom
    }

    /// Dots of a cell, across and up.
    fn dots(&self) -> (f64, f64) {
        let (across, up) = dots(self.glyphs);
        (across.into(), up.into())
    }

    /// The dot of a period, from the left. Years and months are at their last day.
    fn across(&self, period: Period) -> f64 {
        let (first, last) = self.days;
        let room = f64::from(self.area.width.saturating_sub(BEFORE + self.after + 1));
        let part = if last > first { (day(period) - first) / (last - first) } else { 0.5 };
        ((f64::from(BEFORE) + part * room) * self.dots().0).round()
    }

    /// The dot of a value, from the bottom.
    fn up(&self, value: Decimal) -> f64 {
        self.up_from(number(value))
    }

    fn up_from(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let part = if high > low { (value - low) / (high - low) } else { 0.5 };
        (part.clamp(0.0, 1.0) * self.dots_up()).round()
    }

    /// The uppermost dot.
    fn dots_up(&self) -> f64 {
        f64::from(self.area.height) * self.dots().1 - 1.0
    }

    /// Draws the lines, and what their points may be.
    pub fn render(&self, chart: &Chart, theme: &Theme, buffer: &mut Buffer) {
        let colour = theme.bar.fg.unwrap_or(Color::Reset);
        let faint = theme.reference.fg.unwrap_or(Color::Reset);
        let (signs, field) = match self.glyphs {
            Glyphs::Unicode | Glyphs::Narrow => (None, Marker::Braille),
            Glyphs::Ascii => (Some(ASCII_LINES.iter().cycle()), Marker::Custom(':')),
        };
        let right = f64::from(self.area.width) * self.dots().0 - 1.0;
        Canvas::default()
            .marker(field)
            .background_color(theme.base.bg.unwrap_or(Color::Reset))
            .x_bounds([0.0, right])
            .y_bounds([0.0, self.dots_up()])
            .paint(|context| {
                for drawn in &chart.lines {
                    self.field(drawn, faint, context);
                }
                if let Some(reference) = &chart.reference {
                    self.sparse(reference, faint, context);
                }
                let mut signs = signs.clone();
                for drawn in &chart.lines {
                    if let Some(sign) = signs.as_mut().and_then(Iterator::next) {
                        context.marker(Marker::Custom(*sign));
                    }
                    self.line(drawn, colour, context);
                }
            })
            .render(self.area, buffer);
    }

    fn line(&self, line: &ChartLine, colour: Color, context: &mut Context) {
        for point in &line.points {
            let Some(before) = point.after.and_then(|at| line.points.get(at)) else { continue };
            let (from, to) = (self.dot(before), self.dot(point));
            context.draw(&Line::new(from.0, from.1, to.0, to.1, colour));
        }
    }

    /// Everything that the points of a line may be, if that is more than a dot: every other dot between the bounds,
    /// from a point to the next and above and below each.
    fn field(&self, line: &ChartLine, colour: Color, context: &mut Context) {
        let mut dots = Vec::new();
        for point in line.points.iter().filter(|point| !line.says_nothing_more(point)) {
            let (x, own) = (self.across(point.period), self.bounds(point));
            self.column_of_field(x, own, &mut dots);
            let before = point.after.and_then(|at| line.points.get(at));
            // Between a value and a bound nothing is known.
            let Some(before) = before.filter(|before| has_bounds(before) && has_bounds(point)) else {
                continue;
            };
            let (first, from) = (self.across(before.period), self.bounds(before));
            let mut at = first + 1.0;
            while at < x {
                let part = (at - first) / (x - first);
                let between = |a: f64, b: f64| (a + (b - a) * part).round();
                self.column_of_field(at, (between(from.0, own.0), between(from.1, own.1)), &mut dots);
                at += 1.0;
            }
        }
        context.draw(&Points::new(&dots, colour));
    }

    fn column_of_field(&self, x: f64, (low, high): (f64, f64), dots: &mut Vec<(f64, f64)>) {
        if high - low <= 1.0 {
            return;
        }
        let mut y = low;
        while y <= high {
            if (x + y) % 2.0 == 0.0 || self.glyphs == Glyphs::Ascii {
                dots.push((x, y));
            }
            y += 1.0;
        }
    }

    /// The dots of the least and the greatest that a point may be; the end of the axis where there is no bound. Of a point
    /// without any it is not known how far it may be off, so it has no field.
    fn bounds(&self, point: &ChartPoint) -> (f64, f64) {
        if point.value.low.is_none() && point.value.high.is_none() {
            let own = self.up(point.value.point);
            return (own, own);
        }
        let end = |bound: Option<Decimal>, end: f64| bound.map_or(end, |bound| self.up(bound));
        (end(point.value.low, 0.0), end(point.value.high, self.dots_up()))
    }

    /// A reference: a few dots across the whole width at its only value, or from each of its points to the next.
    fn sparse(&self, line: &ChartLine, colour: Color, context: &mut Context) {
        let ends: Vec<((f64, f64), (f64, f64))> = match line.points.as_slice() {
            [only] => {
                let y = self.up(only.value.point);
                vec![((0.0, y), (f64::from(self.area.width) * self.dots().0 - 1.0, y))]
            }
            points => points.windows(2).map(|pair| (self.dot(&pair[0]), self.dot(&pair[1]))).collect(),
        };
        let mut dots = Vec::new();
        for (from, to) in ends {
            let mut x = from.0;
            while x <= to.0 {
                let part = if to.0 > from.0 { (x - from.0) / (to.0 - from.0) } else { 0.0 };
                dots.push((x, (from.1 + (to.1 - from.1) * part).round()));
                x += f64::from(SPARSE);
            }
        }
        context.draw(&Points::new(&dots, colour));
    }

    fn dot(&self, point: &ChartPoint) -> (f64, f64) {
        (self.across(point.period), self.up(point.value.point))
    }
}

fn has_bounds(point: &ChartPoint) -> bool {
    point.value.low.is_some() && point.value.high.is_some()
}

/// Dots of a cell, across and up.
pub fn dots(glyphs: Glyphs) -> (u16, u16) {
    match glyphs {
        Glyphs::Unicode | Glyphs::Narrow => (2, 4),
        Glyphs::Ascii => (1, 1),
    }
}

/// The last day of a period.
pub fn day(period: Period) -> f64 {
    f64::from(period.end().num_days_from_ce())
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

pub fn whole(dots: f64) -> u16 {
    dots.floor().to_u16().unwrap_or(0)
}
