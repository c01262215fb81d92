//! How a chart of rows divides its area: names at the left, bars, the latest values at the right.

use ratatui::layout::Rect;

use crate::analysis::Figure;
use crate::dashboard::{Chart, ChartLine, SinceJanuary, letter};
use crate::text::truncate;

/// The fewest columns of bars.
const LEAST_PLOT: u16 = 12;
/// The most rows of a line.
const MOST_ROWS: u16 = 8;
/// Rows of the axis and of the periods below it.
const BELOW: u16 = 2;
/// Blanks between the names and the bars.
pub const BEFORE: u16 = 2;
/// The heads of the two lines below totals since January.
pub const HEADS: [&str; 2] = ["January to", "of year"];
/// Columns of the longer one.
const HEADS_WIDTH: u16 = 10;
/// The head of the column of the latest values.
pub const LAST: &str = "last";

/// Where the parts of such a chart go.
pub struct RowChartPlan {
    /// The first line that is drawn, and how many are.
    pub lines: (usize, usize),
    /// Rows of each line.
    pub rows: u16,
    pub has_unit: bool,
    pub names: u16,
    /// Columns of the latest values, with the blank before them; 0 if they are not drawn.
    pub values: u16,
    pub plot: Rect,
}

impl RowChartPlan {
    pub fn new(chart: &Chart, selected: Option<Figure>, area: Rect) -> Option<Self> {
        let all: Vec<&ChartLine> = chart.lines.iter().chain(&chart.reference).collect();
        let count = u16::try_from(all.len()).ok()?;
        let left = area.height.checked_sub(BELOW).filter(|left| *left >= 3)?;
        let has_unit = left > count;
        let rows = left - u16::from(has_unit);
        let shown = count.min(rows);
        let own = all.iter().position(|line| line.points.iter().any(|point| point.is_selected(selected)));
        let first = own.unwrap_or(0).min(usize::from(count - shown));
        let width = |text: &str| u16::try_from(truncate::width(text)).unwrap_or(u16::MAX);
        let names = (0..).zip(&all).map(|(at, line)| width(&full_name(chart, at, line))).max()?;
        let least = chart.since_january.as_ref().map_or(LEAST_PLOT, SinceJanuary::least_columns);
        let names = names.min(area.width / 3);
        let names = if chart.since_january.is_some() { names.max(HEADS_WIDTH) } else { names };
        let names = names.min(area.width.checked_sub(least + BEFORE)?);
        let values =
            all.iter().filter_map(|line| line.points.last()).map(|point| width(&point.text)).max()?;
        // The last of totals of unlike months do not compare.
        let values = if chart.since_january.is_some() { 0 } else { 1 + values.max(width(LAST)) };
        let plot = area.width.checked_sub(names + BEFORE + values).filter(|plot| *plot >= least)?;
        let rows = (rows / shown).min(MOST_ROWS);
        let plot = Rect {
            x: area.x + names + 2,
            y: area.y + u16::from(has_unit),
            width: plot,
            height: rows * shown,
        };
        Some(Self { lines: (first, shown.into()), rows, has_unit, names, values, plot })
    }
}

/// Letter and name of a line; the reference has a sign instead of a letter, and a single line has neither.
pub fn full_name(chart: &Chart, at: usize, line: &ChartLine) -> String {
    if chart.lines.len() == 1 && at == 0 {
        return line.name.clone();
    }
    match letter(at).filter(|_| at < chart.lines.len()) {
        Some(letter) => format!("{letter} {}", line.name),
        None => format!("┈ {}", line.name),
    }
}
