//! How wide the columns of a pane are, and which of them give way.

use super::texts::RowTexts;
use crate::text::truncate;

/// Columns of the arrow of a growth with the gap before it.
pub const GROWTH_LEAD: usize = 3;

/// Widths of the columns of a pane.
#[derive(Debug, Clone, Copy, Default)]
pub struct ColumnWidths {
    pub label: usize,
    /// Arrow and the gap after it; 0 if no row has one.
    pub arrow: usize,
    /// The number before its decimal point.
    pub whole: usize,
    /// The decimal point and the decimals.
    pub fraction: usize,
    /// Unit with the gap before it; 0 if no row has one.
    pub unit: usize,
    /// The share in the whole with the gap before it; 0 if no row has one.
    pub share: usize,
    /// Blanks before the growth for a head that is wider than it.
    pub before_growth: usize,
    /// The growth with its arrow and the gap before it; 0 if no row has one.
    pub growth: usize,
    /// Marks with the gap before them; 0 if no row has one.
    pub marks: usize,
    /// The distance from the row that all are compared with, with the gap before it.
    pub distance: usize,
    /// The words for a missing number, which may take the room of number and marks.
    pub missing: usize,
}

/// Columns of bars that long names make room for.
pub const BARS: usize = 16;

/// Columns of the shortest bars, with the gaps around them.
const LEAST_BARS: usize = 10;

/// Blanks before the heads of shares and growth.
pub const HEAD_GAP: usize = 2;

/// The least width of labels; a distance that would leave less is not shown.
const LEAST_LABEL: usize = 14;
/// The same of names next to shares, which end with a word.
const LEAST_NAME: usize = 18;

/// Columns of the marker of the selected row with the gap after it.
pub const MARKER: usize = 2;

impl ColumnWidths {
    /// The widths that rows need.
    pub(super) fn new<'s>(rows: impl Iterator<Item = &'s RowTexts<'s>>) -> Self {
        let mut columns = Self::default();
        let gapped = |text: &str, gap: usize| if text.is_empty() { 0 } else { truncate::width(text) + gap };
        for row in rows {
            columns.label = columns.label.max(truncate::width(&row.label));
            columns.marks = columns.marks.max(gapped(&row.marks, 1));
            columns.distance = columns.distance.max(gapped(&row.distance, 2));
            columns.share = columns.share.max(gapped(&row.part.share, 2));
            columns.growth = columns.growth.max(gapped(&row.part.growth.1, GROWTH_LEAD + 1));
            let Some(number) = &row.number else {
                columns.missing = columns.missing.max(truncate::width(row.instead));
                continue;
            };
            columns.arrow = columns.arrow.max(if number.direction.is_some() { 2 } else { 0 });
            columns.whole = columns.whole.max(truncate::width(&number.whole));
            columns.fraction = columns.fraction.max(truncate::width(&number.fraction));
            columns.unit = columns.unit.max(gapped(&number.unit, 1));
        }
        columns
    }

    /// The same in `room` columns: labels are cut, numbers never; growth and share are left out before labels are cut
    /// to the least.
    pub(super) fn within(self, room: usize) -> Self {
        let all = |columns: Self| MARKER + 1 + columns.numbers() + columns.marks;
        let label = self.label.min(if self.share > 0 { LEAST_NAME } else { LEAST_LABEL });
        let fewer = [self, Self { growth: 0, ..self }, Self { growth: 0, share: 0, ..self }];
        let fitting = fewer.into_iter().find(|columns| all(*columns) + label <= room);
        let columns = fitting.unwrap_or(Self { growth: 0, share: 0, ..self });
        columns.with_distance(room)
    }

    /// The same with room for these heads of shares and growth, as far as bars leave it.
    pub(super) fn under_heads(self, [share, growth]: [&str; 2], room: usize) -> Self {
        let left = room.saturating_sub(self.width());
        let free = left.checked_sub(LEAST_BARS).unwrap_or(left);
        let lacking = |head: &str, width: usize| match width {
            0 => 0,
            width => (truncate::width(head) + HEAD_GAP).saturating_sub(width),
        };
        let before_growth = lacking(growth, self.growth).min(free);
        let share = self.share + lacking(share, self.share).min(free - before_growth);
        Self { share, before_growth, ..self }
    }

    fn with_distance(self, room: usize) -> Self {
        let others =
            |distance: usize| MARKER + 1 + (self.numbers() + self.marks + distance).max(self.missing);
        let distance =
            if others(self.distance) + self.label.min(LEAST_LABEL) > room { 0 } else { self.distance };
        Self { label: self.label.min(room.saturating_sub(others(distance))), distance, ..self }
    }

    /// Columns for the label of a row: it may go on where those in front of its own number are blank.
    pub(super) fn label_room(self, row: &RowTexts) -> usize {
        let number = row.number.as_ref().filter(|number| number.direction.is_none());
        let blank = |whole: &str| self.arrow + self.whole.saturating_sub(truncate::width(whole));
        self.label + number.map_or(0, |number| blank(&number.whole))
    }

    /// Columns from the arrow to the growth.
    pub fn numbers(self) -> usize {
        self.measured() + self.parts()
    }

    /// Columns of share and growth.
    pub fn parts(self) -> usize {
        self.share + self.before_growth + self.growth
    }

    /// Columns from the arrow to the unit: where a number is missing, the words for that end where numbers do.
    pub fn measured(self) -> usize {
        self.arrow + self.whole + self.fraction + self.unit
    }

    /// The width of a row without a number.
    pub fn missing_width(self) -> usize {
        let missing = if self.missing > 0 { self.missing.max(self.measured()) } else { 0 };
        MARKER + self.label + 1 + missing
    }

    /// The width of a row with a number.
    pub fn width(self) -> usize {
        MARKER + self.label + 1 + self.numbers() + self.marks + self.distance
    }
}
