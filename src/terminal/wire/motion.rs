//! The shortest way to move the cursor.

mod horizontal;
mod vertical;

pub(super) use horizontal::Horizontal;

use super::csi;
use vertical::Vertical;

/// Where the terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CursorPosition {
    pub(super) row: usize,
    /// `None` when terminals disagree about it: after a glyph in the last column some stay on that column and some
    /// move past it, and glyphs of several code points are not equally wide everywhere.
    pub(super) column: Option<usize>,
}

/// A cursor movement to any cell of the screen.
#[derive(Debug, Clone, Copy)]
pub(super) enum Motion {
    /// To this row and column, from anywhere.
    Absolute(usize, usize),
    /// The horizontal part comes first: a vertical move could keep a wrap pending.
    Relative(Horizontal, Vertical),
}

impl Motion {
    /// The shortest movement. `absolute` is true if the terminal understands CHA and VPA.
    pub(super) fn cheapest(from: Option<CursorPosition>, row: usize, column: usize, absolute: bool) -> Self {
        let anywhere = Self::Absolute(row, column);
        let Some(from) = from else { return anywhere };
        let relative = Self::Relative(
            Horizontal::cheapest(from.column, column, absolute),
            Vertical::cheapest(from.row, row, absolute),
        );
        if anywhere.length() < relative.length() { anywhere } else { relative }
    }

    pub(super) fn length(self) -> usize {
        match self {
            Self::Absolute(row, 0) => csi::length(row + 1),
            Self::Absolute(0, column) => 4 + csi::digits(column + 1),
            Self::Absolute(row, column) => 4 + csi::digits(row + 1) + csi::digits(column + 1),
            Self::Relative(horizontal, vertical) => horizontal.length() + vertical.length(),
        }
    }

    pub(super) fn write(self, out: &mut Vec<u8>) {
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
            Self::Relative(horizontal, vertical) => {
                horizontal.write(out);
                vertical.write(out);
            }
        }
    }
}
