//! From what the terminal sends to what a person wants.

mod decode;
mod keyboard;
mod reassemble;
mod sequence;
mod source;

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::{Event as Raw, KeyCode, KeyEvent};
use ratatui::layout::Size;

use crate::dashboard::{Event, Key};
pub use keyboard::Keyboard;

use decode::{behind_escape, ends_string, meant, named, pressed, wanted};
use reassemble::{Next, Rest, begins_string};
use sequence::Known;
use source::{Source, System};

/// How long after `ESC` the rest of a sequence may come; then it was the key.
const PATIENCE: Duration = Duration::from_millis(50);

/// What happens at the terminal that the program runs in.
#[derive(Debug)]
pub struct Events<S = System> {
    source: S,
    /// What was read while it was not clear yet what came before it.
    ahead: VecDeque<Raw>,
    /// The second of two keys that came as one.
    second: Option<Event>,
}

impl<S: Source> Events<S> {
    /// Waits for the next event; `None` where it means nothing.
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

    /// Returns true if an event waits already.
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
        let mut events = Self::new(System);
        events.source.waits(Duration::ZERO)?;
        Ok(events)
    }
}

impl<S: Source> Events<S> {
    fn new(source: S) -> Self {
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

/// The size of the terminal; 80×24 where it does not say.
#[must_use]
pub fn size() -> Size {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => Size::new(80, 24),
    }
}

#[cfg(test)]
mod tests;
