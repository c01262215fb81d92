//! A dataset that was read.

use super::{Fingerprint, Positions, Problem};
use crate::dataset::Dataset;

/// A dataset, and warnings about its file.
#[derive(Debug)]
pub struct Loaded {
    /// The dataset.
    pub dataset: Dataset,
    /// Oddities that do no harm, such as unknown columns.
    pub warnings: Vec<Problem>,
    /// Where its observations are written.
    pub positions: Positions,
    /// Tells this dataset from others.
    pub fingerprint: Fingerprint,
}
