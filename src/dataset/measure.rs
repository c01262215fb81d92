//! The property of a trade that a figure gives, and the units that it takes.

use super::{Code, Unit};

/// The property of a trade that a figure gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// How much: money or a physical amount.
    Value,
    /// The change since the base period, in per cent of it.
    Growth,
    /// The part of another observation, in per cent of it.
    Share,
    /// How many times as much as in the base period.
    Multiple,
    /// A place in a ranking, 1 being the first.
    Rank,
    /// A number of things: partners, countries.
    Count,
    /// Named by the source, without a number.
    Mention,
    /// The change since the base period as an amount of money or quantity: "narrowed by 1.2 bn".
    Change,
    /// The change of a share since the base period, in percentage points.
    ShareChange,
    /// A level in per cent of the base period, which is 100.
    Index,
    /// The largest value of the trade since [`super::Observation::since`], or ever.
    Record,
    /// Money for each kilogram: the value divided by the net weight.
    UnitValue,
}

impl Code for Measure {
    const ALL: &'static [(&'static str, Self)] = &[
        ("value", Self::Value),
        ("growth", Self::Growth),
        ("share", Self::Share),
        ("multiple", Self::Multiple),
        ("rank", Self::Rank),
        ("count", Self::Count),
        ("mention", Self::Mention),
        ("change", Self::Change),
        ("share_change", Self::ShareChange),
        ("index", Self::Index),
        ("record", Self::Record),
        ("unit_value", Self::UnitValue),
    ];
}

impl Measure {
    /// True if figures of this measure can be given in `unit`.
    #[must_use]
    pub fn takes(self, unit: Unit) -> bool {
        match self {
            Self::Value => matches!(unit, Unit::Money(_) | Unit::Amount(_) | Unit::Count),
            Self::Growth | Self::Share => unit == Unit::Percent,
            Self::Multiple => unit == Unit::Factor,
            Self::Rank => unit == Unit::Rank,
            Self::Count => unit == Unit::Count,
            Self::Change => unit.is_amount(),
            Self::ShareChange => unit == Unit::Points,
            Self::Index => unit == Unit::Index,
            Self::Record => matches!(unit, Unit::Money(_) | Unit::Amount(_) | Unit::Count),
            Self::UnitValue => matches!(unit, Unit::PerKilogram(_)),
            Self::Mention => false,
        }
    }

    /// True if the measure compares a period with a base period.
    #[must_use]
    pub fn has_base(self) -> bool {
        matches!(self, Self::Growth | Self::Multiple | Self::Change | Self::ShareChange | Self::Index)
    }
}
