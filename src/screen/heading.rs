//! The line above a pane: its title at the left; the rows in view, the periods and the source at the right.
//!
//! ```text
//! ━ 2 Central Asia partners · growth over 2022, in yuan ━━━━━━━━━━━━━━━━━━━━━━━━ 2023 · Global Times, 2024-02-07 ━
//! ─ 4 Growth leaders · the source's own selection ─────────────────────────────────────────────────────── 2023 ─
//! ```
//!
//! Panes have no other frame. The line of the pane with the focus is thick, so that it stands out without a colour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Theme, cells};
use crate::text::truncate;

/// The texts of the line above a pane.
#[derive(Default)]
pub struct PaneHeading {
    /// Number and name.
    pub title: String,
    /// The order of the rows, unless it is the source's.
    pub sort: String,
    /// Says more; left out where there is no room for all of it.
    pub rest: String,
    /// The rows in view, unless all are.
    pub extent: String,
    /// The meanings of the status letters of the rows; left out after `rest`.
    pub letters: String,
    /// Periods and sources, in the wordings that may be shown, from the fullest to the shortest.
    pub feet: Vec<String>,
    pub focused: bool,
}

/// Columns of the line at either end and of the blanks around the texts.
const AROUND: usize = 4;
/// The least columns of line, with the blanks around them, between the two texts.
const BETWEEN: usize = 3;

impl PaneHeading {
    /// The texts at the left and at the right in so many columns.
    fn within(&self, room: usize) -> (String, String) {
        let left = format!("{}{}", self.title, self.sort);
        let full = format!("{left}{}", self.rest);
        // Which rows are first shows how they are ordered; what they are of shows nowhere else.
        let brief = format!("{}{}{}", self.title, self.arrow(), self.rest);
        let fits = |left: &str, right: &str| {
            let between = if right.is_empty() { 0 } else { BETWEEN };
            truncate::width(left) + between + truncate::width(right) <= room
        };
        for letters in [self.letters.as_str(), ""] {
            for left in [&full, &brief, &left] {
                let rights = self.feet.iter().map(|foot| joined([&self.extent, letters, foot]));
                if let Some(right) = rights.into_iter().find(|right| fits(left, right)) {
                    return (left.clone(), right);
                }
            }
        }
        let right = if fits(&left, &self.extent) { self.extent.clone() } else { String::new() };
        (self.cut(room), right)
    }

    /// The arrow of the order alone.
    fn arrow(&self) -> String {
        self.sort.chars().next_back().map_or_else(String::new, |arrow| format!(" {arrow}"))
    }

    /// Title and order in at most `room` columns; the name is cut before the order.
    fn cut(&self, room: usize) -> String {
        let sort = truncate::cut(&self.sort, room);
        truncate::cut(&self.title, room.saturating_sub(truncate::width(&sort))) + &sort
    }
}

fn joined(texts: [&str; 3]) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Draws the line above a pane, in the first row of `area`.
pub fn render(heading: &PaneHeading, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width).saturating_sub(AROUND);
    let (left, right) = heading.within(room);
    let (line, style, title) = if heading.focused {
        ('━', theme.focus, theme.focus.patch(theme.title))
    } else {
        ('─', theme.border, theme.heading)
    };
    for cell in cells::row(buffer, Rect { height: 1, ..area }) {
        cell.set_char(line).set_style(style);
    }
    cells::write(buffer, (area.x + 1, area.y), &format!(" {left} "), room + 2, title);
    if !right.is_empty() {
        let text = format!(" {right} ");
        let wide = u16::try_from(truncate::width(&text)).unwrap_or(u16::MAX);
        let x = area.right().saturating_sub(1 + wide).max(area.x);
        cells::write(buffer, (x, area.y), &text, room + 2, theme.heading);
    }
}
