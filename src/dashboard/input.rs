//! Keys and clicks: which action each of them asks for, and what is typed.

mod bindings;
mod key;
mod keyboard;
mod pointer;
mod talk_bindings;
mod typing;

pub use bindings::{BINDINGS, Binding, KeyMode, action, bindings_of, key_for};
pub use key::{Key, parse_keys};
pub(crate) use keyboard::{KeyboardScript, is_cyrillic, punctuation_twin, twin};
pub use talk_bindings::{IN_AUDIENCE, IN_TALK, OFF_PATH, ON_PATH};
pub(crate) use typing::{first_line, line_edit};
