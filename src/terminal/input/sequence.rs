//! Decodes complete escape sequences.

mod key_codes;
mod mouse;
mod parameters;

use crossterm::event::{KeyEvent, KeyModifiers};

pub use mouse::{Mouse, three_characters};
use parameters::Parameters;

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

#[cfg(test)]
mod tests;
