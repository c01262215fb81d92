//! Formats numbers for proofs: ungrouped, so that they can be typed into a calculator; ranges from bound to bound.

use rust_decimal::{Decimal, RoundingStrategy};

use super::digits::{fixed, grouped, signed};
use super::power::Power;
use crate::analysis::{Figure, Interval, Term, stands_for};
use crate::dataset::{Measure, Observation, Quantity, Unit};
use crate::wording::Words;

/// How many more decimals than the neighbouring numbers a bound may have before it is rounded.
const MOST_MORE: u32 = 6;

/// A number rounded to this many decimals, with a true minus sign.
pub fn plain(value: Decimal, decimals: u32) -> String {
    let shown = fixed(value, decimals);
    let sign = if shown.is_sign_negative() && !shown.is_zero() { "−" } else { "" };
    format!("{sign}{}", shown.abs())
}

/// As [`plain`], with a plus above zero.
fn with_sign(value: Decimal, decimals: u32) -> String {
    let shown = plain(value, decimals);
    if value > Decimal::ZERO { format!("+{shown}") } else { shown }
}

/// The fewest decimals, from `least` on, with which two numbers do not look the same.
pub fn distinct(a: Decimal, b: Decimal, least: u32) -> u32 {
    (least..28).find(|decimals| a == b || fixed(a, *decimals) != fixed(b, *decimals)).unwrap_or(28)
}

/// A range, or the one bound that it has: `6.960 to 7.040`, `at least 6.960`.
pub fn between(interval: Interval, show: impl Fn(Decimal) -> String) -> String {
    match (interval.bounded_low(), interval.bounded_high()) {
        (Some(low), Some(high)) => format!("{} to {}", show(low), show(high)),
        (Some(low), None) => format!("at least {}", show(low)),
        (None, Some(high)) => format!("at most {}", show(high)),
        (None, None) => "anything".to_owned(),
    }
}

/// A range: `6.960 to 7.040`.
pub fn range(interval: Interval, least: u32) -> String {
    let decimals = enough(interval, least);
    between(interval, |bound| plain(bound, decimals))
}

/// A range as a reader reads it, with its unit: `1,229.5 to 1,230.5 mn USD`.
pub fn grouped_range(interval: Interval, decimals: u32, is_change: bool, unit: &str) -> String {
    let show =
        |value| if is_change { signed(fixed(value, decimals)) } else { grouped(fixed(value, decimals)) };
    format!("{} {unit}", between(interval, show)).trim_end().to_owned()
}

/// The number of decimals for bounds, at least `least`.
///
/// The bounds of a printed number, and of a sum of such, are finite decimals and are written in full: 3.14 stands for
/// 3.135 to 3.145, however coarse the numbers next to it. The bounds of quotients go on for ever. They are rounded to
/// the nearest, as a reader with a calculator would, but with more decimals if they would look equal or be far off
/// otherwise.
fn enough(interval: Interval, least: u32) -> u32 {
    let bounds = [interval.bounded_low(), interval.bounded_high()].into_iter().flatten();
    let exact = bounds.map(|bound| bound.normalize().scale()).max().unwrap_or(0).max(least);
    if exact <= least + MOST_MORE { exact } else { interval.decimals(least) }
}

/// A growth as a range, from a factor: `+48.8 to +51.3 %`.
pub fn growths(factor: Interval, least: u32) -> String {
    let nothing = Interval::exactly(Decimal::ZERO);
    let percent = factor.minus(Interval::ONE).and_then(|part| part.shifted(2)).unwrap_or(nothing);
    growth_range(percent, least)
}

/// A bound of growth, as a sentence gives it.
pub struct GrowthBound {
    pub is_fall: bool,
    /// The number in per cent, without a sign.
    pub number: String,
    pub decimals: u32,
}

