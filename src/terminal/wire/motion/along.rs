//! From row to row.

use super::super::csi;
use std::cmp::Ordering;

/// A move to another row, which keeps the column.
#[derive(Debug, Clone, Copy)]
pub enum Along {
    Stay,
    Up(usize),
    Down(usize),
    LineFeed(usize),
    Row(usize),
}

impl Along {
    /// The shortest way; `absolute` if the terminal knows VPA. A line feed only scrolls on the last row, and going down never starts there.
    pub fn cheapest(from: usize, to: usize, absolute: bool) -> Self {
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

    pub fn length(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::LineFeed(n) => n,
            Self::Up(n) | Self::Down(n) => csi::length(n),
            Self::Row(n) => csi::length(n + 1),
        }
    }

    pub fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Stay => {}
            Self::Up(n) => csi::write(out, n, b'A'),
            Self::Down(n) => csi::write(out, n, b'B'),
            Self::LineFeed(n) => out.resize(out.len() + n, b'\n'),
            Self::Row(n) => csi::write(out, n + 1, b'd'),
        }
    }
}
