//! Many lines over time, each on rows of its own: a bar for each figure, all from zero on one scale.
//!
//! ```text
//! %                    bars from 0 to 85.9  last
//! a the world    ▃▄▅▇▅ ▄▄▄ ▃  ▂             26
//! c all five      ▄▅  ▆ ▄~                   6.9
//!               └──────────▴───────
//!                2022      2023
//! ```
//!
//! Lines that cross, with gaps and with figures that lie close together cannot be told apart in one plot. Here nothing
//! lies over anything else, and periods stand under each other.

mod columns;
mod months;
mod plan;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::axis::shown_value;
use super::labels::{AxisPeriods, marks_of, render_marks, write_periods};
use crate::analysis::Figure;
use crate::dashboard::{Chart, ChartLine, ChartPoint};
use crate::screen::{Theme, cells};
use crate::text::{shorten, truncate};
use columns::PeriodColumns;
use plan::{LAST, RowChartPlan, full_name};

/// The parts of a cell that a bar can end at.
const EIGHTHS: u16 = 8;
/// A bar of one to seven eighths of a cell, and of a whole one.
const LEVELS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Draws a chart in this way; false if there is no room for it.
pub fn render(
    chart: &Chart,
    selected: Option<Figure>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> bool {
    let Some(plan) = RowChartPlan::new(chart, selected, area) else { return false };
    let columns = PeriodColumns::new(chart, plan.plot);
    if plan.has_unit {
        heads(chart, &plan, theme, area, buffer);
    }
    let lines = chart.lines.iter().chain(&chart.reference).enumerate();
    for (at, line) in lines.skip(plan.lines.0).take(plan.lines.1) {
        let from = u16::try_from(at - plan.lines.0).unwrap_or(0) * plan.rows;
        let band = Rect { y: plan.plot.y + from, height: plan.rows, ..plan.plot };
        let base = band.bottom() - 1;
        let is_own = line.points.iter().any(|point| point.is_selected(selected));
        let style = if is_own { theme.title } else { Style::new() };
        let name = name(chart, at, line, usize::from(plan.names));
        cells::write(buffer, (area.x, base), &name, usize::from(plan.names), style);
        if plan.values > 0 {
            let last = line.points.last().map_or("", |point| &point.text);
            let room = usize::from(plan.values - 1);
            cells::write(buffer, (plan.plot.right() + 1, base), &truncate::right(last, room), room, style);
        }
        Band::new(chart, band).render(line, (&columns, selected), theme, buffer);
    }
    match &chart.since_january {
        Some(order) => months::render(order, (chart, selected), (&plan, &columns), theme, buffer),
        None => axis(chart, selected, (&plan, &columns), theme, buffer),
    }
    true
}

/// The unit, the scale that all lines have, and what the numbers at the right are.
fn heads(chart: &Chart, plan: &RowChartPlan, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    let x = cells::write(buffer, (area.x, area.y), &chart.unit, room, theme.heading);
    let [least, most] = extent(chart).map(|value| shown_value(chart, value));
    let scale = format!("bars from {least} to {most}");
    let start = plan.plot.x.max(x + 2);
    let fits = |text: &String| usize::from(start) + truncate::width(text) < usize::from(plan.plot.right());
    let with_periods = match &chart.since_january {
        // From left to right they rise with the months that they add up.
        Some(_) => Some(format!("{scale}; compare equal months")),
        None => mixed_periods(chart).map(|periods| format!("{scale}, {periods}")),
    };
    if let Some(text) = with_periods.filter(fits).or(Some(scale).filter(fits)) {
        cells::write(buffer, (start, area.y), &text, room, theme.heading);
    }
    if plan.values > 0 {
        let room = usize::from(plan.values - 1);
        let head = truncate::right(LAST, room);
        cells::write(buffer, (plan.plot.right() + 1, area.y), &head, room, theme.heading);
    }
}

/// Says that periods have unlike lengths, unless the axis does.
pub fn mixed_periods(chart: &Chart) -> Option<String> {
    let (fewest, most) = chart.months().filter(|_| chart.since_january.is_none())?;
    Some(format!("over {fewest} to {most} months"))
}

/// Letter and name of a line; in little room its first words, or the letter alone.
fn name(chart: &Chart, at: usize, line: &ChartLine, room: usize) -> String {
    let full = full_name(chart, at, line);
    let letter = || full.split(' ').next().unwrap_or_default().to_owned();
    shorten(&full, room).map_or_else(letter, ToOwned::to_owned)
}

/// The least and the greatest value, zero included, without what they may be beyond that.
fn extent(chart: &Chart) -> [Decimal; 2] {
    chart
        .points()
        .map(|point| point.value.point)
        .fold([Decimal::ZERO; 2], |[least, most], value| [least.min(value), most.max(value)])
}

/// The line below all bars, the period of the selected figure on it, and the periods.
fn axis(
    chart: &Chart,
    selected: Option<Figure>,
    (plan, columns): (&RowChartPlan, &PeriodColumns),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let y = plan.plot.bottom();
    cells::write(buffer, (plan.plot.x - 1, y), "└", 1, theme.border);
    for x in plan.plot.left()..plan.plot.right() {
        cells::write(buffer, (x, y), "─", 1, theme.border);
    }
    if let Some(point) = chart.points().find(|point| point.is_selected(selected)) {
        cells::write(buffer, (columns.of(point.period), y), "▴", 1, theme.title);
    }
    let present = columns.all().map(|(period, column)| (column, period)).collect();
    write_periods(AxisPeriods { present, ..AxisPeriods::default() }, (plan.plot, y + 1), theme, buffer);
}

/// The rows of a line: up from zero, and down where values of the chart are below it.
struct Band {
    area: Rect,
    /// Rows above zero.
    up: u16,
    /// The value of a row.
    row: Decimal,
}

impl Band {
    fn new(chart: &Chart, area: Rect) -> Self {
        let [fall, rise] = extent(chart).map(|value| value.abs());
        let rows = area.height;
        let down = || {
            let part = fall.checked_div(fall.checked_add(rise)?)?.checked_mul(rows.into())?;
            part.ceil().to_u16()
        };
        let down = if fall.is_zero() || rows < 2 { 0 } else { down().unwrap_or(1).clamp(1, rows - 1) };
        let up = rows - down;
        let of = |value: Decimal, rows: u16| {
            // An eighth stays free above, so that lines do not fuse.
            let eighths = Decimal::from(u32::from(rows) * u32::from(EIGHTHS) - 1);
            value.checked_div(eighths).and_then(|eighth| eighth.checked_mul(EIGHTHS.into())).unwrap_or(value)
        };
        let row = of(rise, up).max(if down > 0 { of(fall, down) } else { Decimal::ZERO });
        Self { area, up, row }
    }

    /// Eighths of a row from zero to a value; at least one, unless it is zero.
    fn eighths(&self, value: Decimal) -> u16 {
        let eighths = || value.abs().checked_mul(EIGHTHS.into())?.checked_div(self.row)?.round().to_u16();
        let most = self.area.height * EIGHTHS;
        if value.is_zero() || self.row.is_zero() { 0 } else { eighths().unwrap_or(most).clamp(1, most) }
    }

    fn render(
        &self,
        line: &ChartLine,
        (columns, selected): (&PeriodColumns, Option<Figure>),
        theme: &Theme,
        buffer: &mut Buffer,
    ) {
        for point in &line.points {
            let x = columns.of(point.period);
            let is_own = point.is_selected(selected);
            let style = if is_own { Style { bg: None, ..theme.bar_selected } } else { theme.bar };
            for column in x..x + columns.width {
                if point.value.point.is_sign_negative() {
                    self.fall(point, column, theme, buffer);
                } else {
                    self.rise(point, column, style, buffer);
                }
            }
            if truncate::width(&marks_of(point)) <= columns.behind(point.period) {
                let base = self.area.y + self.up - 1;
                render_marks(point, (x + columns.width, base), theme, buffer);
            }
        }
    }

    fn rise(&self, point: &ChartPoint, x: u16, style: Style, buffer: &mut Buffer) {
        let whole = self.eighths(point.value.point);
        if whole == 0 {
            cells::write(buffer, (x, self.area.y + self.up - 1), "▁", 1, style);
        }
        for row in 0..whole.div_ceil(EIGHTHS).min(self.up) {
            let level = (whole - row * EIGHTHS).min(EIGHTHS);
            let glyph = LEVELS[usize::from(level - 1)];
            cells::write(buffer, (x, self.area.y + self.up - 1 - row), glyph, 1, style);
        }
    }

    /// A fall goes down from zero in a pattern of its own; in a single row there is no room for more than its direction.
    fn fall(&self, point: &ChartPoint, x: u16, theme: &Theme, buffer: &mut Buffer) {
        let down = self.area.height - self.up;
        let style = theme.falling.fg(theme.falling.fg.unwrap_or(Color::Reset));
        if down == 0 {
            cells::write(buffer, (x, self.area.y + self.up - 1), "▾", 1, style);
        }
        for row in 0..self.eighths(point.value.point).div_ceil(EIGHTHS).min(down) {
            cells::write(buffer, (x, self.area.y + self.up + row), "▒", 1, style);
        }
    }
}
