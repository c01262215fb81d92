//! What a row looks like column by column, and which columns have to be sent.

use super::abilities::Repeat;
use super::csi;
use super::pen::Pen;
use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthStr;

/// How one column looks. Two spots are equal when nobody could tell them apart, except for spots of
/// several code points, where the symbols themselves have to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// The glyph's first code point.
    pub letter: char,
    /// How many columns it covers; 0 for a column covered by the glyph before it.
    pub width: usize,
    /// How many bytes the glyph takes; more than the letter's if marks and the like follow it.
    pub bytes: usize,
    pub pen: Pen,
}

impl Spot {
    /// The second column of a wide glyph equals nothing else. So whatever takes one half of a wide glyph
    /// away differs in both columns, and both are sent: what is left of a broken glyph is the terminal's
    /// own affair.
    const COVERED: Self = Self { letter: ' ', width: 0, bytes: 1, pen: Pen::PLAIN };

    /// What `cell` looks like with `room` columns left in its row, its own included.
    ///
    /// What must not or cannot be written becomes a space, which is one column wide on every terminal
    /// and in every locale (U+FFFD is neither, and is shown as two columns by some): control characters,
    /// marks that turn the reading direction, glyphs of no width, glyphs too wide for the room.
    fn of(cell: &Cell, room: usize) -> Self {
        let symbol = if harmless(cell.symbol()) { cell.symbol() } else { " " };
        let width = if symbol.len() == 1 { 1 } else { symbol.width() };
        let pen = Pen { fg: cell.fg, bg: cell.bg, style: cell.modifier };
        let glyph = symbol.chars().next().filter(|_| symbol != " " && (1..=room).contains(&width));
        if let Some(letter) = glyph {
            return Self { letter, width, bytes: symbol.len(), pen };
        }
        let pen = if pen.leaves_blank() { Pen::only_background(pen.bg) } else { pen };
        Self { letter: ' ', width: 1, bytes: 1, pen }
    }

    /// Whether combining marks and the like follow the letter.
    pub fn several(&self) -> bool {
        self.bytes > self.letter.len_utf8()
    }

    /// Whether REP is the shorter way to write the glyph so many times, where it may be used.
    pub fn is_worth_repeating(&self, times: usize, repeat: Repeat) -> bool {
        let known = match repeat {
            Repeat::Never => false,
            Repeat::Ascii => self.letter.is_ascii(),
            Repeat::Any => true,
        };
        known && times > 1 && self.bytes + csi::length(times - 1) < self.bytes * times
    }

    /// Nothing but background: an erased cell looks like this.
    pub fn is_blank(&self) -> bool {
        self.letter == ' ' && self.bytes == 1 && self.width == 1 && self.pen.leaves_blank()
    }
}

/// Nothing in it that a terminal would obey instead of showing it.
fn harmless(symbol: &str) -> bool {
    !symbol.chars().any(|c| c.is_control() || turns_direction(c))
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A row as it is and as it should be.
#[derive(Debug, Default)]
pub(super) struct Rows {
    before: Vec<Spot>,
    pub after: Vec<Spot>,
    /// Which columns have to be sent.
    pub changed: Vec<bool>,
    /// By column, how many equal spots begin there, all of them one column wide.
    pub run: Vec<usize>,
    /// By column, the first one from there on that has to be sent, or the number of columns.
    pub next_changed: Vec<usize>,
    /// By column, the pen of the first glyph from there on.
    pub next_pen: Vec<Pen>,
    /// By column, what can only be written from there on.
    pub text: Vec<Text>,
}

/// Glyphs in a row that have to be sent, with one pen, one by one: no way along the row leaves them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Text {
    pub columns: usize,
    pub bytes: usize,
}

impl Rows {
    /// Reads both rows, which are equally long. Returns whether they look different at all.
    pub fn compare(&mut self, before: &[Cell], after: &[Cell], repeat: Repeat) -> bool {
        read(before, &mut self.before);
        read(after, &mut self.after);
        self.changed.clear();
        self.changed.extend(before.iter().zip(after).zip(self.before.iter().zip(&self.after)).map(
            |((old_cell, new_cell), (old, new))| {
                old != new || (new.several() && old_cell.symbol() != new_cell.symbol())
            },
        ));
        if !self.changed.contains(&true) {
            return false;
        }
        self.look_ahead(repeat);
        true
    }

    fn look_ahead(&mut self, repeat: Repeat) {
        let columns = self.after.len();
        self.run.clear();
        self.run.resize(columns, 1);
        self.next_changed.clear();
        self.next_changed.resize(columns + 1, columns);
        self.next_pen.clear();
        self.next_pen.resize(columns + 1, Pen::PLAIN);
        self.text.clear();
        self.text.resize(columns + 1, Text::default());
        for c in (0..columns).rev() {
            let spot = self.after[c];
            if self.after.get(c + 1) == Some(&spot) && spot.width == 1 && !spot.several() {
                self.run[c] = self.run[c + 1] + 1;
            }
            self.next_changed[c] = if self.changed[c] { c } else { self.next_changed[c + 1] };
            let passed = spot.is_blank() || spot.width == 0;
            self.next_pen[c] = if passed { self.next_pen[c + 1] } else { spot.pen };
            let is_text = spot.width == 1 && !spot.several() && !spot.is_blank();
            if is_text && self.changed[c] && !spot.is_worth_repeating(self.run[c], repeat) {
                let same_pen = self.after.get(c + 1).is_some_and(|next| next.pen == spot.pen);
                let rest = if same_pen { self.text[c + 1] } else { Text::default() };
                self.text[c] = Text { columns: rest.columns + 1, bytes: rest.bytes + spot.bytes };
            }
        }
    }
}

/// Whether two rows are the same, cell by cell. Every row of every frame passes here, so it looks at no
/// more than it must; [`Rows::compare`] knows better which differences can be seen.
pub(super) fn same(before: &[Cell], after: &[Cell]) -> bool {
    before.iter().zip(after).all(|(old, new)| {
        old.fg == new.fg
            && old.bg == new.bg
            && old.modifier == new.modifier
            && old.symbol().bytes().eq(new.symbol().bytes())
    })
}

fn read(cells: &[Cell], spots: &mut Vec<Spot>) {
    spots.clear();
    while let Some(cell) = cells.get(spots.len()) {
        let spot = Spot::of(cell, cells.len() - spots.len());
        spots.push(spot);
        spots.resize(spots.len() + spot.width - 1, Spot::COVERED);
    }
}
