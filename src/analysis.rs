//! What follows from a dataset: derived figures with their intervals, and what cannot be true.
//!
//! Pure: a dataset goes in, figures and findings come out. Nothing here knows of a screen.

mod derived;
mod finding;
mod interval;

pub use derived::{Derived, DerivedUnit, Rule};
pub use finding::{Finding, Severity};
pub use interval::Interval;

use crate::dataset::Dataset;

/// A figure that can be shown: one of the dataset's own, or one that follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Where it stands in [`Dataset::observations`].
    Published(usize),
    /// Where it stands in [`Analysis::derived`].
    Derived(usize),
}

/// Everything that follows from a dataset.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// Derived figures; each comes after the derived figures that it is built on.
    pub derived: Vec<Derived>,
    /// What the checks found, the gravest first.
    pub findings: Vec<Finding>,
}

impl Analysis {
    /// Derives and reconciles.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        Self { derived: derived::derive(dataset), findings: Vec::new() }
    }

    /// The derived figures that are built directly on `figure`.
    pub fn following(&self, figure: Figure) -> impl Iterator<Item = Figure> {
        self.derived
            .iter()
            .enumerate()
            .filter(move |(_, derived)| derived.inputs.contains(&figure))
            .map(|(at, _)| Figure::Derived(at))
    }

    /// Where the findings stand that speak of `figure`, the gravest first.
    pub fn findings_on(&self, figure: Figure) -> impl Iterator<Item = usize> {
        self.findings.iter().enumerate().filter(move |(_, f)| f.figures.contains(&figure)).map(|(at, _)| at)
    }
}
