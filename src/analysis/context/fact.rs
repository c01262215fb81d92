//! A published number, ready to calculate with.

use rust_decimal::Decimal;

use super::printed::number;
use super::{Names, ReleaseId, Trade};
use crate::analysis::formula::{Estimate, Operand};
use crate::analysis::{Figure, Interval};
use crate::dataset::{Dataset, GrowthOf, Measure, Observation, Period, RankedAmong, Rounding, Status, Unit};

/// The maximum number of wholes that are looked through, each with a share in the next, which may go in a circle.
const MOST_WIDER: usize = 8;

/// The indicator that a number measures. Two figures with the same trade and indicator should be equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Indicator {
    /// How much, in this unit.
    Value(Unit),
    /// The factor since the base period, printed as a growth or as a multiple.
    Growth {
        /// The base period.
        base: Option<Period>,
        /// The quantity that grew; `None` if the row does not say.
        of: Option<GrowthOf>,
    },
    /// The difference from the base period, in this unit.
    Change {
        /// The base period.
        base: Option<Period>,
        unit: Unit,
    },
    /// The share in this whole.
    Share {
        whole: Trade,
        /// The unit of the whole, since a share of weight is not one of money; `None` if its row does not say.
        unit: Option<Unit>,
    },
    /// The share in the change of this whole.
    ShareOfChange {
        whole: Trade,
        /// The base period of the change.
        base: Option<Period>,
        /// The unit of the change.
        unit: Unit,
    },
    /// How far a share moved since the base period, as a fraction of one.
    ShareChange {
        /// The base period.
        base: Option<Period>,
        /// The whole of the share now, and its unit; `None` if the row does not say.
        of: Option<(Trade, Option<Unit>)>,
    },
    /// The level of the period as a multiple of the base period's.
    Index {
        /// The base, whose index is 100.
        base: Option<Period>,
        /// The quantity that is measured; `None` if the row does not say.
        of: Option<GrowthOf>,
    },
    /// A place in a ranking.
    Rank(Option<RankedAmong>),
    /// How many things there are.
    Count,
    /// Money for each kilogram.
    UnitValue(Unit),
    /// The largest value since a period.
    Record {
        /// The period; `None` means ever.
        since: Option<Period>,
        unit: Unit,
    },
}

impl Indicator {
    /// The base period of a growth; `None` for anything else.
    pub fn growth_base(self) -> Option<Period> {
        if let Self::Growth { base, .. } = self { base } else { None }
    }

    /// The base period of a growth or an index; `None` for anything else.
    pub fn base(self) -> Option<Period> {
        if let Self::Growth { base, .. } | Self::Index { base, .. } = self { base } else { None }
    }

    /// For a share, that of the same whole in another period; anything else unchanged.
    pub fn share_at(self, period: Period) -> Self {
        if let Self::Share { whole, unit } = self {
            Self::Share { whole: whole.at(Some(period)), unit }
        } else {
            self
        }
    }

    /// The same in another release: a share identifies its whole together with a release.
    pub fn in_release(self, release: ReleaseId) -> Self {
        if let Self::Share { whole, unit } = self {
            Self::Share { whole: Trade { release, ..whole }, unit }
        } else if let Self::ShareOfChange { whole, base, unit } = self {
            Self::ShareOfChange { whole: Trade { release, ..whole }, base, unit }
        } else if let Self::ShareChange { base, of: Some((whole, unit)) } = self {
            Self::ShareChange { base, of: Some((Trade { release, ..whole }, unit)) }
        } else {
            self
        }
    }
}

/// A number in plain units: a value without its power of ten, a growth as a factor (+50 % is 1.5), a share as a
/// fraction of one.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    /// The place of its row in the dataset.
    pub row: u32,
    pub trade: Trade,
    pub indicator: Indicator,
    /// The number as printed.
    pub point: Decimal,
    /// Everything it stands for.
    pub interval: Interval,
    /// Decimals as printed, before the power of ten.
    pub decimals: u8,
    /// Power of ten as printed.
    pub multiplier: i8,
    pub status: Status,
    /// How its source shortens numbers; `None` if it does not say, or if the number is exact.
    pub rounding: Option<Rounding>,
    /// True if a growth was printed as a multiple: ×1.5, not +50 %.
    pub is_multiple: bool,
    /// True if such a growth may have been a fall, which is printed as a multiple, too: "fell by two times".
    pub may_be_fall: bool,
}

/// Parts of words for a fall, in small letters.
const FALL_WORDS: [&str; 16] = [
    "fell", "fall", "drop", "declin", "decreas", "shrank", "shrunk", "less", "fewer", "lower", "减", "降",
    "少", "сниз", "сократ", "уменьш",
];

fn says_a_fall(words: &str) -> bool {
    let words = words.to_lowercase();
    FALL_WORDS.iter().any(|word| words.contains(word))
}

