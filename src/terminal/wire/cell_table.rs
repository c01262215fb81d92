//! The look of one column of the screen, in eight bytes.

use foldhash::HashMap;

use super::abilities::Repeat;
use super::csi;
use super::interner::GlyphInterner;
use super::pen::Pen;
use crate::text::harmless::is_harmful;
use ratatui::buffer::Cell;
use ratatui::style::Color;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The appearance of one column, as numbers of a [`CellTable`]. Keys are equal if nobody could tell the columns apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellKey {
    glyph: Glyph,
    /// The number of its pen.
    pub(super) pen: u32,
}

/// The glyph, and above it, in the highest byte, the number of columns that it covers. The former is a code point;
/// or [`Glyph::FIRST_CLUSTER`] plus the number of a glyph of several code points; or nothing but background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Glyph(u32);

impl Glyph {
    /// An erased cell. NUL is free to stand for it because it is never written.
    const BLANK: Self = Self::new(0, 1);
    /// The first number that is not a code point.
    const FIRST_CLUSTER: u32 = 0x11_0000;
    /// The bits below the width.
    const WRITTEN: u32 = (1 << 24) - 1;

    const fn new(written: u32, width: u8) -> Self {
        Self((width as u32) << 24 | written)
    }

    fn written(self) -> u32 {
        self.0 & Self::WRITTEN
    }

    fn char(self) -> Option<char> {
        if self == Self::BLANK { Some(' ') } else { char::from_u32(self.written()) }
    }
}

/// The pens and the glyphs of several code points seen so far, each with a number.
#[derive(Debug)]
pub(super) struct CellTable {
    /// The plain pen comes first.
    pens: Vec<Pen>,
    /// The numbers of the pens after the first [`SEARCHED`].
    further_pens: HashMap<Pen, usize>,
    clusters: GlyphInterner,
    /// The last pen looked up and its number: most cells share the pen of the cell before.
    last: (Pen, u32),
}

/// This many pens are found by linear search; no theme has more.
const SEARCHED: usize = 24;

impl Default for CellTable {
    fn default() -> Self {
        Self {
            pens: vec![Pen::PLAIN],
            further_pens: HashMap::default(),
            clusters: GlyphInterner::default(),
            last: (Pen::PLAIN, 0),
        }
    }
}

impl CellTable {
    fn pen_number(&mut self, pen: Pen) -> u32 {
        if self.last.0 != pen {
            self.last = (pen, u32::try_from(self.find_or_add(pen)).unwrap_or(u32::MAX));
        }
        self.last.1
    }

    fn find_or_add(&mut self, pen: Pen) -> usize {
        let first = self.pens.iter().take(SEARCHED).position(|known| *known == pen);
        first.or_else(|| self.further_pens.get(&pen).copied()).unwrap_or_else(|| {
            let number = self.pens.len();
            self.pens.push(pen);
            if number >= SEARCHED {
                self.further_pens.insert(pen, number);
            }
            number
        })
    }

    /// The pen with this number; the plain one if there is none.
    pub(super) fn pen(&self, number: u32) -> Pen {
        self.pens.get(number as usize).copied().unwrap_or(Pen::PLAIN)
    }

    /// The length of the glyph in UTF-8.
    pub(super) fn bytes(&self, key: CellKey) -> usize {
        if key.glyph.written() < 0x80 {
            1
        } else {
            key.glyph.char().map_or_else(|| self.cluster(key).len(), char::len_utf8)
        }
    }

    /// Writes the glyph.
    pub(super) fn write(&self, key: CellKey, out: &mut Vec<u8>) {
        match key.glyph.char() {
            Some(c) if c.is_ascii() => out.push(c as u8),
            Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => out.extend_from_slice(self.cluster(key).as_bytes()),
        }
    }

    fn cluster(&self, key: CellKey) -> &str {
        let number = key.glyph.written().checked_sub(Glyph::FIRST_CLUSTER);
        number.map_or(" ", |number| self.clusters.get(number))
    }

