//! Draws a talk: the words of the step, what it shows, and a line at the bottom.
//!
//! ```text
//!  Five countries, three numbers                                    talk/caption.rs
//!  Growth of trade with each of the five. …
//!
//!  the dashboard, a large number, a proof, the list of steps        ../screen.rs, talk/number.rs, proof.rs, overview.rs
//!
//!  5 of 10 · 2 rows more                          4 of 8 min        talk/footer.rs
//! ```

mod caption;
mod footer;
mod number;
mod overview;
mod proof;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, body, glyphs};
use crate::dashboard::Layout;
use crate::dataset::Emphasis;
use crate::stage::{Over, Talk};

/// A buffer of the screen's size with the talk drawn into it.
#[must_use]
pub fn talk_frame(talk: &Talk, theme: &Theme) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from(talk.app().size()));
    if theme.base != Style::new() {
        buffer.set_style(buffer.area, theme.base);
    }
    render(talk, theme, &mut buffer);
    glyphs::replace(theme.glyphs, buffer.area, &mut buffer);
    buffer
}

fn render(talk: &Talk, theme: &Theme, buffer: &mut Buffer) {
    let app = talk.app();
    if *app.layout() == Layout::TooSmall {
        if talk.over() != Over::Blank {
            body(app, theme, buffer);
        }
        return;
    }
    let screen = buffer.area;
    let (room, line) =
        (Rect { height: screen.height - 1, ..screen }, Rect { y: screen.bottom() - 1, height: 1, ..screen });
    match talk.over() {
        Over::Blank => return,
        Over::Overview(selected) => overview::render(talk, theme, (selected, room), buffer),
        Over::Step => step(talk, theme, room, buffer),
    }
    footer::render(talk, theme, line, buffer);
}

/// The words of the step and what it shows.
fn step(talk: &Talk, theme: &Theme, room: Rect, buffer: &mut Buffer) {
    let app = talk.app();
    let above = app.staging().map_or(0, |staging| staging.above).min(room.height);
    if let Some(words) = talk.caption().filter(|_| above > 0) {
        caption::render(talk.step(), &words, theme, Rect { height: above, ..room }, buffer);
    }
    let below = Rect { y: room.y + above, height: room.height - above, ..room };
    match talk.emphasis() {
        _ if app.has_aside() => body(app, theme, buffer),
        Some(Emphasis::BigNumber) => number::render(talk, theme, below, buffer),
        Some(Emphasis::Proof) => proof::render(talk, theme, below, buffer),
        Some(Emphasis::Spotlight) | None => body(app, theme, buffer),
    }
}
