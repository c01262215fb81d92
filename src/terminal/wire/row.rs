//! What a row looks like column by column, and which columns have to be sent.

use super::abilities::Repeat;
use super::stock::{Spot, Stock};
use ratatui::buffer::Cell;
use std::ops::Range;

/// A row as it should be, and what of it has to be sent.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub spots: Vec<Spot>,
    /// What lies ahead, by column, and behind the last one.
    pub ahead: Vec<Ahead>,
}

/// What lies ahead of a column, its own spot included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ahead {
    /// How many equal spots begin here, all of them one column wide.
    pub run: usize,
    /// The first column from here on that has to be sent, or the number of columns.
    pub next_changed: usize,
    /// Where the equal spots begin that the next one to be sent is among, if they begin here or further on: an erasure
    /// or a repetition may start with cells that need not be sent.
    pub next_start: usize,
    /// The number of the pen of the first glyph from here on.
    pub next_pen: u32,
    /// How many glyphs from here on can only be written, one by one and with one pen, so that no way along the row
    /// leaves them; and how many bytes that takes.
    pub text: (usize, usize),
}

impl Row {
    /// Reads the columns of the row that may differ from `shown`, which is as long, and looks what does; returns whether
    /// anything does.
    pub fn read(
        &mut self,
        (cells, touched): (&[Cell], Range<usize>),
        shown: &[Spot],
        repeat: Repeat,
        stock: &mut Stock,
    ) -> bool {
        let spots = &mut self.spots;
        spots.clear();
        // Half of a wide glyph is read with its other half.
        let covered = |column: usize| shown.get(column).is_some_and(|spot| spot.width() == 0);
        let start = (0..=touched.start.min(shown.len())).rev().find(|column| !covered(*column)).unwrap_or(0);
        spots.extend_from_slice(shown.get(..start).unwrap_or_default());
        while let Some(cell) =
            cells.get(spots.len()).filter(|_| spots.len() < touched.end || covered(spots.len()))
        {
            let spot = stock.spot(cell, cells.len() - spots.len());
            spots.push(spot);
            if spot.width() > 1 {
                spots.resize(spots.len() + spot.width() - 1, Spot::COVERED);
            }
        }
        spots.extend_from_slice(shown.get(spots.len()..).unwrap_or_default());
        if *spots == shown {
            return false;
        }
        self.look_ahead(shown, repeat, stock);
        true
    }

    fn look_ahead(&mut self, shown: &[Spot], repeat: Repeat, stock: &Stock) {
        let columns = self.spots.len();
        let mut next = Ahead {
            run: 0,
            next_changed: columns,
            next_start: columns,
            next_pen: Spot::EMPTY.pen,
            text: (0, 0),
        };
        let mut behind = Spot::COVERED;
        self.ahead.resize(columns + 1, next);
        self.ahead[columns] = next;
        let spots = self.spots.iter().zip(shown).zip(&mut self.ahead).enumerate();
        for (c, ((spot, old), ahead)) in spots.rev() {
            let is_one = spot.width() == 1 && !spot.several();
            let run = if is_one && behind == *spot { next.run + 1 } else { 1 };
            let is_blank = spot.is_blank();
            let changed = spot != old;
            let is_text = changed && is_one && !is_blank && !stock.is_worth_repeating(*spot, run, repeat);
            let text = match next.text {
                _ if !is_text => (0, 0),
                (columns, bytes) if behind.pen == spot.pen => (columns + 1, bytes + stock.bytes(*spot)),
                _ => (1, stock.bytes(*spot)),
            };
            let next_changed = if changed { c } else { next.next_changed };
            next = Ahead {
                run,
                next_changed,
                next_start: if c + run > next_changed { c } else { next.next_start },
                next_pen: if is_blank || spot.width() == 0 { next.next_pen } else { spot.pen },
                text,
            };
            *ahead = next;
            behind = *spot;
        }
    }
}
