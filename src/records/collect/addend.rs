//! The amounts that rows add to sums.

use super::Collector;
use crate::formats::foreign::AmountKind;
use crate::records::blocks::Block;
use crate::records::sum::Addend;

impl Collector<'_> {
    /// The amount that a row of a block adds.
    #[inline]
    pub(super) fn record(&self, block: &Block, row: usize, first: u32) -> Addend {
        let amount = self.question.measure.amount();
        let place = first.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        let number = block.amount(amount, row).filter(|number| number.digits != 0 || !self.divides);
        if block.is_plain() {
            return Addend { place, number, ..Addend::default() };
        }
        let is_estimated = block.is_estimated(amount, row);
        let unit = if amount == AmountKind::Quantity { block.unit(row) } else { 0 };
        Addend { place, number, unit, is_estimated, marks: block.marks(row) }
    }
}
