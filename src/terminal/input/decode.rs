//! What an event of the terminal stands for.

use crossterm::event::{
    Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use super::sequence::Known;
use super::size;
use crate::dashboard::{Event, Key, Move};

/// The key behind an `ESC` that came in one piece with it: a terminal's way to say Alt, which nothing is bound to. Cursor
/// keys with Alt have sequences of their own.
pub fn behind_escape(event: &Raw) -> Option<KeyEvent> {
    let key = event.as_key_event().filter(|key| key.kind != KeyEventKind::Release && is_alt(*key))?;
    let is_one_byte =
        matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace);
    is_one_byte.then(|| KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key })
}

/// `ESC \` or the bell.
pub fn ends_string(event: &Raw) -> bool {
    let is = |key: KeyEvent, c| key.code == KeyCode::Char(c);
    let ends = |key: KeyEvent| {
        is(key, '\\') && is_alt(key) || is(key, 'g') && key.modifiers.contains(KeyModifiers::CONTROL)
    };
    event.as_key_event().is_some_and(ends)
}

/// The key that an event is the press of.
pub fn pressed(event: &Raw) -> Option<KeyCode> {
    event.as_key_event().filter(|key| key.kind != KeyEventKind::Release && !is_alt(*key)).map(|key| key.code)
}

fn is_alt(key: KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::ALT)
}

/// What happened, if it means anything.
pub fn wanted(event: &Raw) -> Option<Event> {
    match event {
        Raw::Key(key) => named(*key).map(Event::Key),
        // Its numbers may be those of a terminal that does not know them.
        Raw::Resize(..) => Some(Event::Resize(size())),
        Raw::Mouse(mouse) => pointed(*mouse).and_then(meant),
        Raw::Paste(text) => Some(Event::Paste(text.clone())),
        Raw::FocusGained | Raw::FocusLost => None,
    }
}

/// What a sequence stands for.
pub fn meant(known: Known) -> Option<Event> {
    match known {
        Known::Key(key) => Some(Event::Key(key)),
        Known::Click(at) => Some(Event::Click(at)),
        Known::Wheel { up, at } => Some(Event::Wheel(if up { Move::Previous } else { Move::Next }, at)),
        Known::Paste => None,
    }
}

fn pointed(mouse: MouseEvent) -> Option<Known> {
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Known::Click(at)),
        MouseEventKind::ScrollUp => Some(Known::Wheel { up: true, at }),
        MouseEventKind::ScrollDown => Some(Known::Wheel { up: false, at }),
        MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}

/// The key by its name; nothing for a release, for Alt chords, and for keys that nothing is bound to.
pub fn named(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || is_alt(event) {
        return None;
    }
    let key = match event.code {
        // What the key above Enter sends in some terminals.
        KeyCode::Char('h') if event.modifiers.contains(KeyModifiers::CONTROL) => Key::Backspace,
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Ctrl(c.to_ascii_lowercase())
        }
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
        KeyCode::Delete
        | KeyCode::Insert
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
