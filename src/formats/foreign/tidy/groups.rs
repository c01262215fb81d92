//! Columns of amounts, by the rows that they make.

use super::super::AmountKind;
use super::super::measured::MeasuredIn;
use super::super::number::NumberStyle;
use crate::dataset::Flow;

/// A column of amounts.
#[derive(Debug, Clone, Copy)]
pub struct AmountColumn {
    pub at: usize,
    pub style: NumberStyle,
    pub measured: MeasuredIn,
}

/// The amounts of a record that make up one row: those of a flow or of a period that has columns of its own.
#[derive(Debug)]
pub struct AmountGroup {
    pub flow: Option<Flow>,
    pub period: Option<String>,
    pub amounts: Vec<AmountColumn>,
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
