//! Money in another currency: as the source gives it, or at the rate that its own figures imply.

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::Words;
use crate::analysis::{DerivedUnit, Figure};
use crate::dataset::{Measure, Observation, Unit};

impl Words<'_> {
    /// The figure to show in the place of `figure` in the currency that is looked at: one that the source gives for
    /// the same trade, else one converted at the source's own rate, else `figure` itself.
    #[must_use]
    pub fn shown(self, figure: Figure) -> Figure {
        let Some(currency) = self.currency else { return figure };
        if self.money(figure).is_none_or(|own| own == currency) {
            return figure;
        }
        let is_wanted = |other: &Figure| *other != figure && self.money(*other) == Some(currency);
        let following = |rule: &'static str| {
            self.analysis.following(figure).filter_map(move |next| match next {
                Figure::Published(_) => None,
                Figure::Derived(at) => {
                    self.analysis.derived.get(at).filter(|d| d.rule.name() == rule).map(|d| (next, d))
                }
            })
        };
        // A rate stands between the two figures of one trade that the source gives in two currencies.
        let published = following("rate").flat_map(|(_, rate)| rate.inputs.iter().copied()).find(is_wanted);
        let converted = || following("in-currency").map(|(next, _)| next).find(is_wanted);
        published.or_else(converted).unwrap_or(figure)
    }

    /// Whether a figure is shown converted: not as the source gives it.
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
            Figure::Derived(at) => match self.analysis.derived.get(at)?.unit {
                DerivedUnit::Unit(unit) => unit,
                DerivedUnit::Index | DerivedUnit::Points | DerivedUnit::Rate(..) => return None,
            },
        };
        match unit {
            Unit::Money(currency) => Some(currency),
            Unit::Percent | Unit::Factor | Unit::Count | Unit::Rank | Unit::Amount(_) => None,
        }
    }

    /// The currencies that values were published in, in the order of the dataset.
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

    /// The number of a published figure without its power of ten, so that those of one unit compare.
    #[must_use]
    pub fn amount(self, figure: Figure) -> Option<Decimal> {
        let observation = self.observation(figure)?;
        let value = observation.value?.value();
        let power = power(observation.multiplier)?;
        if observation.multiplier < 0 { value.checked_div(power) } else { value.checked_mul(power) }
    }

    /// An amount in the power of ten of an observation.
    #[must_use]
    pub fn in_units_of(self, observation: &Observation, amount: Decimal) -> Option<Decimal> {
        let power = power(observation.multiplier)?;
        let value =
            if observation.multiplier < 0 { amount.checked_mul(power) } else { amount.checked_div(power) };
        value.map(|value| value.normalize())
    }
}

/// Ten to the power of the size of `multiplier`.
fn power(multiplier: i8) -> Option<Decimal> {
    10_i64.checked_pow(u32::from(multiplier.unsigned_abs())).map(Decimal::from)
}
