//! Tidy tables whose rows say nothing but codes and amounts.

use super::super::AmountKind;
use super::super::code_columns::{CodeColumn, PlainColumns};
use super::Tidy;

impl Tidy {
    /// All columns of such a table; `None` of one whose rows say more, or that has several rows for a record.
    pub(super) fn plain(&self) -> Option<PlainColumns> {
        let [group] = self.groups.as_slice() else { return None };
        let places = &self.places;
        let more = [
            places.month,
            places.quarter,
            places.measure,
            places.valuation,
            places.unit,
            places.multiplier,
            places.status,
            places.confidentiality,
        ];
        if group.flow.is_some()
            || group.period.is_some()
            || self.is_between
            || self.measures.main().is_some()
            || !self.variants.is_empty()
            || more.iter().any(Option::is_some)
        {
            return None;
        }
        let mut amounts = [None; AmountKind::ALL.len()];
        for amount in &group.amounts {
            if amount.above != 0 {
                return None;
            }
            let place = &mut amounts[amount.kind as usize];
            if place.replace(amount.at).is_some() {
                return None;
            }
        }
        let period = CodeColumn { code: places.period, name: None };
        let codes = [places.reporter, places.flow, places.partner, places.product, period];
        amounts[AmountKind::Quantity as usize].is_none().then_some(PlainColumns { codes, amounts })
    }
}
