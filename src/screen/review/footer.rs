//! The line at the bottom: what the last key came to, and the keys that do something here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::review::DraftReview;
use crate::screen::{Theme, cells};
use crate::text::truncate;

/// The keys that stay longest, the first of them the longest.
const NEEDED: [&str; 3] = ["?", "q", "Esc"];

pub fn render(review: &DraftReview, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    let said = review
        .notice()
        .map_or_else(String::new, |notice| format!(" {} ", truncate::cut(notice, room.saturating_sub(10))));
    let mut x = cells::write(buffer, (area.x, area.y), &said, room, theme.title);
    for (keys, word) in within(review.hints(), room.saturating_sub(truncate::width(&said))) {
        let mut write = |text: &str, style: Style| {
            x = cells::write(buffer, (x, area.y), text, usize::from(area.right().saturating_sub(x)), style);
        };
        write(" ", Style::new());
        write(keys, theme.term);
        write(" ", Style::new());
        write(word, Style::new());
        write(" ", Style::new());
    }
}

/// The hints that fit: the least important go first, those that are needed last.
fn within(mut hints: Vec<(&'static str, &'static str)>, room: usize) -> Vec<(&'static str, &'static str)> {
    for kept in (0..=NEEDED.len()).rev() {
        let is_needed = |keys: &str| NEEDED.iter().take(kept).any(|needed| *needed == keys);
        while hints.iter().map(width).sum::<usize>() > room {
            let Some(least) = hints.iter().rposition(|(keys, _)| !is_needed(keys)) else { break };
            hints.remove(least);
        }
    }
    hints
}

/// Columns of a hint with the blanks around it.
fn width((keys, word): &(&str, &str)) -> usize {
    truncate::width(keys) + truncate::width(word) + 3
}
