//! Further columns of a row: a zoomed pane shows as many as fit.
//!
//! ```text
//!   Tajikistan  ▴ +93.4 %  ██████┊███████  +43.4 points  2023  Global Times, 2024-02-07, ¶4
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cells;
use crate::analysis::Formula;
use crate::dashboard::Topic;
use crate::text::truncate;
use crate::wording::Words;

/// Blanks between two columns.
const GAP: usize = 2;
/// The columns in the order in which they get room: points, source, period.
const BY_WEIGHT: [usize; 3] = [0, 2, 1];

/// Widths of the further columns; 0 for one that is left out.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExtraColumns {
    widths: [usize; 3],
}

impl ExtraColumns {
    /// The columns of `rows` that fit into `room` together; the weightier ones come in first.
    pub fn new(words: Words, rows: &[Topic], room: usize) -> Self {
        let mut needed = [0; 3];
        for row in rows {
            for (width, cell) in needed.iter_mut().zip(cells(words, *row)) {
                *width = truncate::width(&cell).max(*width);
            }
        }
        let mut extra = Self::default();
        for at in BY_WEIGHT {
            if needed[at] > 0 && extra.width() + GAP + needed[at] <= room {
                extra.widths[at] = needed[at];
            }
        }
        extra
    }

    /// The width of all of them, with the gaps before them.
    pub fn width(self) -> usize {
        self.widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum()
    }

    /// Draws the further columns of a row from the left end of `line`.
    pub fn render(self, words: Words, row: Topic, line: Rect, buffer: &mut Buffer) {
        if self.width() == 0 {
            return;
        }
        let mut x = line.x;
        for (at, (width, cell)) in self.widths.into_iter().zip(cells(words, row)).enumerate() {
            if width > 0 {
                let is_number = at == 0;
                let text =
                    if is_number { truncate::right(&cell, width) } else { truncate::left(&cell, width) };
                let room = usize::from(line.right().saturating_sub(x));
                let shown = format!("{:GAP$}{text}", "");
                cells::write(buffer, (x, line.y), shown.trim_end(), room, Style::new());
                x = x.saturating_add(u16::try_from(width + GAP).unwrap_or(u16::MAX));
            }
        }
    }
}

/// Points against the group, period, and source with place; a derived figure has its formula instead.
fn cells(words: Words, row: Topic) -> [String; 3] {
    let Topic::Figure(figure) = row else { return [const { String::new() }; 3] };
    let points = words.follows_by(figure, &[Formula::Points]);
    let points = points.map(|points| words.value_line(points)).unwrap_or_default();
    let period = words.subject(figure).and_then(|subject| subject.period).map(|period| period.to_string());
    let source = words.observation(figure).map(|observation| words.source_and_place(observation));
    let source = source.or_else(|| words.formula(figure).map(ToOwned::to_owned)).unwrap_or_default();
    [points, period.unwrap_or_else(|| "undated".to_owned()), source]
}
