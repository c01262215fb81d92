//! Puts the columns of a header right by what stands next to them.

use super::super::AmountKind;
use super::super::head::Head;
use super::super::roles::ColumnRole;
use super::AmountColumn;

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

/// Exchanges a code and its name where the column of the code stands behind.
pub fn put_codes_first(head: &Head, columns: &mut [(ColumnRole, usize)], names: &mut [(ColumnRole, usize)]) {
    let has_digits = |at: usize| {
        let cells = || head.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        cells().next().is_some() && cells().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for (role, name) in names {
        let code = columns.iter_mut().find(|(known, _)| known == role);
        if let Some((_, code)) = code.filter(|(_, code)| has_digits(*name) && !has_digits(*code)) {
            std::mem::swap(code, name);
        }
    }
}