/// A bound of growth, from a factor, with at least `least` decimals. Never rounds a real change to 0 %, nor a partial loss
/// to −100 %.
pub fn growth_bound(factor: Decimal, least: u32) -> GrowthBound {
    let percent = factor
        .checked_sub(Decimal::ONE)
        .and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED))
        .unwrap_or_default();
    let decimals = distinct(percent, Decimal::ZERO, distinct(percent, -Decimal::ONE_HUNDRED, least));
    GrowthBound { is_fall: percent < Decimal::ZERO, number: plain(percent.abs(), decimals), decimals }
}

fn growth_range(percent: Interval, least: u32) -> String {
    let decimals = enough(percent, least);
    format!("{} %", between(percent, |bound| with_sign(bound, decimals)))
}

/// A fraction of one as a range in per cent: `79.35 to 79.45 %`.
pub fn percent(parts: Interval, least: u32) -> String {
    format!("{} %", range(parts.shifted(2).unwrap_or(parts), least))
}

/// A published number as printed, with its unit: `246.57 bn CNY`, `+23.2 %`, `×8`, `79.4 %`.
pub fn printed(words: Words, figure: Figure) -> String {
    let Some(row) = words.observation(figure) else { return String::new() };
    let Some(value) = row.value else { return String::new() };
    let power = Power::from_printed(value, row.multiplier);
    let (number, decimals) = (power.value(value.value(), value.decimals()), power.decimals(value.decimals()));
    match row.measure {
        Measure::Growth => format!("{} %", with_sign(number, decimals)),
        Measure::Multiple => format!("×{}", plain(number, decimals)),
        Measure::Change | Measure::ShareChange => {
            format!("{}{}", with_sign(number, decimals), behind(row.unit, power.multiplier))
        }
        Measure::Value
        | Measure::Share
        | Measure::Rank
        | Measure::Count
        | Measure::Mention
        | Measure::Index
        | Measure::Record
        | Measure::UnitValue => format!("{}{}", plain(number, decimals), behind(row.unit, power.multiplier)),
    }
}

/// How many decimals the bounds of a published number have at least behind its own: one for the half of its last digit.
/// The bounds of a sum are whole as often as not.
fn more_decimals(row: &Observation) -> u32 {
    u32::from(row.summed.is_none())
}

/// The decimals for the bounds of a published number in its power of ten.
pub fn decimals_of_bounds(row: &Observation, interval: Interval, least: u32) -> u32 {
    enough(interval, least + more_decimals(row))
}

/// Everything a published number stands for, in the unit that it was printed in: `246.565 to 246.575 bn CNY`.
pub fn printed_range(words: Words, figure: Figure) -> String {
    let Some(row) = words.observation(figure) else { return String::new() };
    let Some(value) = row.value else { return String::new() };
    let Some(interval) = stands_for(words.dataset, row) else { return String::new() };
    let power = Power::from_printed(value, row.multiplier);
    let (interval, decimals) =
        (power.interval(interval), power.decimals(value.decimals()) + more_decimals(row));
    match row.measure {
        Measure::Growth => growth_range(interval, decimals),
        Measure::Multiple => format!("×{}", range(interval, decimals)),
        Measure::Value
        | Measure::Share
        | Measure::Rank
        | Measure::Count
        | Measure::Mention
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record
        | Measure::UnitValue => {
            format!("{}{}", range(interval, decimals), behind(row.unit, power.multiplier))
        }
    }
}

/// A unit with its power of ten as it is written after a number: ` bn CNY`.
fn behind(unit: Option<Unit>, multiplier: i8) -> String {
    let scaled = unit.map_or_else(String::new, |unit| unit.scaled(multiplier));
    if scaled.is_empty() { scaled } else { format!(" {scaled}") }
}

/// How a proof writes values: unit, power of ten and the minimum of decimals, the same in all of its lines.
#[derive(Debug, Clone, Copy)]
pub struct Notation {
    pub unit: Unit,
    pub multiplier: i8,
    pub decimals: u32,
}

