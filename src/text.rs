//! Text, whatever it says: how wide it is, how it is shortened, and which of it may reach a terminal or a file.

pub mod harmless;
pub mod truncate;

mod fold;

pub use fold::fold;
