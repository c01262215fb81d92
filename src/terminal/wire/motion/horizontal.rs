//! Moves within a row.

use super::super::csi;

/// A move to another column of the same row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Horizontal {
    Stay,
    Forward(usize),
    Back(usize),
    Backspace(usize),
    /// A carriage return, then this many columns forward.
    Return(usize),
    Column(usize),
}

impl Horizontal {
    /// The shortest move. `absolute` is true if the terminal understands CHA.
    pub(crate) fn cheapest(from: Option<usize>, to: usize, absolute: bool) -> Self {
        if from == Some(to) {
            return Self::Stay;
        }
        let mut best = Self::Return(to);
        let mut least = best.length();
        let mut consider = |other: Self| {
            let length = other.length();
            if length < least {
                (best, least) = (other, length);
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

    pub(crate) fn length(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::Forward(n) | Self::Back(n) => csi::length(n),
            Self::Backspace(n) => n,
            Self::Return(0) => 1,
            Self::Return(n) => 1 + csi::length(n),
            Self::Column(n) => csi::length(n + 1),
        }
    }

    pub(crate) fn write(self, out: &mut Vec<u8>) {
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
