//! The codes that a table in an engine has, with how they are written there.

mod wholes;

use foldhash::HashMap;

use super::groups::{RowGroup, run_all};
use super::literal::Literal;
use super::sql::{GroupKey, OnlyCodes, Query};
use super::table::{Client, RemoteTable, TableDimension};
use crate::dataset::Flow;
use crate::formats::foreign::meaning::{self, PlaceKind};
use crate::formats::foreign::{AmountKind, FlowMeaning, PrintedNumber, Unreadable};
use crate::records::catalog::{Catalog, number_in};
use crate::records::nesting;
use crate::records::partner_groups;
use crate::records::sum::Sum;
use crate::records::tally::SetAside;
use crate::records::{AskError, AskedMeasure, Failure, ReadProgress};

/// The contents of a table, each thing in the order of its codes, as an engine keeps no order.
#[derive(Debug)]
pub(super) struct Contents {
    pub catalog: Catalog,
    /// By [`TableDimension`].
    codes: [EngineCodes; TableDimension::ALL.len()],
    /// By [`TableDimension`]: the number of what all rows are about where the table has no column for it.
    unsaid: [u32; TableDimension::ALL.len()],
}

/// The codes of a column, and the numbers in the catalog of what they mean.
#[derive(Debug, Default)]
struct EngineCodes {
    numbers: HashMap<String, u32>,
    written: Vec<(u32, Literal)>,
    /// True if the column has codes, or rows without one, that are not understood.
    has_unknown: bool,
}

impl Contents {
    pub fn read(table: &RemoteTable, client: &dyn Client, watch: &ReadProgress) -> Result<Self, AskError> {
        let said: Vec<TableDimension> =
            TableDimension::ALL.into_iter().filter(|dimension| table.code(*dimension).is_some()).collect();
        let queries: Vec<Query> = said.iter().map(|dimension| codes_of(table, *dimension)).collect();
        let answers = run_all((table, client), &queries, watch)?;
        agree(&said, &answers)?;
        let rows = answers.first().map_or(0, |groups| rows(groups));
        if rows == 0 {
            return Err(Failure::Empty(table.from.clone()).into());
        }
        let mut contents = Self {
            catalog: Catalog::new(table.facts),
            codes: Default::default(),
            unsaid: Default::default(),
        };
        contents.catalog.says_lines = false;
        contents.catalog.has_amount = AmountKind::ALL.map(|kind| table.amounts[kind as usize].is_some());
        for dimension in TableDimension::ALL {
            let groups = said.iter().zip(&answers).find(|(known, _)| **known == dimension);
            match groups {
                Some((_, groups)) => contents.add(dimension, groups)?,
                None => contents.add_unsaid(dimension),
            }
        }
        contents.catalog.tally.rows = rows;
        contents.settle_groups();
        nesting::nest(&mut contents.catalog);
        contents.count_wholes(table, client, watch)?;
        Ok(contents)
    }

    /// The number of what a written code means.
    pub fn number(&self, dimension: TableDimension, code: &str) -> Option<u32> {
        self.codes[dimension as usize].numbers.get(code).copied()
    }

    /// By [`TableDimension`]: the numbers of a row that says nothing.
    pub fn unsaid(&self) -> [u32; TableDimension::ALL.len()] {
        self.unsaid
    }

    /// The codes that mean something that is wanted, as they are written.
    pub fn written(&self, dimension: TableDimension, is_wanted: impl Fn(u32) -> bool) -> Vec<&Literal> {
        let all = self.codes[dimension as usize].written.iter();
        all.filter(|(number, _)| is_wanted(*number)).map(|(_, literal)| literal).collect()
    }

