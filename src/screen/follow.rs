//! Draws a talk on the screen of somebody who follows it: as the presenter's, with a badge at the bottom.
//!
//! ```text
//!  FOLLOWING 5 of 10                                                                       ? help  q quit
//!  BROWSING · presenter at 6: Four partners that grew fast · f follows
//!  PRESENTER AWAY · last at 5, trying again
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::talk::{step, whole};
use super::{Theme, body, cells, footer};
use crate::dashboard::{KeyMode, Layout};
use crate::stage::Following;
use crate::text::truncate;

/// The keys at the right, where there is room.
const KEYS: &str = "? help  q quit";

/// A buffer of the screen's size with the talk drawn into it.
#[must_use]
pub fn follow_frame(following: &Following, theme: &Theme) -> Buffer {
    whole(following.app().size(), theme, |buffer| render(following, theme, buffer))
}

fn render(following: &Following, theme: &Theme, buffer: &mut Buffer) {
    let app = following.app();
    let screen = buffer.area;
    match app.layout() {
        _ if following.is_blank() => {}
        Layout::TooSmall => body(app, theme, buffer),
        Layout::Text { .. } | Layout::Panes(_) => {
            let room = Rect { height: screen.height - 1, ..screen };
            let line = Rect { y: screen.bottom() - 1, height: 1, ..screen };
            step(&following.shown(), theme, room, buffer);
            if app.key_mode() == KeyMode::Typing {
                footer::render(app, theme, line, buffer);
            } else {
                badge(following, theme, line, buffer);
            }
        }
    }
}

fn badge(following: &Following, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    let room = usize::from(line.width.saturating_sub(2));
    let mut wordings = following.badge().wordings;
    if let Some(notice) = following.app().notice() {
        // The notice of a key stands behind the name of the badge, for as long as it stands at all.
        let name = wordings.pop().unwrap_or_default();
        wordings = notice.words().into_iter().map(|words| format!("{name} · {words}")).collect();
        wordings.push(name);
    }
    let fitting = wordings.iter().find(|words| truncate::width(words) <= room).or(wordings.last());
    let text = fitting.map_or("", String::as_str);
    let end = cells::write(buffer, (line.x + 1, line.y), &truncate::cut(text, room), room, theme.title);
    let wide = u16::try_from(truncate::width(KEYS)).unwrap_or(u16::MAX);
    if end.saturating_add(2).saturating_add(wide) < line.right() {
        cells::write(buffer, (line.right() - 1 - wide, line.y), KEYS, usize::from(wide), Style::new());
    }
}
