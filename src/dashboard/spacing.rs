//! Divides the lines of a pane: column headings, rows, and the blank lines between the rows of a zoomed pane.

use ratatui::layout::{Rect, Size};

use super::app::App;
use super::chart::{SLOPES_HEIGHT, chart_and_rows};
use crate::dataset::PaneKind;

/// The lines of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spacing {
    /// Lines of the column headings: 0 or 1.
    pub heads: u16,
    /// Lines from one row to the next.
    pub pitch: u16,
    /// The number of rows that fit.
    pub rows: u16,
}

/// The maximum number of lines from one row to the next.
const MOST_PITCH: u16 = 4;
/// The same for findings, whose arithmetic stands below them.
const PROOF_PITCH: u16 = 5;
/// The same in a talk, where a row must be revealed with few bytes.
const TALK_PITCH: u16 = 3;
/// The smallest inside of a pane next to others that has headings over shares and growth.
const PARTS: Size = Size { width: 44, height: 6 };
/// With fewer lines, a reference or headings would leave no room for rows.
const FEW_LINES: u16 = 2;

/// Lines that a pane has besides its rows.
#[derive(Debug, Clone, Copy)]
pub struct ExtraLines {
    /// True if a reference has a line below the rows.
    pub reference: bool,
    /// True if columns have headings.
    pub heads: bool,
}

impl Spacing {
    /// Divides `lines` lines, of which a reference and headings take one each if there are such; `spread` is the number
    /// of rows that may be spaced out, and the maximum number of lines from one to the next.
    pub fn new(lines: u16, extra: ExtraLines, spread: Option<(usize, u16)>) -> Self {
        let lines = lines - u16::from(extra.reference && lines > FEW_LINES);
        let heads = u16::from(extra.heads && lines > FEW_LINES);
        let lines = lines - heads;
        let (rows, most) = spread.unwrap_or((usize::MAX, 1));
        let pitch = (lines / u16::try_from(rows).unwrap_or(u16::MAX).max(1)).clamp(1, most);
        Self { heads, pitch, rows: lines / pitch }
    }
}

impl App {
    /// The area of the rows of a pane whose inside is `inner`: below the column headings, above the label of a
    /// reference line, next to a chart.
    #[must_use]
    pub fn rows_area(&self, pane: usize, inner: Rect) -> Rect {
        if let Some(chart) = self.chart(pane) {
            return chart_and_rows(chart, inner, self.row_count_to_come(pane)).1;
        }
        let Spacing { heads, pitch, rows } = self.spacing(pane, inner);
        Rect { y: inner.y + heads, height: rows * pitch, ..inner }
    }

    /// Divides the lines of a pane whose inside is `inner`.
    pub(crate) fn spacing(&self, pane: usize, inner: Rect) -> Spacing {
        if self.chart(pane).is_some() {
            return Spacing { heads: 0, pitch: 1, rows: self.rows_area(pane, inner).height };
        }
        let Some(described) = self.panes().get(pane) else { return Spacing::default() };
        let is_labelled = described.reference.is_some() && described.kind != PaneKind::Series;
        let has_parts = described.kind == PaneKind::Ranking && self.words().dataset.slice.is_some();
        let has_heads = if self.view.zoomed {
            !described.kind.has_findings()
        } else {
            has_parts && inner.height >= PARTS.height && inner.width >= PARTS.width
        };
        let count = self.row_count_to_come(pane);
        let most = match self.staging {
            Some(_) => TALK_PITCH,
            None if described.kind.has_findings() => PROOF_PITCH,
            None => MOST_PITCH,
        };
        let spread = self.view.zoomed.then_some((count, most));
        let around = u16::from(is_labelled) + u16::from(has_heads);
        let rows = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(around);
        let left = inner.height.checked_sub(SLOPES_HEIGHT).filter(|left| *left >= rows);
        let left = left.filter(|_| self.slopes(pane).is_some());
        let extra = ExtraLines { reference: is_labelled, heads: has_heads };
        Spacing::new(left.unwrap_or(inner.height), extra, spread)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_zoomed_pane_stand_apart_as_far_as_there_is_room_for_all() {
        for (lines, reference, heads, spread, expected) in [
            (12, false, false, None, (0, 1, 12)),
            (12, true, false, None, (0, 1, 11)),
            (2, true, true, Some(5), (0, 1, 2)),
            (12, true, true, Some(5), (1, 2, 5)),
            (30, true, true, Some(5), (1, 4, 7)),
            (30, false, true, Some(40), (1, 1, 29)),
            (30, false, true, Some(0), (1, 4, 7)),
        ] {
            let spacing =
                Spacing::new(lines, ExtraLines { reference, heads }, spread.map(|rows| (rows, MOST_PITCH)));
            assert_eq!((spacing.heads, spacing.pitch, spacing.rows), expected, "{lines} lines");
        }
    }
}
