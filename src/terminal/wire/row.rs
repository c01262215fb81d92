//! What a row looks like column by column, and which columns have to be sent.

use std::collections::HashMap;

use super::abilities::Repeat;
use super::csi;
use super::pen::{Ink, Pen};
use ratatui::buffer::Cell;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How one column looks. Two spots are equal when nobody could tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// The glyph's first code point.
    pub letter: char,
    /// Which of [`Symbols`] the glyph is where marks and the like follow the letter, else 0.
    pub several: u32,
    /// How many bytes the glyph takes.
    bytes: u32,
    /// How many columns it covers; 0 for a column covered by the glyph before it.
    width: u8,
    pub pen: Pen,
}

/// Glyphs of several code points, each by its number from 1.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    texts: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Symbols {
    /// The glyph with this number.
    pub fn text(&self, number: u32) -> &str {
        let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        at.and_then(|at| self.texts.get(at)).map_or(" ", String::as_str)
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        self.texts.push(text.to_owned());
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.to_owned(), number);
        number
    }
}

impl Spot {
    /// A column of a terminal that was cleared.
    pub const EMPTY: Self = Self { letter: ' ', several: 0, bytes: 1, width: 1, pen: Pen::PLAIN };

    /// The second column of a wide glyph equals nothing else. So whatever takes one half of a wide glyph
    /// away differs in both columns, and both are sent: what is left of a broken glyph is the terminal's
    /// own affair.
    const COVERED: Self = Self { width: 0, ..Self::EMPTY };

    /// What `cell` looks like with `room` columns left in its row, its own included.
    ///
    /// What must not or cannot be written becomes a space, which is one column wide on every terminal
    /// and in every locale (U+FFFD is neither, and is shown as two columns by some): control characters,
    /// marks that turn the reading direction, glyphs of no width, glyphs too wide for the room.
    fn of(cell: &Cell, room: usize, symbols: &mut Symbols) -> Self {
        let symbol = cell.symbol();
        let pen = Pen { fg: Ink::of(cell.fg), bg: Ink::of(cell.bg), style: cell.modifier };
        match symbol.as_bytes() {
            b" " => return Self::space(pen),
            [letter @ b'!'..=b'~'] => return Self { letter: char::from(*letter), pen, ..Self::EMPTY },
            _ => {}
        }
        let mut letters = symbol.chars();
        if let Some(letter) = letters.next().filter(|_| harmless(symbol)) {
            let is_one = letters.next().is_none();
            let width = if is_one { letter.width().unwrap_or(0) } else { symbol.width() };
            if (1..=room).contains(&width) {
                return Self {
                    letter,
                    several: if is_one { 0 } else { symbols.number(symbol) },
                    bytes: u32::try_from(symbol.len()).unwrap_or(u32::MAX),
                    width: u8::try_from(width).unwrap_or(u8::MAX),
                    pen,
                };
            }
        }
        Self::space(pen)
    }

    fn space(pen: Pen) -> Self {
        let pen = if pen.leaves_blank() { Pen::only_background(pen.bg) } else { pen };
        Self { pen, ..Self::EMPTY }
    }

    /// How many columns the glyph covers; 0 for a column covered by the glyph before it.
    pub fn width(&self) -> usize {
        usize::from(self.width)
    }

    /// How many bytes the glyph takes.
    pub fn bytes(&self) -> usize {
        self.bytes as usize
    }

    /// Whether combining marks and the like follow the letter.
    pub fn several(&self) -> bool {
        self.several > 0
    }

    /// Whether REP is the shorter way to write the glyph so many times, where it may be used.
    pub fn is_worth_repeating(&self, times: usize, repeat: Repeat) -> bool {
        let known = match repeat {
            Repeat::Never => false,
            Repeat::Ascii => self.letter.is_ascii(),
            Repeat::Any => true,
        };
        known && times > 1 && self.bytes() + csi::length(times - 1) < self.bytes() * times
    }

    /// Nothing but background: an erased cell looks like this.
    pub fn is_blank(&self) -> bool {
        self.letter == ' ' && !self.several() && self.width == 1 && self.pen.leaves_blank()
    }
}

/// Nothing in it that a terminal would obey instead of showing it.
fn harmless(symbol: &str) -> bool {
    !symbol.chars().any(|c| c.is_control() || turns_direction(c))
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

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
    /// The pen of the first glyph from here on.
    pub next_pen: Pen,
    /// How many glyphs from here on can only be written, one by one and with one pen, so that no way along the row
    /// leaves them; and how many bytes that takes.
    pub text: (usize, usize),
}

impl Row {
    /// Reads the row, and looks what differs from `shown`, which is as long; returns whether anything does.
    pub fn read(&mut self, cells: &[Cell], shown: &[Spot], repeat: Repeat, symbols: &mut Symbols) -> bool {
        let spots = &mut self.spots;
        spots.clear();
        while let Some(cell) = cells.get(spots.len()) {
            let spot = Spot::of(cell, cells.len() - spots.len(), symbols);
            spots.push(spot);
            if spot.width > 1 {
                spots.resize(spots.len() + spot.width() - 1, Spot::COVERED);
            }
        }
        if *spots == shown {
            return false;
        }
        self.look_ahead(shown, repeat);
        true
    }

    fn look_ahead(&mut self, shown: &[Spot], repeat: Repeat) {
        let columns = self.spots.len();
        let mut next = Ahead { run: 0, next_changed: columns, next_pen: Pen::PLAIN, text: (0, 0) };
        let mut behind = Spot::COVERED;
        self.ahead.clear();
        self.ahead.resize(columns + 1, next);
        let spots = self.spots.iter().zip(shown).zip(&mut self.ahead).enumerate();
        for (c, ((spot, old), ahead)) in spots.rev() {
            let is_one = spot.width == 1 && !spot.several();
            let run = if is_one && behind == *spot { next.run + 1 } else { 1 };
            let is_blank = spot.is_blank();
            let changed = spot != old;
            let is_text = changed && is_one && !is_blank && !spot.is_worth_repeating(run, repeat);
            let text = match next.text {
                _ if !is_text => (0, 0),
                (columns, bytes) if behind.pen == spot.pen => (columns + 1, bytes + spot.bytes()),
                _ => (1, spot.bytes()),
            };
            next = Ahead {
                run,
                next_changed: if changed { c } else { next.next_changed },
                next_pen: if is_blank || spot.width == 0 { next.next_pen } else { spot.pen },
                text,
            };
            *ahead = next;
            behind = *spot;
        }
    }
}
