//! Decodes complete escape sequences.

use ratatui::layout::Position;

use crate::dashboard::Key;

/// A sequence with a meaning here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sequence {
    /// A key was pressed.
    Key(Key),
    /// The left button was pressed on this cell.
    Click(Position),
    /// The wheel was turned over this cell.
    Wheel { up: bool, at: Position },
    /// Pasted text begins.
    Paste,
}

/// Decodes `ESC O final` (SS3): cursor keys in application mode.
pub fn ss3(last: u8) -> Option<Key> {
    match last {
        b'M' => Some(Key::Enter),
        other => arrow(other),
    }
}

/// Decodes `ESC [ parameters final` (CSI).
pub fn csi(parameters: &[u8], last: u8) -> Option<Sequence> {
    if let Some(mouse) = parameters.strip_prefix(b"<") {
        return mouse_event(mouse, last);
    }
    let mut all = numbers(parameters);
    let number = all.next()?.first().copied().unwrap_or(1);
    let modifiers = all.next()?;
    let (modifiers, kind) = (modifiers.first().copied().unwrap_or(1), modifiers.get(1).copied().unwrap_or(1));
    let modifiers = modifiers.saturating_sub(1);
    // Alt chords are not ours; kind 3 is a release.
    if modifiers & 2 != 0 || kind == 3 {
        return None;
    }
    let key = match (last, number) {
        (b'~', 200) => return Some(Sequence::Paste),
        (b'~', 1 | 7) => Key::Home,
        (b'~', 3) => Key::Delete,
        (b'~', 4 | 8) => Key::End,
        (b'~', 5) => Key::PageUp,
        (b'~', 6) => Key::PageDown,
        (b'~', _) => return None,
        (b'Z', _) => Key::BackTab,
        (b'u', code) => unicode(code, modifiers)?,
        (other, _) => arrow(other)?,
    };
    Some(Sequence::Key(key))
}

fn arrow(last: u8) -> Option<Key> {
    match last {
        b'A' => Some(Key::Up),
        b'B' => Some(Key::Down),
        b'C' => Some(Key::Right),
        b'D' => Some(Key::Left),
        b'F' => Some(Key::End),
        b'H' => Some(Key::Home),
        _ => None,
    }
}

/// A key by its code point: the kitty keyboard protocol, in case another program left it on.
fn unicode(code: u32, modifiers: u32) -> Option<Key> {
    let (shift, ctrl) = (modifiers & 1 != 0, modifiers & 4 != 0);
    match char::from_u32(code)? {
        '\r' => Some(Key::Enter),
        '\u{1b}' => Some(Key::Escape),
        '\t' if shift => Some(Key::BackTab),
        '\t' => Some(Key::Tab),
        '\u{8}' | '\u{7f}' => Some(Key::Backspace),
        c if ctrl => Some(Key::Ctrl(c.to_ascii_lowercase())),
        c if c.is_control() => None,
        c if shift => c.to_uppercase().next().map(Key::Char),
        c => Some(Key::Char(c)),
    }
}

/// Decodes `button;column;row` (SGR mouse). Only presses of the left button and the wheel have a meaning.
fn mouse_event(parameters: &[u8], last: u8) -> Option<Sequence> {
    let mut all = numbers(parameters).map(|parts| parts.first().copied());
    let button = all.next()??;
    let cell = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    let at = Position::new(cell(all.next()??)?, cell(all.next()??)?);
    match (button, last) {
        (0, b'M') => Some(Sequence::Click(at)),
        (64 | 65, b'M') => Some(Sequence::Wheel { up: button == 64, at }),
        _ => None,
    }
}

/// Splits parameters into their parts: `1;5:3` is `[1]`, `[5, 3]`, then endless empty ones.
fn numbers(parameters: &[u8]) -> impl Iterator<Item = Vec<u32>> + '_ {
    let parts = |parameter: &[u8]| {
        parameter
            .split(|byte| *byte == b':')
            .map_while(|part| std::str::from_utf8(part).ok()?.parse().ok())
            .collect()
    };
    parameters.split(|byte| *byte == b';').map(parts).chain(std::iter::repeat(Vec::new()))
}
