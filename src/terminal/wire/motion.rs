//! How to get the cursor from one place to another.

mod across;
mod along;

pub(super) use across::Across;

use super::csi;
use along::Along;

/// Where the terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    pub row: usize,
    /// `None` if it cannot be relied upon: after a glyph in the last column some terminals stand on
    /// that column and some behind it, and glyphs of several code points are not equally wide everywhere.
    pub column: Option<usize>,
}

/// A move to any place of the screen.
#[derive(Debug, Clone, Copy)]
pub(super) enum Motion {
    /// To row and column, wherever the cursor was.
    Absolute(usize, usize),
    /// The column comes first: a move along the column could keep a wrap pending.
    Relative(Across, Along),
}

impl Motion {
    /// The shortest way; `absolute` if the terminal knows CHA and VPA.
    pub fn cheapest(from: Option<Cursor>, row: usize, column: usize, absolute: bool) -> Self {
        let anywhere = Self::Absolute(row, column);
        let Some(from) = from else { return anywhere };
        let relative = Self::Relative(
            Across::cheapest(from.column, column, absolute),
            Along::cheapest(from.row, row, absolute),
        );
        if anywhere.length() < relative.length() { anywhere } else { relative }
    }

    pub fn length(self) -> usize {
        match self {
            Self::Absolute(row, 0) => csi::length(row + 1),
            Self::Absolute(0, column) => 4 + csi::digits(column + 1),
            Self::Absolute(row, column) => 4 + csi::digits(row + 1) + csi::digits(column + 1),
            Self::Relative(across, along) => across.length() + along.length(),
        }
    }

    pub fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Absolute(row, 0) => csi::write(out, row + 1, b'H'),
            Self::Absolute(row, column) => {
                out.extend_from_slice(b"\x1b[");
                if row > 0 {
                    csi::write_number(out, row + 1);
                }
                out.push(b';');
                csi::write_number(out, column + 1);
                out.push(b'H');
            }
            Self::Relative(across, along) => {
                across.write(out);
                along.write(out);
            }
        }
    }
}
