//! The codes of a row as small numbers.

use super::RecordBuilder;
use crate::formats::foreign::{AmountKind, Coded, ForeignRow, NumberCell, Unreadable};
use crate::records::catalog::{Catalog, number_in};
use crate::records::column::Column;
use crate::records::keys::{Keys, MOST_FLOWS, MOST_PERIODS};

/// The most units of quantities that are kept.
const MOST_UNITS: usize = 250;

impl RecordBuilder<'_> {
    /// The numbers of a row's codes.
    pub(super) fn keys(&mut self, row: &ForeignRow) -> Result<Keys, Unreadable> {
        let (reader, seen) = (self.reader, &mut self.seen);
        let catalog = &mut self.records.catalog;
        let mut place = |column: &mut Column, coded: Coded, catalog: &mut Catalog, is_said: bool| {
            if is_said && coded.written().is_empty() {
                return Err(Unreadable::Code);
            }
            column.number(coded, |code, name| catalog.add_place(reader.meanings().place(code, name)), seen)
        };
        let says = catalog.facts.says;
        let reporter = place(&mut self.reporters, row.reporter, catalog, says.reporter)?;
        let partner = place(&mut self.partners, row.partner, catalog, says.partner)?;
        let flow = self.flows.number(
            row.flow,
            |code, name| {
                let meaning = reader.meanings().flow(code, name);
                let meaning = if says.flow { Some(meaning.ok_or(Unreadable::Flow)?) } else { None };
                number_in(&mut catalog.flows, meaning, MOST_FLOWS)
            },
            seen,
        )?;
        if says.product && row.product.written().is_empty() {
            return Err(Unreadable::Code);
        }
        let product = self.products.number(
            row.product,
            |code, name| catalog.add_product(reader.meanings().product(code, name)),
            seen,
        )?;
        let period = self.periods.number(
            row.period,
            |text, _| {
                let period = reader.meanings().period(text);
                let period = if says.period { Some(period.ok_or(Unreadable::Period)?) } else { None };
                number_in(&mut catalog.periods, period, MOST_PERIODS)
            },
            seen,
        )?;
        let details = catalog.details.number(row.details);
        Ok(Keys { reporter, flow, partner, product, period, details })
    }

    /// The number of the unit of a row's quantity, 0 in a row without one.
    pub(super) fn unit(&mut self, row: &ForeignRow) -> u32 {
        if !matches!(row.amounts[AmountKind::Quantity as usize], NumberCell::Number(_)) {
            return 0;
        }
        let (reader, units) = (self.reader, &mut self.records.catalog.quantity_units);
        let understand = |code: &str, name: &str| match reader.meanings().quantity_unit(code, name) {
            Some(unit) => number_in(units, unit, MOST_UNITS).map(|number| number + 1),
            None => Ok(0),
        };
        // A unit too many is none.
        self.units.number(row.quantity_unit, understand, &mut self.seen).unwrap_or_default()
    }
}
