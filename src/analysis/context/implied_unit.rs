//! The units of growths and shares, also of those whose rows do not say them.

use super::{Context, Fact, Indicator, Name, is_comparable};
use crate::dataset::{GrowthOf, Unit};

impl Context<'_> {
    /// The unit in which a growth is calculated with; `None` for growth in volume, which no value has.
    ///
    /// Where a row does not say what its growth is of, growth is tried in the currency that most values of the reporter
    /// are in, and what does not fit is a doubt: growth in yuan is not growth in dollars.
    pub fn growth_unit(&self, change: &Fact) -> Option<Unit> {
        match growth_of(change) {
            Some(GrowthOf::Unit(unit)) => Some(unit),
            Some(GrowthOf::Volume) => None,
            None => self.main_unit(change.trade.reporter),
        }
    }

    /// The unit that a growth is surely in: as its row says, or the only one that the reporter has values in.
    pub fn sure_growth_unit(&self, change: &Fact) -> Option<Unit> {
        match growth_of(change) {
            Some(GrowthOf::Unit(unit)) => Some(unit),
            Some(GrowthOf::Volume) => None,
            None => {
                let units = self.units.get(&change.trade.reporter)?;
                let mut all = units.currencies.iter().chain(&units.amounts);
                all.next().copied().filter(|_| all.next().is_none())
            }
        }
    }

    /// The currency that most values of a reporter are in, else the unit of most of them.
    fn main_unit(&self, reporter: Name) -> Option<Unit> {
        let units = self.units.get(&reporter)?;
        units.currencies.first().or(units.amounts.first()).copied()
    }

    /// The currencies that a reporter's values are in, that of most values first.
    pub fn currencies(&self, reporter: Name) -> &[Unit] {
        self.units.get(&reporter).map_or(&[], |units| &units.currencies)
    }

    /// The units of weight, size and count that a reporter's values are in, that of most values first.
    pub fn amounts(&self, reporter: Name) -> &[Unit] {
        self.units.get(&reporter).map_or(&[], |units| &units.amounts)
    }

    /// The unit of the whole of a share: as its row says, else the currency of most of the reporter's values.
    ///
    /// `None` where nobody knows, and where the share is not comparable.
    pub fn share_unit(&self, share: &Fact) -> Option<Unit> {
        let Indicator::Share { whole, unit } = share.indicator else { return None };
        unit.or_else(|| self.main_unit(whole.reporter)).filter(|_| is_comparable(share))
    }
}

/// The quantity whose growth is given, where its row says so.
fn growth_of(change: &Fact) -> Option<GrowthOf> {
    match change.indicator {
        Indicator::Growth { of, .. } | Indicator::Index { of, .. } => of,
        Indicator::Value(_)
        | Indicator::Change { .. }
        | Indicator::Share { .. }
        | Indicator::ShareOfChange { .. }
        | Indicator::ShareChange { .. }
        | Indicator::Rank(_)
        | Indicator::Count
        | Indicator::UnitValue(_)
        | Indicator::Record { .. } => None,
    }
}
