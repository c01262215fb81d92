//! Numbers as a proof writes them: values, ranges, growth and shares.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::analysis::Interval;
use crate::analysis::context::Level;
use crate::dataset::Unit;

/// How many decimals bounds are given beyond those of the numbers beside them rather than be rounded.
const MOST_MORE: u32 = 6;

/// A number rounded to the nearest with so many decimals, with a real minus.
pub fn number(value: Decimal, decimals: u32) -> String {
    let mut shown = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(decimals);
    let sign = if shown.is_sign_negative() && !shown.is_zero() { "−" } else { "" };
    format!("{sign}{}", shown.abs())
}

/// As [`number`], with a plus where it is above zero.
pub fn signed(value: Decimal, decimals: u32) -> String {
    let shown = number(value, decimals);
    if value > Decimal::ZERO { format!("+{shown}") } else { shown }
}

/// The least decimals, from `least` on, with which two numbers do not look the same.
pub fn telling(a: Decimal, b: Decimal, least: u32) -> u32 {
    (least..28).find(|decimals| a == b || number(a, *decimals) != number(b, *decimals)).unwrap_or(28)
}

/// From one bound to the other: `6.960 … 7.040`.
pub fn range(interval: Interval, least: u32) -> String {
    let decimals = enough(interval, least);
    format!("{} … {}", number(interval.low(), decimals), number(interval.high(), decimals))
}

/// How many decimals bounds are written with, at least `least`.
///
/// What a printed number stands for, and sums of such, has bounds that end, and they are written to their end: 3.14
/// stands for 3.135 … 3.145, however coarse the numbers beside it. Bounds of quotients have no end. They are rounded
/// to the nearest, as whoever follows the proof with a calculator would round them, but with more decimals where they
/// would look the same or be far off otherwise.
fn enough(interval: Interval, least: u32) -> u32 {
    let (low, high) = (interval.low(), interval.high());
    let exact = low.normalize().scale().max(high.normalize().scale()).max(least);
    if exact <= least + MOST_MORE { exact } else { interval.decimals(least) }
}

/// How values are written in a proof: unit, power of ten and the least decimals, the same for all of its lines.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub unit: Unit,
    pub multiplier: i8,
    pub decimals: u32,
}

impl Style {
    /// As the value behind a level is written.
    pub fn new(level: &Level) -> Self {
        let decimals = level.value.decimals + u32::from(level.change.is_none());
        Self { unit: level.unit, multiplier: level.value.multiplier, decimals }
    }

    /// With as many decimals as it takes to tell two values in plain units apart.
    pub fn telling(self, a: Decimal, b: Decimal) -> Self {
        let scaled = |value| self.scaled(Interval::exactly(value)).low();
        Self { decimals: telling(scaled(a), scaled(b), self.decimals), ..self }
    }

    fn scaled(self, interval: Interval) -> Interval {
        interval.shifted(-i32::from(self.multiplier)).unwrap_or(interval)
    }

    /// A value in plain units, without its unit.
    pub fn bare(self, value: Decimal) -> String {
        number(self.scaled(Interval::exactly(value)).low(), self.decimals)
    }

    /// `200.05 … 200.22 bn CNY`
    pub fn range(self, interval: Interval) -> String {
        format!("{}{}", range(self.scaled(interval), self.decimals), unit(self.unit, self.multiplier))
    }
}

/// A unit with its power of ten, as it stands behind a number: ` bn CNY`.
pub fn unit(unit: Unit, multiplier: i8) -> String {
    let scaled = unit.scaled(multiplier);
    if scaled.is_empty() { scaled } else { format!(" {scaled}") }
}

/// A bound of growth, from a factor in plain units: `grew by at least 29.9 %`, or `fell by at most 21.4 %`.
///
/// What does not stay as it is does not look so, and what is not lost does not look lost.
pub fn grew(factor: Decimal, is_least: bool, least: u32) -> String {
    let percent = grown(Interval::exactly(factor)).low();
    let (fell, is_least) = if percent < Decimal::ZERO { ("fell", !is_least) } else { ("grew", is_least) };
    let decimals = telling(percent, Decimal::ZERO, telling(percent, -Decimal::ONE_HUNDRED, least));
    let (most, s) = (if is_least { "least" } else { "most" }, if decimals == 1 { "" } else { "s" });
    format!("{fell} by at {most} {} %, to {decimals} decimal{s}", number(percent.abs(), decimals))
}

/// A growth as a range, from a factor in plain units: `+48.8 … +51.3 %`.
pub fn growths(factor: Interval, least: u32) -> String {
    let percent = grown(factor);
    let decimals = enough(percent, least);
    format!("{} … {} %", signed(percent.low(), decimals), signed(percent.high(), decimals))
}

fn grown(factor: Interval) -> Interval {
    let percent = factor.minus(Interval::ONE).and_then(|part| part.shifted(2));
    percent.unwrap_or(Interval::exactly(Decimal::ZERO))
}

/// A part of one as a range in per cent: `79.35 … 79.45 %`.
pub fn percent(parts: Interval, least: u32) -> String {
    format!("{} %", range(parts.shifted(2).unwrap_or(parts), least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_that_end_are_written_to_their_end_and_others_told_apart() {
        let interval = |low: &str, high: &str| {
            Interval::new(low.parse().expect("a number"), high.parse().expect("a number")).expect("in order")
        };
        for (low, high, least, shown) in [
            ("3.135", "3.145", 1, "3.135 … 3.145"),
            ("2.450", "2.55", 1, "2.45 … 2.55"),
            ("-0.5", "0.5", 2, "−0.50 … 0.50"),
            ("94.2857142857142857", "98.058252427184", 1, "94.3 … 98.1"),
            ("19.483052913923433", "19.541473530129299", 1, "19.48 … 19.54"),
            ("20.51282051282051282", "21.5873015873015873", 0, "20.5 … 21.6"),
            ("7", "7", 0, "7 … 7"),
        ] {
            assert_eq!(range(interval(low, high), least), shown);
        }
        for (factor, least, most) in [
            ("1.2985", "grew by at least 29.9 %, to 1 decimal", "grew by at most 29.9 %, to 1 decimal"),
            ("0.786", "fell by at most 21.4 %, to 1 decimal", "fell by at least 21.4 %, to 1 decimal"),
            ("1", "grew by at least 0.0 %, to 1 decimal", "grew by at most 0.0 %, to 1 decimal"),
            ("0.9998", "fell by at most 0.02 %, to 2 decimals", "fell by at least 0.02 %, to 2 decimals"),
            ("0.0002", "fell by at most 99.98 %, to 2 decimals", "fell by at least 99.98 %, to 2 decimals"),
            ("0", "fell by at most 100.0 %, to 1 decimal", "fell by at least 100.0 %, to 1 decimal"),
        ] {
            let factor = factor.parse().expect("a number");
            assert_eq!((grew(factor, true, 1), grew(factor, false, 1)), (least.to_owned(), most.to_owned()));
        }
        assert_eq!(growths(interval("0.9", "1.0234"), 1), "−10.00 … +2.34 %");
        assert_eq!(percent(interval("0.7935", "0.7945"), 1), "79.35 … 79.45 %");
    }
}
