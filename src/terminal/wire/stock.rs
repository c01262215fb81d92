//! What one column of the screen looks like, in few bytes.

use std::collections::HashMap;

use super::abilities::Repeat;
use super::csi;
use super::numbered::Numbered;
use super::pen::{Ink, Pen};
use ratatui::buffer::Cell;
use ratatui::style::Color;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How one column looks, by numbers of the [`Stock`] of the wire. Two spots are equal when nobody could tell them
/// apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    glyph: Glyph,
    /// Its number.
    pub pen: u32,
    /// How many columns it covers; 0 for a column covered by the glyph before it.
    width: u8,
}

/// A code point, or [`Glyph::SEVERAL`] and the number of a glyph of several, or nothing but background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Glyph(u32);

impl Glyph {
    /// An erased cell looks like this. NUL is never written.
    const BLANK: Self = Self(0);
    /// The first number that is no code point.
    const SEVERAL: u32 = 0x11_0000;

    fn letter(self) -> Option<char> {
        if self == Self::BLANK { Some(' ') } else { char::from_u32(self.0) }
    }
}

/// The pens and the glyphs of several code points that have been seen.
#[derive(Debug)]
pub(super) struct Stock {
    /// The plain one first.
    pens: Vec<Pen>,
    /// Where those stand that are not among the first.
    further: HashMap<Pen, usize>,
    glyphs: Numbered,
    /// The pen of the last glyph or blank, and its number: most cells have the one of the cell before.
    last: (Pen, u32),
}

/// So many pens are found by looking at all of them; a theme has no more.
const FEW: usize = 24;

impl Default for Stock {
    fn default() -> Self {
        Self {
            pens: vec![Pen::PLAIN],
            further: HashMap::new(),
            glyphs: Numbered::default(),
            last: (Pen::PLAIN, 0),
        }
    }
}

impl Stock {
    fn number(&mut self, pen: Pen) -> u32 {
        if self.last.0 != pen {
            self.last = (pen, u32::try_from(self.place(pen)).unwrap_or(u32::MAX));
        }
        self.last.1
    }

    fn place(&mut self, pen: Pen) -> usize {
        let first = self.pens.iter().take(FEW).position(|known| *known == pen);
        first.or_else(|| self.further.get(&pen).copied()).unwrap_or_else(|| {
            let place = self.pens.len();
            self.pens.push(pen);
            if place >= FEW {
                self.further.insert(pen, place);
            }
            place
        })
    }

    /// The pen with this number.
    pub fn pen(&self, number: u32) -> Pen {
        self.pens.get(number as usize).copied().unwrap_or(Pen::PLAIN)
    }

    /// How many bytes the glyph of a spot takes.
    pub fn bytes(&self, spot: Spot) -> usize {
        if spot.glyph.0 < 0x80 {
            1
        } else {
            spot.letter().map_or_else(|| self.several(spot).len(), char::len_utf8)
        }
    }

    /// Writes the glyph of a spot.
    pub fn write(&self, spot: Spot, out: &mut Vec<u8>) {
        match spot.letter() {
            Some(letter) if letter.is_ascii() => out.push(letter as u8),
            Some(letter) => out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
            None => out.extend_from_slice(self.several(spot).as_bytes()),
        }
    }

    fn several(&self, spot: Spot) -> &str {
        let number = spot.glyph.0.checked_sub(Glyph::SEVERAL);
        number.map_or(" ", |number| self.glyphs.get(number))
    }

    /// Whether REP is the shorter way to write a glyph so many times, where it may be used.
    pub fn is_worth_repeating(&self, spot: Spot, times: usize, repeat: Repeat) -> bool {
        let known = match repeat {
            Repeat::Never => false,
            Repeat::Ascii => spot.letter().is_some_and(|letter| letter.is_ascii()),
            Repeat::Any => true,
        };
        let bytes = || self.bytes(spot);
        known && times > 1 && bytes() + csi::length(times - 1) < bytes() * times
    }

    /// What `cell` looks like with `room` columns left in its row, its own included.
    ///
    /// What must not or cannot be written becomes a space, which is one column wide on every terminal
    /// and in every locale (U+FFFD is neither, and is shown as two columns by some): control characters,
    /// marks that turn the reading direction, glyphs of no width, glyphs too wide for the room.
    pub fn spot(&mut self, cell: &Cell, room: usize) -> Spot {
        let symbol = cell.symbol();
        // Most of a screen is plain.
        let is_plain = cell.modifier.is_empty() && (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
        let pen = || Pen { fg: Ink::of(cell.fg), bg: Ink::of(cell.bg), style: cell.modifier };
        match symbol.as_bytes() {
            b" " if is_plain => return Spot::EMPTY,
            b" " => return self.space(pen()),
            [letter @ b'!'..=b'~'] => {
                let pen = if is_plain { Spot::EMPTY.pen } else { self.number(pen()) };
                return Spot { glyph: Glyph(u32::from(*letter)), pen, width: 1 };
            }
            _ => {}
        }
        let pen = pen();
        let mut letters = symbol.chars();
        if let Some(letter) = letters.next().filter(|_| harmless(symbol)) {
            let is_one = letters.next().is_none();
            let width = if is_one { letter.width().unwrap_or(0) } else { symbol.width() };
            if (1..=room).contains(&width) {
                let glyph = if is_one {
                    u32::from(letter)
                } else {
                    Glyph::SEVERAL.saturating_add(self.glyphs.number(symbol))
                };
                let glyph = Glyph(glyph);
                let width = u8::try_from(width).unwrap_or(u8::MAX);
                return Spot { glyph, pen: self.number(pen), width };
            }
        }
        self.space(pen)
    }

    fn space(&mut self, pen: Pen) -> Spot {
        let (glyph, pen) = if pen.leaves_blank() {
            (Glyph::BLANK, Pen::only_background(pen.bg))
        } else {
            (Glyph(u32::from(' ')), pen)
        };
        Spot { glyph, pen: self.number(pen), width: 1 }
    }
}

impl Spot {
    /// A column of a terminal that was cleared.
    pub const EMPTY: Self = Self { glyph: Glyph::BLANK, pen: 0, width: 1 };

    /// The second column of a wide glyph equals nothing else. So whatever takes one half of a wide glyph
    /// away differs in both columns, and both are sent: what is left of a broken glyph is the terminal's
    /// own affair.
    pub const COVERED: Self = Self { width: 0, ..Self::EMPTY };

    fn letter(self) -> Option<char> {
        self.glyph.letter()
    }

    /// How many columns the glyph covers; 0 for a column covered by the glyph before it.
    pub fn width(self) -> usize {
        usize::from(self.width)
    }

    /// Whether the glyph is of several code points.
    pub fn several(self) -> bool {
        self.glyph.0 >= Glyph::SEVERAL
    }

    /// Nothing but background: an erased cell looks like this.
    pub fn is_blank(self) -> bool {
        self.glyph == Glyph::BLANK && self.width == 1
    }
}

/// Nothing in it that a terminal would obey instead of showing it.
fn harmless(symbol: &str) -> bool {
    !symbol.chars().any(|c| c.is_control() || turns_direction(c))
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
