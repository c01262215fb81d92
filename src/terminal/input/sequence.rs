//! What complete sequences mean.

use ratatui::layout::Position;

use crate::dashboard::Key;

/// A sequence that means something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A key was pressed.
    Key(Key),
    /// The left button was pressed on this cell.
    Click(Position),
    /// The wheel was turned over this cell, away from the person or towards them.
    Wheel { up: bool, at: Position },
    /// Pasted text begins.
    Paste,
}

/// `ESC O final`: cursor keys of terminals in application mode.
pub fn shift(last: u8) -> Option<Key> {
    match last {
        b'M' => Some(Key::Enter),
        other => arrow(other),
    }
}

/// `ESC [ parameters final`.
pub fn control(parameters: &[u8], last: u8) -> Option<Known> {
    if let Some(mouse) = parameters.strip_prefix(b"<") {
        return mouse_event(mouse, last);
    }
    let mut all = numbers(parameters);
    let number = all.next()?.first().copied().unwrap_or(1);
    let modifiers = all.next()?;
    let (modifiers, kind) = (modifiers.first().copied().unwrap_or(1), modifiers.get(1).copied().unwrap_or(1));
    let modifiers = modifiers.saturating_sub(1);
    // Alt chords belong to others; the third kind is a key let go.
    if modifiers & 2 != 0 || kind == 3 {
        return None;
    }
    let key = match (last, number) {
        (b'~', 200) => return Some(Known::Paste),
        (b'~', 1 | 7) => Key::Home,
        (b'~', 4 | 8) => Key::End,
        (b'~', 5) => Key::PageUp,
        (b'~', 6) => Key::PageDown,
        (b'~', _) => return None,
        (b'Z', _) => Key::BackTab,
        (b'u', code) => unicode(code, modifiers)?,
        (other, _) => arrow(other)?,
    };
    Some(Known::Key(key))
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

/// A key by its code point, as some terminals send it when another program has left them in that mode.
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

/// `button;column;row`, of which the left button pressed and the wheel count.
fn mouse_event(parameters: &[u8], last: u8) -> Option<Known> {
    let mut all = numbers(parameters).map(|parts| parts.first().copied());
    let button = all.next()??;
    let cell = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    let at = Position::new(cell(all.next()??)?, cell(all.next()??)?);
    match (button, last) {
        (0, b'M') => Some(Known::Click(at)),
        (64 | 65, b'M') => Some(Known::Wheel { up: button == 64, at }),
        _ => None,
    }
}

/// Parameters with their parts, `1;5:3` as `[1] [5, 3]`, and then empty ones for ever.
fn numbers(parameters: &[u8]) -> impl Iterator<Item = Vec<u32>> + '_ {
    let parts = |parameter: &[u8]| {
        parameter
            .split(|byte| *byte == b':')
            .map_while(|part| std::str::from_utf8(part).ok()?.parse().ok())
            .collect()
    };
    parameters.split(|byte| *byte == b';').map(parts).chain(std::iter::repeat(Vec::new()))
}
