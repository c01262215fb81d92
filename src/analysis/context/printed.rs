//! Everything that a printed number stands for.

use rust_decimal::Decimal;

use crate::analysis::Interval;
use crate::analysis::formula::{Estimate, Operand};
use crate::dataset::{Bound, Dataset, Measure, Observation, Rounding};

/// The number of a row in plain units; `None` where it has none, or one that nothing is calculated with.
pub fn number(dataset: &Dataset, row: &Observation) -> Option<Estimate> {
    if row.status.is_missing() {
        return None;
    }
    let (power, shift) = scale(row.measure, row.multiplier);
    let point = Interval::exactly(row.value?.value()).shifted(power)?.low().checked_add(shift)?;
    let interval = stands_for(dataset, row)?.shifted(power)?.plus(Interval::exactly(shift))?;
    Some(Estimate { point, interval })
}

/// The number of a row as it goes into a formula.
pub fn operand(dataset: &Dataset, row: &Observation) -> Option<Operand> {
    let number = number(dataset, row)?;
    Some(Operand { number, decimals: row.value?.decimals(), multiplier: row.multiplier })
}

/// Everything that the number of a row stands for, in its unit and power of ten:
///
/// - half a unit of its last decimal either way, or what was cut off behind it; for a sum, that of all its rows;
/// - all above or below it, if it says so;
/// - itself, if it is a rank or a count.
///
/// `None` without a number, for a number that is about right and nobody knows how nearly, and where 28 digits do not hold
/// the bounds.
#[must_use]
pub fn stands_for(dataset: &Dataset, row: &Observation) -> Option<Interval> {
    let value = row.value?;
    if let Some(summed) = &row.summed {
        let (low, high) =
            (value.value().checked_sub(summed.slack)?, value.value().checked_add(summed.slack)?);
        return Interval::new(low, high);
    }
    let cut = dataset.source_of(row).is_some_and(|source| source.rounding == Some(Rounding::Cut));
    let interval = match row.measure {
        Measure::Rank | Measure::Count => Interval::exactly(value.value()),
        _ if cut => Interval::cut(value)?,
        Measure::Value
        | Measure::Growth
        | Measure::Share
        | Measure::Multiple
        | Measure::Mention
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record
        | Measure::UnitValue => Interval::printed(value)?,
    };
    match row.bound {
        Some(Bound::AtLeast) => Some(interval.and_above()),
        Some(Bound::AtMost) => Some(interval.and_below()),
        Some(Bound::About) => None,
        None => Some(interval),
    }
}

/// The power of ten that leads from a printed number to plain units, and what is added then.
fn scale(measure: Measure, multiplier: i8) -> (i32, Decimal) {
    match measure {
        Measure::Growth => (-2, Decimal::ONE),
        Measure::Share | Measure::ShareChange | Measure::Index => (-2, Decimal::ZERO),
        Measure::Value | Measure::Change | Measure::Count | Measure::Record | Measure::UnitValue => {
            (i32::from(multiplier), Decimal::ZERO)
        }
        Measure::Multiple | Measure::Rank | Measure::Mention => (0, Decimal::ZERO),
    }
}
