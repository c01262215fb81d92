//! The two sides that report the same trade.

use crate::records::catalog::{Catalog, mirrored};
use crate::records::piles::slot;
use crate::records::question::Question;
use crate::records::remote::table::TableDimension;

/// The rows that are seen from one side: as the place that is asked about reports them, or as its partners do.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReportedSide {
    pub is_turned: bool,
}

impl ReportedSide {
    pub fn all(catalog: &Catalog, question: &Question) -> Vec<Self> {
        let own = (!question.is_mirror).then_some(Self { is_turned: false });
        let other = (question.reporter.is_some() && (question.is_mirror || catalog.facts.is_reconciled))
            .then_some(Self { is_turned: true });
        own.into_iter().chain(other).collect()
    }

    /// The column of the place that is asked about.
    pub fn whose(self) -> TableDimension {
        if self.is_turned { TableDimension::Partner } else { TableDimension::Reporter }
    }

    /// The column of its partners.
    pub fn with(self) -> TableDimension {
        if self.is_turned { TableDimension::Reporter } else { TableDimension::Partner }
    }

    /// The place of a flow of the catalog; `None` for one that is only a part of a flow.
    pub fn flow(self, catalog: &Catalog, flow: u32) -> Option<usize> {
        let meaning = catalog.flows.get(flow as usize)?;
        let Some(meaning) = meaning else { return Some(0) };
        let flow = if self.is_turned { mirrored(meaning.flow) } else { meaning.flow };
        (!meaning.is_part).then(|| slot(flow))
    }
}
