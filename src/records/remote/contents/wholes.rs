//! Counts the rows of a table in an engine that are wholes of others.

use foldhash::HashSet;

use super::{Contents, rows};
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::AskedMeasure;
use crate::records::remote::groups::run_all;
use crate::records::remote::sql::{OnlyCodes, Query};
use crate::records::remote::table::{Client, RemoteTable, TableDimension};
use crate::records::tally::SetAside;
use crate::records::{AskError, ReadProgress};

/// A kind of wholes: why they are set aside, the column and the codes that make them, and true if there are parts.
type KindOfWhole<'a> = (SetAside, TableDimension, &'a dyn Fn(u32) -> bool, bool);

impl Contents {
    /// Counts the rows that are wholes of others: with the world, of all products, of groups of products.
    pub(super) fn count_wholes(
        &mut self,
        table: &RemoteTable,
        client: &dyn Client,
        watch: &ReadProgress,
    ) -> Result<(), AskError> {
        let catalog = &self.catalog;
        let product = |at: u32| catalog.products.get(at as usize).map(|entry| &entry.meaning);
        let is_total = |at: u32| product(at).is_some_and(|meaning| meaning.is_total);
        let parents: HashSet<u32> = catalog.products.iter().filter_map(|entry| entry.parent).collect();
        let is_parent = |at: u32| parents.contains(&at);
        let kind = |at: u32| catalog.places.get(at as usize).map_or(PlaceKind::Single, |place| place.kind);
        let is_part = |at: u32| {
            let flow = catalog.flows.get(at as usize).copied().flatten();
            flow.is_some_and(|flow| flow.is_part)
        };
        let all = |dimension: TableDimension, is_it: &dyn Fn(u32) -> bool| {
            self.codes[dimension as usize].written.iter().all(|(at, _)| is_it(*at))
        };
        let is_world = |at: u32| kind(at) == PlaceKind::World;
        // Where there are wholes alone, none is set aside.
        let has_parts = [!all(TableDimension::Partner, &is_world), !all(TableDimension::Product, &is_total)];
        let subtotals = catalog.subtotals();
        let is_subtotal = |at: u32| subtotals.get(at as usize).copied().unwrap_or_default();
        let wholes: [KindOfWhole; 4] = [
            (SetAside::World, TableDimension::Partner, &is_world, has_parts[0]),
            (SetAside::AllProducts, TableDimension::Product, &is_total, has_parts[1]),
            (SetAside::ProductGroups, TableDimension::Product, &is_parent, true),
            (SetAside::Subtotals, TableDimension::Product, &is_subtotal, true),
        ];
        let (mut asked, mut queries) = (Vec::new(), Vec::new());
        for (why, dimension, is_it, has_parts) in wholes {
            let written = self.written(dimension, is_it);
            if written.is_empty() || !has_parts {
                continue;
            }
            let mut only = vec![(dimension, OnlyCodes::OneOf(written))];
            only.extend(
                self.only(TableDimension::Flow, |at| !is_part(at)).map(|only| (TableDimension::Flow, only)),
            );
            if why != SetAside::World {
                let singles = self.only(TableDimension::Partner, |at| kind(at) == PlaceKind::Single);
                only.extend(singles.map(|only| (TableDimension::Partner, only)));
            }
            asked.push(why);
            queries.push(Query { keys: Vec::new(), only, measure: AskedMeasure::Value });
        }
        let answers = run_all((table, client), &queries, watch)?;
        for (why, groups) in asked.into_iter().zip(&answers) {
            if rows(groups) > 0 {
                self.catalog.tally.set_aside_rows(why, rows(groups));
            }
        }
        Ok(())
    }
}
