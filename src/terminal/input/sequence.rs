//! Decodes complete escape sequences.

mod key_codes;
mod mouse;

use crossterm::event::{KeyEvent, KeyEventKind, KeyModifiers};

pub use mouse::{Mouse, three_characters};

/// A sequence with a meaning here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sequence {
    /// A key was pressed, or released.
    Key(KeyEvent),
    /// The mouse was used.
    Mouse(Mouse),
    /// Pasted text begins.
    PasteBegins,
    /// Pasted text ends.
    PasteEnds,
}

/// The characters that open a sequence with parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Introducer {
    /// `ESC [`
    Csi,
    /// `ESC O`
    Ss3,
}

/// Decodes a sequence; `None` for the many that are not keys, such as answers to another program's questions.
pub fn decode(introducer: Introducer, parameters: &[u8], last: u8) -> Option<Sequence> {
    if let Some(numbers) = parameters.strip_prefix(b"<") {
        return mouse::decimal(&Parameters::new(numbers)?, last).map(Sequence::Mouse);
    }
    // Sequences with anything but numbers are private or have intermediate bytes, which no key has.
    let parameters = Parameters::new(parameters)?;
    if introducer == Introducer::Csi {
        match (last, parameters.number(0), parameters.len()) {
            (b'~', 200, 1) => return Some(Sequence::PasteBegins),
            (b'~', 201, 1) => return Some(Sequence::PasteEnds),
            (b'M', _, 3) => return mouse::urxvt(&parameters).map(Sequence::Mouse),
            _ => {}
        }
    }
    key(introducer, &parameters, last).map(Sequence::Key)
}

/// Decodes a key. Its modifiers are the second parameter, or the only one after `ESC O`.
fn key(introducer: Introducer, parameters: &Parameters, last: u8) -> Option<KeyEvent> {
    let numbered = || key_codes::from_number(parameters.part(0, 0)?);
    let (code, modifiers) = match (introducer, last) {
        (Introducer::Csi, b'u') => return key_codes::unicode(parameters),
        (Introducer::Csi, b'~') if parameters.number(0) == 27 => return key_codes::other_key(parameters),
        (Introducer::Csi, b'~') => (numbered()?, KeyModifiers::NONE),
        // Shift, Ctrl, and both, as rxvt spells them.
        (Introducer::Csi, b'$') => (numbered()?, KeyModifiers::SHIFT),
        (Introducer::Csi, b'^') => (numbered()?, KeyModifiers::CONTROL),
        (Introducer::Csi, b'@') => (numbered()?, KeyModifiers::SHIFT.union(KeyModifiers::CONTROL)),
        (Introducer::Csi, b'a'..=b'd') => {
            (key_codes::from_letter(last.to_ascii_uppercase())?, KeyModifiers::SHIFT)
        }
        (Introducer::Ss3, b'a'..=b'd') => {
            (key_codes::from_letter(last.to_ascii_uppercase())?, KeyModifiers::CONTROL)
        }
        (Introducer::Csi, _) => (key_codes::from_letter(last)?, KeyModifiers::NONE),
        (Introducer::Ss3, _) => {
            (key_codes::from_letter(last).or_else(|| key_codes::keypad(last))?, KeyModifiers::NONE)
        }
    };
    let is_alone = introducer == Introducer::Ss3 && parameters.len() == 1;
    let (held, kind) = parameters.held(usize::from(!is_alone))?;
    Some(KeyEvent::new_with_kind(code, modifiers | held, kind))
}

/// Numbers separated by semicolons, each with parts separated by colons: `1;5:3` is 1, then 5 with the part 3.
#[derive(Debug)]
struct Parameters<'a>(&'a [u8]);

impl<'a> Parameters<'a> {
    /// `None` if there is anything except numbers.
    fn new(bytes: &'a [u8]) -> Option<Self> {
        bytes.iter().all(|byte| matches!(byte, b'0'..=b';')).then_some(Self(bytes))
    }

    /// How many there are.
    fn len(&self) -> usize {
        if self.0.is_empty() { 0 } else { self.0.split(|byte| *byte == b';').count() }
    }

    /// A part of a parameter; `None` if it is missing, empty or out of range.
    fn part(&self, parameter: usize, part: usize) -> Option<u32> {
        let parameter = self.0.split(|byte| *byte == b';').nth(parameter)?;
        let part = parameter.split(|byte| *byte == b':').nth(part)?;
        std::str::from_utf8(part).ok()?.parse().ok()
    }

    /// The first part of a parameter; 1 if it is missing, since terminals omit it.
    fn number(&self, parameter: usize) -> u32 {
        self.part(parameter, 0).unwrap_or(1)
    }

    /// The modifiers in a parameter, and if the key was pressed or released; `None` for other kinds of events.
    fn held(&self, parameter: usize) -> Option<(KeyModifiers, KeyEventKind)> {
        const MODIFIERS: [KeyModifiers; 6] = [
            KeyModifiers::SHIFT,
            KeyModifiers::ALT,
            KeyModifiers::CONTROL,
            KeyModifiers::SUPER,
            KeyModifiers::HYPER,
            KeyModifiers::META,
        ];
        let bits = self.number(parameter).saturating_sub(1);
        let held = (0..).zip(MODIFIERS).filter(|(bit, _)| bits & (1 << bit) != 0);
        let kind = match self.part(parameter, 1) {
            None | Some(1) => KeyEventKind::Press,
            Some(2) => KeyEventKind::Repeat,
            Some(3) => KeyEventKind::Release,
            Some(_) => return None,
        };
        Some((held.map(|(_, modifier)| modifier).collect(), kind))
    }

    /// True if Caps Lock is on.
    fn has_caps_lock(&self, parameter: usize) -> bool {
        self.number(parameter).saturating_sub(1) & 64 != 0
    }
}

#[cfg(test)]
mod tests;
