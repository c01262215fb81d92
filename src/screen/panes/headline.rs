//! Key figures, drawn as a list.

pub use super::listing::render;
