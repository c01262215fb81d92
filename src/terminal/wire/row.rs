//! A row as it should look, column by column, and which columns have to be sent.

use super::abilities::Repeat;
use super::cell_table::{CellKey, CellTable};
use ratatui::buffer::Cell;
use std::ops::Range;

/// A row as it should look, and what to send of it.
#[derive(Debug, Default)]
pub(super) struct TargetRow {
    pub(super) keys: Vec<CellKey>,
    /// By column, as far as the last run that has to be sent.
    pub(super) lookahead: Vec<Lookahead>,
    /// The last column that has to be sent.
    pub(super) last_changed: usize,
}

/// The cells that begin at a column or lie to its right. There is one for each column of a frame, so its numbers are
/// no wider than the widest terminal needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lookahead {
    /// The number of equal keys that begin here, all of them one column wide.
    run: u32,
    /// The first column from here on that has to be sent, or the number of columns.
    next_changed: u32,
    /// The start of the run that holds `next_changed`, or this column if the run began before it: an erasure or a
    /// repetition may begin with cells that need not be sent.
    next_start: u32,
    /// The number of the pen of the first glyph from here on.
    pub(super) next_pen: u32,
    /// The number of glyphs from here on, and their bytes, that have to be written one by one with one pen: no route
    /// branches among them.
    text: (u32, u32),
}

impl Lookahead {
    pub(super) fn run(self) -> usize {
        self.run as usize
    }

    pub(super) fn next_start(self) -> usize {
        self.next_start as usize
    }

    pub(super) fn text(self) -> (usize, usize) {
        (self.text.0 as usize, self.text.1 as usize)
    }
}

/// A row that was drawn.
#[derive(Debug, Clone)]
pub(super) struct DrawnRow<'c> {
    pub(super) cells: &'c [Cell],
    /// The columns whose cells may have changed.
    pub(super) touched: Range<usize>,
}

impl TargetRow {
    /// Reads the touched columns of a row and compares them with `shown`, which is as long. Returns true if any differs.
    pub(super) fn read(
        &mut self,
        DrawnRow { cells, touched }: DrawnRow,
        shown: &[CellKey],
        repeat: Repeat,
        table: &mut CellTable,
    ) -> bool {
        let keys = &mut self.keys;
        keys.clear();
        keys.extend_from_slice(shown);
        // A touched half of a wide glyph brings the other half with it.
        let is_covered = |column: usize| shown.get(column).is_some_and(|key| key.width() == 0);
        let start = (0..=touched.start.min(shown.len())).rev().find(|column| !is_covered(*column));
        let mut column = start.unwrap_or(0);
        while let Some(cell) = cells.get(column).filter(|_| column < touched.end || is_covered(column)) {
            let key = table.key(cell, cells.len() - column);
            keys[column] = key;
            column += 1;
            for _ in 1..key.width() {
                keys[column] = CellKey::COVERED;
                column += 1;
            }
        }
        let Some(last) = keys.iter().zip(shown).rposition(|(key, old)| key != old) else { return false };
        self.last_changed = last;
        self.look_ahead(shown, repeat, table);
        true
    }

    /// The first column from `column` on that has to be sent, or the number of columns.
    pub(super) fn next_changed(&self, column: usize) -> usize {
        self.lookahead.get(column).map_or(self.keys.len(), |ahead| ahead.next_changed as usize)
    }

    /// Looks ahead from every column up to the last that has to be sent, and over the run that it belongs to.
    fn look_ahead(&mut self, shown: &[CellKey], repeat: Repeat, table: &CellTable) {
        let (sent, behind) = self.keys.split_at(self.last_changed + 1);
        let run = behind.iter().take_while(|key| sent.last() == Some(*key)).count();
        let columns = count(self.keys.len());
        let mut next = Lookahead {
            run: 0,
            next_changed: columns,
            next_start: columns,
            next_pen: CellKey::EMPTY.pen,
            text: (0, 0),
        };
        let mut next_key = CellKey::COVERED;
        self.lookahead.resize(sent.len() + run, next);
        let mut c = count(self.lookahead.len());
        for ((key, old), lookahead) in self.keys.iter().zip(shown).zip(&mut self.lookahead).rev() {
            c -= 1;
            let is_single = key.width() == 1 && !key.is_cluster();
            next.run = if is_single && next_key == *key { next.run + 1 } else { 1 };
            let is_blank = key.is_blank();
            let is_changed = key != old;
            let is_text = is_changed
                && is_single
                && !is_blank
                && !table.is_worth_repeating(*key, next.run as usize, repeat);
            next.text = match next.text {
                _ if !is_text => (0, 0),
                (columns, bytes) if next_key.pen == key.pen => {
                    (columns + 1, bytes + count(table.bytes(*key)))
                }
                _ => (1, count(table.bytes(*key))),
            };
            if is_changed {
                next.next_changed = c;
            }
            if c + next.run > next.next_changed {
                next.next_start = c;
            }
            if !is_blank && key.width() > 0 {
                next.next_pen = key.pen;
            }
            *lookahead = next;
            next_key = *key;
        }
    }
}

/// A number of columns, or of the bytes in them; no terminal has more than this can hold.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
