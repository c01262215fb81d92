//! Units that are a thousandth of another in the same dataset.

use foldhash::HashSet;

use super::{Fact, Indicator};
use crate::dataset::{Dataset, GrowthOf, Unit};

/// Units that are read as a thousandth of another, since a dataset uses both: kilograms next to tonnes.
#[derive(Debug, Default)]
pub struct Thousandths(Vec<Unit>);

impl Thousandths {
    pub fn new(dataset: &Dataset) -> Self {
        let mut used: HashSet<Unit> = HashSet::default();
        for row in &dataset.observations {
            used.extend(row.unit);
            if let Some(GrowthOf::Unit(unit)) = row.growth_of {
                used.insert(unit);
            }
        }
        let has_larger = |unit: &Unit| unit.thousandfold().is_some_and(|larger| used.contains(&larger));
        Self(used.iter().copied().filter(has_larger).collect())
    }

    /// The same number in the unit in which such numbers are compared.
    pub fn in_common_unit(&self, fact: Fact) -> Option<Fact> {
        if self.0.is_empty() {
            return Some(fact);
        }
        let of = |of| match of {
            Some(GrowthOf::Unit(unit)) => Some(GrowthOf::Unit(self.common(unit))),
            Some(GrowthOf::Volume) | None => of,
        };
        let (indicator, unit) = match fact.indicator {
            Indicator::Value(unit) => (Indicator::Value(self.common(unit)), Some(unit)),
            Indicator::Change { base, unit } => {
                (Indicator::Change { base, unit: self.common(unit) }, Some(unit))
            }
            Indicator::Record { since, unit } => {
                (Indicator::Record { since, unit: self.common(unit) }, Some(unit))
            }
            Indicator::Growth { base, of: grown } => (Indicator::Growth { base, of: of(grown) }, None),
            Indicator::Index { base, of: grown } => (Indicator::Index { base, of: of(grown) }, None),
            Indicator::Share { whole, unit } => {
                (Indicator::Share { whole, unit: unit.map(|unit| self.common(unit)) }, None)
            }
            Indicator::ShareOfChange { whole, base, unit } => {
                (Indicator::ShareOfChange { whole, base, unit: self.common(unit) }, None)
            }
            Indicator::ShareChange { .. }
            | Indicator::Rank(_)
            | Indicator::Count
            | Indicator::UnitValue(_) => (fact.indicator, None),
        };
        let fact = Fact { indicator, ..fact };
        match unit.and_then(|unit| unit.power_in(self.common(unit))) {
            Some(power) if power != 0 => fact.shifted(power),
            Some(_) | None => Some(fact),
        }
    }

    fn common(&self, unit: Unit) -> Unit {
        if self.0.contains(&unit) { unit.thousandfold().unwrap_or(unit) } else { unit }
    }
}
