//! Unit values: the money of an answer next to its weights.

use super::answer::{AnswerCell, AnswerEntry, Ranking, TableAnswer};
use super::piles::by_size;
use super::sum::Sum;
use crate::formats::foreign::PrintedNumber;

/// The answer about unit values, from that about money and that about weights of the same rows.
pub(super) fn joined(values: TableAnswer, weights: TableAnswer) -> TableAnswer {
    let question = weights.question.clone();
    let both = |[now, before]: [AnswerCell; 2], weights: Option<&[AnswerCell; 2]>| {
        [cell(now, weights.map(|cells| cells[0])), cell(before, weights.map(|cells| cells[1]))]
    };
    let flows = values.flows.into_iter().map(|(flow, cells)| {
        let weights = weights.flows.iter().find(|(other, _)| *other == flow);
        (flow, both(cells, weights.map(|(_, cells)| cells)))
    });
    let periods = values.periods.into_iter().map(|(period, money)| {
        let weights = weights.periods.iter().find(|(other, _)| *other == period);
        (period, cell(money, weights.map(|(_, cell)| *cell)))
    });
    TableAnswer {
        question,
        whole: both(values.whole, Some(&weights.whole)),
        flows: flows.collect(),
        periods: periods.collect(),
        partners: ranked(values.partners, weights.partners, both),
        products: ranked(values.products, weights.products, both),
    }
}

/// A cell of money with the weights of its rows.
fn cell(money: AnswerCell, weights: Option<AnswerCell>) -> AnswerCell {
    AnswerCell {
        weights: Some(weights.map_or_else(Sum::default, |weights| weights.sum)),
        is_printed: false,
        ..money
    }
}

fn ranked(
    values: Ranking,
    weights: Ranking,
    both: impl Fn([AnswerCell; 2], Option<&[AnswerCell; 2]>) -> [AnswerCell; 2],
) -> Ranking {
    let mut by_code = weights.entries;
    by_code.sort_by(|one, other| one.code.cmp(&other.code));
    let mut entries: Vec<AnswerEntry> = values
        .entries
        .into_iter()
        .map(|entry| {
            let at = by_code.binary_search_by(|other| other.code.cmp(&entry.code)).ok();
            let weights = at.and_then(|at| by_code.get(at)).map(|entry| &entry.cells);
            AnswerEntry { cells: both(entry.cells, weights), ..entry }
        })
        .collect();
    entries.sort_by_cached_key(|entry| entry.code.clone());
    let number = |entry: &AnswerEntry| entry.cells[0].quotient();
    entries.sort_by(|one, other| by_size(number(other), number(one)));
    Ranking { entries }
}

impl AnswerCell {
    /// The least number of rows behind a unit value that lack the value or the weight: where some lack the one and some
    /// the other, sums do not say if these are the same rows.
    pub fn lacking(&self) -> u32 {
        let Some(weights) = self.weights else { return 0 };
        let rows = self.sum.rows.abs_diff(weights.rows);
        self.sum.missing.max(weights.missing).max(rows)
    }

    /// The money and the weight of a unit value, each with its rounding; `None` if some row lacks one of both.
    pub fn divided(&self) -> Option<(&Sum, &Sum)> {
        self.weights.as_ref().filter(|_| self.lacking() == 0).map(|weights| (&self.sum, weights))
    }

    /// The quotient of both to some 18 digits, for the order of a ranking.
    fn quotient(&self) -> Option<PrintedNumber> {
        let (money, weight) = self.divided()?;
        let (mut money, weight) = (money.number()?, weight.number()?);
        let enough = weight.digits.checked_mul(10i128.pow(18))?;
        while money.digits.abs() < enough.abs() && money.digits != 0 && money.exponent > -100 {
            money.digits = money.digits.checked_mul(10)?;
            money.exponent -= 1;
        }
        let exponent = money.exponent.checked_sub(weight.exponent)?;
        Some(PrintedNumber { digits: money.digits.checked_div(weight.digits)?, exponent })
    }
}
