//! Compares a figure with the same figure in another dataset: which rows match, and if their numbers agree.

use std::borrow::Cow;

use super::context::stands_for;
use super::{Derived, DerivedUnit, Interval};
use crate::dataset::{Dataset, GrowthOf, Measure, Observation, Period, Subject, Unit};

/// How two numbers for one figure relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same number.
    Same,
    /// One true number can be behind both.
    Possible,
    /// No true number can be behind both.
    Apart,
    /// One of them is approximate, to an unknown degree.
    Unknown,
}

/// A figure apart from its dataset: everything that makes it the same as another, and all that it may be.
#[derive(Debug, Clone)]
pub struct Comparable<'a> {
    subject: Cow<'a, Subject>,
    measure: Measure,
    unit: Option<Unit>,
    base: Option<Period>,
    growth_of: Option<GrowthOf>,
    whole: Option<&'a Subject>,
    /// Without a power of ten; `None` without a number, and for an approximate one.
    interval: Option<Interval>,
    /// The midpoint of `interval`.
    value: Option<Interval>,
}

impl<'a> Comparable<'a> {
    /// A row of a dataset.
    #[must_use]
    pub fn from_row(dataset: &'a Dataset, row: &'a Observation) -> Self {
        let power = i32::from(row.multiplier);
        Self {
            subject: Cow::Borrowed(&row.subject),
            measure: row.measure,
            unit: row.unit,
            base: row.base,
            growth_of: row.growth_of,
            whole: row.whole().and_then(|at| dataset.observations.get(at)).map(|whole| &whole.subject),
            interval: stands_for(dataset, row).and_then(|interval| interval.shifted(power)),
            value: row.value.and_then(|value| Interval::exactly(value.value()).shifted(power)),
        }
    }

    /// A derived amount; `None` for ratios, points and rates.
    #[must_use]
    pub fn from_derived(derived: Cow<'a, Derived>) -> Option<Self> {
        let DerivedUnit::Unit(unit @ (Unit::Money(_) | Unit::Amount(_))) = derived.unit else { return None };
        let power = i32::from(derived.multiplier);
        Some(Self {
            measure: Measure::Value,
            unit: Some(unit),
            base: None,
            growth_of: None,
            whole: None,
            interval: derived.interval.shifted(power),
            value: Interval::exactly(derived.point).shifted(power),
            subject: match derived {
                Cow::Borrowed(derived) => Cow::Borrowed(&derived.subject),
                Cow::Owned(derived) => Cow::Owned(derived.subject),
            },
        })
    }

    /// True if both are the same figure: the same measure of the same trade in the same unit, over the same base or of
    /// the same whole. A count does not say what it counts, so counts match only if they are equal.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let is_one = |a: Option<GrowthOf>, b: Option<GrowthOf>| a.is_none() || b.is_none() || a == b;
        self.subject == other.subject
            && self.measure == other.measure
            && (self.unit == other.unit || self.unit.is_none() || other.unit.is_none())
            && self.base == other.base
            && is_one(self.growth_of, other.growth_of)
            && self.whole == other.whole
            && (self.measure != Measure::Count || self.value == other.value)
    }

    /// How the numbers of two matching figures relate; `None` if one has no number.
    #[must_use]
    pub fn agreement(&self, other: &Self) -> Option<Agreement> {
        let (own, others) = (self.value?, other.value?);
        Some(match (self.interval.zip(other.interval), own == others) {
            (_, true) => Agreement::Same,
            (None, false) => Agreement::Unknown,
            (Some((own, others)), false) if own.common(others).is_some() => Agreement::Possible,
            (Some(_), false) => Agreement::Apart,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::parse;

    #[test]
    fn growth_that_does_not_say_in_which_unit_may_be_the_growth_in_any() {
        let rows = ["CNY", "USD", ""].map(|of| {
            format!(
                r#"{{"id":"of{of}","reporter":"FRA","partner":"JPN","flow":"imports","measure":"growth",
                    "time_period":"2019","obs_value":12,"unit_measure":"PCT","growth_of":"{of}"}}"#
            )
        });
        let text = format!(r#"{{"resources":[{{"name":"observations","data":[{}]}}]}}"#, rows.join(","));
        let growth = parse("growth", &text, &|_| Err(String::new())).expect("a whole dataset").dataset;
        let [yuan, dollars, open] = &growth.observations[..] else { panic!("three rows") };
        for (one, other, same) in [
            (yuan, yuan, true),
            (yuan, open, true),
            (open, yuan, true),
            (open, open, true),
            (yuan, dollars, false),
        ] {
            let [own, others] = [one, other].map(|row| Comparable::from_row(&growth, row));
            assert_eq!(own.is_same(&others), same, "{} and {}", one.id, other.id);
        }
    }
}
