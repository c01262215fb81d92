//! The columns that rows of figures have in common: marker, label, number, unit, marks.
//!
//! ```text
//! ▸ Exports            246.57 bn CNY
//!   Exports, growth  ▴ +23.2  %       V ✗
//!   All trade          not published
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, fit, ink};
use crate::analysis::Figure;
use crate::dashboard::{Topic, distance};
use crate::wording::{Direction, Words};

/// Widths of the columns of a pane.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns {
    /// The label.
    pub label: usize,
    /// Arrow and the gap behind it, where any row has one.
    pub arrow: usize,
    /// What stands before the decimal point.
    pub whole: usize,
    /// The decimal point and what stands behind it.
    pub fraction: usize,
    /// Unit with the gap before it, where any row has one.
    pub unit: usize,
    /// Marks with the gap before them, where any row has one.
    pub marks: usize,
    /// How far the row is from the one that all are compared with, with the gap before it.
    pub distance: usize,
    /// What stands in the place of a missing number, which takes the room of number, marks and more.
    pub missing: usize,
}

/// Columns that labels keep; a distance that would leave them less is not shown.
const LEAST_LABEL: usize = 14;

/// Columns of the marker of the selected row and the gap behind it.
pub const MARKER: usize = 2;

impl Columns {
    /// The widths that `rows` need.
    pub fn of(words: Words, rows: &[Topic], pinned: Option<Figure>) -> Self {
        let mut columns = Self::default();
        for row in rows {
            let Topic::Figure(figure) = row else { continue };
            columns.label = columns.label.max(fit::width(&words.label(*figure)));
            let marks = fit::width(&words.marks(*figure));
            columns.marks = columns.marks.max(if marks > 0 { marks + 1 } else { 0 });
            let far = fit::width(&far(words, pinned, *figure));
            columns.distance = columns.distance.max(if far > 0 { far + 2 } else { 0 });
            let Some(number) = words.number(*figure) else {
                columns.missing = columns.missing.max(fit::width(words.instead_of_number(*figure)));
                continue;
            };
            columns.arrow = columns.arrow.max(if number.direction.is_some() { 2 } else { 0 });
            columns.whole = columns.whole.max(fit::width(&number.whole));
            columns.fraction = columns.fraction.max(fit::width(&number.fraction));
            let unit = fit::width(&number.unit);
            columns.unit = columns.unit.max(if unit > 0 { unit + 1 } else { 0 });
        }
        columns
    }

    /// The same, with labels cut so that everything fits into `room` columns: numbers are never cut.
    pub fn within(self, room: usize) -> Self {
        let others =
            |distance: usize| MARKER + 1 + (self.numbers() + self.marks + distance).max(self.missing);
        let distance =
            if others(self.distance) + self.label.min(LEAST_LABEL) > room { 0 } else { self.distance };
        Self { label: self.label.min(room.saturating_sub(others(distance))), distance, ..self }
    }

    /// Columns from the arrow to the unit.
    pub fn numbers(self) -> usize {
        self.arrow + self.whole + self.fraction + self.unit
    }

    /// All columns of a row without a number together.
    pub fn missing_width(self) -> usize {
        MARKER + self.label + 1 + self.missing
    }

    /// All columns of a row with a number together.
    pub fn width(self) -> usize {
        MARKER + self.label + 1 + self.numbers() + self.marks + self.distance
    }
}

/// Draws the common columns of one row; the rest of the line is left to the caller.
pub fn render(words: Words, theme: &Theme, figure: Figure, place: Place, buffer: &mut Buffer) {
    let Place { line, columns, selected, .. } = place;
    let base = if selected { theme.selected } else { Style::new() };
    let mut pen = Pen { x: line.x, right: line.right(), y: line.y, base, buffer };
    pen.write(if selected { "▸ " } else { "  " }, Style::new());
    pen.write(&(fit::left(&words.label(figure), columns.label) + " "), Style::new());
    let Some(number) = words.number(figure) else {
        return pen.write(&fit::left(words.instead_of_number(figure), columns.missing), Style::new());
    };
    let (arrow, style) = match number.direction {
        Some(way @ Direction::Up) => (way.arrow(), theme.rising),
        Some(way @ Direction::Down) => (way.arrow(), theme.falling),
        None => ("", Style::new()),
    };
    pen.write(&fit::left(arrow, columns.arrow), style);
    let fits = columns.width() <= usize::from(line.width);
    let digits = fit::right(&number.whole, columns.whole) + &fit::left(&number.fraction, columns.fraction);
    pen.write(if fits { &digits } else { "…" }, Style::new());
    let gap = if columns.unit > 0 { " " } else { "" };
    pen.write(&(gap.to_owned() + &fit::left(&number.unit, columns.unit.saturating_sub(1))), Style::new());
    pen.write(&fit::right(&words.marks(figure), columns.marks), theme.mark);
    pen.write(&fit::right(&far(words, place.pinned, figure), columns.distance), Style::new());
}

/// Where a row goes, and whether it is the selected one.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub line: Rect,
    pub columns: Columns,
    pub selected: bool,
    /// The figure that all are compared with.
    pub pinned: Option<Figure>,
}

/// How far a figure is from the one that all are compared with; nothing where they cannot be compared.
fn far(words: Words, pinned: Option<Figure>, figure: Figure) -> String {
    match pinned {
        Some(pinned) if pinned == figure => "compared".to_owned(),
        Some(pinned) => distance(words, pinned, figure).unwrap_or_default(),
        None => String::new(),
    }
}

/// Writes from left to right, and never past the end of the line.
struct Pen<'b> {
    x: u16,
    right: u16,
    y: u16,
    base: Style,
    buffer: &'b mut Buffer,
}

impl Pen<'_> {
    fn write(&mut self, text: &str, style: Style) {
        let room = usize::from(self.right.saturating_sub(self.x));
        self.x = ink::write(self.buffer, (self.x, self.y), text, room, style.patch(self.base));
    }
}
