//! The range that rounding leaves open for a published figure.

use super::super::Words;
use super::super::number::{Power, decimals_of_bounds, grouped_range};
use crate::analysis::{Figure, Interval};
use crate::dataset::{Measure, Observation, Quantity};

/// Everything that a published figure may be, and why: `+23.15 to +23.25 % (rounding)`.
pub fn could_be(
    words: Words,
    (figure, observation): (Figure, &Observation),
    (interval, value): (Interval, Quantity),
) -> String {
    let number = words.number(figure).map(|number| number.unit).unwrap_or_default();
    let power = Power::from_printed(value, observation.multiplier);
    let (interval, least) = (power.interval(interval), power.decimals(value.decimals()));
    let decimals = decimals_of_bounds(observation, interval, least);
    let is_change = observation.measure == Measure::Growth;
    let range = grouped_range(interval, decimals, is_change, &number);
    let why = if observation.bound.is_some() { "" } else { " (rounding)" };
    format!("{range}{why}")
}

/// A figure that a proof uses, and everything that it may be.
pub fn involved(words: Words, figure: Figure) -> String {
    let line = words.line(figure);
    let stated = words.observation(figure).and_then(|row| Some((row, words.interval(figure)?, row.value?)));
    match stated {
        Some((row, interval, value)) => {
            format!("{line}, could be {}", could_be(words, (figure, row), (interval, value)))
        }
        None => line,
    }
}
