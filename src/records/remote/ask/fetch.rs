//! Sends queries and reads their groups as trades.

use foldhash::HashSet;

use super::super::groups::{RowGroup, run_all};
use super::super::sql::{GroupKey, OnlyCodes, Query};
use super::super::table::TableDimension;
use super::Asking;
use super::side::ReportedSide;
use crate::dataset::Flow;
use crate::records::AskError;
use crate::records::piles::slot;
use crate::records::sum::Sum;

/// The groups to ask for. What is `None` is not asked about: all count.
#[derive(Default)]
pub(super) struct WantedGroups<'w> {
    pub by_partner: bool,
    pub by_product: bool,
    pub periods: Option<HashSet<u32>>,
    pub partners: Option<&'w dyn Fn(u32) -> bool>,
    pub products: Option<&'w HashSet<u32>>,
}

/// A group of rows: the number of each of its codes, 0 where they were not asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct FoundGroup {
    pub flow: usize,
    pub period: u32,
    pub partner: u32,
    pub product: u32,
    pub sum: Sum,
}

impl Asking<'_> {
    /// The groups of what is wanted, for each in turn; none where nothing is. All queries run at the same time.
    pub fn fetch<const N: usize>(
        &self,
        wanted: &[Option<WantedGroups>; N],
    ) -> Result<[Vec<FoundGroup>; N], AskError> {
        let mut queries = Vec::new();
        let mut owners = Vec::new();
        for (at, wanted) in wanted.iter().enumerate() {
            let Some(wanted) = wanted else { continue };
            for side in &self.sides {
                if let Some(query) = self.query(*side, wanted) {
                    queries.push(query);
                    owners.push((at, *side));
                }
            }
        }
        let client = (&self.remote.table, &*self.remote.client);
        let answers = run_all(client, &queries, self.watch)?;
        let mut found = [const { Vec::new() }; N];
        for (((at, side), query), groups) in owners.into_iter().zip(&queries).zip(answers) {
            found[at].extend(groups.iter().filter_map(|group| self.found(side, query, group)));
        }
        Ok(found)
    }

    /// `None` if no row can be wanted.
    fn query(&self, side: ReportedSide, wanted: &WantedGroups) -> Option<Query<'_>> {
        let (table, contents) = (&self.remote.table, &self.remote.contents);
        let keys = [
            (TableDimension::Flow, true),
            (TableDimension::Period, true),
            (side.with(), wanted.by_partner),
            (TableDimension::Product, wanted.by_product),
        ];
        let keys: Vec<GroupKey> = keys
            .into_iter()
            .filter(|(dimension, is_key)| *is_key && table.code(*dimension).is_some())
            .map(|(dimension, _)| GroupKey::Code(dimension))
            .collect();
        let mut only: Vec<(TableDimension, OnlyCodes)> = Vec::new();
        for dimension in TableDimension::ALL.into_iter().filter(|dimension| table.code(*dimension).is_some())
        {
            let is_wanted = |at: u32| match dimension {
                _ if dimension == side.whose() => self.reporter.is_none_or(|asked| asked == at),
                _ if dimension == side.with() => wanted.partners.is_none_or(|is_it| is_it(at)),
                TableDimension::Flow => side.flow(self.catalog(), at).is_some(),
                TableDimension::Period => wanted.periods.as_ref().is_none_or(|all| all.contains(&at)),
                TableDimension::Product => wanted.products.is_none_or(|all| all.contains(&at)),
                TableDimension::Reporter | TableDimension::Partner => true,
            };
            match contents.only(dimension, is_wanted) {
                None => {}
                // Codes that are not understood are left out of groups when they are read.
                Some(_)
                    if keys.contains(&GroupKey::Code(dimension))
                        && contents.written(dimension, |at| !is_wanted(at)).is_empty() => {}
                Some(OnlyCodes::OneOf(codes)) if codes.is_empty() => return None,
                Some(condition) => only.push((dimension, condition)),
            }
        }
        Some(Query { keys, only, measure: self.question.measure })
    }

    /// `None` for a group whose codes are not understood.
    fn found(&self, side: ReportedSide, query: &Query, group: &RowGroup) -> Option<FoundGroup> {
        let mut numbers = self.remote.contents.unsaid();
        for (key, code) in query.keys.iter().zip(&group.keys) {
            let GroupKey::Code(dimension) = key else { continue };
            numbers[*dimension as usize] = self.remote.contents.number(*dimension, code.as_deref()?)?;
        }
        let at = |dimension: TableDimension| numbers[dimension as usize];
        let flow = side.flow(self.catalog(), at(TableDimension::Flow))?;
        let (period, product) = (at(TableDimension::Period), at(TableDimension::Product));
        Some(FoundGroup { flow, period, partner: at(side.with()), product, sum: group.sum })
    }
}

/// True for a flow of a side that is seen from the other one.
pub(super) fn is_turned(sides: &[ReportedSide], flow: usize) -> bool {
    match sides {
        [side] => side.is_turned,
        // Both sides agree: the one's exports are the other's imports.
        _ => flow == slot(Flow::Imports),
    }
}
