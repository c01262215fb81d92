//! Colours as SGR names them.

use ratatui::style::Color;

/// A colour packed into one number, because every cell of every frame is compared by it.
///
/// The first byte is the kind, the others are its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SgrColour(u32);

impl SgrColour {
    /// The terminal's default colour.
    pub(super) const DEFAULT: Self = Self::from_code(9);
    const INDEXED: u8 = 1;
    const RGB: u8 = 2;

    /// The colour whose SGR parameter is `30 + code` or `40 + code`.
    const fn from_code(code: u8) -> Self {
        Self(u32::from_be_bytes([0, 0, 0, code]))
    }

    /// The parameters that select it, and how many there are. `base` is 30 for the foreground, 40 for the background.
    pub(super) fn parameters(self, base: u8) -> ([u8; 5], usize) {
        match self.0.to_be_bytes() {
            [Self::INDEXED, _, _, index] => ([base + 8, 5, index, 0, 0], 3),
            [Self::RGB, r, g, b] => ([base + 8, 2, r, g, b], 5),
            [_, _, _, code] => ([base + code, 0, 0, 0, 0], 1),
        }
    }
}

impl From<Color> for SgrColour {
    fn from(colour: Color) -> Self {
        match colour {
            Color::Reset => Self::DEFAULT,
            Color::Black => Self::from_code(0),
            Color::Red => Self::from_code(1),
            Color::Green => Self::from_code(2),
            Color::Yellow => Self::from_code(3),
            Color::Blue => Self::from_code(4),
            Color::Magenta => Self::from_code(5),
            Color::Cyan => Self::from_code(6),
            Color::Gray => Self::from_code(7),
            Color::DarkGray => Self::from_code(60),
            Color::LightRed => Self::from_code(61),
            Color::LightGreen => Self::from_code(62),
            Color::LightYellow => Self::from_code(63),
            Color::LightBlue => Self::from_code(64),
            Color::LightMagenta => Self::from_code(65),
            Color::LightCyan => Self::from_code(66),
            Color::White => Self::from_code(67),
            Color::Indexed(index) => Self(u32::from_be_bytes([Self::INDEXED, 0, 0, index])),
            Color::Rgb(r, g, b) => Self(u32::from_be_bytes([Self::RGB, r, g, b])),
        }
    }
}
