//! Turns the wanted screen into as few bytes as possible, given what the terminal shows.
//!
//! ```text
//!  Buffer ──▶ row: what each column looks like, which differ
//!               └▶ route: the cheapest way along the row ──▶ bytes
//!                    ├─ motion: how to move the cursor
//!                    └─ pen: how to change colours and attributes
//! ```
//!
//! Over a slow connection the bytes are what a user waits for, so every row that differs is solved exactly, not by
//! rule of thumb. Rows are visited from top to bottom.

mod abilities;
mod cell_table;
mod csi;
mod erase_below;
mod interner;
mod motion;
mod pen;
mod route;
mod row;

pub use abilities::{Abilities, Repeat};

use cell_table::{CellKey, CellTable};
use motion::{CursorPosition, Motion};
use pen::Pen;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use route::{Route, RowChange};
use row::{DrawnRow, TargetRow};
use std::ops::Range;

const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

/// The cells that the terminal shows now, its cursor and its pen.
///
/// One frame is one slice of bytes, to be sent with one write. If it could not be sent as a whole, call
/// [`Wire::forget`]: the terminal then shows something other than this believes.
///
/// Autowrap may be on or off, the scrolling region must be the whole screen, and output post-processing must be off
/// (raw mode). Hiding the cursor is left to the session.
#[derive(Debug)]
pub struct Wire {
    abilities: Abilities,
    shown: Vec<CellKey>,
    /// The size of `shown`; `None` if nothing is known about the terminal.
    size: Option<Size>,
    cursor: Option<CursorPosition>,
    pen: Pen,
    row: TargetRow,
    table: CellTable,
    route: Route,
    out: Vec<u8>,
}

impl Wire {
    /// A wire to a terminal in an unknown state: the first frame clears and paints everything.
    #[must_use]
    pub fn new(abilities: Abilities) -> Self {
        Self {
            abilities,
            shown: Vec::new(),
            size: None,
            cursor: None,
            pen: Pen::PLAIN,
            row: TargetRow::default(),
            table: CellTable::default(),
            route: Route::default(),
            out: Vec::new(),
        }
    }

    /// The bytes that make the terminal show `wanted`; empty if it already does.
    ///
    /// A buffer of another size than the last is painted in full. Symbols, colours and modifiers of cells count; their
    /// [`CellDiffOption`](ratatui::buffer::CellDiffOption) does not, because our screen holds nothing but text.
    pub fn frame(&mut self, wanted: &Buffer) -> &[u8] {
        self.rows(wanted, |_| 0..usize::MAX)
    }

    /// Like [`Wire::frame`], if only the `touched` columns of each row can differ from the last frame.
    pub fn rows(&mut self, wanted: &Buffer, touched: impl Fn(usize) -> Range<usize>) -> &[u8] {
        self.out.clear();
        let size = wanted.area.as_size();
        if size.width == 0 || size.height == 0 {
            self.forget();
            return &self.out;
        }
        if self.abilities.sync {
            self.out.extend_from_slice(BEGIN_UPDATE);
        }
        let opening = self.out.len();
        let is_repaint = self.size != Some(size);
        if is_repaint {
            self.clear(size);
        }
        let columns = usize::from(size.width);
        let below = if is_repaint {
            None
        } else {
            erase_below::first_row(&wanted.content, &self.shown, columns, &mut self.table)
        };
        for (y, cells) in wanted.content.chunks_exact(columns).take(usize::from(size.height)).enumerate() {
            if below == Some(y) {
                self.erase_below(y, columns);
            }
            let is_erased = below.is_some_and(|first| first <= y);
            let touched = if is_repaint || is_erased { 0..columns } else { touched(y) };
            if !touched.is_empty() {
                self.change(y, cells, touched);
            }
        }
        if self.out.len() == opening {
            self.out.clear();
        } else if self.abilities.sync {
            self.out.extend_from_slice(END_UPDATE);
        }
        &self.out
    }

    /// Forgets what the terminal shows (after a resize, Ctrl-L, a return from suspension or a failed write): the next
    /// frame is painted in full.
    pub fn forget(&mut self) {
        self.size = None;
    }

    /// Clears the screen, for a full repaint only.
    ///
    /// A change of most of the screen would be a little shorter after a clear, but terminals that ignore synchronized
    /// updates would flicker, and there is no way to know which those are.
    fn clear(&mut self, size: Size) {
        self.out.extend_from_slice(b"\x1b[m\x1b[2J");
        self.pen = Pen::PLAIN;
        self.cursor = None;
        self.shown.clear();
        self.shown.resize(usize::from(size.width) * usize::from(size.height), CellKey::EMPTY);
        self.size = Some(size);
    }

    /// Erases row `y` and all rows below it.
    fn erase_below(&mut self, y: usize, columns: usize) {
        Motion::cheapest(self.cursor, y, 0, self.abilities.column).write(&mut self.out);
        let pen = self.pen.blanking(Pen::PLAIN.bg);
        self.pen.write_change(pen, &mut self.out);
        self.out.extend_from_slice(b"\x1b[J");
        (self.pen, self.cursor) = (pen, Some(CursorPosition { row: y, column: Some(0) }));
        if let Some(below) = self.shown.get_mut(y * columns..) {
            below.fill(CellKey::EMPTY);
        }
    }

    fn change(&mut self, y: usize, cells: &[Cell], touched: Range<usize>) {
        let start = y * cells.len();
        let Some(shown) = self.shown.get_mut(start..start + cells.len()) else { return };
        if !self.row.read(DrawnRow { cells, touched }, shown, self.abilities.repeat, &mut self.table) {
            return;
        }
        let change = RowChange {
            row: &self.row,
            table: &self.table,
            abilities: self.abilities,
            y,
            cursor: self.cursor,
        };
        if let Some(end) = self.route.find(&change, self.pen) {
            let before = self.out.len();
            self.route.write(&change, &mut self.out);
            debug_assert_eq!(self.out.len() - before, end.cost, "bytes counted and bytes written");
            self.cursor = Some(end.cursor);
            self.pen = end.pen;
        }
        shown.copy_from_slice(&self.row.keys);
    }
}