    /// True if REP may repeat this glyph and is shorter than writing it `times` times.
    #[inline]
    pub(super) fn is_worth_repeating(&self, key: CellKey, times: usize, repeat: Repeat) -> bool {
        if times < 2 {
            return false;
        }
        let is_allowed = match repeat {
            Repeat::Never => false,
            Repeat::Ascii => key.glyph.char().is_some_and(|c| c.is_ascii()),
            Repeat::Any => true,
        };
        let bytes = || self.bytes(key);
        is_allowed && bytes() + csi::length(times - 1) < bytes() * times
    }

    /// The key of `cell`, with `room` columns left in its row including its own.
    ///
    /// Whatever must not or cannot be written becomes a space: harmful characters, glyphs of no width and glyphs too
    /// wide for the room. A space is one column wide on every terminal and in every locale; U+FFFD is not, some
    /// terminals give it two.
    #[inline]
    pub(super) fn key(&mut self, cell: &Cell, room: usize) -> CellKey {
        // Most of a screen is blank.
        let is_plain = cell.modifier.is_empty() && (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
        if is_plain && cell.symbol() == " " { CellKey::EMPTY } else { self.key_of(cell, is_plain, room) }
    }

    #[inline(never)]
    fn key_of(&mut self, cell: &Cell, is_plain: bool, room: usize) -> CellKey {
        let symbol = cell.symbol();
        let pen = || Pen::new(cell.fg, cell.bg, cell.modifier);
        match symbol.as_bytes() {
            b" " => return self.space(pen()),
            [byte @ b'!'..=b'~'] => {
                let pen = if is_plain { CellKey::EMPTY.pen } else { self.pen_number(pen()) };
                return CellKey { glyph: Glyph::new(u32::from(*byte), 1), pen };
            }
            _ => {}
        }
        let pen = pen();
        let mut chars = symbol.chars();
        if let Some(c) = chars.next().filter(|_| !symbol.chars().any(is_harmful)) {
            let is_single = chars.next().is_none();
            let width = if is_single { c.width().unwrap_or(0) } else { symbol.width() };
            if (1..=room).contains(&width) {
                let written = if is_single {
                    u32::from(c)
                } else {
                    Glyph::FIRST_CLUSTER.saturating_add(self.clusters.intern(symbol))
                };
                let glyph = Glyph::new(written.min(Glyph::WRITTEN), u8::try_from(width).unwrap_or(u8::MAX));
                return CellKey { glyph, pen: self.pen_number(pen) };
            }
        }
        self.space(pen)
    }

    fn space(&mut self, pen: Pen) -> CellKey {
        let (glyph, pen) = if pen.leaves_blank() {
            (Glyph::BLANK, Pen::with_background(pen.bg))
        } else {
            (Glyph::new(u32::from(' '), 1), pen)
        };
        CellKey { glyph, pen: self.pen_number(pen) }
    }
}

impl CellKey {
    /// A column of a cleared terminal.
    pub(super) const EMPTY: Self = Self { glyph: Glyph::BLANK, pen: 0 };

    /// The second column of a wide glyph, which equals no other key. Replacing half of a wide glyph therefore changes
    /// both of its columns, and both are sent: terminals disagree about what is left of a broken glyph.
    pub(super) const COVERED: Self = Self { glyph: Glyph::new(0, 0), pen: 0 };

    /// The number of columns the glyph covers; 0 for a column covered by the glyph before it.
    pub(super) fn width(self) -> usize {
        (self.glyph.0 >> 24) as usize
    }

    /// True if the glyph has several code points.
    pub(super) fn is_cluster(self) -> bool {
        self.glyph.written() >= Glyph::FIRST_CLUSTER
    }

    /// True if only the background shows, as in an erased cell.
    pub(super) fn is_blank(self) -> bool {
        self.glyph == Glyph::BLANK
    }
}
