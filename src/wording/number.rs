//! Formats numbers for readers: grouped, with their unit, and signed if they are changes.

mod bounds;
mod digits;
mod power;

use rust_decimal::Decimal;

use super::Words;
use crate::analysis::{Derived, DerivedUnit, Figure};
use crate::dataset::{Bound, Flow, Measure, Unit};

pub(super) use bounds::{
    GrowthBound, Notation, between, decimals_of_bounds, distinct, grouped_range, growth_bound, growths,
    percent, plain, printed, printed_range, range,
};
pub(super) use digits::count;
pub use digits::{fixed, grouped, signed};
pub(super) use power::Power;

/// The direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Up,
    Down,
}

impl Direction {
    /// `None` for no change.
    #[must_use]
    pub fn from_change(change: Decimal) -> Option<Self> {
        match change {
            _ if change.is_zero() => None,
            _ if change.is_sign_negative() => Some(Self::Down),
            _ => Some(Self::Up),
        }
    }

    /// A mark that works without colour.
    #[must_use]
    pub fn arrow(self) -> &'static str {
        match self {
            Self::Up => "▴",
            Self::Down => "▾",
        }
    }
}

/// A number in parts, so that columns align at the decimal point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// For changes; `None` where nothing changed.
    pub direction: Option<Direction>,
    /// The digits before the decimal point, with a sign.
    pub whole: String,
    /// The decimal point and the digits after it; may be empty.
    pub fraction: String,
    /// Power of ten and unit: `bn CNY`, `%`.
    pub unit: String,
}

impl Number {
    /// With the sign of its bound before it: `≥ 246.57`.
    fn with_bound(self, bound: Option<Bound>) -> Self {
        let Some(sign) = bound.map(bound_sign) else { return self };
        Self { whole: format!("{sign}{}", self.whole), ..self }
    }

    /// On one line: `▴ +93.4 %`.
    #[must_use]
    pub fn line(&self) -> String {
        let arrow = self.direction.map_or(String::new(), |way| format!("{} ", way.arrow()));
        let gap = if self.unit.is_empty() { "" } else { " " };
        format!("{arrow}{}{}{gap}{}", self.whole, self.fraction, self.unit)
    }
}

/// The sign before a number that is "more than", "nearly" or "about" what it says.
pub fn bound_sign(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
        Bound::About => "~",
    }
}

impl Words<'_> {
    /// The number of a figure; `None` if none was published.
    #[must_use]
    pub fn number(self, figure: Figure) -> Option<Number> {
        match self.shown(figure) {
            Figure::Published(at) => {
                let observation = self.dataset.observations.get(at)?;
                let printed = observation.value?;
                let power = Power::from_printed(printed, observation.multiplier);
                let value = power.value(printed.value(), printed.decimals());
                let shown = match (observation.measure, observation.unit?) {
                    (Measure::Growth | Measure::Change | Measure::ShareChange, unit) => {
                        let unit = unit.scaled(power.multiplier);
                        number(&signed(value), Direction::from_change(value), unit)
                    }
                    (_, Unit::Factor) => number(&format!("×{}", grouped(value)), None, String::new()),
                    (_, unit) => number(&grouped(value), None, unit.scaled(power.multiplier)),
                };
                Some(shown.with_bound(observation.bound))
            }
            Figure::Derived(at) => {
                let derived = self.derived(at)?;
                let text = derived_number(&derived, derived.point, derived.decimals);
                Some(number(&text, None, derived_unit(&derived)))
            }
        }
    }

    /// The words for a missing number.
    #[must_use]
    pub fn words_for_missing(self, figure: Figure) -> &'static str {
        match self.observation(figure).map(|observation| observation.measure) {
            Some(Measure::Mention) => "no value published",
            Some(Measure::UnitValue) => "not known",
            Some(_) if self.has_no_common_unit(figure) => "not known",
            _ => "not published",
        }
    }

    /// The same for narrow columns.
    #[must_use]
    pub fn short_words_for_missing(self, figure: Figure) -> &'static str {
        match self.observation(figure).map(|observation| observation.measure) {
            Some(Measure::Mention) => "no value",
            Some(Measure::UnitValue) => "not known",
            Some(_) if self.has_no_common_unit(figure) => "not known",
            _ => "not published",
        }
    }

    /// The number of a figure on one line, or the words for a missing one.
    #[must_use]
    pub fn value_line(self, figure: Figure) -> String {
        self.number(figure).map_or_else(|| self.words_for_missing(figure).to_owned(), |number| number.line())
    }

    /// A figure on one line: `Exports: 246.57 bn CNY`.
    #[must_use]
    pub fn line(self, figure: Figure) -> String {
        format!("{}: {}", self.label(figure), self.value_line(figure))
    }
}

/// A value of a derived figure, signed if it is a balance or a difference.
#[must_use]
pub fn derived_number(derived: &Derived, value: Decimal, decimals: u32) -> String {
    let value = derived_power(derived).value(value, decimals);
    match derived.unit {
        DerivedUnit::Points => signed(value),
        DerivedUnit::Unit(Unit::Factor) => format!("×{}", grouped(value)),
        DerivedUnit::Unit(Unit::Money(_) | Unit::Amount(_)) if derived.subject.flow == Flow::Balance => {
            signed(value)
        }
        DerivedUnit::Unit(_) | DerivedUnit::Rate(..) => grouped(value),
    }
}

/// The power of ten in which a derived number is shown.
pub fn derived_power(derived: &Derived) -> Power {
    Power::new(derived.point, derived.decimals, derived.multiplier)
}

/// The unit of a derived number.
#[must_use]
pub fn derived_unit(derived: &Derived) -> String {
    match derived.unit {
        DerivedUnit::Unit(Unit::Factor) => String::new(),
        DerivedUnit::Unit(unit) => unit.scaled(derived_power(derived).multiplier),
        DerivedUnit::Points => "points".to_owned(),
        DerivedUnit::Rate(one, other) => format!("{} per {}", one.code(), other.code()),
    }
}

fn number(text: &str, direction: Option<Direction>, unit: String) -> Number {
    let at = text.find('.').unwrap_or(text.len());
    let (whole, fraction) = text.split_at(at);
    Number { direction, whole: whole.to_owned(), fraction: fraction.to_owned(), unit }
}
