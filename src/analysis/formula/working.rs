//! Works a formula out: from two numbers a third, and how much of it is shown.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Estimate, Formula, Precision};
use crate::analysis::Interval;
use crate::dataset::MAX_DECIMALS;

/// A number that goes into a formula.
#[derive(Debug, Clone, Copy)]
pub struct Operand {
    /// The number in plain units.
    pub number: Estimate,
    /// Decimals that it was printed with, before its power of ten.
    pub decimals: u32,
    /// The power of ten that it was printed in.
    pub multiplier: i8,
}

/// The result of a formula.
#[derive(Debug, Clone, Copy)]
pub struct Working {
    /// The result in plain units, not rounded.
    pub number: Estimate,
    /// The power of ten in which it is shown.
    pub multiplier: i8,
    /// The point in that power of ten, rounded to the digits that hold.
    pub point: Decimal,
    /// Decimals of the point that hold.
    pub decimals: u32,
    /// True if the point is not what the formula gives to the last digit.
    pub is_rounded: bool,
    /// The interval in that power of ten.
    pub interval: Interval,
    /// Decimals worth showing of its bounds.
    pub interval_decimals: u32,
}

impl Working {
    /// The result as it goes into another formula.
    pub fn operand(&self) -> Operand {
        Operand { number: self.number, decimals: self.decimals, multiplier: self.multiplier }
    }
}

impl Operand {
    /// How many decimals it was printed with, seen with another power of ten.
    fn decimals_in(&self, multiplier: i8) -> u32 {
        let decimals = i64::from(self.decimals) + i64::from(multiplier) - i64::from(self.multiplier);
        u32::try_from(decimals.clamp(0, 28)).unwrap_or(0)
    }
}

impl Formula {
    /// The result in plain units, each quantity written once, so that its bounds are the tightest; `None` where it is too
    /// large for an exact decimal, or divides by what may be zero.
    pub(in crate::analysis) fn estimate(self, one: Estimate, other: Estimate) -> Option<Estimate> {
        match self {
            Self::Flows(sum) => sum.estimate(one, other),
            Self::Part
            | Self::RatioOfBoth
            | Self::Whole
            | Self::Rate
            | Self::Divided
            | Self::Base
            | Self::BaseOfMultiple => one.over(other),
            // e / (e + i) is 1 / (1 + i / e).
            Self::PartOfSum => {
                let Estimate { point, interval } = other.over(one)?;
                let sum = Estimate {
                    point: point.checked_add(Decimal::ONE)?,
                    interval: interval.plus(Interval::ONE)?,
                };
                Estimate::ONE.over(sum)
            }
            // e / (t − e) is 1 / (t / e − 1).
            Self::Ratio => Estimate::ONE.over(other.over(one)?.minus(Estimate::ONE)?),
            Self::RatioOfImports => one.over(other)?.minus(Estimate::ONE),
            // Tighter than the whole less the part.
            Self::Rest => one.times(Estimate::ONE.over(other)?.minus(Estimate::ONE)?),
            Self::RestOfWhole | Self::Points => one.minus(other),
            Self::Multiplied => one.times(other),
        }
    }

    /// The power of ten that the result is shown in.
    pub(in crate::analysis) fn multiplier(self, [one, other]: [i8; 2]) -> i8 {
        match self {
            Self::Part
            | Self::PartOfSum
            | Self::Ratio
            | Self::RatioOfBoth
            | Self::RatioOfImports
            | Self::Rate
            | Self::Points => 0,
            Self::RestOfWhole => other,
            Self::Flows(_)
            | Self::Whole
            | Self::Rest
            | Self::Divided
            | Self::Multiplied
            | Self::Base
            | Self::BaseOfMultiple => one,
        }
    }

    /// The result as it is shown; `None` where its numbers are too large to calculate with or have no bound. Of "more than
    /// 20.88" nothing is calculated: the result would look like a number and be the end of a range.
    pub(in crate::analysis) fn work(self, inputs: [Operand; 2]) -> Option<Working> {
        if inputs.iter().any(|input| input.number.interval.width().is_none()) {
            return None;
        }
        let number = self.estimate(inputs[0].number, inputs[1].number)?;
        let multiplier = self.multiplier(inputs.map(|input| input.multiplier));
        let is_of_hundred = matches!(self, Self::Part | Self::PartOfSum | Self::Points);
        let power = if is_of_hundred { 2 } else { -i32::from(multiplier) };
        let interval = number.interval.shifted(power)?;
        interval.width()?;
        let point = Interval::exactly(number.point).shifted(power)?.low();
        let printed =
            |input: &Operand| if is_of_hundred { input.decimals } else { input.decimals_in(multiplier) };
        let (most, interval_decimals) = match self.precision() {
            Precision::Fixed(bounds) => (MAX_DECIMALS, interval.decimals(bounds)),
            Precision::OfValue => (MAX_DECIMALS, interval.decimals(printed(&inputs[0]))),
            // A sum has no more decimals than anybody printed.
            Precision::Exact => {
                let most = inputs.iter().map(printed).max()?;
                let needed = interval.low().normalize().scale().max(interval.high().normalize().scale());
                (most, needed.max(most))
            }
        };
        let (shown, decimals) = to_digits_that_hold(point, interval, most)?;
        let is_rounded = shown != point;
        Some(Working { number, multiplier, point: shown, decimals, is_rounded, interval, interval_decimals })
    }
}

/// A number rounded to the digits that hold, with its decimals: down to the last digit whose unit is at least a fifth of
/// the interval's half width. Further digits are noise.
///
/// `None` where the number is too large to be rounded.
pub fn to_digits_that_hold(point: Decimal, interval: Interval, most: u32) -> Option<(Decimal, u32)> {
    let least = interval.width()?.checked_div(Decimal::TEN)?;
    let unit = |decimals: u32| Decimal::try_new(1, decimals).ok();
    let fits = |decimals: u32| unit(decimals).is_some_and(|unit| unit >= least);
    if fits(0) {
        let mut decimals = (0..=most.min(MAX_DECIMALS)).take_while(|decimals| fits(*decimals)).last()?;
        let mut shown = rounded(point, decimals);
        // An exact result needs no zeros behind its digits.
        if least.is_zero() {
            decimals = point.normalize().scale();
            shown = point.normalize();
        }
        shown.rescale(decimals);
        return Some((shown, decimals));
    }
    let mut unit = Decimal::ONE;
    while unit < least {
        unit = unit.checked_mul(Decimal::TEN)?;
    }
    Some((rounded(point.checked_div(unit)?, 0).checked_mul(unit)?, 0))
}

fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_that_hold_are_shown() {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        for (point, low, high, shown) in [
            ("37.1", "37.09", "37.11", "37.10"),
            ("209.47", "209.455", "209.485", "209.47"),
            ("73.596", "73.37", "73.82", "73.6"),
            ("357.27", "357.04", "357.50", "357.3"),
            ("189.113", "188.48", "189.75", "189"),
            ("7.1889", "7.178", "7.199", "7.19"),
            ("116.2", "115.65", "116.75", "116"),
            ("1234.5", "934", "1534", "1200"),
            ("12.50", "12.5", "12.5", "12.5"),
        ] {
            let interval = Interval::new(number(low), number(high)).expect("in order");
            let (held, decimals) = to_digits_that_hold(number(point), interval, MAX_DECIMALS).expect("small");
            assert_eq!((held.to_string(), held.scale()), (shown.to_owned(), decimals));
        }
    }
}
