//! Numbers and letters of keys, as various terminals encode them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::parameters::Parameters;

/// The key of `CSI number ~`.
pub fn from_number(number: u32) -> Option<KeyCode> {
    let key = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // F1 to F20; the numbers have gaps where the keyboard of the VT220 has them.
        11..=15 => function(number - 10)?,
        17..=21 => function(number - 11)?,
        23..=26 => function(number - 12)?,
        28 | 29 => function(number - 13)?,
        31..=34 => function(number - 14)?,
        _ => return None,
    };
    Some(key)
}

/// The key of `CSI letter` and `SS3 letter`.
pub fn from_letter(letter: u8) -> Option<KeyCode> {
    let key = match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        b'Z' => KeyCode::BackTab,
        _ => return None,
    };
    Some(key)
}

/// The key of `SS3 letter` on a keypad in application mode: each letter is 64 above the character it types.
pub fn keypad(letter: u8) -> Option<KeyCode> {
    let key = match letter {
        b' ' => KeyCode::Char(' '),
        b'I' => KeyCode::Tab,
        b'M' => KeyCode::Enter,
        b'X' => KeyCode::Char('='),
        b'j'..=b'y' => KeyCode::Char(char::from(letter - 64)),
        _ => return None,
    };
    Some(key)
}

/// A key of the kitty keyboard protocol: `CSI code:shifted:base ; modifiers:event ; text u`. Another program may have left
/// the terminal in it. See <https://sw.kovidgoyal.net/kitty/keyboard-protocol/>.
pub fn unicode(parameters: &Parameters) -> Option<KeyEvent> {
    let (held, kind) = parameters.held(1)?;
    let shifts = held.contains(KeyModifiers::SHIFT) != parameters.has_caps_lock(1);
    let shifted = parameters.part(0, 1).filter(|_| held.contains(KeyModifiers::SHIFT));
    let code = match (key(parameters.part(0, 0)?)?, shifted) {
        (KeyCode::Char(_), Some(shifted)) => KeyCode::Char(char::from_u32(shifted)?),
        (KeyCode::Char(c), None) if shifts => KeyCode::Char(c.to_uppercase().next()?),
        (code, _) => code,
    };
    Some(KeyEvent::new_with_kind(code, held, kind))
}

/// A key as xterm reports it with modifyOtherKeys: `CSI 27 ; modifiers ; code ~`.
pub fn other_key(parameters: &Parameters) -> Option<KeyEvent> {
    let (held, kind) = parameters.held(1)?;
    Some(KeyEvent::new_with_kind(key(parameters.part(2, 0)?)?, held, kind))
}

/// The key of a code point, or of a number in the private area of the kitty keyboard protocol.
fn key(code: u32) -> Option<KeyCode> {
    let key = match char::from_u32(code)? {
        '\r' | '\u{e046}' => KeyCode::Enter,
        '\u{1b}' => KeyCode::Esc,
        '\t' => KeyCode::Tab,
        '\u{8}' | '\u{7f}' => KeyCode::Backspace,
        '\u{e020}'..='\u{e036}' => function(code - 0xe020 + 13)?,
        '\u{e037}'..='\u{e040}' => KeyCode::Char(char::from_u32(code - 0xe037 + 0x30)?),
        '\u{e041}' => KeyCode::Char('.'),
        '\u{e042}' => KeyCode::Char('/'),
        '\u{e043}' => KeyCode::Char('*'),
        '\u{e044}' => KeyCode::Char('-'),
        '\u{e045}' => KeyCode::Char('+'),
        '\u{e047}' => KeyCode::Char('='),
        '\u{e048}' => KeyCode::Char(','),
        '\u{e049}' => KeyCode::Left,
        '\u{e04a}' => KeyCode::Right,
        '\u{e04b}' => KeyCode::Up,
        '\u{e04c}' => KeyCode::Down,
        '\u{e04d}' => KeyCode::PageUp,
        '\u{e04e}' => KeyCode::PageDown,
        '\u{e04f}' => KeyCode::Home,
        '\u{e050}' => KeyCode::End,
        '\u{e051}' => KeyCode::Insert,
        '\u{e052}' => KeyCode::Delete,
        // Locks, media keys, and modifiers pressed alone.
        '\u{e000}'..='\u{f8ff}' => return None,
        c if c.is_control() => return None,
        c => KeyCode::Char(c),
    };
    Some(key)
}

fn function(number: u32) -> Option<KeyCode> {
    u8::try_from(number).ok().map(KeyCode::F)
}
