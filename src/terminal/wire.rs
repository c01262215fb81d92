//! From what the terminal shows to what it should show, in as few bytes as possible.
//!
//! ```text
//!  Buffer ──▶ row: what each column looks like, which differ
//!               └▶ route: the cheapest way along the row ──▶ bytes
//!                    ├─ motion: how to get from here to there
//!                    └─ pen: how to change colours and attributes
//! ```
//!
//! Over a slow connection the bytes are what one waits for, so that every row that differs is solved
//! exactly, not by rule of thumb; rows are visited from top to bottom.

mod abilities;
mod below;
mod csi;
mod motion;
mod numbered;
mod pen;
mod route;
mod row;
mod stock;

pub use abilities::{Abilities, Repeat};

use motion::{Cursor, Motion};
use pen::Pen;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use route::{Route, Scene};
use row::Row;
use std::ops::Range;
use stock::{Spot, Stock};

const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

/// What the terminal shows now, where its cursor is and what it would write with.
///
/// One frame is one slice of bytes, to be sent with one write. If it could not be sent as a whole,
/// call [`Wire::forget`]: from then on the terminal shows something else than is believed here.
///
/// Autowrap has to be on or off as the terminal had it, the scrolling region the whole screen, and
/// output post-processing off (raw mode); hiding the cursor is the session's business.
#[derive(Debug)]
pub struct Wire {
    abilities: Abilities,
    shown: Vec<Spot>,
    /// The size of `shown`; nothing is known of the terminal without it.
    size: Option<Size>,
    cursor: Option<Cursor>,
    pen: Pen,
    row: Row,
    stock: Stock,
    route: Route,
    out: Vec<u8>,
}

impl Wire {
    /// A wire to a terminal of which nothing is known: the first frame clears and paints everything.
    #[must_use]
    pub fn new(abilities: Abilities) -> Self {
        Self {
            abilities,
            shown: Vec::new(),
            size: None,
            cursor: None,
            pen: Pen::PLAIN,
            row: Row::default(),
            stock: Stock::default(),
            route: Route::default(),
            out: Vec::new(),
        }
    }

    /// The bytes that make the terminal show `wanted`; empty when it already does.
    ///
    /// A buffer of another size than the one before is painted in full. Of a cell, its symbol, colours
    /// and modifiers count; its [`CellDiffOption`](ratatui::buffer::CellDiffOption) does not, for
    /// nothing but text is ever on our screen.
    pub fn frame(&mut self, wanted: &Buffer) -> &[u8] {
        self.rows(wanted, |_| 0..usize::MAX)
    }

    /// As [`Wire::frame`], where only columns of a row that were `touched` can differ from the frame before.
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
        let nothing = self.out.len();
        let all = self.size != Some(size);
        if all {
            self.clear(size);
        }
        let columns = usize::from(size.width);
        let below = if all {
            None
        } else {
            below::first_empty(&wanted.content, &self.shown, columns, &mut self.stock)
        };
        for (y, cells) in wanted.content.chunks_exact(columns).take(usize::from(size.height)).enumerate() {
            if below == Some(y) {
                self.erase_below(y, columns);
            }
            let touched = if all || below.is_some_and(|first| first <= y) { 0..columns } else { touched(y) };
            if !touched.is_empty() {
                self.change(y, cells, touched);
            }
        }
        if self.out.len() == nothing {
            self.out.clear();
        } else if self.abilities.sync {
            self.out.extend_from_slice(END_UPDATE);
        }
        &self.out
    }

    /// What the terminal shows is no longer known (a resize, Ctrl-L, a return from suspension, a write
    /// that failed): the next frame is painted in full.
    pub fn forget(&mut self) {
        self.size = None;
    }

    /// The one place where the screen is cleared, since nothing on it can be relied upon. A diff that
    /// touches most of the screen never clears first, though it would be a little shorter: terminals
    /// that ignore synchronized updates would flicker, and nobody can tell which those are. (Where all but the last of
    /// the lower rows are to be empty, that one may be erased with them: `below.rs`.)
    fn clear(&mut self, size: Size) {
        self.out.extend_from_slice(b"\x1b[m\x1b[2J");
        self.pen = Pen::PLAIN;
        self.cursor = None;
        self.shown.clear();
        self.shown.resize(usize::from(size.width) * usize::from(size.height), Spot::EMPTY);
        self.size = Some(size);
    }

    /// Erases a row and all below it.
    fn erase_below(&mut self, y: usize, columns: usize) {
        Motion::cheapest(self.cursor, y, 0, self.abilities.column).write(&mut self.out);
        let pen = self.pen.blanking(Pen::PLAIN.bg);
        self.pen.write_change(pen, &mut self.out);
        self.out.extend_from_slice(b"\x1b[J");
        (self.pen, self.cursor) = (pen, Some(Cursor { row: y, column: Some(0) }));
        if let Some(below) = self.shown.get_mut(y * columns..) {
            below.fill(Spot::EMPTY);
        }
    }

    fn change(&mut self, y: usize, cells: &[Cell], touched: Range<usize>) {
        let start = y * cells.len();
        let Some(shown) = self.shown.get_mut(start..start + cells.len()) else { return };
        if !self.row.read((cells, touched), shown, self.abilities.repeat, &mut self.stock) {
            return;
        }
        let scene =
            Scene { row: &self.row, stock: &self.stock, abilities: self.abilities, y, cursor: self.cursor };
        if let Some(end) = self.route.find(&scene, self.pen) {
            let before = self.out.len();
            self.route.write(&scene, &mut self.out);
            debug_assert_eq!(self.out.len() - before, end.cost, "bytes counted and bytes written");
            self.cursor = Some(end.cursor);
            self.pen = end.pen;
        }
        shown.copy_from_slice(&self.row.spots);
    }
}
