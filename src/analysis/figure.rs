//! Figures, published and derived, which findings and derivations are about.

/// A published figure, or one derived from those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Its index in [`Dataset::observations`](crate::dataset::Dataset::observations).
    Published(usize),
    /// Its index in [`Analysis::derived`](super::Analysis::derived).
    Derived(usize),
}
