//! What the terminal writes with, and the shortest SGR from one pen to another.

mod codes;

use codes::Codes;
use ratatui::style::{Color, Modifier};

/// Colours and attributes of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    pub fg: Color,
    pub bg: Color,
    pub style: Modifier,
}

/// Attributes that show where there is no glyph. The others, and the foreground, do not.
const SHOWS_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Pen {
    /// What a terminal writes with after `ESC [ m`.
    pub const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, style: Modifier::empty() };

    /// A pen without foreground and attributes: what a blank cell looks like.
    pub fn only_background(bg: Color) -> Self {
        Self { bg, ..Self::PLAIN }
    }

    /// Does a space written with this pen show its background alone?
    pub fn leaves_blank(self) -> bool {
        !self.style.intersects(SHOWS_ON_BLANK)
    }

    /// This pen, changed as little as needed to write blanks on `bg`.
    pub fn blanking(self, bg: Color) -> Self {
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
