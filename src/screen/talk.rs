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
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;

use super::{Theme, body, glyphs};
use crate::dashboard::Layout;
use crate::dataset::Emphasis;
use crate::stage::{Over, Shown, Talk};

/// A buffer of the screen's size with the talk drawn into it.
#[must_use]
pub fn talk_frame(talk: &Talk, theme: &Theme) -> Buffer {
    whole(talk.app().size(), theme, |buffer| render(talk, theme, buffer))
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
        Over::Step => step(&talk.shown(), theme, room, buffer),
    }
    footer::render(talk, theme, line, buffer);
}

/// The words of the step and what it shows.
pub(super) fn step(shown: &Shown, theme: &Theme, room: Rect, buffer: &mut Buffer) {
    let app = shown.app;
    let above = app.staging().map_or(0, |staging| staging.above).min(room.height);
    if let Some(words) = shown.words.as_ref().filter(|_| above > 0) {
        caption::render(words, theme, Rect { height: above, ..room }, buffer);
    }
    let below = Rect { y: room.y + above, height: room.height - above, ..room };
    match (shown.emphasis, shown.proof) {
        _ if app.has_temporary_overlay() => body(app, theme, buffer),
        (Some(Emphasis::BigNumber), _) => number::render(shown, theme, below, buffer),
        (Some(Emphasis::Proof), Some(proof)) => proof::render(app, theme, (proof, below), buffer),
        (Some(Emphasis::Spotlight | Emphasis::Proof) | None, _) => body(app, theme, buffer),
    }
}

/// A buffer of this size with something drawn into it.
pub(super) fn whole(size: Size, theme: &Theme, draw: impl FnOnce(&mut Buffer)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from(size));
    if theme.base != Style::new() {
        buffer.set_style(buffer.area, theme.base);
    }
    draw(&mut buffer);
    glyphs::replace(theme.glyphs, buffer.area, &mut buffer);
    buffer
}
