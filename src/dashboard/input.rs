//! Keys and clicks: which action each of them asks for, and what is typed.

mod binding;
mod bindings;
mod key;
mod key_mode;
mod keyboard;
mod line_keys;
mod pointer;
mod talk_bindings;
mod typing;

pub use binding::Binding;
pub use bindings::{BINDINGS, action, bindings_of, key_for};
pub use key::{Key, parse_keys};
pub use key_mode::KeyMode;
pub(crate) use keyboard::{KeyboardScript, is_cyrillic, punctuation_twin, twin};
pub(crate) use line_keys::{alt_edit, line_edit};
pub use talk_bindings::{IN_AUDIENCE, IN_TALK, OFF_PATH, ON_PATH};
pub(crate) use typing::first_line;
