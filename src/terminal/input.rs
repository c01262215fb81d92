//! From what the terminal sends to what a person wants.

mod reassemble;
mod sequence;
mod source;

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};

use crate::dashboard::{Event, Key, Step};
use reassemble::{Next, Rest, begins_string};
use sequence::Known;
use source::{Source, System};

/// How long after `ESC` the rest of a sequence may come; then it was the key.
const PATIENCE: Duration = Duration::from_millis(50);

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

/// What happens at the terminal that the program runs in.
#[derive(Debug)]
pub struct Events<S = System> {
    source: S,
    /// What was read while it was not clear yet what came before it.
    ahead: VecDeque<Raw>,
    /// The second of two keys that came as one.
    second: Option<Event>,
}

impl<S: Source> Input for Events<S> {
    fn wait(&mut self) -> io::Result<Option<Event>> {
        if let Some(event) = self.second.take() {
            return Ok(Some(event));
        }
        let event = match self.ahead.pop_front() {
            Some(event) => event,
            None => self.source.read()?,
        };
        match (pressed(&event), behind_escape(&event)) {
            (Some(KeyCode::Esc), _) => self.after_escape(&event),
            (_, Some(key)) => self.after_both(key),
            (_, None) => Ok(wanted(&event)),
        }
    }

    fn more(&mut self) -> io::Result<bool> {
        let waits = self.second.is_some() || !self.ahead.is_empty();
        if waits { Ok(true) } else { self.source.waits(Duration::ZERO) }
    }
}

impl Events {
    /// The events from here on, a change of size among them: who asks for the size after this misses none. Keys are
    /// what they are only once the session has taken the terminal.
    ///
    /// # Errors
    ///
    /// When there is no terminal to read from.
    pub fn open() -> io::Result<Self> {
        let mut events = Self::of(System);
        events.source.waits(Duration::ZERO)?;
        Ok(events)
    }
}

impl<S: Source> Events<S> {
    fn of(source: S) -> Self {
        Self { source, ahead: VecDeque::new(), second: None }
    }

    /// What `escape` is the beginning of, if it is not the key.
    fn after_escape(&mut self, escape: &Raw) -> io::Result<Option<Event>> {
        let mut rest = Rest::default();
        let mut begun = false;
        while self.source.waits(PATIENCE)? {
            let next = self.source.read()?;
            let Some(KeyCode::Char(c)) = pressed(&next) else {
                self.ahead.push_back(next);
                break;
            };
            match rest.take(c) {
                Next::More => begun = true,
                Next::Typed => {
                    self.ahead.push_back(next);
                    break;
                }
                Next::String => return self.after_both(KeyEvent::from(KeyCode::Char(c))),
                Next::Complete(Some(Known::Paste)) => {
                    self.skip_pasted()?;
                    return Ok(None);
                }
                Next::Complete(known) => return Ok(known.and_then(meant)),
            }
        }
        Ok(if begun { None } else { wanted(escape) })
    }

    /// What `ESC` and a key right behind it are: the beginning of a string, or two keys that a slow connection has
    /// brought in one piece.
    fn after_both(&mut self, key: KeyEvent) -> io::Result<Option<Event>> {
        if matches!(key.code, KeyCode::Char(c) if begins_string(c)) && self.skip_string()? {
            return Ok(None);
        }
        self.second = named(key).map(Event::Key);
        Ok(Some(Event::Key(Key::Escape)))
    }

    /// Skips a string for a terminal or from one, such as the late answer to a question of another program, until its
    /// end or silence; says whether there was any of it.
    fn skip_string(&mut self) -> io::Result<bool> {
        let mut any = false;
        while self.source.waits(PATIENCE)? {
            let event = self.source.read()?;
            any = true;
            if ends_string(&event) {
                break;
            }
            self.keep_size(event);
        }
        Ok(any)
    }

    /// Skips the rest of a paste whose beginning was cut: everything that is typed until there is silence.
    fn skip_pasted(&mut self) -> io::Result<()> {
        while self.source.waits(PATIENCE)? {
            let event = self.source.read()?;
            self.keep_size(event);
        }
        Ok(())
    }

    /// A new size counts also where all else is skipped.
    fn keep_size(&mut self, event: Raw) {
        self.ahead.extend(matches!(event, Raw::Resize(..)).then_some(event));
    }
}

/// The key behind an `ESC` that came in one piece with it: a terminal's way to say Alt, which nothing is bound to. Cursor
/// keys with Alt have sequences of their own.
fn behind_escape(event: &Raw) -> Option<KeyEvent> {
    let key = event.as_key_event().filter(|key| key.kind != KeyEventKind::Release && is_alt(*key))?;
    let is_one_byte =
        matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace);
    is_one_byte.then(|| KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key })
}

/// `ESC \` or the bell.
fn ends_string(event: &Raw) -> bool {
    let is = |key: KeyEvent, c| key.code == KeyCode::Char(c);
    let ends = |key: KeyEvent| {
        is(key, '\\') && is_alt(key) || is(key, 'g') && key.modifiers.contains(KeyModifiers::CONTROL)
    };
    event.as_key_event().is_some_and(ends)
}

/// The key that an event is the press of.
fn pressed(event: &Raw) -> Option<KeyCode> {
    event.as_key_event().filter(|key| key.kind != KeyEventKind::Release && !is_alt(*key)).map(|key| key.code)
}

fn is_alt(key: KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::ALT)
}

/// What happened, if it means anything.
fn wanted(event: &Raw) -> Option<Event> {
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
fn meant(known: Known) -> Option<Event> {
    match known {
        Known::Key(key) => Some(Event::Key(key)),
        Known::Click(at) => Some(Event::Click(at)),
        Known::Wheel { up, at } => Some(Event::Wheel(if up { Step::Previous } else { Step::Next }, at)),
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

/// The size of the terminal; 80×24 where it does not say.
#[must_use]
pub fn size() -> Size {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => Size::new(80, 24),
    }
}

/// The key by its name; nothing for a release, for Alt chords, and for keys that nothing is bound to.
fn named(event: KeyEvent) -> Option<Key> {
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

#[cfg(test)]
mod tests;