impl Notation {
    /// The notation of the value in a term; with one more decimal for a range around it.
    pub fn from_term(words: Words, term: &Term) -> Option<Self> {
        let notation = Self::from_figure(words, term.value, term.unit)?;
        let decimals = notation.decimals.saturating_sub(u32::from(term.change.is_some()));
        Some(Self { decimals, ..notation })
    }

    /// The notation of the bounds of a published value.
    pub fn from_figure(words: Words, figure: Figure, unit: Unit) -> Option<Self> {
        let row = words.observation(figure)?;
        let value = row.value?;
        let power = Power::from_printed(value, row.multiplier).in_unit(row.unit, unit);
        Some(Self {
            unit,
            multiplier: power.multiplier,
            decimals: power.decimals(value.decimals()) + more_decimals(row),
        })
    }

    /// The same with enough decimals to tell two values apart, which are without a power of ten.
    pub fn distinct(self, a: Decimal, b: Decimal) -> Self {
        let scaled = |value| self.scaled(Interval::exactly(value)).low();
        Self { decimals: distinct(scaled(a), scaled(b), self.decimals), ..self }
    }

    fn scaled(self, interval: Interval) -> Interval {
        interval.shifted(-i32::from(self.multiplier)).unwrap_or(interval)
    }

    /// The number of a row in this unit and power of ten, with the digits that it was printed with.
    pub fn with_digits_of(self, value: Quantity, row: &Observation) -> Decimal {
        let to_unit = row.unit.and_then(|unit| unit.power_in(self.unit)).unwrap_or(0);
        let power = i32::from(row.multiplier) + i32::from(to_unit) - i32::from(self.multiplier);
        let scaled = Interval::exactly(value.value()).shifted(power);
        let decimals = i64::from(value.decimals()) - i64::from(power);
        let decimals = u32::try_from(decimals.clamp(0, 28)).unwrap_or(0);
        fixed(scaled.map_or(value.value(), Interval::low), decimals)
    }

    /// A lower bound of an amount, so rounded down: `10.30 bn CNY`
    pub fn at_least(self, amount: Decimal) -> String {
        let amount = self.scaled(Interval::exactly(amount)).low();
        let shown = amount.round_dp_with_strategy(self.decimals, RoundingStrategy::ToZero);
        format!("{}{}", plain(shown, self.decimals), behind(Some(self.unit), self.multiplier))
    }

    /// `200.05 to 200.22 bn CNY`
    pub fn range(self, interval: Interval) -> String {
        let unit = behind(Some(self.unit), self.multiplier);
        format!("{}{unit}", range(self.scaled(interval), self.decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(low: &str, high: &str) -> Interval {
        Interval::new(low.parse().expect("a number"), high.parse().expect("a number")).expect("in order")
    }

    #[test]
    fn finite_bounds_are_written_in_full_and_others_until_they_differ() {
        for (low, high, least, shown) in [
            ("3.135", "3.145", 1, "3.135 to 3.145"),
            ("2.450", "2.55", 1, "2.45 to 2.55"),
            ("-0.5", "0.5", 2, "−0.50 to 0.50"),
            ("94.2857142857142857", "98.058252427184", 1, "94.3 to 98.1"),
            ("19.483052913923433", "19.541473530129299", 1, "19.48 to 19.54"),
            ("20.51282051282051282", "21.5873015873015873", 0, "20.5 to 21.6"),
            ("7", "7", 0, "7 to 7"),
        ] {
            assert_eq!(range(interval(low, high), least), shown);
        }
        assert_eq!(growths(interval("0.9", "1.0234"), 1), "−10.00 to +2.34 %");
        assert_eq!(percent(interval("0.7935", "0.7945"), 1), "79.35 to 79.45 %");
    }

    #[test]
    fn numbers_that_differ_do_not_look_the_same() {
        let decimal = |text: &str| text.parse::<Decimal>().expect("a number");
        for (a, b, least, decimals) in [("1.5", "2", 0, 1), ("0.98", "1", 1, 2), ("7", "7", 3, 3)] {
            assert_eq!(distinct(decimal(a), decimal(b), least), decimals, "{a} {b}");
        }
    }
}
