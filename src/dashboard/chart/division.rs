//! The room of a chart and of the rows below it or next to it.

use ratatui::layout::Rect;

use super::{Chart, SinceJanuary};
use crate::text::truncate;

/// The minimum height of a chart.
const LEAST_HEIGHT: u16 = 5;
/// Rows of a chart besides those of its lines.
const AROUND_LINES: u16 = 3;
/// The least height of a chart that has all rows below it.
const ENOUGH_HEIGHT: u16 = 9;
/// The rows that a chart leaves to the list below it, if it takes room from there.
const LEAST_LIST: u16 = 2;
/// The least columns of lines and their axis.
const LEAST_WIDTH: u16 = 28;
/// The letter of a line and the blanks around its name.
const LETTER: usize = 3;
/// The minimum width of a pane with its rows next to the chart.
const WIDE: u16 = 100;

/// Divides the inside of a series pane between the chart, if there is room for it, and this many rows. A wide pane has
/// all its rows below the chart if half of its height is enough for them, and else next to it.
#[must_use]
pub fn chart_and_rows(chart: &Chart, area: Rect, rows: usize) -> (Option<Rect>, Rect) {
    let least = chart.since_january.as_ref().map_or_else(|| with_names(chart), SinceJanuary::least_width);
    if area.height <= LEAST_HEIGHT || area.width < least {
        return (None, area);
    }
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    let width = area.width * 2 / 5;
    let is_short = rows <= area.height / 2 && area.height - rows > LEAST_HEIGHT;
    if area.width >= WIDE && is_short {
        let chart = Rect { height: area.height - rows, ..area };
        return (Some(chart), Rect { y: chart.bottom(), height: rows, ..area });
    }
    if area.width >= WIDE && area.width - width - 2 >= least {
        let list = Rect { x: area.right() - width, width, ..area };
        return (Some(Rect { width: area.width - width - 2, ..area }), list);
    }
    let most = area.height - LEAST_HEIGHT;
    // Each line has a row of its own, or its name has one, above the axis, the periods and below the unit.
    let lines = u16::try_from(chart.lines.len() + usize::from(chart.reference.is_some())).unwrap_or(u16::MAX);
    let wanted = match area.height.checked_sub(lines.saturating_add(AROUND_LINES)) {
        Some(left) => left.max(LEAST_LIST),
        None => area.height,
    };
    let all = Some(rows).filter(|rows| rows.saturating_add(ENOUGH_HEIGHT) <= area.height);
    let height = all.unwrap_or(area.height / 3).min(wanted).clamp(1, most).min(rows.max(1));
    let chart = Rect { height: area.height - height, ..area };
    (Some(chart), Rect { y: chart.bottom(), height, ..area })
}

/// The columns of lines with their names, without which letters would say nothing; 0 if each has rows of its own, or if
/// there is only one.
fn with_names(chart: &Chart) -> u16 {
    if chart.is_crowded || chart.lines.len() < 2 {
        return 0;
    }
    let names = chart.lines.iter().filter_map(|line| {
        Some(truncate::width(&line.name) + truncate::width(&line.points.last()?.text) + LETTER)
    });
    LEAST_WIDTH + u16::try_from(names.max().unwrap_or(0)).unwrap_or(u16::MAX)
}
