//! Lines over time, with an axis of values at the left, the periods below, and the names of the lines at the right.
//!
//! ```text
//! bn USD
//! 40 ┤                a⠤⠤⠤⠒⠒⠒a Kazakhstan 43.82
//! 20 ┤                b⠤⠤⠤⠤⠤⠤b Kyrgyzstan 22.71
//!  0 ┤
//!    └──────────────────────────
//!                   2023    2024
//! ```
//!
//! A line goes from a figure to the next only if no period is missing between them. What a figure may be, if that is
//! more than a dot, is a field of sparse dots around it. Nothing depends on a colour: lines have letters. Lines that would
//! not be told apart have rows of their own (`chart/rows.rs`).

mod axis;
mod labels;
mod names;
mod plot;
mod rows;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use rust_decimal::Decimal;

use super::{Theme, cells};
use crate::analysis::Figure;
use crate::dashboard::{Chart, ChartPoint, letter};
use crate::dataset::Period;
use crate::text::truncate;
use axis::Axis;
use labels::{AxisPeriods, marks_of, render_marks, write_periods};
use names::EndNames;
use plot::Plot;

/// From this height on the unit has a line of its own above the axis.
const WITH_UNIT: u16 = 7;
/// The least columns of lines next to their names.
const LEAST_PLOT: u16 = 20;
/// The most columns between two periods, and how many of each row of the plot: a longer slope is flatter, and its name is
/// farther from its start.
const WIDEST_SLOPE: (u16, u16) = (48, 4);

/// More missing years have no room below a chart.
const MOST_MISSING: usize = 32;

/// Draws a chart; the point of the selected figure stands out.
pub fn render(chart: &Chart, selected: Option<Figure>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    // Lines between totals of unlike months would show a rise where the months are more.
    let in_rows = chart.is_crowded || chart.since_january.is_some();
    if in_rows && rows::render(chart, selected, theme, area, buffer) || chart.since_january.is_some() {
        return;
    }
    let has_unit = area.height >= WITH_UNIT;
    let top = area.y + u16::from(has_unit);
    // The line of the axis and the periods below it.
    let height = area.height.saturating_sub(2 + u16::from(has_unit));
    let axis = Axis::new(chart, height, plot::dots(theme.glyphs).1);
    let left = axis.width() + 2;
    let whole = Rect { x: area.x + left, y: top, width: area.width.saturating_sub(left), height };
    if whole.width < 3 || whole.height < 2 {
        return;
    }
    let most = whole.width.saturating_sub(LEAST_PLOT);
    let is_slope = has_two_periods(chart);
    // Slopes are as clear in few columns; other lines keep at least as many as their names.
    let room = (most, if is_slope { most } else { most.min(whole.width / 2) });
    let names = EndNames::new(chart, &Plot::new(chart, axis.top, whole, theme.glyphs), theme, room);
    let width = whole.width - names.width;
    let widest = if is_slope { WIDEST_SLOPE.0.max(height.saturating_mul(WIDEST_SLOPE.1)) } else { width };
    let width = width.min(widest);
    let plot = Rect { width, ..whole };
    if has_unit {
        let room = usize::from(area.width);
        let unit = truncate::cut(&chart.unit, room);
        let mut x = cells::write(buffer, (area.x, area.y), &unit, room, theme.heading);
        for remark in remarks(chart).iter().map(|remark| format!(", {remark}")) {
            if usize::from(x) + truncate::width(&remark) <= usize::from(area.right()) {
                x = cells::write(buffer, (x, area.y), &remark, room, theme.heading);
            }
        }
    }
    let plot = Plot::new(chart, axis.top, plot, theme.glyphs);
    plot.render(chart, theme, buffer);
    axis.render(&plot, theme, area.x, buffer);
    render_points(chart, selected, (&plot, theme), buffer);
    render_periods(chart, (&plot, theme), buffer);
    names.render(&plot, theme, buffer);
}

/// The remarks behind the unit: that the axis does not begin at 0, and that periods have unlike lengths.
fn remarks(chart: &Chart) -> Vec<String> {
    let axis = (chart.range.0 > Decimal::ZERO).then(|| "axis not from 0".to_owned());
    axis.into_iter().chain(rows::mixed_periods(chart)).collect()
}

/// True if lines go from one period to one other.
fn has_two_periods(chart: &Chart) -> bool {
    let mut periods = chart.points().map(|point| point.period);
    let Some(first) = periods.next() else { return false };
    let second = periods.by_ref().find(|period| *period != first);
    second.is_some() && periods.all(|period| period == first || Some(period) == second)
}

/// Marks every point with the letter of its line, and with its own marks behind it; the selected one last.
fn render_points(
    chart: &Chart,
    selected: Option<Figure>,
    (plot, theme): (&Plot, &Theme),
    buffer: &mut Buffer,
) {
    // The letter is no part of the line, so it does not have its colour.
    let own = Style::new().fg(Color::Reset).patch(theme.base).patch(theme.title);
    for wanted in [false, true] {
        for (at, line) in chart.lines.iter().enumerate() {
            let letter = letter(at).filter(|_| chart.lines.len() > 1).unwrap_or('•');
            let is_marked = |point: &&ChartPoint| {
                point.is_selected(selected) == wanted && (wanted || !line.says_nothing_more(point))
            };
            for point in line.points.iter().filter(is_marked) {
                let (x, y) = plot.cell(point);
                // A letter that no line leads to, and no mark follows, would be taken for a part of the name behind it.
                let has_marks = !marks_of(point).is_empty();
                let is_lone = x == plot.last_column() && point.after.is_none() && !has_marks;
                let sign = if point.figure.is_none() || is_lone { '•' } else { letter };
                let style = if wanted { own.patch(theme.selected) } else { own };
                let end = cells::write(buffer, (x, y), sign.encode_utf8(&mut [0; 4]), 1, style);
                let room = usize::from(plot.right().saturating_sub(end));
                if truncate::width(&marks_of(point)) <= room {
                    render_marks(point, (end, y), theme, buffer);
                }
            }
        }
    }
}

/// Writes the periods below their points: the last, the first, then those between that there is room for; in the end
/// the years in which no line has a point.
fn render_periods(chart: &Chart, (plot, theme): (&Plot, &Theme), buffer: &mut Buffer) {
    let placed = |period: Period| (plot.column(period), period);
    let periods: Vec<Period> = chart.points().map(|point| point.period).collect();
    let missing = missing_years(&periods).into_iter().map(placed).collect();
    let present = periods.into_iter().map(placed).collect();
    write_periods(AxisPeriods { present, missing }, (plot.area(), plot.bottom() + 1), theme, buffer);
}

/// The years between the first and the last of them that are missing; none if not all are calendar years.
fn missing_years(periods: &[Period]) -> Vec<Period> {
    let year = |period: &Period| {
        let is_year = period.start().ordinal() == 1 && period.length_in_months() == Some(12);
        is_year.then(|| period.start().year())
    };
    let Some(years) = periods.iter().map(year).collect::<Option<Vec<i32>>>() else { return Vec::new() };
    let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else { return Vec::new() };
    let missing = (*first..*last).filter(|year| !years.contains(year)).take(MOST_MISSING);
    missing.filter_map(|year| Period::parse(&format!("{year:04}"))).collect()
}
