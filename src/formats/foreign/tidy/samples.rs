//! The contents of a column, by its first rows.

use crate::formats::foreign::comtrade::style;
use crate::formats::foreign::head::Head;
use crate::formats::foreign::number::NumberCell;

/// False for a column with something else in it, such as the unit of a quantity.
pub fn has_only_numbers(head: &Head, at: usize) -> bool {
    let style = style(head, Some(at));
    let cells = head.sample.iter().filter_map(|row| row.get(at));
    cells.map(|cell| style.read(cell.as_bytes())).all(|cell| cell != NumberCell::Wrong)
}

/// True for a column of words or codes; false for one of numbers that are measured.
pub fn integers_or_words(head: &Head, at: usize) -> bool {
    let cells = || head.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
    !has_only_numbers(head, at) || cells().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
}
