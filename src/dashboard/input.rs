//! Keys and clicks: which action each of them asks for, and what is typed.

mod bindings;
mod key;
mod keyboard;
mod pointer;
mod typing;

pub use bindings::{BINDINGS, Binding, KeyMode, action, key_for};
pub use key::{Key, parse_keys};
