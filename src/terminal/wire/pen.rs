//! What the terminal writes with, and the shortest SGR from one pen to another.

mod codes;

use codes::Codes;
use ratatui::style::{Color, Modifier};

/// Colours and attributes of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    pub fg: Ink,
    pub bg: Ink,
    pub style: Modifier,
}

/// A colour by what SGR calls it, in one number: every cell of every frame is compared by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Ink(u32);

impl Ink {
    /// The terminal's own.
    const OWN: Self = Self::named(9);
    const INDEXED: u8 = 1;
    const RGB: u8 = 2;

    /// The colour whose SGR code is `30 + code` or `40 + code`.
    const fn named(code: u8) -> Self {
        Self(u32::from_be_bytes([0, 0, 0, code]))
    }

    pub fn of(colour: Color) -> Self {
        match colour {
            Color::Reset => Self::OWN,
            Color::Black => Self::named(0),
            Color::Red => Self::named(1),
            Color::Green => Self::named(2),
            Color::Yellow => Self::named(3),
            Color::Blue => Self::named(4),
            Color::Magenta => Self::named(5),
            Color::Cyan => Self::named(6),
            Color::Gray => Self::named(7),
            Color::DarkGray => Self::named(60),
            Color::LightRed => Self::named(61),
            Color::LightGreen => Self::named(62),
            Color::LightYellow => Self::named(63),
            Color::LightBlue => Self::named(64),
            Color::LightMagenta => Self::named(65),
            Color::LightCyan => Self::named(66),
            Color::White => Self::named(67),
            Color::Indexed(index) => Self(u32::from_be_bytes([Self::INDEXED, 0, 0, index])),
            Color::Rgb(r, g, b) => Self(u32::from_be_bytes([Self::RGB, r, g, b])),
        }
    }

    /// The numbers that select it; `base` is 30 for the foreground, 40 for the background.
    fn numbers(self, base: u8) -> ([u8; 5], usize) {
        match self.0.to_be_bytes() {
            [Self::INDEXED, _, _, index] => ([base + 8, 5, index, 0, 0], 3),
            [Self::RGB, r, g, b] => ([base + 8, 2, r, g, b], 5),
            [_, _, _, code] => ([base + code, 0, 0, 0, 0], 1),
        }
    }
}

/// Attributes that show where there is no glyph. The others, and the foreground, do not.
const SHOWS_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Pen {
    /// What a terminal writes with after `ESC [ m`.
    pub const PLAIN: Self = Self { fg: Ink::OWN, bg: Ink::OWN, style: Modifier::empty() };

    /// A pen without foreground and attributes: what a blank cell looks like.
    pub fn only_background(bg: Ink) -> Self {
        Self { bg, ..Self::PLAIN }
    }

    /// Does a space written with this pen show its background alone?
    pub fn leaves_blank(self) -> bool {
        !self.style.intersects(SHOWS_ON_BLANK)
    }

    /// This pen, changed as little as needed to write blanks on `bg`.
    pub fn blanking(self, bg: Ink) -> Self {
        Self { bg, style: self.style.difference(SHOWS_ON_BLANK), ..self }
    }

    /// How many bytes [`Pen::write_change`] takes.
    pub fn cost_of(self, next: Self) -> usize {
        if self == next { 0 } else { Codes::shortest(self, next).length() }
    }

    /// Writes what turns this pen into `next`.
    pub fn write_change(self, next: Self, out: &mut Vec<u8>) {
        if self != next {
            Codes::shortest(self, next).write(out);
        }
    }
}
