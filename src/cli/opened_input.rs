//! A DATASET argument once it is opened.

use crate::dashboard::{Pivot, Warning};
use crate::formats::Loaded;

/// A dataset, or an answer from a table.
pub struct OpenedInput {
    pub loaded: Loaded,
    /// Warnings about rows and columns of a table that are not added up.
    pub warnings: Vec<Warning>,
    pub pivot: Option<Pivot>,
}

impl OpenedInput {
    pub fn new(loaded: Loaded) -> Self {
        Self { loaded, warnings: Vec::new(), pivot: None }
    }
}
