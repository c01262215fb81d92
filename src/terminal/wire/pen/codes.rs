//! The codes of SGR.

use super::super::csi;
use super::{Ink, Pen};
use ratatui::style::Modifier;

/// An attribute, the code that sets it, and the code that clears it (with others, in two cases).
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The parameters of one SGR sequence.
pub struct Codes {
    /// Begins with a reset, whose 0 need not be written.
    reset: bool,
    /// Seven codes off, nine on and twice five for a colour are the most there can be.
    numbers: [u8; 26],
    count: usize,
}

impl Codes {
    /// Changing what differs or resetting first, whichever is shorter.
    pub fn shortest(from: Pen, to: Pen) -> Self {
        let change = Self::change(from, to, false);
        let fresh = Self::change(Pen::PLAIN, to, true);
        if change.length() <= fresh.length() { change } else { fresh }
    }

    fn change(from: Pen, to: Pen, reset: bool) -> Self {
        let mut codes = Self { reset, numbers: [0; 26], count: 0 };
        if from.style != to.style {
            codes.push_attributes(from.style, to.style);
        }
        if from.fg != to.fg {
            codes.push_colour(to.fg, 30);
        }
        if from.bg != to.bg {
            codes.push_colour(to.bg, 40);
        }
        codes
    }

    fn push_attributes(&mut self, mut style: Modifier, wanted: Modifier) {
        for (attribute, _, off) in ATTRIBUTES {
            if style.difference(wanted).contains(attribute) {
                self.push(off);
                for (other, _, shared) in ATTRIBUTES {
                    if shared == off {
                        style.remove(other);
                    }
                }
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if wanted.difference(style).contains(attribute) {
                self.push(on);
            }
        }
    }

    fn push(&mut self, number: u8) {
        if let Some(place) = self.numbers.get_mut(self.count) {
            *place = number;
            self.count += 1;
        }
    }

    /// `base` is 30 for the foreground, 40 for the background.
    fn push_colour(&mut self, colour: Ink, base: u8) {
        let (numbers, count) = colour.numbers(base);
        numbers.into_iter().take(count).for_each(|number| self.push(number));
    }

    fn numbers(&self) -> impl Iterator<Item = usize> {
        self.numbers.iter().take(self.count).map(|&number| usize::from(number))
    }

    pub fn length(&self) -> usize {
        let separators = if self.reset { self.count } else { self.count.saturating_sub(1) };
        3 + separators + self.numbers().map(csi::digits).sum::<usize>()
    }

    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\x1b[");
        for (place, number) in self.numbers().enumerate() {
            if place > 0 || self.reset {
                out.push(b';');
            }
            csi::write_number(out, number);
        }
        out.push(b'm');
    }
}