    /// The condition for codes that mean something that is wanted; `None` if all rows do.
    pub fn only(&self, dimension: TableDimension, is_wanted: impl Fn(u32) -> bool) -> Option<OnlyCodes<'_>> {
        let wanted = self.written(dimension, &is_wanted);
        let others = self.written(dimension, |number| !is_wanted(number));
        match (others.is_empty(), self.codes[dimension as usize].has_unknown) {
            (true, false) => None,
            (false, false) if others.len() < wanted.len() => Some(OnlyCodes::NoneOf(others)),
            (_, true) | (false, false) => Some(OnlyCodes::OneOf(wanted)),
        }
    }

    fn add(&mut self, dimension: TableDimension, groups: &[RowGroup]) -> Result<(), AskError> {
        let mut groups: Vec<&RowGroup> = groups.iter().collect();
        groups.sort_by(|one, other| one.keys.cmp(&other.keys));
        for group in groups {
            let code = group.keys.first().cloned().flatten();
            let name = group.keys.get(1).cloned().flatten().unwrap_or_default();
            let rows = group.sum.rows;
            let lacking = match dimension {
                TableDimension::Period => Unreadable::Period,
                TableDimension::Flow => Unreadable::Flow,
                TableDimension::Reporter | TableDimension::Partner | TableDimension::Product => {
                    Unreadable::Code
                }
            };
            match code.as_deref().map_or(Err(lacking), |code| self.meaning(dimension, code, &name)) {
                Ok((number, literal)) => self.count(dimension, number, literal, rows),
                Err(why) => {
                    self.codes[dimension as usize].has_unknown = true;
                    self.catalog.tally.not_understood(why, 0, rows.into());
                }
            }
        }
        if self.codes[dimension as usize].written.is_empty() {
            return Err(Failure::Codes(dimension.word()).into());
        }
        Ok(())
    }

    /// The number of what a code means, a new one where it is new.
    fn meaning(
        &mut self,
        dimension: TableDimension,
        code: &str,
        name: &str,
    ) -> Result<(u32, Literal), Unreadable> {
        let literal = Literal::new(code).ok_or(Unreadable::CodeForm)?;
        let catalog = &mut self.catalog;
        let number = match dimension {
            TableDimension::Reporter | TableDimension::Partner => {
                catalog.add_place(meaning::place(code, name))
            }
            TableDimension::Flow => {
                let flow = meaning::flow(code, name).ok_or(Unreadable::Flow)?;
                number_in(&mut catalog.flows, Some(flow), usize::MAX)
            }
            TableDimension::Period => {
                let period = meaning::period(code).ok_or(Unreadable::Period)?;
                number_in(&mut catalog.periods, Some(period), usize::MAX)
            }
            TableDimension::Product => catalog.add_product(meaning::product(code, name)),
        };
        Ok((number?, literal))
    }

    /// Takes note of rows with a code.
    fn count(&mut self, dimension: TableDimension, number: u32, literal: Literal, rows: u32) {
        let codes = &mut self.codes[dimension as usize];
        if codes.numbers.insert(literal.text().to_owned(), number).is_none() {
            codes.written.push((number, literal));
        }
        let catalog = &mut self.catalog;
        match dimension {
            TableDimension::Reporter | TableDimension::Partner => {
                let role = usize::from(dimension == TableDimension::Partner);
                if let Some(roles) = catalog.roles.get_mut(number as usize) {
                    roles[role] = roles[role].saturating_add(rows);
                }
            }
            TableDimension::Flow => {
                let flow = catalog.flows.get(number as usize).copied().flatten();
                if flow.is_some_and(|flow| flow.is_part) {
                    catalog.tally.set_aside_rows(SetAside::FlowParts, rows.into());
                }
            }
            TableDimension::Product | TableDimension::Period => {}
        }
    }

    /// Finds the groups that count as places, and counts the rows with the others.
    fn settle_groups(&mut self) {
        let catalog = &mut self.catalog;
        partner_groups::settle(catalog);
        let of_groups =
            catalog.places.iter().zip(&catalog.roles).filter(|(place, _)| place.kind == PlaceKind::Group);
        let rows: u64 = of_groups.map(|(_, roles)| u64::from(roles[1])).sum();
        if rows > 0 {
            catalog.tally.set_aside_rows(SetAside::PartnerGroups, rows);
        }
    }

    /// One thing that all rows are about, where the table does not say which.
    fn add_unsaid(&mut self, dimension: TableDimension) {
        let catalog = &mut self.catalog;
        let exports = FlowMeaning { flow: Flow::Exports, is_part: false };
        let at = match dimension {
            TableDimension::Reporter | TableDimension::Partner => catalog.add_place(meaning::place("", "")),
            TableDimension::Flow => {
                let exports = Some(exports).filter(|_| catalog.facts.is_reconciled);
                number_in(&mut catalog.flows, exports, usize::MAX)
            }
            TableDimension::Period => number_in(&mut catalog.periods, None, usize::MAX),
            TableDimension::Product => catalog.add_product(meaning::product("", "")),
        };
        self.unsaid[dimension as usize] = at.unwrap_or_default();
    }
}

/// The query for the codes of a column.
fn codes_of(table: &RemoteTable, dimension: TableDimension) -> Query<'static> {
    let name = table.names[dimension as usize].as_ref().map(|_| GroupKey::Name(dimension));
    let keys = [Some(GroupKey::Code(dimension)), name].into_iter().flatten().collect();
    Query { keys, only: Vec::new(), measure: AskedMeasure::Value }
}

/// Fails unless the sum of all rows is the same by each column. Floating-point sums depend on the order of their rows.
fn agree(said: &[TableDimension], answers: &[Vec<RowGroup>]) -> Result<(), AskError> {
    let mut first = None;
    for (dimension, groups) in said.iter().zip(answers) {
        let mut sum = Sum::default();
        for group in groups {
            sum.merge(&group.sum);
        }
        let number = sum.number();
        let (other, known) = *first.get_or_insert((*dimension, number));
        if plain(number) != plain(known) {
            return Err(Failure::Sums(other.word(), dimension.word()).into());
        }
    }
    Ok(())
}

/// A number without the zeros behind its last decimal.
fn plain(number: Option<PrintedNumber>) -> Option<PrintedNumber> {
    number.map(|PrintedNumber { mut digits, mut exponent }| {
        while exponent < 0 && digits % 10 == 0 {
            (digits, exponent) = (digits / 10, exponent + 1);
        }
        PrintedNumber { digits, exponent }
    })
}

fn rows(groups: &[RowGroup]) -> u64 {
    groups.iter().map(|group| u64::from(group.sum.rows)).sum()
}
