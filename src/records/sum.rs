//! Exact sums of printed numbers, with what they are made of.

use crate::formats::foreign::{Marks, PrintedNumber};

/// The part that a row adds to a sum.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Addend {
    /// The place of the row among all.
    pub place: u32,
    pub number: Option<PrintedNumber>,
    /// The unit of the number, where rows have units of their own.
    pub unit: u32,
    pub is_estimated: bool,
    pub marks: Marks,
}

/// The sum of printed numbers. Nothing is rounded: the last digit is that of the most precise number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    digits: i128,
    exponent: i8,
    /// The greatest distance of the true sum if each number is rounded: in halves of the last digit.
    halves: i128,
    /// The number of rows, including those without a number.
    pub rows: u32,
    /// The number of rows without a number.
    pub missing: u32,
    /// The number of rows whose number is estimated.
    pub estimated: u32,
    /// The number of rows with an unusual status, and these statuses.
    pub marked: u32,
    pub marks: Marks,
    /// The first row and the last, by their places among all.
    pub first: u32,
    pub last: u32,
    /// The unit of all numbers, where rows have units of their own; [`SEVERAL`] if they differ, so there is no sum.
    unit: u32,
    /// True if there was no room for all digits, so there is no sum.
    is_lost: bool,
}

/// In place of a unit, where numbers have different ones.
const SEVERAL: u32 = u32::MAX;

/// The powers of ten of 64 bits.
const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = 10 * powers[at - 1];
        at += 1;
    }
    powers
};

impl Sum {
    /// Adds the number of a row, or a row without one.
    #[inline]
    pub(super) fn add(&mut self, row: Addend) {
        self.first = if self.rows == 0 { row.place } else { self.first.min(row.place) };
        self.last = self.last.max(row.place);
        self.rows += 1;
        self.estimated += u32::from(row.is_estimated);
        self.marked += u32::from(!row.marks.is_empty());
        self.marks = self.marks | row.marks;
        match row.number {
            None => self.missing += 1,
            Some(number) => {
                self.join_unit(row.unit);
                self.add_digits((number.digits, number.exponent, 1));
            }
        }
    }

    /// The sum of rows that somebody else added up, each amount having been published with so many decimals. `rows` is how
    /// many there are, and how many of them have no amount.
    pub fn from_group(number: Option<PrintedNumber>, decimals: i8, rows: (u32, u32)) -> Self {
        let (rows, missing) = rows;
        let none = Self { rows, missing, ..Self::default() };
        let Some(number) = number else { return none };
        let exponent = number.exponent.min(-decimals);
        let power = |from: i8| 10i128.checked_pow(u32::from(from.abs_diff(exponent)));
        let digits = power(number.exponent).and_then(|power| number.digits.checked_mul(power));
        let halves = power(-decimals).and_then(|power| i128::from(rows - missing).checked_mul(power));
        match (digits, halves) {
            (Some(digits), Some(halves)) => Self { digits, exponent, halves, ..none },
            (None, _) | (_, None) => Self { is_lost: true, ..none },
        }
    }

    /// The same sum, wherever its rows are.
    pub fn without_places(self) -> Self {
        Self { first: 0, last: 0, ..self }
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &Self) {
        if other.rows == 0 {
            return;
        }
        if other.rows > other.missing {
            self.join_unit(other.unit);
            self.add_digits((other.digits, other.exponent, other.halves));
        }
        self.count(other);
    }

    /// Takes another sum away, as for a balance; its uncertainty adds up.
    pub fn subtract(&mut self, other: &Self) {
        if other.rows > other.missing {
            self.join_unit(other.unit);
            self.add_digits((-other.digits, other.exponent, other.halves));
        }
        self.count(other);
    }

    fn count(&mut self, other: &Self) {
        if other.rows > 0 {
            self.first = if self.rows == 0 { other.first } else { self.first.min(other.first) };
            self.last = self.last.max(other.last);
        }
        // Groups of an engine may have billions of rows each.
        self.rows = self.rows.saturating_add(other.rows);
        self.missing = self.missing.saturating_add(other.missing);
        self.estimated = self.estimated.saturating_add(other.estimated);
        self.marked = self.marked.saturating_add(other.marked);
        self.marks = self.marks | other.marks;
        self.is_lost |= other.is_lost;
    }

    /// Takes note of the unit of a number, before it is added.
    #[inline]
    fn join_unit(&mut self, unit: u32) {
        if self.halves == 0 {
            self.unit = unit;
        } else if self.unit != unit {
            self.unit = SEVERAL;
        }
    }

    /// The unit of all numbers; `None` if they have several, or none of their own.
    pub fn unit(&self) -> Option<u32> {
        Some(self.unit).filter(|unit| !matches!(*unit, 0 | SEVERAL))
    }

    /// True if numbers are in several units, so that they have no sum.
    pub fn has_several_units(&self) -> bool {
        self.unit == SEVERAL
    }

    #[inline]
    fn add_digits(&mut self, (digits, exponent, halves): (i128, i8, i128)) {
        let is_first = self.halves == 0;
        if is_first {
            (self.digits, self.exponent, self.halves) = (digits, exponent, halves);
            return;
        }
        if exponent == self.exponent
            && let Some(sum) = self.digits.checked_add(digits)
        {
            // Nearly always: tables print all numbers alike.
            (self.digits, self.halves) = (sum, self.halves.saturating_add(halves));
            return;
        }
        if self.add_shorter((digits, exponent, halves)).is_none() {
            self.add_shifted((digits, exponent, halves));
        }
    }

