//! Sums of the rows of one cell, in the ways in which a table may give it.

use std::cmp::Ordering;

use super::answer::AnswerCell;
use super::blocks::LineNumbers;
use super::sum::{Addend, Sum};
use crate::dataset::Flow;
use crate::formats::foreign::PrintedNumber;

/// A sum, and how many of its rows are about just what was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pile {
    pub sum: Sum,
    exact: u32,
}

/// The contribution of a row to a sum, or of several rows that were added up before.
pub(super) trait Addends: Copy {
    /// Adds it, and returns the number of its rows.
    fn add_to(self, sum: &mut Sum) -> u32;
}

impl Addends for Addend {
    #[inline]
    fn add_to(self, sum: &mut Sum) -> u32 {
        sum.add(self);
        1
    }
}

impl Addends for Sum {
    #[inline]
    fn add_to(self, sum: &mut Sum) -> u32 {
        sum.merge(&self);
        self.rows
    }
}

/// The place of a flow among all.
pub(super) fn slot(flow: Flow) -> usize {
    match flow {
        Flow::Exports => 0,
        Flow::Imports => 1,
        Flow::Total => 2,
        Flow::Balance => 3,
    }
}

/// Piles by the numbers of partners or products: a look-up without a hash, as every row needs one. Each has as many piles
/// as there are columns, and no more: many products fill little memory.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// By number: one more than the place in the list; 0 for what is not there.
    places: Vec<u32>,
    numbers: Vec<u32>,
    /// Those of each number behind those of the one before.
    piles: Vec<Pile>,
    columns: usize,
}

impl Shelf {
    pub fn new(numbers: usize, columns: usize) -> Self {
        Self { places: vec![0; numbers], columns, ..Self::default() }
    }

    /// The pile in a column of a number below the one that the shelf was made for.
    #[inline]
    pub fn pile(&mut self, number: u32, column: usize) -> Option<&mut Pile> {
        let place = self.places.get_mut(number as usize)?;
        if *place == 0 {
            self.numbers.push(number);
            self.piles.resize(self.piles.len() + self.columns, Pile::default());
            *place = u32::try_from(self.numbers.len()).ok()?;
        }
        self.piles.get_mut((*place as usize - 1) * self.columns + column)
    }

    /// All numbers that there are with their piles, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[Pile])> {
        self.numbers.iter().copied().zip(self.piles.chunks_exact(self.columns.max(1)))
    }

    pub fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// A way in which a table may give all partners together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorldWay {
    Printed,
    Partners,
    Products,
    /// Rows that belong to the two ways above, which are most of all, added once.
    Both,
}

/// The sum of the rows of each way.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ways([Pile; 4]);

impl Pile {
    /// Rows that somebody else added up.
    pub fn from_group(sum: Sum, is_exact: bool) -> Self {
        Self { sum, exact: if is_exact { sum.rows } else { 0 } }
    }

    /// True if some of its rows are about just what was asked for.
    pub fn is_exact(&self) -> bool {
        self.exact > 0
    }

    #[inline]
    pub fn add(&mut self, rows: impl Addends, is_exact: bool) {
        let count = rows.add_to(&mut self.sum);
        self.exact += if is_exact { count } else { 0 };
    }

    pub fn merge(&mut self, other: &Self) {
        self.sum.merge(&other.sum);
        self.exact += other.exact;
    }
}

impl Ways {
    #[inline]
    pub fn add(&mut self, way: WorldWay, rows: impl Addends, is_exact: bool) {
        self.0[way as usize].add(rows, is_exact);
    }

    /// Adds rows of a way that somebody else added up.
    pub fn merge(&mut self, way: WorldWay, pile: &Pile) {
        self.0[way as usize].merge(pile);
    }

    /// The ways to take together, for one partner or for all of them.
    pub fn taken(&self, is_one_partner: bool) -> &'static [WorldWay] {
        let [printed, partners, products, both] = &self.0;
        let exact = partners.exact + both.exact;
        match (printed.sum.rows, exact, products.sum.rows + both.sum.rows) {
            _ if is_one_partner => &[WorldWay::Partners, WorldWay::Both],
            (1.., ..) => &[WorldWay::Printed],
            (0, 1.., _) | (0, _, 0) => &[WorldWay::Partners, WorldWay::Both],
            (0, 0, 1..) => &[WorldWay::Products, WorldWay::Both],
        }
    }

    /// The sum of the ways to take. Of all partners, only a row with the world prints the number.
    pub fn chosen(self, is_one_partner: bool) -> Pile {
        let ways = self.taken(is_one_partner);
        let mut pile = Pile::default();
        for way in ways {
            pile.merge(&self.0[*way as usize]);
        }
        let prints = is_one_partner || ways == [WorldWay::Printed];
        if prints { pile } else { Pile { exact: 0, ..pile } }
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
    let is_exact = both.exact == both.sum.rows && imports.exact == imports.sum.rows;
    if flow == Flow::Total {
        both.sum.merge(&imports.sum);
    } else {
        both.sum.subtract(&imports.sum);
    }
    Pile { exact: if is_exact { both.sum.rows } else { 0 }, ..both }
}

pub(super) fn cell(pile: Pile, lines: &LineNumbers) -> AnswerCell {
    let Pile { sum, exact } = pile;
    let (is_printed, is_of_parts) = (sum.rows == 1 && exact == 1, exact < sum.rows);
    let lines = if sum.rows == 0 { (0, 0) } else { (lines.line(sum.first), lines.line(sum.last)) };
    // Places are those of one reading of the table; lines stay.
    AnswerCell { sum: sum.without_places(), weights: None, is_printed, is_of_parts, lines }
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
