//! The names of lines at the right of a chart, each next to the last point of its line.
//!
//! ```text
//! ⠤⠤⠤b Kyrgyzstan 22.71
//! ⠒⠒⠒c Uzbekistan 13.78, d Turkmenistan 10.65
//! ```
//!
//! Lines that end in one row share it if there is room. Else names move apart, and say by their letters what they name.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::plot::Plot;
use crate::dashboard::{Chart, ChartLine, ChartPoint, letter};
use crate::screen::{Glyphs, Theme, cells};
use crate::text::truncate;

/// Between two names in one row.
const BETWEEN: &str = ", ";

/// A name, and the row that it belongs to.
struct EndName<'c> {
    row: u16,
    text: String,
    style: Style,
    /// Its letter, and the point that it stands next to.
    line: Option<(char, &'c ChartPoint)>,
}

impl EndName<'_> {
    fn lettered(&self) -> String {
        self.line.map_or_else(|| self.text.clone(), |(letter, _)| format!("{letter} {}", self.text))
    }

    fn width(&self) -> usize {
        truncate::width(&self.lettered())
    }
}

/// The names of a chart, those of one row together.
pub struct EndNames<'c> {
    rows: Vec<Vec<EndName<'c>>>,
    /// Columns with the gap before them; 0 where there are none.
    pub width: u16,
}

impl<'c> EndNames<'c> {
    /// The names of all lines; none for a single line, or if they need more than `most` columns; if those of one
    /// row need more than `most_shared`, each has a row of its own. The columns of `plot` do not matter, only its rows.
    pub fn new(chart: &'c Chart, plot: &Plot, theme: &Theme, (most, most_shared): (u16, u16)) -> Self {
        let has_names = chart.lines.len() > 1 || chart.reference.is_some();
        if !has_names {
            return Self { rows: Vec::new(), width: 0 };
        }
        let mut shared: Vec<Vec<EndName>> = Vec::new();
        for name in end_names(chart, plot, theme) {
            match shared.last_mut() {
                Some(row) if row.first().is_some_and(|first| first.row == name.row) => row.push(name),
                _ => shared.push(vec![name]),
            }
        }
        let wide = width(&shared);
        if wide <= most_shared {
            return Self { rows: shared, width: wide };
        }
        let rows = apart(shared.into_iter().flatten().collect(), plot);
        let wide = width(&rows);
        if wide <= most { Self { rows, width: wide } } else { Self { rows: Vec::new(), width: 0 } }
    }

    /// Writes them at the right of the plot, whose points are drawn. A name continues the letter of its own line.
    pub fn render(self, plot: &Plot, theme: &Theme, buffer: &mut Buffer) {
        let end = plot.right() + self.width;
        for mut names in self.rows {
            names.sort_by_key(|name| !is_drawn(name, plot, buffer));
            let mut x = plot.right() + 1;
            for (at, name) in names.iter().enumerate() {
                let room = |x: u16| usize::from(end.saturating_sub(x));
                if at > 0 {
                    x = cells::write(buffer, (x, name.row), BETWEEN, room(x), Style::new());
                }
                let text =
                    if is_drawn(name, plot, buffer) && at == 0 { name.text.clone() } else { name.lettered() };
                x = cells::write(buffer, (x, name.row), &text, room(x), name.style);
                cells::cross(buffer, (x, name.row), theme.inherited);
            }
        }
    }
}

/// The columns of the widest row, with the gap before it.
fn width(rows: &[Vec<EndName>]) -> u16 {
    let between = |names: &[EndName]| BETWEEN.len() * names.len().saturating_sub(1);
    let row = |names: &Vec<EndName>| names.iter().map(EndName::width).sum::<usize>() + between(names);
    u16::try_from(1 + rows.iter().map(row).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

/// The names from the top to the bottom, each in the row of its last point.
fn end_names<'c>(chart: &'c Chart, plot: &Plot, theme: &Theme) -> Vec<EndName<'c>> {
    let drawn = chart.lines.iter().enumerate().filter_map(|(at, line)| Some((at, line, line.points.last()?)));
    let mut names: Vec<(&ChartPoint, EndName)> = drawn
        .map(|(at, line, last)| {
            let line_and_letter = letter(at).map(|letter| (letter, last));
            let row = plot.row(last.value.point);
            (last, EndName { row, text: text(line), style: Style::new(), line: line_and_letter })
        })
        .collect();
    if let Some((line, last)) = chart.reference.as_ref().and_then(|line| Some((line, line.points.last()?))) {
        let sign = if theme.glyphs == Glyphs::Ascii { ":" } else { "┈" };
        let text = format!("{sign} {} {} {}", line.name, last.text, last.marks).trim_end().to_owned();
        names.push((
            last,
            EndName { row: plot.row(last.value.point), text, style: theme.reference, line: None },
        ));
    }
    names.sort_by_key(|(point, _)| Reverse(point.value.point));
    names.into_iter().map(|(_, name)| name).collect()
}

/// The name of a line and the number of its last point: `Kazakhstan 43.82`.
fn text(line: &ChartLine) -> String {
    let number = line.points.last().map_or("", |point| &point.text);
    format!("{} {number}", line.name)
}

/// A row for each name, as near to its own as the others leave room.
fn apart<'c>(mut names: Vec<EndName<'c>>, plot: &Plot) -> Vec<Vec<EndName<'c>>> {
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
    names.into_iter().map(|name| vec![name]).collect()
}

/// True if the letter of a name stands at the end of its line, in the row of the name.
fn is_drawn(name: &EndName, plot: &Plot, buffer: &Buffer) -> bool {
    let Some((letter, last)) = name.line else { return false };
    let (x, y) = plot.cell(last);
    let is_drawn = buffer.cell((x, y)).is_some_and(|cell| cell.symbol().starts_with(letter));
    y == name.row && x == plot.last_column() && is_drawn
}
