//! The line at the bottom of a talk: where one is, what comes next, and the time.
//!
//! ```text
//!  1 of 10 · PgDn next  o steps  q leave  ? help                   0 of 8 min
//!  5 of 10 · 2 rows more                                           4 of 8 min  3 follow
//!  5 of 10 · off the path · PgDn comes back
//!  to step 7│ Enter        q again leaves        paused · goes on 30 s after the last key
//! ```
//!
//! There are no seconds: a number that ticks draws the eyes of the audience.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dashboard::{KeyMode, bindings_of};
use crate::dataset::Emphasis;
use crate::screen::{Theme, cells, footer, overlay};
use crate::stage::{Over, Talk};
use crate::text::truncate;

/// The keys that the first step names, the most important one last.
const FIRST_KEYS: [&str; 4] = ["o", "?", "q", "PgDn"];

pub fn render(talk: &Talk, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if talk.app().key_mode() == KeyMode::Typing {
        return footer::render(talk.app(), theme, area, buffer);
    }
    let room = usize::from(area.width.saturating_sub(2));
    let (said, caret) = said(talk, room);
    let x = cells::write(buffer, (area.x + 1, area.y), &said, room, Style::new());
    overlay::caret(caret, (area.x + 1, area.y), buffer);
    let right = right(talk);
    let wide = u16::try_from(truncate::width(&right)).unwrap_or(u16::MAX);
    if x.saturating_add(2).saturating_add(wide) < area.right() {
        cells::write(buffer, (area.right() - 1 - wide, area.y), &right, usize::from(wide), Style::new());
    }
}

/// The text at the left, and the column of a caret.
fn said(talk: &Talk, room: usize) -> (String, Option<usize>) {
    let (step, steps) = talk.place();
    let place = format!("{} of {steps}", step + 1);
    if talk.is_asked() {
        return (format!("{place} · q again leaves"), None);
    }
    if let Some(typed) = talk.typed() {
        let text = format!("to step {typed}");
        let caret = truncate::width(&text);
        return (format!("{text}  Enter"), Some(caret));
    }
    if let Some(notice) = talk.app().notice() {
        let left = room.saturating_sub(truncate::width(&place) + 3);
        let words = notice.words();
        let fitting = words.iter().find(|words| truncate::width(words) <= left).or(words.last());
        return (format!("{place} · {}", truncate::cut(fitting.unwrap_or(&""), left)), None);
    }
    if talk.over() != Over::Step {
        return ("↑↓ Enter go there  Esc back".to_owned(), None);
    }
    let more = if talk.app().has_temporary_overlay() {
        " · PgDn comes back".to_owned()
    } else if talk.is_off() {
        " · off the path · PgDn comes back".to_owned()
    } else {
        on_path(talk, room.saturating_sub(truncate::width(&place)))
    };
    let pause = talk.paused().map_or(String::new(), |pause| {
        format!(" · paused · goes on {} s after the last key", pause.as_secs())
    });
    (truncate::cut(&format!("{place}{more}{pause}"), room), None)
}

/// The rows or lines that are to come; at the first step, the keys.
fn on_path(talk: &Talk, room: usize) -> String {
    match (talk.left(), talk.revealed()) {
        (0, _) if talk.is_beginning() => {
            let said = |wanted: &[&str]| {
                let hints = bindings_of(KeyMode::OnPath).filter_map(|binding| binding.hint);
                // The talk's own come first; its `q` leaves, that of the dashboard is no more.
                let mut shown: Vec<(&str, &str)> = Vec::new();
                for hint in hints.filter(|(keys, _)| wanted.contains(keys)) {
                    if shown.iter().all(|(keys, _)| *keys != hint.0) {
                        shown.push(hint);
                    }
                }
                let shown: Vec<String> = shown.iter().map(|(keys, word)| format!("{keys} {word}")).collect();
                format!(" · {}", shown.join("  "))
            };
            let fits = |text: &String| truncate::width(text) <= room;
            (0..FIRST_KEYS.len()).map(|less| said(&FIRST_KEYS[less..])).find(fits).unwrap_or_default()
        }
        (0, _) => String::new(),
        (left, _) => {
            let what = if talk.emphasis() == Some(Emphasis::Proof) { "line" } else { "row" };
            let plural = if left == 1 { "" } else { "s" };
            format!(" · {left} {what}{plural} more")
        }
    }
}

/// The time and who follows.
fn right(talk: &Talk) -> String {
    let mut parts = Vec::new();
    if !talk.is_kiosk() {
        let planned = (talk.clock().planned().as_secs() + 30) / 60;
        parts.push(format!("{} of {planned} min", talk.minutes()));
        if !talk.clock().is_running() {
            parts.push("clock stopped".to_owned());
        }
    }
    if talk.followers() > 0 {
        parts.push(format!("{} follow", talk.followers()));
    }
    if talk.is_holding() {
        parts.push("held".to_owned());
    }
    parts.join("  ")
}
