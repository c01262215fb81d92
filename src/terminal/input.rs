//! From what the terminal sends to what a person wants.

use std::io;
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Size;

use crate::dashboard::{Event, Key};

/// Where events come from.
pub trait Input {
    /// Waits for the next event; `None` where it means nothing.
    ///
    /// # Errors
    ///
    /// When there will be no more events.
    fn wait(&mut self) -> io::Result<Option<Event>>;

    /// Whether an event waits already.
    ///
    /// # Errors
    ///
    /// When there will be no more events.
    fn more(&mut self) -> io::Result<bool>;
}

/// Events of the terminal that the program runs in.
#[derive(Debug)]
pub struct Terminal;

impl Input for Terminal {
    fn wait(&mut self) -> io::Result<Option<Event>> {
        event::read().map(|event| wanted(&event))
    }

    fn more(&mut self) -> io::Result<bool> {
        event::poll(Duration::ZERO)
    }
}

/// What happened, if it means anything; pasted text does not.
fn wanted(event: &event::Event) -> Option<Event> {
    match *event {
        event::Event::Key(key) => named(key).map(Event::Key),
        event::Event::Resize(width, height) => Some(Event::Resize(Size::new(width, height))),
        event::Event::FocusGained
        | event::Event::FocusLost
        | event::Event::Mouse(_)
        | event::Event::Paste(_) => None,
    }
}

/// The key by its name; nothing for a release, for Alt chords, and for keys that nothing is bound to.
fn named(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    let key = match event.code {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_and_repeats_count_and_releases_do_not() {
        let key =
            |kind| event::Event::Key(KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind));
        assert_eq!(wanted(&key(KeyEventKind::Press)), Some(Event::Key(Key::Char('j'))));
        assert_eq!(wanted(&key(KeyEventKind::Repeat)), Some(Event::Key(Key::Char('j'))));
        assert_eq!(wanted(&key(KeyEventKind::Release)), None);
    }

    #[test]
    fn pasted_text_and_alt_chords_are_inert() {
        assert_eq!(wanted(&event::Event::Paste("q".to_owned())), None);
        let alt_q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert_eq!(wanted(&event::Event::Key(alt_q)), None);
    }
}
