//! Rows that are to be empty, down to the last but one: opening a text empties most of the screen, but for the footer.
//!
//! They are erased in one go, the last row with them, and that is written again: a line of hints, which are other ones
//! on another screen, against an erasure a row. Nothing else that stays is ever erased.

use super::stock::{Spot, Stock};
use ratatui::buffer::Cell;

/// The least that an erasure of its own takes for a row: a line feed and `ESC [ K`.
const ERASURE: usize = 4;
/// About what `ESC [ J` takes with the way to it.
const ALL: usize = 8;

/// The first of the rows that are worth being erased together, with all below it; `None` where they are not.
pub(super) fn first_empty(
    wanted: &[Cell],
    shown: &[Spot],
    columns: usize,
    stock: &mut Stock,
) -> Option<usize> {
    let mut rows = wanted.chunks_exact(columns).zip(shown.chunks_exact(columns)).enumerate().rev();
    let (_, (last, shown_last)) = rows.next()?;
    let mut is_empty = |cells: &[Cell]| cells.iter().all(|cell| stock.spot(cell, 1) == Spot::EMPTY);
    let (mut first, mut gone) = (None, 0);
    for (y, (_, shown)) in rows.take_while(|(_, (wanted, _))| is_empty(wanted)) {
        if shown.iter().any(|spot| *spot != Spot::EMPTY) {
            (first, gone) = (Some(y), gone + 1);
        }
    }
    // What is written again has its bytes, and about as many for changes of the pen.
    let mut again = 0;
    for (cell, shown) in last.iter().zip(shown_last) {
        let spot = stock.spot(cell, columns);
        if spot == *shown && !spot.is_blank() {
            again += stock.bytes(spot);
        }
    }
    first.filter(|_| gone * ERASURE > 2 * again + ALL)
}