    /// Adds a number with fewer decimals, as one in ten where noughts at the end are left out; `None` if something has no room
    /// in 64 bits.
    #[inline]
    fn add_shorter(&mut self, (digits, exponent, halves): (i128, i8, i128)) -> Option<()> {
        let by = usize::try_from(i16::from(exponent) - i16::from(self.exponent)).ok()?;
        let power = i128::from(*POWERS.get(by)?);
        let shifted = |value: i128| Some(i128::from(i64::try_from(value).ok()?) * power);
        let digits = self.digits.checked_add(shifted(digits)?)?;
        let halves = self.halves.checked_add(shifted(halves)?)?;
        (self.digits, self.halves) = (digits, halves);
        Some(())
    }

    /// Adds a number of another exponent, or one that is too much.
    fn add_shifted(&mut self, (digits, exponent, halves): (i128, i8, i128)) {
        let least = self.exponent.min(exponent);
        let shifted = |value: i128, from: i8| {
            let by = u32::try_from(i32::from(from) - i32::from(least)).ok()?;
            value.checked_mul(10i128.checked_pow(by)?)
        };
        let sum =
            |one: i128, other: i128| shifted(one, self.exponent)?.checked_add(shifted(other, exponent)?);
        match (sum(self.digits, digits), sum(self.halves, halves)) {
            (Some(digits), Some(halves)) => {
                (self.digits, self.exponent, self.halves) = (digits, least, halves);
            }
            (None, _) | (_, None) => self.is_lost = true,
        }
    }

    /// The sum; `None` if no row has a number.
    pub fn number(&self) -> Option<PrintedNumber> {
        let has_number = self.rows > self.missing && !self.is_lost && !self.has_several_units();
        has_number.then_some(PrintedNumber { digits: self.digits, exponent: self.exponent })
    }

    /// The greatest distance of the true sum, in halves of the last digit: 1 for a single number.
    pub fn halves(&self) -> i128 {
        self.halves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(numbers: &[(i128, i8)]) -> Sum {
        let mut sum = Sum::default();
        for (row, (digits, exponent)) in (10..).zip(numbers) {
            let number = Some(PrintedNumber { digits: *digits, exponent: *exponent });
            sum.add(Addend { place: row, number, ..Addend::default() });
        }
        sum
    }

    #[test]
    fn the_most_precise_number_gives_the_last_digit_and_all_their_rounding() {
        // 1.25 + 30 + 7 thousand: half of 0.01, of 1 and of 1,000.
        let all = sum(&[(125, -2), (30, 0), (7, 3)]);
        assert_eq!(all.number(), Some(PrintedNumber { digits: 703_125, exponent: -2 }));
        assert_eq!(all.halves(), 1 + 100 + 100_000);
        assert_eq!((all.rows, all.first, all.last), (3, 10, 12));
    }

    #[test]
    fn the_order_makes_no_difference() {
        let numbers = [(7, 3), (125, -2), (-30, 0), (999_999_999, -9)];
        let mut halves = sum(&numbers[..2]);
        halves.merge(&sum(&numbers[2..]));
        let (all, back) = (sum(&numbers), sum(&[numbers[3], numbers[2], numbers[1], numbers[0]]));
        assert_eq!((halves.number(), halves.halves()), (all.number(), all.halves()));
        assert_eq!((back.number(), back.halves()), (all.number(), all.halves()));
    }

    #[test]
    fn rows_without_a_number_are_counted_and_are_no_nought() {
        let mut sum = Sum::default();
        sum.add(Addend { place: 3, marks: Marks::new(b"p"), ..Addend::default() });
        assert_eq!((sum.number(), sum.rows, sum.missing), (None, 1, 1));
        let nought = Some(PrintedNumber { digits: 0, exponent: 0 });
        sum.add(Addend { place: 1, number: nought, is_estimated: true, ..Addend::default() });
        assert_eq!(sum.number(), Some(PrintedNumber { digits: 0, exponent: 0 }));
        assert_eq!((sum.rows, sum.missing, sum.estimated, sum.first, sum.last), (2, 1, 1, 1, 3));
        assert_eq!((sum.marked, sum.marks), (1, Marks::new(b"P")));
    }

    #[test]
    fn a_balance_is_as_uncertain_as_both_sides() {
        let mut balance = sum(&[(50, 0)]);
        balance.subtract(&sum(&[(125, -1)]));
        assert_eq!(balance.number(), Some(PrintedNumber { digits: 375, exponent: -1 }));
        assert_eq!((balance.halves(), balance.rows), (11, 2));
    }

    #[test]
    fn litres_and_pieces_have_no_sum() {
        let of = |unit: u32| {
            let mut sum = Sum::default();
            let number = Some(PrintedNumber { digits: 40, exponent: 0 });
            sum.add(Addend { number, unit, ..Addend::default() });
            sum
        };
        let mut same = of(3);
        same.merge(&of(3));
        assert_eq!((same.number().map(|number| number.digits), same.unit()), (Some(80), Some(3)));
        for join in [Sum::merge, Sum::subtract] {
            let mut other = same;
            join(&mut other, &of(5));
            assert_eq!((other.number(), other.unit(), other.has_several_units()), (None, None, true));
            join(&mut other, &of(5));
            assert!(other.has_several_units(), "it stays so");
        }
    }

    #[test]
    fn a_number_without_room_is_left_out() {
        assert_eq!(sum(&[(i128::MAX, 0), (1, 0)]).number(), None);
        assert_eq!(sum(&[(1, 30), (1, -30)]).number(), None);
    }
}
