//! From the bytes that a terminal sends to keys and mouse events.
//!
//! Bytes may arrive in any pieces: a sequence that a slow connection has cut is put together again. What is not
//! known is swallowed as a whole, so that no late answer of a terminal to somebody else's question becomes keys.

use ratatui::layout::Position;

use super::sequence::{self, Known};
use crate::dashboard::Key;

/// What a person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Pressed a key, or held it.
    Key(Key),
    /// Pressed the left button on this cell.
    Click(Position),
    /// Turned the wheel over this cell.
    Wheel {
        /// Away from the person.
        up: bool,
        /// The cell.
        at: Position,
    },
}

/// The longest sequence that is understood; the rest of a longer one is swallowed.
const LONGEST: usize = 32;
/// What ends pasted text.
const PASTE_END: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;
const CTRL_C: u8 = 0x03;

/// What has begun and is not complete.
#[derive(Debug, Default, PartialEq, Eq)]
enum Begun {
    #[default]
    Nothing,
    /// `ESC`: the key, or the beginning of a sequence.
    Escape,
    /// `ESC [` and parameters.
    Control(Vec<u8>),
    /// `ESC O`.
    Shift,
    /// So many bytes that mean nothing.
    Skipping(usize),
    /// A string for a program: a report, an answer. Whether its last byte was `ESC`.
    Report(bool),
    /// Pasted text, and how much of its end has been seen.
    Pasted(usize),
    /// The first bytes of a character.
    Letter(Vec<u8>),
}

/// Puts bytes together.
#[derive(Debug, Default)]
pub struct Decoder {
    begun: Begun,
}

impl Decoder {
    /// Takes bytes as they come and adds what they mean to `events`.
    pub fn take(&mut self, bytes: &[u8], events: &mut impl Extend<Event>) {
        events.extend(bytes.iter().flat_map(|byte| self.byte(*byte)));
    }

    /// Whether silence would say what has begun: `ESC` alone is a key.
    pub fn waits(&self) -> bool {
        matches!(self.begun, Begun::Escape | Begun::Report(_))
    }

    /// Nothing more came for a while.
    pub fn silence(&mut self) -> Option<Event> {
        let is_key = self.begun == Begun::Escape;
        if self.waits() {
            self.begun = Begun::Nothing;
        }
        is_key.then_some(Event::Key(Key::Escape))
    }

    fn byte(&mut self, byte: u8) -> Option<Event> {
        match std::mem::take(&mut self.begun) {
            Begun::Nothing => self.first(byte),
            Begun::Escape => self.after_escape(byte),
            Begun::Control(parameters) => self.control(parameters, byte),
            Begun::Shift => sequence::shift(byte).map(Event::Key),
            Begun::Skipping(left) => {
                self.begun = if left > 1 { Begun::Skipping(left - 1) } else { Begun::Nothing };
                None
            }
            Begun::Report(escape) => {
                let ended = matches!(byte, 0x07 | 0x18 | 0x1a | CTRL_C) || (escape && byte == b'\\');
                self.begun = if ended { Begun::Nothing } else { Begun::Report(byte == ESC) };
                None
            }
            Begun::Pasted(seen) => {
                self.pasted(seen, byte);
                None
            }
            Begun::Letter(bytes) => self.letter(bytes, byte),
        }
    }

    fn first(&mut self, byte: u8) -> Option<Event> {
        let key = match byte {
            ESC => {
                self.begun = Begun::Escape;
                return None;
            }
            b'\r' | b'\n' => Key::Enter,
            b'\t' => Key::Tab,
            0x08 | 0x7f => Key::Backspace,
            0x01..=0x1a => Key::Ctrl(char::from(byte + 0x60)),
            0x20..=0x7e => Key::Char(char::from(byte)),
            0xc2..=0xf4 => {
                self.begun = Begun::Letter(vec![byte]);
                return None;
            }
            _ => return None,
        };
        Some(Event::Key(key))
    }

    fn after_escape(&mut self, byte: u8) -> Option<Event> {
        self.begun = match byte {
            ESC => {
                self.begun = Begun::Escape;
                return Some(Event::Key(Key::Escape));
            }
            b'[' => Begun::Control(Vec::new()),
            b'O' => Begun::Shift,
            b']' | b'P' | b'X' | b'^' | b'_' => Begun::Report(false),
            // A letter together with Alt; nothing is bound to these.
            _ => Begun::Nothing,
        };
        None
    }

    fn control(&mut self, mut parameters: Vec<u8>, byte: u8) -> Option<Event> {
        match byte {
            ESC => self.begun = Begun::Escape,
            0x18 | 0x1a | CTRL_C => {}
            // Function keys of the Linux console: ESC [ [ A.
            b'[' if parameters.is_empty() => self.begun = Begun::Skipping(1),
            // A mouse in its oldest form: three bytes follow.
            b'M' if parameters.is_empty() => self.begun = Begun::Skipping(3),
            0x40..=0x7e => match sequence::control(&parameters, byte)? {
                Known::Event(event) => return Some(event),
                Known::Paste => self.begun = Begun::Pasted(0),
            },
            _ => {
                if parameters.len() < LONGEST {
                    parameters.push(byte);
                }
                self.begun = Begun::Control(parameters);
            }
        }
        None
    }

    /// Pasted text is inert. Ctrl-C ends it, should its end have been lost: the keyboard is never dead.
    fn pasted(&mut self, seen: usize, byte: u8) {
        let seen = if PASTE_END.get(seen) == Some(&byte) { seen + 1 } else { usize::from(byte == ESC) };
        if seen < PASTE_END.len() && byte != CTRL_C {
            self.begun = Begun::Pasted(seen);
        }
    }

    fn letter(&mut self, mut bytes: Vec<u8>, byte: u8) -> Option<Event> {
        if !(0x80..=0xbf).contains(&byte) {
            return self.first(byte);
        }
        bytes.push(byte);
        match std::str::from_utf8(&bytes) {
            Ok(text) => text.chars().next().map(|c| Event::Key(Key::Char(c))),
            Err(error) if error.error_len().is_none() => {
                self.begun = Begun::Letter(bytes);
                None
            }
            Err(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
