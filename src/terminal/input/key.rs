//! Maps keyboard events to the keys of the dashboard.
//!
//! From the bytes up to here, keys have crossterm's types, which name every key with its modifiers; the dashboard's own
//! type names only those that can be bound.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::dashboard::Key;

/// Chords with these belong to the desktop and the terminal.
const OTHERS: KeyModifiers =
    KeyModifiers::ALT.union(KeyModifiers::SUPER).union(KeyModifiers::HYPER).union(KeyModifiers::META);

/// The key of a press; `None` for releases, chords with Alt or Super, and keys that nothing can be bound to.
pub fn key_of(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(OTHERS) {
        return None;
    }
    let key = match event.code {
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => control(c),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Delete => Key::Delete,
        KeyCode::F(5) => Key::F5,
        KeyCode::Insert
        | KeyCode::F(_)
        | KeyCode::Null
        | KeyCode::CapsLock
        | KeyCode::ScrollLock
        | KeyCode::NumLock
        | KeyCode::PrintScreen
        | KeyCode::Pause
        | KeyCode::Menu
        | KeyCode::KeypadBegin
        | KeyCode::Media(_)
        | KeyCode::Modifier(_) => return None,
    };
    Some(key)
}

/// Ctrl with a character. Some of these chords are keys: they have sent the same byte since the first terminals.
fn control(c: char) -> Key {
    match c.to_ascii_lowercase() {
        'h' => Key::Backspace,
        'i' => Key::Tab,
        'j' | 'm' => Key::Enter,
        '[' => Key::Escape,
        letter => Key::Ctrl(letter),
    }
}

/// The key event of a single character as a terminal sends it, such as `\r` or U+0003 for Ctrl-C. `None` for controls
/// that no key sends.
pub fn typed(c: char) -> Option<KeyEvent> {
    let event = match c {
        '\u{1b}' => KeyEvent::from(KeyCode::Esc),
        '\u{7f}' => KeyEvent::from(KeyCode::Backspace),
        '\u{1}'..='\u{1a}' => {
            KeyEvent::new(KeyCode::Char(char::from_u32(u32::from(c) + 0x60)?), KeyModifiers::CONTROL)
        }
        _ if c.is_control() || c == char::REPLACEMENT_CHARACTER => return None,
        _ => KeyEvent::from(KeyCode::Char(c)),
    };
    Some(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_and_repeats_count_and_releases_do_not() {
        let key = |kind| KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind);
        assert_eq!(key_of(key(KeyEventKind::Press)), Some(Key::Char('j')));
        assert_eq!(key_of(key(KeyEventKind::Repeat)), Some(Key::Char('j')));
        assert_eq!(key_of(key(KeyEventKind::Release)), None);
    }

    #[test]
    fn chords_of_others_are_inert() {
        for modifiers in [KeyModifiers::ALT, KeyModifiers::SUPER, KeyModifiers::HYPER, KeyModifiers::META] {
            assert_eq!(key_of(KeyEvent::new(KeyCode::Up, modifiers)), None);
            assert_eq!(key_of(KeyEvent::new(KeyCode::Char('q'), modifiers | KeyModifiers::SHIFT)), None);
        }
    }

    #[test]
    fn single_bytes_are_the_keys_that_send_them() {
        for (byte, key) in [
            ('\r', Some(Key::Enter)),
            ('\n', Some(Key::Enter)),
            ('\t', Some(Key::Tab)),
            ('\u{8}', Some(Key::Backspace)),
            ('\u{7f}', Some(Key::Backspace)),
            ('\u{1b}', Some(Key::Escape)),
            ('\u{3}', Some(Key::Ctrl('c'))),
            ('\u{1a}', Some(Key::Ctrl('z'))),
            ('\0', None),
            ('\u{1c}', None),
            ('й', Some(Key::Char('й'))),
        ] {
            assert_eq!(typed(byte).and_then(key_of), key, "{byte:?}");
        }
    }
}
