//! The protocol on the sockets of a talk: one JSON object per line.
//!
//! ```text
//! to followers   {"horgos":1,"stage":"hello","data":"9f3c…","title":"…","steps":10}        hello.rs
//!                {"seq":18,"view":"central-asia?…","step":5,"shown":3,"title":"…", …}      scene.rs
//! to the notes   the same with notes, next, left, clock and followers                       scene.rs, speaker.rs
//! from the notes {"do":"next"}                                                              command.rs
//! ```
//!
//! Every scene is complete: whoever comes late, or misses some, needs none of the others, and without the hello only the
//! dataset and the number of steps are not known. Unknown members are ignored; the
//! number in `horgos` changes only when an old follower would show something wrong.

mod command;
mod heard;
mod hello;
mod lines;
mod scene;
mod speaker;
mod written;

pub use command::{COMMAND_BYTES, command_line, parse_command};
pub use heard::{Heard, Listener};
pub use hello::{Channel, FULL, Hello};
pub use lines::{LineTooLong, Lines};
pub use scene::{briefing_line, scene_line};
pub use speaker::Briefing;

use crate::text::harmless::harmless;

/// The number in `horgos` of what this program says and understands.
pub const VERSION: u32 = 1;

/// The maximum number of bytes in an outgoing scene, including the end of its line.
pub const SCENE_BYTES: usize = 4096;

/// The maximum number of bytes in an incoming line; a longer one closes the connection.
pub const LINE_BYTES: usize = 64 * 1024;

/// The maximum number of bytes in a title or an id.
const TITLE_BYTES: usize = 200;
/// The maximum number of bytes in the text of a step.
const TEXT_BYTES: usize = 600;
/// The maximum number of bytes in an address. A longer one is left out, since a truncated address leads elsewhere.
const VIEW_BYTES: usize = 1024;

/// `text` in at most `most` bytes, truncated with `…`.
fn within(text: &str, most: usize) -> String {
    const MORE: &str = "…";
    if text.len() <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(MORE.len());
    let end = (0..=room).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text[..end].to_owned() + MORE
}

/// A text received from outside: anyone may have made the socket, so every character that could drive the terminal is
/// written out.
fn received(text: &str, most: usize) -> String {
    within(&harmless(&within(text, most)), most)
}

#[cfg(test)]
mod tests;
