//! The meaning of the codes of tidy tables, and the facts that hold for all of their rows.

use super::super::amounts::numbered_flow;
use super::super::meaning::{self, FlowMeaning, PlaceMeaning, ProductMeaning};
use super::super::roles::ColumnRole;
use super::super::{AmountKind, FileFacts, Meanings, SameTrade, Says, UnreadColumn};
use super::Tidy;
use crate::dataset::Unit;

impl Tidy {
    /// The unit of the amounts of one kind: that of the first column that has it.
    fn unit(&self, kind: AmountKind) -> Option<(Unit, i8)> {
        let mut amounts = self.groups.iter().flat_map(|group| &group.amounts);
        let main = self.measures.main();
        let first = amounts.find(|amount| amount.kind == kind)?.measured;
        match (first.unit, main) {
            (None, Some(main)) => Some((main.unit.unwrap_or(Unit::Count), first.power + main.power)),
            (unit, _) => Some((unit.unwrap_or(Unit::Count), first.power)),
        }
    }
}

impl Meanings for Tidy {
    fn facts(&self) -> FileFacts {
        let has = |role| self.header.has(role);
        let is_flow_said = self.is_between
            || self.measures.name_flow()
            || self.groups.iter().all(|group| group.flow.is_some());
        FileFacts {
            publisher: "",
            says: Says {
                reporter: has(ColumnRole::Reporter),
                flow: has(ColumnRole::Flow) || is_flow_said,
                partner: has(ColumnRole::Partner),
                product: has(ColumnRole::Product),
                period: true,
            },
            units: AmountKind::ALL.map(|kind| self.unit(kind)),
            has_customs_valuation: false,
            is_reconciled: false,
            is_harmonized: self.is_harmonized,
            same_trade: if self.reads_all { SameTrade::AgainIfEqual } else { SameTrade::More },
        }
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        meaning::comtrade_place(code, name)
    }

    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        numbered_flow(code, name)
    }

    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        if self.is_harmonized { meaning::harmonized(code, name) } else { meaning::product(code, name) }
    }

    fn unread(&self) -> &[UnreadColumn] {
        &self.header.unread
    }
}
