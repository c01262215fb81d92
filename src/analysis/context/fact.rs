//! A published number, ready to calculate with.

use rust_decimal::Decimal;

use super::{Names, Trade};
use crate::analysis::{Figure, Interval};
use crate::dataset::{Dataset, Measure, Observation, Period, Status, Unit};

/// What a number says of a trade; two figures of one trade that say the same should be equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Indicator {
    /// How much, in this unit.
    Value(Unit),
    /// How many times the base period, whether printed as a growth or as a multiple.
    Change(Option<Period>),
    /// Which part of this whole.
    Share(Trade),
}

impl Indicator {
    /// What growth compares with.
    pub fn base(self) -> Option<Period> {
        match self {
            Self::Change(base) => base,
            Self::Value(_) | Self::Share(_) => None,
        }
    }
}

/// A number in plain units: a value without its power of ten, a growth as a factor (+50 % is 1.5), a share as a
/// part of one.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    pub figure: Figure,
    pub trade: Trade,
    pub indicator: Indicator,
    /// The number as printed.
    pub point: Decimal,
    /// Everything that it stands for.
    pub interval: Interval,
    /// Decimals as printed, before the power of ten.
    pub decimals: u32,
    /// Power of ten as printed.
    pub multiplier: i8,
    /// Whether it may not be built on.
    pub unvalidated: bool,
}

impl Fact {
    /// Reads a row; `None` where it has no number, or one that nothing is calculated with.
    pub fn read<'a>(dataset: &'a Dataset, at: usize, names: &mut Names<'a>) -> Option<Self> {
        let row = dataset.observations.get(at)?;
        if row.status.is_missing() {
            return None;
        }
        let (value, printed) = (row.value?, Interval::printed(row.value?)?);
        let plain = |power: i32| {
            let point = Interval::exactly(value.value()).shifted(power)?.low();
            Some((point, printed.shifted(power)?))
        };
        let (indicator, (point, interval)) = match row.measure {
            Measure::Value => (Indicator::Value(row.unit?), plain(i32::from(row.multiplier))?),
            Measure::Growth => {
                let (point, interval) = plain(-2)?;
                (
                    Indicator::Change(row.base),
                    (point.checked_add(Decimal::ONE)?, interval.plus(Interval::ONE)?),
                )
            }
            Measure::Multiple => (Indicator::Change(row.base), plain(0)?),
            Measure::Share => {
                let whole = &dataset.observations.get(row.share_of?)?.subject;
                (Indicator::Share(names.trade(whole)), plain(-2)?)
            }
            Measure::Rank
            | Measure::Count
            | Measure::Mention
            | Measure::Change
            | Measure::ShareChange
            | Measure::Index
            | Measure::Record => return None,
        };
        let (decimals, multiplier) = (value.decimals(), row.multiplier);
        let unvalidated = row.status == Status::Unvalidated;
        let trade = names.trade(&row.subject);
        let figure = Figure::Published(at);
        Some(Self { figure, trade, indicator, point, interval, decimals, multiplier, unvalidated })
    }

    /// The row behind a published number.
    pub fn row<'a>(&self, dataset: &'a Dataset) -> Option<&'a Observation> {
        match self.figure {
            Figure::Published(at) => dataset.observations.get(at),
            Figure::Derived(_) => None,
        }
    }

    /// The unit of a value.
    pub fn unit(&self) -> Option<Unit> {
        match self.indicator {
            Indicator::Value(unit) => Some(unit),
            Indicator::Change(_) | Indicator::Share(_) => None,
        }
    }

    /// How many decimals it was printed with, seen with another power of ten.
    pub fn decimals_in(&self, multiplier: i8) -> u32 {
        let decimals = i64::from(self.decimals) + i64::from(multiplier) - i64::from(self.multiplier);
        u32::try_from(decimals.clamp(0, 28)).unwrap_or(0)
    }
}
