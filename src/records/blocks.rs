//! Records: the rows of a table as small numbers, in blocks.

use super::amounts::{Amounts, GrowingAmounts};
use super::codes::{Codes, GrowingCodes};
use super::keys::{KeyColumns, Keys};
use crate::formats::foreign::{AmountKind, ForeignRow, Marks, PrintedNumber, RowAmount, ShortAmount};

/// The number of rows of a block.
pub(super) const BLOCK: usize = 1 << 15;

/// The number of kinds of amounts.
pub(super) const KINDS: usize = AmountKind::ALL.len();

/// Some rows, column by column.
#[derive(Debug)]
pub(super) struct Block {
    pub len: usize,
    pub reporters: Codes,
    pub flows: Codes,
    pub partners: Codes,
    pub products: Codes,
    pub periods: Codes,
    pub details: Codes,
    /// A bit for each [`AmountKind`] that is estimated.
    estimated: Codes,
    /// The bits of [`Marks`].
    marks: Codes,
    /// The units of quantities: see [`super::catalog::Catalog::quantity_units`].
    units: Codes,
    amounts: [Option<Amounts>; KINDS],
    /// The other rows that cover a row: see [`super::cover`].
    pub cover: Codes,
}

impl Block {
    pub fn keys(&self, row: usize) -> Keys {
        Keys {
            reporter: self.reporters.get(row),
            flow: self.flows.get(row),
            partner: self.partners.get(row),
            product: self.products.get(row),
            period: self.periods.get(row),
            details: self.details.get(row),
        }
    }

    pub fn amount(&self, kind: AmountKind, row: usize) -> Option<PrintedNumber> {
        self.amounts[kind as usize].as_ref()?.get(row)
    }

    /// The unit of a row's quantity, 0 in a row without one.
    pub fn unit(&self, row: usize) -> u32 {
        self.units.get(row)
    }

    pub fn is_estimated(&self, kind: AmountKind, row: usize) -> bool {
        self.estimated.get(row) >> (kind as u32) & 1 == 1
    }

    pub fn marks(&self, row: usize) -> Marks {
        Marks::from_bits(self.marks.get(row))
    }

    /// True if no row says more than codes and amounts.
    pub fn is_plain(&self) -> bool {
        [&self.estimated, &self.marks, &self.units].into_iter().all(|codes| matches!(codes, Codes::Same(0)))
    }

    pub fn has(&self, kind: AmountKind) -> bool {
        self.amounts[kind as usize].is_some()
    }
}

/// The details of a row apart from its codes and amounts; most tables have none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RowDetails {
    /// The number of the unit of its quantity, 0 for none.
    pub unit: u32,
    /// A bit for each [`AmountKind`] that is estimated.
    estimated: u32,
    /// The bits of [`Marks`].
    marks: u32,
}

impl RowDetails {
    /// Those of a row whose quantity is in a unit, 0 for one without.
    pub fn new(unit: u32, row: &ForeignRow) -> Self {
        let estimated = (0..).zip(row.is_estimated).fold(0, |bits, (bit, is)| bits | u32::from(is) << bit);
        Self { unit, estimated, marks: row.marks.bits() }
    }
}

/// A block that grows.
#[derive(Debug, Default)]
pub(super) struct Growing {
    columns: [GrowingCodes; 9],
    amounts: [GrowingAmounts; KINDS],
}

impl Growing {
    pub fn len(&self) -> usize {
        self.columns[0].len()
    }

    /// Adds a row.
    #[inline]
    pub fn push(&mut self, keys: Keys, row: &RowDetails, amounts: &[impl RowAmount; KINDS]) {
        let Keys { reporter, flow, partner, product, period, details } = keys;
        let [reporters, flows, partners, products, periods, detailed, estimated, marks, units] =
            &mut self.columns;
        reporters.push(reporter);
        flows.push(flow);
        partners.push(partner);
        products.push(product);
        periods.push(period);
        detailed.push(details);
        estimated.push(row.estimated);
        marks.push(row.marks);
        units.push(row.unit);
        let [values, weights, quantities] = &mut self.amounts;
        values.push(amounts[AmountKind::Value as usize].number());
        weights.push(amounts[AmountKind::Weight as usize].number());
        let quantity = amounts[AmountKind::Quantity as usize].number();
        quantities.push(quantity.filter(|_| row.unit > 0));
    }

    /// Adds rows that are codes and amounts alone, each amount by its kind; empty where there is none.
    pub fn extend(&mut self, rows: &KeyColumns, amounts: &[&[ShortAmount]; KINDS]) {
        let KeyColumns { reporters, flows, partners, products, periods } = rows;
        let len = reporters.len();
        let coded = [reporters, flows, partners, products, periods];
        let (keys, others) = self.columns.split_at_mut(coded.len());
        for (column, numbers) in keys.iter_mut().zip(coded) {
            column.extend(numbers);
        }
        for column in others {
            column.extend_noughts(len);
        }
        for (column, amounts) in self.amounts.iter_mut().zip(amounts) {
            if amounts.is_empty() { column.extend_missing(len) } else { column.extend(amounts) }
        }
    }

    /// The block as it is; nothing is left here.
    pub fn finish(&mut self) -> Block {
        let len = self.len();
        let [reporters, flows, partners, products, periods, details, estimated, marks, units] =
            self.columns.each_mut().map(GrowingCodes::finish);
        let amounts = self.amounts.each_mut().map(GrowingAmounts::finish);
        let cover = Codes::Same(0);
        Block {
            len,
            reporters,
            flows,
            partners,
            products,
            periods,
            details,
            estimated,
            marks,
            units,
            amounts,
            cover,
        }
    }
}

/// The lines of rows: where a row does not follow the one before in the next line.
#[derive(Debug, Default)]
pub(super) struct LineNumbers {
    jumps: Vec<(u32, u64)>,
}

impl LineNumbers {
    /// Adds a row behind all others.
    pub fn push(&mut self, row: u32, line: u64) {
        let (from, last) = self.jumps.last().copied().unwrap_or_default();
        if last + u64::from(row - from) != line {
            self.jumps.push((row, line));
        }
    }

    /// The line of a row, from 1.
    pub fn line(&self, row: u32) -> u64 {
        let at = self.jumps.partition_point(|(from, _)| *from <= row);
        let (from, line) = at.checked_sub(1).and_then(|at| self.jumps.get(at)).copied().unwrap_or_default();
        line + u64::from(row - from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_kept_where_they_jump() {
        let mut lines = LineNumbers::default();
        let all = [2, 3, 4, 9, 10, 12];
        (0..).zip(all).for_each(|(row, line)| lines.push(row, line));
        assert_eq!((0..6).map(|row| lines.line(row)).collect::<Vec<_>>(), all);
        assert_eq!(lines.jumps.len(), 3);
    }
}