impl Fact {
    /// Reads a row; `None` if it has no number, or one that is never calculated with.
    pub fn read<'a>(
        dataset: &'a Dataset,
        at: usize,
        release: ReleaseId,
        names: &mut Names<'a>,
    ) -> Option<Self> {
        let row = dataset.observations.get(at)?;
        let Estimate { point, interval } = number(dataset, row)?;
        let trade = Trade { release, ..names.trade(row) };
        let rounding = dataset.source_of(row).and_then(|source| source.rounding);
        let is_exact = matches!(row.measure, Measure::Rank | Measure::Count);
        Some(Self {
            row: u32::try_from(at).ok()?,
            trade,
            indicator: indicator(dataset, row, names)?.in_release(release),
            point,
            interval,
            decimals: u8::try_from(row.value?.decimals()).ok()?,
            multiplier: row.multiplier,
            status: row.status,
            rounding: rounding.or(is_exact.then_some(Rounding::Nearest)),
            is_multiple: row.measure == Measure::Multiple,
            may_be_fall: row.measure == Measure::Multiple
                && row.as_printed.as_deref().is_none_or(says_a_fall),
        })
    }

    /// The same number times a power of ten, in a unit that is smaller by as much.
    pub fn shifted(self, power: i8) -> Option<Self> {
        let Estimate { point, interval } = self.number();
        let (tens, multiplier) = (i32::from(power), self.multiplier.checked_add(power)?);
        // Powers of ten below one have no name; the number has more decimals instead.
        let below_one = multiplier.min(0).unsigned_abs();
        Some(Self {
            point: Interval::exactly(point).shifted(tens)?.low(),
            interval: interval.shifted(tens)?,
            decimals: self.decimals.checked_add(below_one)?,
            multiplier: multiplier.max(0),
            ..self
        })
    }

    /// The same fact in another release.
    pub fn in_release(self, release: ReleaseId) -> Self {
        let trade = Trade { release, ..self.trade };
        Self { trade, indicator: self.indicator.in_release(release), ..self }
    }

    /// True for a growth whose row does not say what grew.
    pub fn is_unstated_growth(&self) -> bool {
        matches!(self.indicator, Indicator::Growth { of: None, .. })
    }

    /// The same for an index.
    pub fn is_unstated_index(&self) -> bool {
        matches!(self.indicator, Indicator::Index { of: None, .. })
    }

    /// True if nothing may be derived from it.
    pub fn is_unvalidated(&self) -> bool {
        self.status == Status::Unvalidated
    }

    /// True if its status says that the number may still change.
    pub fn may_change(&self) -> bool {
        self.status.may_change()
    }

    /// The row behind a published number.
    pub fn published<'a>(&self, dataset: &'a Dataset) -> Option<&'a Observation> {
        dataset.observations.get(self.row as usize)
    }

    /// The unit of a value.
    pub fn unit(&self) -> Option<Unit> {
        match self.indicator {
            Indicator::Value(unit) => Some(unit),
            Indicator::Growth { .. }
            | Indicator::Change { .. }
            | Indicator::Share { .. }
            | Indicator::ShareOfChange { .. }
            | Indicator::ShareChange { .. }
            | Indicator::Index { .. }
            | Indicator::Rank(_)
            | Indicator::Count
            | Indicator::UnitValue(_)
            | Indicator::Record { .. } => None,
        }
    }

    /// The published figure that it is.
    pub fn figure(&self) -> Figure {
        Figure::Published(self.row as usize)
    }

    /// The number in plain units.
    pub fn number(&self) -> Estimate {
        Estimate { point: self.point, interval: self.interval }
    }

    /// The number as it goes into a formula.
    pub fn operand(&self) -> Operand {
        let decimals = u32::from(self.decimals);
        Operand { number: self.number(), decimals, multiplier: self.multiplier }
    }
}

/// The indicator of the number of a row.
fn indicator<'a>(dataset: &'a Dataset, row: &'a Observation, names: &mut Names<'a>) -> Option<Indicator> {
    let (base, of) = (row.base, row.growth_of);
    Some(match row.measure {
        Measure::Value => Indicator::Value(row.unit?),
        Measure::Growth | Measure::Multiple => Indicator::Growth { base, of },
        Measure::Change => Indicator::Change { base, unit: row.unit? },
        Measure::Share => {
            let whole = dataset.observations.get(row.whole()?)?;
            // A share of an increase is none of the trade that increased.
            if whole.measure == Measure::Change {
                let (base, unit) = (whole.base, whole.unit?);
                return Some(Indicator::ShareOfChange { whole: names.trade(whole), base, unit });
            }
            if matches!(whole.measure, Measure::Growth | Measure::Multiple) {
                return None;
            }
            Indicator::Share { whole: names.trade(whole), unit: unit_of_whole(dataset, whole) }
        }
        Measure::ShareChange => {
            let whole = row.whole().and_then(|at| dataset.observations.get(at));
            let of =
                whole.map(|whole| (names.trade(whole).at(row.subject.period), unit_of_whole(dataset, whole)));
            Indicator::ShareChange { base, of }
        }
        Measure::Index => Indicator::Index { base, of },
        Measure::Rank => Indicator::Rank(row.ranked_among),
        Measure::Count => Indicator::Count,
        Measure::Record => Indicator::Record { since: row.since, unit: row.unit? },
        Measure::UnitValue => Indicator::UnitValue(row.unit?),
        Measure::Mention => return None,
    })
}

/// The unit of a whole. One that is itself known by its share has that of its own whole.
fn unit_of_whole(dataset: &Dataset, whole: &Observation) -> Option<Unit> {
    let wider =
        |row: &&Observation| dataset.observations.get(row.whole()?).filter(|_| row.measure == Measure::Share);
    let wholes = std::iter::successors(Some(whole), wider);
    wholes.take(MOST_WIDER).find(|whole| whole.measure != Measure::Share)?.unit
}
