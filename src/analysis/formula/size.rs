//! Decides by the size of two numbers that a formula has a result.
//!
//! A result exists unless it is too large for an exact decimal, or divides by what may be zero. For numbers of the size of
//! trade figures neither happens, and most figures of a large dataset are never looked at, so they need not be divided to
//! know it.

use rust_decimal::Decimal;

use super::{Estimate, Formula};

/// Numbers up to this size are moderate: a product or quotient of two, shifted by two digits, has fewer than 28.
const MODERATE: Decimal = Decimal::from_parts(0xA764_0000, 0x0DE0_B6B3, 0, false, 0);

/// The least divisor, and the least distance from one of a ratio that one is taken from.
const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// The greatest factor.
const FACTOR: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The greatest power of ten that results are shown in.
const MOST_POWER: i8 = 18;

impl Formula {
    /// True if [`Formula::work`] surely has a result for these numbers, which are shown in these powers of ten. False
    /// decides nothing.
    pub(in crate::analysis) fn surely_works(self, [one, other]: [Estimate; 2], multipliers: [i8; 2]) -> bool {
        let is_shown = (0..=MOST_POWER).contains(&self.multiplier(multipliers));
        let is_sure = || match self {
            Self::Flows(_) | Self::RestOfWhole | Self::Points => true,
            Self::Part
            | Self::RatioOfBoth
            | Self::RatioOfImports
            | Self::Whole
            | Self::Rate
            | Self::Divided
            | Self::Rest
            | Self::Base
            | Self::BaseOfMultiple => other.is_at_least(LEAST),
            Self::PartOfSum => one.is_at_least(LEAST) && other.is_at_least(Decimal::ZERO),
            Self::Ratio => one.is_at_least(LEAST) && exceeds(other, one),
            Self::Multiplied => other.is_at_least(-FACTOR) && other.is_at_most(FACTOR),
        };
        is_shown && one.is_moderate() && other.is_moderate() && is_sure()
    }
}

/// True if the quotient of two positive numbers is surely above one.
fn exceeds(number: Estimate, other: Estimate) -> bool {
    let most = (Decimal::ONE + LEAST).checked_mul(other.interval.high().max(other.point));
    most.is_some_and(|most| number.is_at_least(most))
}

impl Estimate {
    fn all(&self) -> [Decimal; 3] {
        [self.interval.low(), self.interval.high(), self.point]
    }

    fn is_moderate(&self) -> bool {
        self.is_at_most(MODERATE) && self.is_at_least(-MODERATE)
    }

    fn is_at_least(&self, least: Decimal) -> bool {
        self.all().iter().all(|number| *number >= least)
    }

    fn is_at_most(&self, most: Decimal) -> bool {
        self.all().iter().all(|number| *number <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::super::FlowSum;
    use super::super::Operand;
    use super::*;
    use crate::analysis::Interval;

    fn around(number: &str, half: &str) -> Estimate {
        let [point, half] = [number, half].map(|text| text.parse::<Decimal>().expect("a number"));
        Estimate { point, interval: Interval::new(point - half, point + half).expect("in order") }
    }

    /// Numbers at the limits, within them and beyond them.
    fn numbers() -> Vec<Estimate> {
        let mut numbers = Vec::new();
        for number in [
            "0",
            "0.000001",
            "0.0000011",
            "1",
            "1.0000021",
            "999999",
            "1000000",
            "246570000000",
            "999999999999999999",
            "1000000000000000000",
            "7000000000000000000000000000",
        ] {
            for half in ["0", "0.0000000001", "0.5"] {
                numbers.extend([around(number, half), around(&format!("-{number}"), half)]);
            }
        }
        numbers
    }

    fn formulas() -> impl Iterator<Item = Formula> {
        let others = [
            Formula::Part,
            Formula::PartOfSum,
            Formula::Ratio,
            Formula::RatioOfBoth,
            Formula::RatioOfImports,
            Formula::Whole,
            Formula::Rest,
            Formula::RestOfWhole,
            Formula::Rate,
            Formula::Divided,
            Formula::Multiplied,
            Formula::Base,
            Formula::BaseOfMultiple,
            Formula::Points,
        ];
        FlowSum::ALL.into_iter().map(Formula::Flows).chain(others)
    }

    #[test]
    fn a_formula_that_is_sure_has_a_result() {
        let mut sure = 0;
        for formula in formulas() {
            let before = sure;
            for one in numbers() {
                for other in numbers() {
                    for multiplier in [0, 6, 18] {
                        let operand = |number| Operand { number, decimals: 2, multiplier };
                        if formula.surely_works([one, other], [multiplier; 2]) {
                            sure += 1;
                            assert!(
                                formula.work([one, other].map(operand)).is_some(),
                                "{formula:?} of {one:?} and {other:?} in {multiplier}"
                            );
                        }
                    }
                }
            }
            assert!(sure > before, "{formula:?} is sure of some numbers");
        }
    }

    #[test]
    fn nothing_is_sure_of_a_divisor_near_zero_or_a_huge_number() {
        let (part, none, huge) =
            (around("5", "0.5"), around("0.4", "0.5"), around("1000000000000000001", "0"));
        assert!(Formula::Part.surely_works([part, part], [0, 0]));
        assert!(!Formula::Part.surely_works([part, none], [0, 0]));
        assert!(!Formula::Part.surely_works([huge, part], [0, 0]));
        assert!(!Formula::Ratio.surely_works([part, part], [0, 0]), "no imports are left");
        assert!(!Formula::Flows(FlowSum::Total).surely_works([part, part], [-2, 0]));
    }
}
