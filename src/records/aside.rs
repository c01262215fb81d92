//! Counts the wholes of a table whose rows are not kept.
//!
//! Rows that repeat others, or are parts of them by their details, are found only among rows that are kept: in a table like
//! this, when the rows of a reporter are read.

use std::collections::BTreeMap;

use super::blocks::{Block, LineNumbers};
use super::catalog::Catalog;
use super::keys::Keys;
use super::tally::{Count, SetAside};
use crate::formats::foreign::meaning::PlaceKind;

/// Rows that are set aside if the table has the parts of what they are about.
#[derive(Debug, Default)]
pub(super) struct Aside {
    world: Count,
    /// By the number of the partner.
    groups: BTreeMap<u32, Count>,
    total: Count,
    /// By the number of the product.
    products: Vec<Count>,
    has_partners: bool,
    has_products: bool,
}

impl Aside {
    /// Takes note of all rows of blocks.
    pub fn add_all(&mut self, catalog: &Catalog, blocks: &[Block], lines: &LineNumbers) {
        let rows = blocks.iter().flat_map(|block| (0..block.len).map(|row| block.keys(row)));
        for (at, keys) in (0..).zip(rows) {
            self.add(catalog, keys, lines.line(at));
        }
    }

    /// Takes note of a row.
    pub fn add(&mut self, catalog: &Catalog, keys: Keys, line: u64) {
        let flow = catalog.flows.get(keys.flow as usize).copied().flatten();
        if flow.is_some_and(|flow| flow.is_part) {
            return;
        }
        let is_total =
            catalog.products.get(keys.product as usize).is_some_and(|product| product.meaning.is_total);
        let kind = catalog.places.get(keys.partner as usize).map(|place| place.kind);
        self.has_partners |= kind != Some(PlaceKind::World);
        self.has_products |= !is_total;
        match kind {
            // Only if single partners have rows, too: see `count`.
            Some(PlaceKind::World) => self.world.add(line, 1),
            Some(PlaceKind::Group) => self.groups.entry(keys.partner).or_default().add(line, 1),
            Some(PlaceKind::Single) | None if is_total => self.total.add(line, 1),
            Some(PlaceKind::Single) | None => {
                let at = keys.product as usize;
                if self.products.len() <= at {
                    self.products.resize(at + 1, Count::default());
                }
                if let Some(rows) = self.products.get_mut(at) {
                    rows.add(line, 1);
                }
            }
        }
    }

    /// Counts what is set aside, all rows having been seen and the products nested.
    pub fn count(&self, catalog: &mut Catalog) {
        let mut is_parent = vec![false; catalog.products.len()];
        for parent in catalog.products.iter().filter_map(|product| product.parent) {
            is_parent[parent as usize] = true;
        }
        let tally = &mut catalog.tally;
        if self.has_partners {
            tally.set_all_aside(SetAside::World, &self.world);
        }
        for (partner, rows) in &self.groups {
            // Some count as places.
            let kind = catalog.places.get(*partner as usize).map(|place| place.kind);
            if kind == Some(PlaceKind::Group) {
                tally.set_all_aside(SetAside::PartnerGroups, rows);
            }
        }
        if self.has_products {
            tally.set_all_aside(SetAside::AllProducts, &self.total);
        }
        let subtotals = catalog.subtotals();
        for ((rows, is_parent), is_subtotal) in self.products.iter().zip(is_parent).zip(subtotals) {
            if is_subtotal {
                catalog.tally.set_all_aside(SetAside::Subtotals, rows);
            } else if is_parent {
                catalog.tally.set_all_aside(SetAside::ProductGroups, rows);
            }
        }
    }
}
