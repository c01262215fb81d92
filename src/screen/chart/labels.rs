//! Marks of points and periods below them, in every form of a chart.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dashboard::ChartPoint;
use crate::dataset::Period;
use crate::screen::{Theme, cells};
use crate::text::truncate;

/// The sign of a bound, status letter and ✗ of a point, close together.
pub fn marks_of(point: &ChartPoint) -> String {
    point.bound.chars().chain(point.marks.chars()).filter(|mark| *mark != ' ').collect()
}

/// Draws them from a column on, each in its own style.
pub fn render_marks(point: &ChartPoint, (mut x, y): (u16, u16), theme: &Theme, buffer: &mut Buffer) {
    let cross = if point.is_in_contradiction { theme.mark } else { theme.inherited };
    for mark in marks_of(point).chars() {
        x = cells::write(buffer, (x, y), mark.encode_utf8(&mut [0; 4]), 1, theme.status);
        cells::marks(buffer, (x, y), 1, (theme, cross));
    }
}

/// The periods of an axis, each with its column.
#[derive(Default)]
pub struct AxisPeriods {
    pub present: Vec<(u16, Period)>,
    /// Those without a figure.
    pub missing: Vec<(u16, Period)>,
}

/// Writes periods below their columns in row `y`, below this area: the last, the first, the others, then fainter those
/// that are missing, as far as there is room.
pub fn write_periods(
    AxisPeriods { mut present, missing }: AxisPeriods,
    (area, y): (Rect, u16),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    present.sort_unstable();
    present.dedup();
    let (Some(first), Some(last)) = (present.first().copied(), present.last().copied()) else { return };
    let mut taken: Vec<(u16, u16)> = Vec::new();
    let shown = [last, first].into_iter().chain(present).map(|period| (period, theme.heading));
    for ((column, period), style) in shown.chain(missing.into_iter().map(|period| (period, theme.border))) {
        let text = period.to_string();
        let wide = u16::try_from(truncate::width(&text)).unwrap_or(u16::MAX);
        let latest = area.right().saturating_sub(wide);
        let start = column.saturating_sub(wide / 2).clamp(area.left().min(latest), latest);
        let end = start + wide;
        if wide <= area.width && taken.iter().all(|(from, to)| end < *from || start > *to) {
            cells::write(buffer, (start, y), &text, usize::from(wide), style);
            taken.push((start, end));
        }
    }
}
