//! Sums of the rows of one cell, in the ways in which a table may give it.

use std::cmp::Ordering;

use super::answer::Cell;
use super::blocks::Lines;
use super::sum::{Addend, Sum};
use crate::dataset::Flow;
use crate::formats::foreign::PrintedNumber;

/// A sum, and how many of its rows are about just what was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pile {
    pub sum: Sum,
    exact: u32,
}

/// One pile each way, now and before.
pub(super) type Piles = [[Pile; 2]; 4];

/// The place of a flow in [`Piles`].
pub(super) fn slot(flow: Flow) -> usize {
    match flow {
        Flow::Exports => 0,
        Flow::Imports => 1,
        Flow::Total => 2,
        Flow::Balance => 3,
    }
}

/// Piles by the numbers of partners or products: a look-up without a hash, as every row needs one.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// By number: one more than the place in the list; 0 for what is not there.
    places: Vec<u32>,
    list: Vec<(u32, Piles)>,
}

impl Shelf {
    pub fn new(numbers: usize) -> Self {
        Self { places: vec![0; numbers], list: Vec::new() }
    }

    /// The piles of a number below the one that the shelf was made for.
    pub fn piles(&mut self, number: u32) -> Option<&mut Piles> {
        let place = self.places.get_mut(number as usize)?;
        if *place == 0 {
            self.list.push((number, Piles::default()));
            *place = u32::try_from(self.list.len()).ok()?;
        }
        self.list.get_mut(*place as usize - 1).map(|(_, piles)| piles)
    }

    /// All that there are, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = &(u32, Piles)> {
        self.list.iter()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }
}

/// All partners together, in the three ways in which a table may give them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ways {
    pub printed: Pile,
    pub by_partner: Pile,
    pub by_product: Pile,
}

impl Pile {
    pub fn add(&mut self, row: Addend, is_exact: bool) {
        self.sum.add(row);
        self.exact += u32::from(is_exact);
    }

    pub fn merge(&mut self, other: &Self) {
        self.sum.merge(&other.sum);
        self.exact += other.exact;
    }
}

impl Ways {
    /// The way to take, for one partner or for all of them. Of all, only a row with the world prints the number.
    pub fn chosen(self, is_one_partner: bool) -> Pile {
        let Self { printed, by_partner, by_product } = self;
        if is_one_partner {
            return by_partner;
        }
        match (printed.sum.rows, by_partner.exact, by_product.sum.rows) {
            (1.., ..) => printed,
            (0, 1.., _) | (0, _, 0) => Pile { exact: 0, ..by_partner },
            (0, 0, 1..) => Pile { exact: 0, ..by_product },
        }
    }
}

/// The pile of a flow, calculated from both ways for total and balance unless the table has them itself.
pub(super) fn of_flow(flow: Option<Flow>, pile: impl Fn(usize) -> Pile) -> Pile {
    let Some(flow) = flow else { return pile(0) };
    let own = pile(slot(flow));
    if matches!(flow, Flow::Exports | Flow::Imports) || own.sum.rows > 0 {
        return own;
    }
    let (mut both, imports) = (pile(slot(Flow::Exports)), pile(slot(Flow::Imports)));
    // Of one way alone there is neither a total nor a balance.
    if both.sum.rows == 0 || imports.sum.rows == 0 {
        return Pile::default();
    }
    if flow == Flow::Total {
        both.sum.merge(&imports.sum);
    } else {
        both.sum.subtract(&imports.sum);
    }
    Pile { exact: 0, ..both }
}

pub(super) fn cell(pile: Pile, lines: &Lines) -> Cell {
    let Pile { sum, exact } = pile;
    let is_printed = sum.rows == 1 && exact == 1;
    let lines = if sum.rows == 0 { (0, 0) } else { (lines.line(sum.first), lines.line(sum.last)) };
    // Places are those of one reading of the table; lines stay.
    Cell { sum: sum.without_places(), is_printed, lines }
}

/// Orders numbers; none comes before all.
pub(super) fn by_size(one: Option<PrintedNumber>, other: Option<PrintedNumber>) -> Ordering {
    let (Some(one), Some(other)) = (one, other) else { return one.is_some().cmp(&other.is_some()) };
    let shifted = |number: PrintedNumber, least: i8| {
        let by = u32::try_from(i32::from(number.exponent) - i32::from(least)).unwrap_or_default();
        10i128.checked_pow(by).map_or(i128::MAX, |power| number.digits.saturating_mul(power))
    };
    let least = one.exponent.min(other.exponent);
    shifted(one, least).cmp(&shifted(other, least))
}
