//! Text of any meaning: its width, how it is shortened and wrapped, and which of it may reach a terminal or a file.

pub mod harmless;
pub mod truncate;

mod fold;
mod wrap;

pub use fold::fold;
pub use wrap::{apart, wrap};
