//! Colours and attributes of the next glyph, and the shortest SGR sequence that changes them.

mod colour;
mod sgr;

pub(super) use colour::SgrColour;

use ratatui::style::{Color, Modifier};

/// The colours and attributes the terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    pub(super) fg: SgrColour,
    pub(super) bg: SgrColour,
    pub(super) style: Modifier,
}

/// Attributes that are visible on a blank. The others, and the foreground, are not.
const SHOWS_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Pen {
    /// The pen after `ESC [ m`.
    pub(super) const PLAIN: Self =
        Self { fg: SgrColour::DEFAULT, bg: SgrColour::DEFAULT, style: Modifier::empty() };

    pub(super) fn new(fg: Color, bg: Color, style: Modifier) -> Self {
        Self { fg: fg.into(), bg: bg.into(), style }
    }

    /// A pen without foreground or attributes: how a blank cell looks.
    pub(super) fn with_background(bg: SgrColour) -> Self {
        Self { bg, ..Self::PLAIN }
    }

    /// True if a space written with this pen shows nothing but its background.
    pub(super) fn leaves_blank(self) -> bool {
        !self.style.intersects(SHOWS_ON_BLANK)
    }

    /// This pen with the fewest changes needed to write blanks on `bg`.
    pub(super) fn blanking(self, bg: SgrColour) -> Self {
        Self { bg, style: self.style.difference(SHOWS_ON_BLANK), ..self }
    }
}
