//! From one pen to the next: the shortest SGR sequence (`ESC [ … m`).

use super::super::csi;
use super::{Pen, SgrColour};
use ratatui::style::Modifier;

/// An attribute, the parameter that sets it and the one that clears it. Two pairs of attributes share the latter.
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

/// Seven parameters that clear, nine that set and five for each of two colours: more are never needed.
const MOST: usize = 26;

impl Pen {
    /// The number of bytes that [`Pen::write_change`] writes.
    pub(in crate::terminal::wire) fn change_length(self, next: Self) -> usize {
        if self == next { 0 } else { Sgr::shortest(self, next).length() }
    }

    /// Writes what turns this pen into `next`.
    pub(in crate::terminal::wire) fn write_change(self, next: Self, out: &mut Vec<u8>) {
        if self != next {
            Sgr::shortest(self, next).write(out);
        }
    }
}

/// The parameters of one SGR sequence.
struct Sgr {
    /// Begins with a reset, whose 0 may be omitted.
    reset: bool,
    parameters: [u8; MOST],
    count: usize,
}

impl Sgr {
    /// Changes only what differs, or resets first, whichever is shorter.
    fn shortest(from: Pen, to: Pen) -> Self {
        let change = Self::change(from, to, false);
        let fresh = Self::change(Pen::PLAIN, to, true);
        if change.length() <= fresh.length() { change } else { fresh }
    }

    fn change(from: Pen, to: Pen, reset: bool) -> Self {
        let mut sgr = Self { reset, parameters: [0; MOST], count: 0 };
        if from.style != to.style {
            sgr.push_attributes(from.style, to.style);
        }
        if from.fg != to.fg {
            sgr.push_colour(to.fg, 30);
        }
        if from.bg != to.bg {
            sgr.push_colour(to.bg, 40);
        }
        sgr
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

    fn push(&mut self, parameter: u8) {
        if let Some(place) = self.parameters.get_mut(self.count) {
            *place = parameter;
            self.count += 1;
        }
    }

    /// `base` is 30 for the foreground, 40 for the background.
    fn push_colour(&mut self, colour: SgrColour, base: u8) {
        let (parameters, count) = colour.parameters(base);
        parameters.into_iter().take(count).for_each(|parameter| self.push(parameter));
    }

    fn parameters(&self) -> impl Iterator<Item = usize> {
        self.parameters.iter().take(self.count).map(|&parameter| usize::from(parameter))
    }

    fn length(&self) -> usize {
        let separators = if self.reset { self.count } else { self.count.saturating_sub(1) };
        3 + separators + self.parameters().map(csi::digits).sum::<usize>()
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\x1b[");
        for (place, parameter) in self.parameters().enumerate() {
            if place > 0 || self.reset {
                out.push(b';');
            }
            csi::write_number(out, parameter);
        }
        out.push(b'm');
    }
}
