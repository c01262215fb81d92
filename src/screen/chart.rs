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
mod plot;
mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use rust_decimal::Decimal;

use super::{Glyphs, Theme, cells};
use crate::analysis::Figure;
use crate::dashboard::{Chart, ChartLine, ChartPoint, letter};
use crate::text::truncate;
use axis::Axis;
use labels::{marks_of, render_marks, write_periods};
use plot::Plot;

/// From this height on the unit has a line of its own above the axis.
const WITH_UNIT: u16 = 7;
/// The least columns of lines next to their names.
const LEAST_PLOT: u16 = 20;
/// The most columns between two periods, and how many of each row of the plot: a longer slope is flatter, and its name is
/// farther from its start.
const WIDEST_SLOPE: (u16, u16) = (48, 4);

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
    let names = names_width(chart);
    let names = if area.width.saturating_sub(left + names) >= LEAST_PLOT { names } else { 0 };
    let width = area.width.saturating_sub(left + names);
    let width = if has_two_periods(chart) {
        width.min(WIDEST_SLOPE.0.max(height.saturating_mul(WIDEST_SLOPE.1)))
    } else {
        width
    };
    let plot = Rect { x: area.x + left, y: top, width, height };
    if plot.width < 3 || plot.height < 2 {
        return;
    }
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
    if names > 0 {
        render_names(chart, (&plot, theme), names, buffer);
    }
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

/// The name of a line and the number of its last point: `Kazakhstan 43.82`.
fn name(line: &ChartLine) -> String {
    let number = line.points.last().map_or("", |point| &point.text);
    format!("{} {number}", line.name)
}

/// The same after a letter, if the line has one.
fn lettered(letter: Option<char>, name: &str) -> String {
    letter.map_or_else(|| name.to_owned(), |letter| format!("{letter} {name}"))
}

/// Name and number of the reference.
fn reference_name(chart: &Chart) -> Option<String> {
    let line = chart.reference.as_ref()?;
    let last = line.points.last()?;
    Some(format!("┈ {} {} {}", line.name, last.text, last.marks).trim_end().to_owned())
}

/// The columns of the names at the right, with the gap before them; 0 for a single line.
fn names_width(chart: &Chart) -> u16 {
    let drawn = chart.lines.iter().enumerate().filter(|(_, line)| !line.points.is_empty());
    let names = drawn.map(|(at, line)| lettered(letter(at), &name(line))).chain(reference_name(chart));
    let has_names = chart.lines.len() > 1 || chart.reference.is_some();
    let widest = names.map(|name| truncate::width(&name)).max().unwrap_or(0);
    if has_names { u16::try_from(widest + 1).unwrap_or(u16::MAX) } else { 0 }
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
                let sign = if point.figure.is_none() { '•' } else { letter };
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

/// Writes the periods below their points: the last, the first, then those between that there is room for.
fn render_periods(chart: &Chart, (plot, theme): (&Plot, &Theme), buffer: &mut Buffer) {
    let periods = chart.points().map(|point| (plot.column(point.period), point.period)).collect();
    write_periods(periods, (plot.area(), plot.bottom() + 1), theme, buffer);
}

/// A name at the right of the lines.
struct EndName<'c> {
    row: u16,
    text: String,
    style: Style,
    /// Its letter, and the point that it stands next to.
    line: Option<(char, &'c ChartPoint)>,
}

/// Writes the name of each line next to its last point, or as near to it as other names leave room.
fn render_names(chart: &Chart, (plot, theme): (&Plot, &Theme), width: u16, buffer: &mut Buffer) {
    let drawn = chart.lines.iter().enumerate().filter_map(|(at, line)| Some((at, line, line.points.last()?)));
    let mut names: Vec<EndName> = drawn
        .map(|(at, line, last)| EndName {
            row: plot.cell(last).1,
            text: name(line),
            style: Style::new(),
            line: letter(at).map(|letter| (letter, last)),
        })
        .collect();
    let reference = chart.reference.as_ref().and_then(|line| line.points.last());
    let sign = if theme.glyphs == Glyphs::Ascii { ":" } else { "┈" };
    let text = reference_name(chart).map(|name| name.replacen('┈', sign, 1));
    names.extend(text.zip(reference).map(|(text, last)| EndName {
        row: plot.cell(last).1,
        text,
        style: theme.reference,
        line: None,
    }));
    names.sort_by_key(|name| name.row);
    names.truncate(usize::from(plot.bottom() - plot.top()));
    let mut next = plot.top();
    for name in &mut names {
        name.row = name.row.max(next);
        next = name.row + 1;
    }
    let mut least = plot.bottom();
    for name in names.iter_mut().rev() {
        name.row = name.row.min(least.saturating_sub(1));
        least = name.row;
    }
    for EndName { row, text, style, line } in names {
        let text = match line {
            Some((letter, end)) if !is_next_to(letter, end, (plot, row), buffer) => {
                lettered(Some(letter), &text)
            }
            _ => text,
        };
        let end = cells::write(buffer, (plot.right() + 1, row), &text, usize::from(width - 1), style);
        cells::cross(buffer, (end, row), theme.inherited);
    }
}

/// True if a name in this row continues the letter at the end of its line.
fn is_next_to(letter: char, last: &ChartPoint, (plot, row): (&Plot, u16), buffer: &Buffer) -> bool {
    let (x, y) = plot.cell(last);
    let is_drawn = buffer.cell((x, y)).is_some_and(|cell| cell.symbol().starts_with(letter));
    y == row && x == plot.last_column() && is_drawn
}
