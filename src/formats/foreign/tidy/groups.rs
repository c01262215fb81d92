//! Columns of amounts, by the rows that they make.

use super::super::AmountKind;
use super::super::measured::MeasuredIn;
use super::super::number::NumberStyle;
use super::super::stated::StatedUnit;
use crate::dataset::Flow;

/// A column of amounts.
#[derive(Debug, Clone, Copy)]
pub struct AmountColumn {
    pub at: usize,
    pub style: NumberStyle,
    pub measured: MeasuredIn,
    /// The kind of its amounts: of a column that says no unit, as the columns of measure and unit say.
    pub kind: AmountKind,
    /// The power of ten above that of the first column of its kind.
    pub above: i8,
}

/// The amounts of a record that make up one row: those of a flow or of a period that has columns of its own.
#[derive(Debug)]
pub struct AmountGroup {
    pub flow: Option<Flow>,
    pub period: Option<String>,
    pub amounts: Vec<AmountColumn>,
}

/// Gives the values the power of ten that a line next to the table states, where neither their names nor other columns say
/// one; returns true if any has it.
///
/// # Errors
///
/// The line, where it is not clear if it is about the values.
pub fn in_stated_power(
    amounts: &mut [AmountColumn],
    stated: &StatedUnit,
    main: Option<MeasuredIn>,
    says_power: impl Fn(usize) -> bool,
) -> Result<bool, String> {
    let mut has_stated = false;
    for column in amounts.iter_mut().filter(|column| column.measured.kind == AmountKind::Value) {
        let of_rows = main.filter(|_| column.measured.unit.is_none());
        if column.measured.power != 0
            || of_rows.is_some_and(|main| main.power != 0 || main.kind != AmountKind::Value)
            || says_power(column.at)
        {
            continue;
        }
        let unit = column.measured.unit.or(of_rows.and_then(|main| main.unit));
        let Some(found) = stated.of(MeasuredIn { unit, ..column.measured })? else { continue };
        column.measured.power = found.power;
        if unit.is_none() {
            column.measured.unit = found.unit;
        }
        has_stated = true;
    }
    Ok(has_stated)
}

/// Puts the amounts of each kind into the unit and power of ten of the first; removes those in another unit and returns
/// where they are.
pub fn in_one_unit(amounts: &mut Vec<AmountColumn>) -> Vec<usize> {
    let mut firsts: [Option<MeasuredIn>; AmountKind::ALL.len()] = [None; AmountKind::ALL.len()];
    let mut others = Vec::new();
    amounts.retain_mut(|column| {
        let first = *firsts[column.measured.kind as usize].get_or_insert(column.measured);
        column.above = column.measured.power - first.power;
        let is_same = column.measured.unit == first.unit;
        if !is_same {
            others.push(column.at);
        }
        is_same
    });
    others
}

/// The amounts by their flows, each once.
pub fn by_flow(amounts: &[AmountColumn]) -> Vec<AmountGroup> {
    let mut groups: Vec<AmountGroup> = Vec::new();
    for amount in amounts {
        match groups.iter_mut().find(|group| group.flow == amount.measured.flow) {
            Some(group) => group.amounts.push(*amount),
            None => {
                groups.push(AmountGroup { flow: amount.measured.flow, period: None, amounts: vec![*amount] });
            }
        }
    }
    groups
}

/// Makes a weight part of the flow of the values next to it, if these are of one.
pub fn join_only_flow(amounts: &mut [AmountColumn]) {
    let mut flows = amounts.iter().filter_map(|amount| amount.measured.flow);
    let Some(only) = flows.next().filter(|first| flows.all(|other| other == *first)) else { return };
    let has_own = |kind| amounts.iter().any(|one| one.measured.kind == kind && one.measured.flow.is_some());
    let own = AmountKind::ALL.map(has_own);
    for amount in amounts.iter_mut().filter(|amount| !own[amount.measured.kind as usize]) {
        amount.measured.flow = Some(only);
    }
}
