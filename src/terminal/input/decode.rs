//! Decodes events of crossterm into events of the dashboard.

use crossterm::event::{
    Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use super::sequence::Sequence;
use super::size;
use crate::dashboard::{Event, Key, Move};

/// The key that arrived together with an `ESC` before it, which crossterm reports as Alt. Nothing is bound to Alt, so these
/// are two keys that a slow connection has joined. (Cursor keys with Alt have sequences of their own.)
pub fn key_after_escape(event: &Raw) -> Option<KeyEvent> {
    let key = event.as_key_event().filter(|key| key.kind != KeyEventKind::Release && is_alt(*key))?;
    let is_one_byte =
        matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace);
    is_one_byte.then(|| KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key })
}

/// True for `ESC \` and the bell, which end a string.
pub fn ends_string(event: &Raw) -> bool {
    let is = |key: KeyEvent, c| key.code == KeyCode::Char(c);
    let ends = |key: KeyEvent| {
        is(key, '\\') && is_alt(key) || is(key, 'g') && key.modifiers.contains(KeyModifiers::CONTROL)
    };
    event.as_key_event().is_some_and(ends)
}

/// The key that was pressed, if the event is a press without Alt.
pub fn pressed(event: &Raw) -> Option<KeyCode> {
    event.as_key_event().filter(|key| key.kind != KeyEventKind::Release && !is_alt(*key)).map(|key| key.code)
}

fn is_alt(key: KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::ALT)
}

/// The dashboard's event for one of crossterm; `None` for those without a meaning here.
pub fn decode(event: &Raw) -> Option<Event> {
    match event {
        Raw::Key(key) => key_of(*key).map(Event::Key),
        // Asks for the size itself: the event reports 0×0 for terminals that do not know theirs.
        Raw::Resize(..) => Some(Event::Resize(size())),
        Raw::Mouse(mouse) => pointed(*mouse).and_then(from_sequence),
        Raw::Paste(text) => Some(Event::Paste(text.clone())),
        Raw::FocusGained | Raw::FocusLost => None,
    }
}

/// The event of a sequence; `None` for the beginning of a paste, which is not one yet.
pub fn from_sequence(sequence: Sequence) -> Option<Event> {
    match sequence {
        Sequence::Key(key) => Some(Event::Key(key)),
        Sequence::Click(at) => Some(Event::Click(at)),
        Sequence::Wheel { up, at } => Some(Event::Wheel(if up { Move::Previous } else { Move::Next }, at)),
        Sequence::Paste => None,
    }
}

fn pointed(mouse: MouseEvent) -> Option<Sequence> {
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Sequence::Click(at)),
        MouseEventKind::ScrollUp => Some(Sequence::Wheel { up: true, at }),
        MouseEventKind::ScrollDown => Some(Sequence::Wheel { up: false, at }),
        MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}

/// The key of a press; `None` for releases, Alt chords and keys that nothing is bound to.
pub fn key_of(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || is_alt(event) {
        return None;
    }
    let key = match event.code {
        // Some terminals send this for Backspace.
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
        KeyCode::Delete => Key::Delete,
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
