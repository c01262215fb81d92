//! Erases all rows from one down in a single step. Opening a text empties most of the screen except the footer.
//!
//! The footer is erased with them and written again: its hints differ from screen to screen anyway, and one rewritten
//! line costs less than one erasure per row. Nothing else that stays is ever erased.

use super::cell_table::{CellKey, CellTable};
use ratatui::buffer::Cell;

/// The fewest bytes that erase a single row: a line feed and `ESC [ K`.
const ROW_ERASURE: usize = 4;
/// Roughly the bytes of `ESC [ J` and the move to it.
const JOINT_ERASURE: usize = 8;

/// The first row from which everything below is best erased together; `None` if erasing row by row is shorter.
pub(super) fn first_row(
    wanted: &[Cell],
    shown: &[CellKey],
    columns: usize,
    table: &mut CellTable,
) -> Option<usize> {
    let mut rows = wanted.chunks_exact(columns).zip(shown.chunks_exact(columns)).enumerate().rev();
    let (_, (last, shown_last)) = rows.next()?;
    let mut is_empty = |cells: &[Cell]| cells.iter().all(|cell| table.key(cell, columns) == CellKey::EMPTY);
    let (mut first, mut emptied) = (None, 0);
    for (y, (_, shown)) in rows.take_while(|(_, (wanted, _))| is_empty(wanted)) {
        if shown.iter().any(|key| *key != CellKey::EMPTY) {
            (first, emptied) = (Some(y), emptied + 1);
        }
    }
    let first = first.filter(|_| emptied * ROW_ERASURE > JOINT_ERASURE)?;
    // The glyphs of the last row to be written again; pen changes are assumed to cost as much again.
    let mut rewritten = 0;
    for (cell, shown) in last.iter().zip(shown_last) {
        let key = table.key(cell, columns);
        if key == *shown && !key.is_blank() {
            rewritten += table.bytes(key);
        }
    }
    (emptied * ROW_ERASURE > 2 * rewritten + JOINT_ERASURE).then_some(first)
}
