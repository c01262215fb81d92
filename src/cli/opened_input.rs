//! What a DATASET argument turns out to be.

use crate::dashboard::{Pivot, Warning};
use crate::formats::Loaded;

/// A loaded DATASET argument: a dataset, or an answer from a table.
pub struct OpenedInput {
    pub loaded: Loaded,
    /// Warnings about rows of a table that are not counted.
    pub warnings: Vec<Warning>,
    pub pivot: Option<Pivot>,
}

impl OpenedInput {
    pub fn new(loaded: Loaded) -> Self {
        Self { loaded, warnings: Vec::new(), pivot: None }
    }
}
