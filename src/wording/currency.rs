//! Money in another currency: as the source gives it, or converted at the rate that its own figures imply.

use rust_decimal::Decimal;

use super::Words;
use super::number::{Power, derived_power};
use crate::analysis::{DerivedUnit, Figure, Formula};
use crate::dataset::{Currency, Measure, Unit};

impl Words<'_> {
    /// The figure to show for `figure` in the chosen currency: one that the source gives for the same trade, else one
    /// converted at the source's own rate, else `figure` itself. If the source gives both, the later row is the
    /// source's own conversion and stays as it is.
    #[must_use]
    pub fn shown(self, figure: Figure) -> Figure {
        let Some(currency) = self.currency else { return figure };
        if self.money(figure).is_none_or(|own| own == currency) {
            return figure;
        }
        let is_wanted = |other: &Figure| *other != figure && self.money(*other) == Some(currency);
        let following = |formulas: &'static [Formula]| {
            self.analysis.following(figure).filter_map(move |next| match next {
                Figure::Published(_) => None,
                Figure::Derived(at) => {
                    let derivations = self.analysis.derivations();
                    derivations.get(at).filter(|d| formulas.contains(&d.formula)).map(|d| (next, d))
                }
            })
        };
        // Two figures of one trade that the source gives in two currencies share an implied rate.
        let published = following(&[Formula::Rate]).flat_map(|(_, rate)| rate.inputs()).find(is_wanted);
        let converted =
            || following(&[Formula::Divided, Formula::Multiplied]).map(|(next, _)| next).find(is_wanted);
        match (published, figure) {
            (Some(Figure::Published(other)), Figure::Published(own)) if other < own => figure,
            (Some(other), _) => other,
            (None, _) => converted().unwrap_or(figure),
        }
    }

    /// True if a figure is shown at an implied rate instead of as the source gives it.
    #[must_use]
    pub fn is_converted(self, figure: Figure) -> bool {
        let shown = self.shown(figure);
        shown != figure && matches!(shown, Figure::Derived(_))
    }

    /// The currency of a value.
    fn money(self, figure: Figure) -> Option<Currency> {
        let unit = match figure {
            Figure::Published(at) => {
                let observation = self.dataset.observations.get(at)?;
                observation.unit.filter(|_| observation.measure == Measure::Value)?
            }
            Figure::Derived(at) => match self.analysis.derived_unit(self.dataset, at)? {
                DerivedUnit::Unit(unit) => unit,
                DerivedUnit::Points | DerivedUnit::Rate(..) => return None,
            },
        };
        match unit {
            Unit::Money(currency) => Some(currency),
            Unit::Percent
            | Unit::Factor
            | Unit::Count
            | Unit::Rank
            | Unit::Points
            | Unit::Index
            | Unit::Amount(_)
            | Unit::PerKilogram(_) => None,
        }
    }

    /// The currencies of published values, in the order of the dataset.
    #[must_use]
    pub fn currencies(self) -> Vec<Currency> {
        let mut all = Vec::new();
        for at in 0..self.dataset.observations.len() {
            if let Some(currency) =
                self.money(Figure::Published(at)).filter(|currency| !all.contains(currency))
            {
                all.push(currency);
            }
        }
        all
    }

    /// The number that a figure is shown with; `None` without one, and for index points, percentage points and rates.
    #[must_use]
    pub fn amount(self, figure: Figure) -> Option<ShownAmount> {
        match self.shown(figure) {
            Figure::Published(at) => {
                let observation = self.dataset.observations.get(at)?;
                let (value, unit) = (observation.value?, observation.unit?);
                let power = Power::from_printed(value, observation.multiplier);
                let multiplier = power.multiplier;
                Some(ShownAmount { value: power.value(value.value(), value.decimals()), unit, multiplier })
            }
            Figure::Derived(at) => {
                let derived = self.derived(at)?;
                let DerivedUnit::Unit(unit) = derived.unit else { return None };
                let power = derived_power(&derived);
                let value = power.value(derived.point, derived.decimals);
                Some(ShownAmount { value, unit, multiplier: power.multiplier })
            }
        }
    }
}

/// A number with its unit. Its scale is the number of decimals shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownAmount {
    /// The number before its power of ten.
    pub value: Decimal,
    /// The unit.
    pub unit: Unit,
    /// Power of ten of the unit.
    pub multiplier: i8,
}

impl ShownAmount {
    /// The value without its power of ten, so that amounts of one unit are comparable; `None` on overflow.
    #[must_use]
    pub fn plain(self) -> Option<Decimal> {
        self.value_in(0)
    }

    /// The difference from `other` in this power of ten, and the ratio to it; `None` on overflow, no ratio to zero.
    #[must_use]
    pub fn difference_and_ratio(self, other: Self) -> Option<(Decimal, Option<Decimal>)> {
        let other = other.value_in(self.multiplier)?;
        Some((self.value.checked_sub(other)?, self.value.checked_div(other)))
    }

    fn value_in(self, multiplier: i8) -> Option<Decimal> {
        let power = i32::from(self.multiplier) - i32::from(multiplier);
        let ten = 10_i64.checked_pow(power.unsigned_abs()).map(Decimal::from)?;
        if power < 0 {
            return self.value.checked_div(ten);
        }
        // 3.14 billion is 3,140 million, not 3,140.00.
        let mut value = self.value.checked_mul(ten)?;
        value.rescale(self.value.scale().saturating_sub(power.unsigned_abs()));
        Some(value)
    }
}
