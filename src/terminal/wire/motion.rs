//! How to get the cursor from one place to another.

use super::csi;

/// Where the terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    pub row: usize,
    /// `None` if it cannot be relied upon: after a glyph in the last column some terminals stand on
    /// that column and some behind it, and glyphs of several code points are not equally wide everywhere.
    pub column: Option<usize>,
}

/// A move to another column of the same row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Across {
    Stay,
    Forward(usize),
    Back(usize),
    Backspace(usize),
    /// Carriage return and from there so many columns forward.
    Return(usize),
    Column(usize),
}

impl Across {
    /// The shortest way; `absolute` if the terminal knows CHA.
    pub fn cheapest(from: Option<usize>, to: usize, absolute: bool) -> Self {
        if from == Some(to) {
            return Self::Stay;
        }
        let mut best = Self::Return(to);
        let mut consider = |other: Self| {
            if other.length() < best.length() {
                best = other;
            }
        };
        if absolute {
            consider(Self::Column(to));
        }
        if let Some(from) = from {
            if to > from {
                consider(Self::Forward(to - from));
            } else {
                consider(Self::Back(from - to));
                consider(Self::Backspace(from - to));
            }
        }
        best
    }

    pub fn length(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::Forward(n) | Self::Back(n) => csi::length(n),
            Self::Backspace(n) => n,
            Self::Return(0) => 1,
            Self::Return(n) => 1 + csi::length(n),
            Self::Column(n) => csi::length(n + 1),
        }
    }

    pub fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Stay => {}
            Self::Forward(n) => csi::write(out, n, b'C'),
            Self::Back(n) => csi::write(out, n, b'D'),
            Self::Backspace(n) => out.resize(out.len() + n, b'\x08'),
            Self::Return(0) => out.push(b'\r'),
            Self::Return(n) => {
                out.push(b'\r');
                csi::write(out, n, b'C');
            }
            Self::Column(n) => csi::write(out, n + 1, b'G'),
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Along {
    Stay,
    Up(usize),
    Down(usize),
    LineFeed(usize),
    Row(usize),
}

impl Along {
    /// A line feed only scrolls on the last row, and going down never starts there.
    fn cheapest(from: usize, to: usize, absolute: bool) -> Self {
        let mut best = match from.cmp(&to) {
            std::cmp::Ordering::Equal => return Self::Stay,
            std::cmp::Ordering::Greater => Self::Up(from - to),
            std::cmp::Ordering::Less if to - from <= csi::length(to - from) => Self::LineFeed(to - from),
            std::cmp::Ordering::Less => Self::Down(to - from),
        };
        if absolute && Self::Row(to).length() < best.length() {
            best = Self::Row(to);
        }
        best
    }

    fn length(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::LineFeed(n) => n,
            Self::Up(n) | Self::Down(n) => csi::length(n),
            Self::Row(n) => csi::length(n + 1),
        }
    }

    fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Stay => {}
            Self::Up(n) => csi::write(out, n, b'A'),
            Self::Down(n) => csi::write(out, n, b'B'),
            Self::LineFeed(n) => out.resize(out.len() + n, b'\n'),
            Self::Row(n) => csi::write(out, n + 1, b'd'),
        }
    }
}

/// A move to any place of the screen.
#[derive(Debug, Clone, Copy)]
pub(super) enum Motion {
    /// To row and column, wherever the cursor was.
    Absolute(usize, usize),
    /// The column comes first: a move along the column could keep a wrap pending.
    Relative(RowAndColumn),
}

/// The two halves of a relative move.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowAndColumn {
    across: Across,
    along: Along,
}

impl Motion {
    /// The shortest way; `absolute` if the terminal knows CHA and VPA.
    pub fn cheapest(from: Option<Cursor>, row: usize, column: usize, absolute: bool) -> Self {
        let anywhere = Self::Absolute(row, column);
        let Some(from) = from else { return anywhere };
        let relative = Self::Relative(RowAndColumn {
            across: Across::cheapest(from.column, column, absolute),
            along: Along::cheapest(from.row, row, absolute),
        });
        if anywhere.length() < relative.length() { anywhere } else { relative }
    }

    pub fn length(self) -> usize {
        match self {
            Self::Absolute(row, 0) => csi::length(row + 1),
            Self::Absolute(0, column) => 4 + csi::digits(column + 1),
            Self::Absolute(row, column) => 4 + csi::digits(row + 1) + csi::digits(column + 1),
            Self::Relative(both) => both.across.length() + both.along.length(),
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
            Self::Relative(both) => {
                both.across.write(out);
                both.along.write(out);
            }
        }
    }
}
