//! The amounts that rows add to sums.

use std::ops::Range;

use super::Collector;
use crate::formats::foreign::AmountKind;
use crate::records::blocks::Block;
use crate::records::sum::{Addend, Sum};

impl Collector<'_> {
    /// The amount that a row of a block adds.
    #[inline]
    pub(super) fn record(&self, block: &Block, row: usize, first: u32) -> Addend {
        let amount = self.question.measure.amount();
        let place = place_of(first, row);
        let number = block.amount(amount, row).filter(|number| number.digits != 0 || !self.divides);
        if block.is_plain() {
            return Addend { place, number, ..Addend::default() };
        }
        let is_estimated = block.is_estimated(amount, row);
        let unit = if amount == AmountKind::Quantity { block.unit(row) } else { 0 };
        Addend { place, number, unit, is_estimated, marks: block.marks(row) }
    }

    /// The sum of rows next to each other.
    pub(super) fn sum(&self, block: &Block, rows: Range<usize>, first: u32) -> Sum {
        let mut sum = Sum::default();
        if block.is_plain() && !self.divides {
            let amount = self.question.measure.amount();
            for row in rows {
                let (place, number) = (place_of(first, row), block.amount(amount, row));
                sum.add(Addend { place, number, ..Addend::default() });
            }
        } else {
            rows.for_each(|row| sum.add(self.record(block, row, first)));
        }
        sum
    }
}

/// The place of a row among all, that of the first of its block being known.
pub(super) fn place_of(first: u32, row: usize) -> u32 {
    first.saturating_add(u32::try_from(row).unwrap_or(u32::MAX))
}
