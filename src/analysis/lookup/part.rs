//! Growth and share of a figure alone, for rows that show both.

use super::{Lookup, Percent, Value, value};
use crate::analysis::{Analysis, Figure, Interval};
use crate::dataset::Dataset;

impl Analysis {
    /// The growth of a published value since the same days of an earlier year.
    #[must_use]
    pub fn growth(&self, dataset: &Dataset, figure: Figure) -> Option<Percent> {
        match self.looked_at(dataset, figure)?.growth()? {
            Lookup::Growth { growth, .. } => Some(growth),
            Lookup::Share { .. } | Lookup::Rank { .. } => None,
        }
    }

    /// The share of a published value in the one at an index.
    #[must_use]
    pub fn share_in(&self, dataset: &Dataset, figure: Figure, whole: usize) -> Option<Percent> {
        let row = dataset.observations.get(whole)?;
        let (unit, interval) = value(dataset, row)?;
        let looked_at = self.looked_at(dataset, figure).filter(|looked_at| looked_at.unit == unit)?;
        looked_at.percent(Value { at: whole, row, interval }, Interval::over)
    }
}
