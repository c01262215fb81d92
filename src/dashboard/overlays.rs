//! What opens over the panes.

pub(super) mod detail;
pub(super) mod export;
mod find;
pub(super) mod help;
pub(super) mod palette;

pub use detail::{Summary, TERM_WIDTH, TextLine};
pub(super) use find::Haystack;
