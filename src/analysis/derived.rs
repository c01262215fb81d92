//! Figures that nobody printed but that follow from those that were.

use std::collections::HashMap;

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::{Figure, Interval};
use crate::dataset::{Dataset, Flow, Measure, Status, Subject, Unit};

/// Why a figure follows from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Imports are total trade less exports.
    Imports,
}

impl Rule {
    /// Name of the rule, which begins the id of its figures.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Imports => "imports",
        }
    }

    /// The formula in words, its inputs in the order of [`Derived::inputs`].
    #[must_use]
    pub fn formula(self) -> &'static str {
        match self {
            Self::Imports => "total − exports",
        }
    }

    /// The formula with `{0}`, `{1}` … where the numbers of [`Derived::inputs`] go.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        match self {
            Self::Imports => "{0} − {1}",
        }
    }
}

/// What a derived number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DerivedUnit {
    /// As published figures count.
    Unit(Unit),
    /// An index whose base period is 100.
    Index,
    /// Percentage points.
    Points,
    /// How much of the first currency one of the second costs.
    Rate(Currency, Currency),
}

/// A figure that follows from others.
#[derive(Debug, Clone)]
pub struct Derived {
    /// The rule and the ids of the inputs: `imports(total-ca5,exports-ca5)`.
    pub id: String,
    /// Why it follows.
    pub rule: Rule,
    /// What it is built on, in the order of the formula.
    pub inputs: Vec<Figure>,
    /// Which trade it is about.
    pub subject: Subject,
    /// What the number counts.
    pub unit: DerivedUnit,
    /// Power of ten of the unit.
    pub multiplier: i8,
    /// The value that follows from the numbers as printed, rounded to `decimals`.
    pub point: Decimal,
    /// Decimals worth showing of the point.
    pub decimals: u32,
    /// Everything that it may be, given what the inputs stand for.
    pub interval: Interval,
    /// Decimals worth showing of the interval's bounds.
    pub interval_decimals: u32,
}

/// Every figure that follows from the dataset by rule.
pub fn derive(dataset: &Dataset) -> Vec<Derived> {
    let mut by_subject = HashMap::new();
    for (at, observation) in dataset.observations.iter().enumerate() {
        if observation.measure == Measure::Value && observation.status != Status::Unvalidated {
            by_subject.entry((&observation.subject, observation.unit, observation.multiplier)).or_insert(at);
        }
    }
    let mut derived = Vec::new();
    for (at, total) in dataset.observations.iter().enumerate() {
        let of = |flow| Subject { flow, ..total.subject.clone() };
        let find = |subject: &Subject| by_subject.get(&(subject, total.unit, total.multiplier)).copied();
        if total.measure != Measure::Value
            || total.subject.flow != Flow::Total
            || find(&of(Flow::Imports)).is_some()
        {
            continue;
        }
        let Some(exports_at) = find(&of(Flow::Exports)) else { continue };
        let exports = &dataset.observations[exports_at];
        let (Some(unit), Some(t), Some(e)) = (total.unit, total.value, exports.value) else { continue };
        let (Some(ti), Some(ei)) = (Interval::printed(t), Interval::printed(e)) else { continue };
        let Some(interval) = Interval::new(ti.low() - ei.high(), ti.high() - ei.low()) else { continue };
        derived.push(Derived {
            id: format!("imports({},{})", total.id, exports.id),
            rule: Rule::Imports,
            inputs: vec![Figure::Published(at), Figure::Published(exports_at)],
            subject: of(Flow::Imports),
            unit: DerivedUnit::Unit(unit),
            multiplier: total.multiplier,
            point: t.value() - e.value(),
            decimals: t.decimals().max(e.decimals()),
            interval,
            interval_decimals: t.decimals().max(e.decimals()),
        });
    }
    derived
}
