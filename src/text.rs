//! Text regardless of its meaning: width, truncation, wrapping and folding, and the characters that must not reach a
//! terminal or a file.

pub mod encoding;
pub mod harmless;
pub mod truncate;

mod fold;
mod shorten;
mod wrap;

pub use fold::fold;
pub use shorten::shorten;
pub use wrap::{hanging, with_aside, wrap};

/// `text` with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
