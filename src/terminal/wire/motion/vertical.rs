//! Moves between rows.

use super::super::csi;
use std::cmp::Ordering;

/// A move to another row that keeps the column.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Vertical {
    Stay,
    Up(usize),
    Down(usize),
    LineFeed(usize),
    Row(usize),
}

impl Vertical {
    /// The shortest move. `absolute` is true if the terminal understands VPA.
    ///
    /// A line feed scrolls only on the last row, and a move down never starts there.
    pub(crate) fn cheapest(from: usize, to: usize, absolute: bool) -> Self {
        let mut best = match from.cmp(&to) {
            Ordering::Equal => return Self::Stay,
            Ordering::Greater => Self::Up(from - to),
            Ordering::Less if to - from <= csi::length(to - from) => Self::LineFeed(to - from),
            Ordering::Less => Self::Down(to - from),
        };
        if absolute && Self::Row(to).length() < best.length() {
            best = Self::Row(to);
        }
        best
    }

    pub(crate) fn length(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::LineFeed(n) => n,
            Self::Up(n) | Self::Down(n) => csi::length(n),
            Self::Row(n) => csi::length(n + 1),
        }
    }

    pub(crate) fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Stay => {}
            Self::Up(n) => csi::write(out, n, b'A'),
            Self::Down(n) => csi::write(out, n, b'B'),
            Self::LineFeed(n) => out.resize(out.len() + n, b'\n'),
            Self::Row(n) => csi::write(out, n + 1, b'd'),
        }
    }
}
