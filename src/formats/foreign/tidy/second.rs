//! A second column with the meaning of an earlier one: a code and its name, or two things of which one may be meant.

use super::super::amounts::multiplier;
use super::super::head::Head;
use super::super::roles::ColumnRole;
use super::samples::cells;
use crate::dataset::known::alpha3;

/// A second column with the same meaning.
pub enum Second {
    /// It says the same in other words.
    Same,
    /// It says the same and more: `hs6` behind `hs2`.
    Finer,
    /// The name of the code in the first: `hs_code`, `commodity`.
    Name,
    /// Something else.
    Other,
}

/// Compares the column `at` with the column `first`, which has the same role.
pub fn second(head: &Head, role: ColumnRole, first: usize, at: usize) -> Second {
    let pairs = || cells(head, first).zip(cells(head, at));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_there = !head.sample.is_empty();
    if role == ColumnRole::Period && is_there && pairs().all(|(first, second)| first == second)
        || role == ColumnRole::Multiplier && pairs().all(|(first, second)| power(first) == power(second))
    {
        return Second::Same;
    }
    if role == ColumnRole::Product
        && is_there
        && pairs().all(|(first, second)| is_number(first) && is_number(second))
    {
        return if pairs().all(|(first, second)| second.starts_with(first)) {
            Second::Finer
        } else if pairs().all(|(first, second)| first.starts_with(second)) {
            Second::Same
        } else {
            Second::Other
        };
    }
    let has_names =
        [ColumnRole::Reporter, ColumnRole::Partner, ColumnRole::Product, ColumnRole::Measure].contains(&role);
    let is_place = matches!(role, ColumnRole::Reporter | ColumnRole::Partner);
    if has_names && !(is_place && pairs().any(|(first, second)| are_two(first, second))) {
        Second::Name
    } else {
        Second::Other
    }
}

/// The power of ten of a cell.
fn power(cell: &str) -> Option<i8> {
    multiplier(cell.as_bytes())
}

/// True for two countries, of which none can be the other's name. A number may be that of an office's own list.
fn are_two(first: &str, second: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    !is_number(first)
        && !is_number(second)
        && alpha3(first).zip(alpha3(second)).is_some_and(|(first, second)| first != second)
}
