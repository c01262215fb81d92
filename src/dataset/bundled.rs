//! The datasets that are built into the program.

use super::code::Code;

/// A dataset that is built into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bundled {
    /// The figures that one article printed about Xinjiang's trade with Central Asia in 2023.
    Article,
    /// The figures that other public reports printed about the same trade, from 2012 to 2025.
    Context,
}

impl Code for Bundled {
    const ALL: &'static [(&'static str, Self)] = &[("article", Self::Article), ("context", Self::Context)];
}

impl Bundled {
    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Article => Self::Context,
            Self::Context => Self::Article,
        }
    }
}
