//! Key figures, and named things with or without a number; zoomed, with period, status and source.
//!
//! ```text
//! ▸ Exports              246.57 bn CNY
//!   Partners worldwide   192
//! ```

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::dashboard::Topic;
use crate::screen::fit;
use crate::screen::pane::Sight;
use crate::screen::row::{self, Columns, Place};
use crate::wording::Words;

pub fn render(sight: &Sight, buffer: &mut Buffer) {
    let words = sight.words;
    let columns = Columns::of(words, sight.measured()).within(usize::from(sight.area.width));
    for (at, row, line) in sight.lines() {
        let Topic::Figure(figure) = row else { continue };
        let place = Place { line, columns, selected: sight.selected == Some(at) };
        row::render(words, sight.theme, figure, place, buffer);
        if sight.zoomed {
            let used = u16::try_from(columns.width().max(columns.missing_width()) + 2).unwrap_or(u16::MAX);
            let room = usize::from(line.width.saturating_sub(used));
            buffer.set_stringn(
                line.x + used.min(line.width),
                line.y,
                fit::cut(&provenance(words, row), room),
                room,
                Style::new(),
            );
        }
    }
}

/// When and where a figure was published, or what it follows from.
pub fn provenance(words: Words, row: Topic) -> String {
    let Topic::Figure(figure) = row else { return String::new() };
    if let Some(observation) = words.observation(figure) {
        let period =
            observation.subject.period.map_or_else(|| "undated".to_owned(), |period| period.to_string());
        return format!("{period}  {}", words.source_and_place(observation));
    }
    words.formula(figure).unwrap_or_default().to_owned()
}
