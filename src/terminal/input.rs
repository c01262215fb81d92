//! Turns the bytes of the terminal into events of the dashboard.
//!
//! ```text
//! bytes ─▶ characters ─▶ parser ─▶ sequence ─▶ key ─▶ Event
//! ```
//!
//! Nothing else reads the terminal. A library that takes the bytes itself leaves us without a way out of a sequence that
//! it does not know: it waits for an end that never comes, and every key goes into it.

mod characters;
mod key;
mod keyboard;
mod parser;
mod reader;
mod sequence;

use ratatui::layout::Size;

pub use keyboard::Keyboard;
#[cfg(feature = "fuzzing")]
pub(crate) use parser::Parser;

/// The size of the terminal; 80×24 if it does not know.
#[must_use]
pub fn size() -> Size {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => Size::new(80, 24),
    }
}

#[cfg(test)]
mod tests;
