//! What a pane has in sight.

use ratatui::layout::Rect;

use super::Theme;
use crate::analysis::Figure;
use crate::dashboard::Topic;
use crate::wording::Words;

/// A pane's rows that are in sight, and where they go.
pub struct Viewport<'a> {
    pub words: Words<'a>,
    pub theme: &'a Theme,
    /// All rows of the pane.
    pub rows: &'a [Topic],
    /// The first row in sight.
    pub top: usize,
    /// Inside the border.
    pub area: Rect,
    /// How many rows are in sight.
    pub height: usize,
    /// The selected row, where the pane has the focus.
    pub selected: Option<usize>,
    /// Whether the pane has the whole screen.
    pub zoomed: bool,
    /// The figure that all are compared with.
    pub against: Option<Figure>,
}

impl Viewport<'_> {
    /// The rows in sight: number, topic, and the line they go to.
    pub fn lines(&self) -> impl Iterator<Item = (usize, Topic, Rect)> {
        let lines = self.area.rows().take(self.height);
        self.rows
            .iter()
            .copied()
            .enumerate()
            .skip(self.top)
            .zip(lines)
            .map(|((at, row), line)| (at, row, line))
    }

    /// The rows that decide how wide columns are, and which is the first: all of them, where that is not too many to
    /// look at each time.
    pub fn measured(&self) -> (usize, &[Topic]) {
        if self.rows.len() <= 500 {
            (0, self.rows)
        } else {
            (self.top, &self.rows[self.top..(self.top + self.height).min(self.rows.len())])
        }
    }
}
