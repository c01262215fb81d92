//! A measure as words say it.

use crate::dataset::Measure;

/// The measure of a figure with what its words say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "the words of a figure say each of these or not")]
pub(in crate::draft) struct SaidMeasure {
    pub measure: Measure,
    /// The words say that it fell.
    pub is_down: bool,
    /// A value of the period that another is compared with.
    pub is_base: bool,
    /// A value of the same trade in another currency.
    pub is_conversion: bool,
    /// A growth of quantity.
    pub is_volume: bool,
    /// The words before it are no limit of the number but its direction.
    pub is_bound_read: bool,
}

impl SaidMeasure {
    pub fn new(measure: Measure) -> Self {
        Self {
            measure,
            is_down: false,
            is_base: false,
            is_conversion: false,
            is_volume: false,
            is_bound_read: false,
        }
    }
}
