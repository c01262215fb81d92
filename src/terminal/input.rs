//! Turns what the terminal sends into events of the dashboard.

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

pub use keyboard::Keyboard;

use crate::dashboard::{Event, Key};
use decode::{decode, ends_string, from_sequence, key_after_escape, key_of, pressed};
use reassemble::{Partial, Progress, begins_string};
use sequence::Sequence;
use source::{EventSource, SystemEvents};

/// How long to wait for the rest of a sequence after `ESC`. Without one it was the key.
const PATIENCE: Duration = Duration::from_millis(50);

/// The events of a terminal, with sequences reassembled that a slow connection has cut.
#[derive(Debug)]
pub struct Events<S = SystemEvents> {
    source: S,
    /// Read ahead, to find out what the event before them was.
    ahead: VecDeque<Raw>,
    /// The second of two keys that arrived as one.
    second: Option<Event>,
}

impl<S: EventSource> Events<S> {
    /// Waits for the next event; `None` if it has no meaning here.
    fn wait(&mut self) -> io::Result<Option<Event>> {
        if let Some(event) = self.second.take() {
            return Ok(Some(event));
        }
        let event = match self.ahead.pop_front() {
            Some(event) => event,
            None => self.source.read()?,
        };
        match (pressed(&event), key_after_escape(&event)) {
            (Some(KeyCode::Esc), _) => self.after_escape(&event),
            (_, Some(key)) => self.after_both(key),
            (_, None) => Ok(decode(&event)),
        }
    }

    /// True if there is an event already.
    fn more(&mut self) -> io::Result<bool> {
        let waits = self.second.is_some() || !self.ahead.is_empty();
        if waits { Ok(true) } else { self.source.waits(Duration::ZERO) }
    }
}

impl Events {
    /// Opens the terminal of this process. crossterm starts to listen for changes of size on its first call.
    fn open() -> io::Result<Self> {
        let mut events = Self::new(SystemEvents);
        events.source.waits(Duration::ZERO)?;
        Ok(events)
    }
}

impl<S: EventSource> Events<S> {
    fn new(source: S) -> Self {
        Self { source, ahead: VecDeque::new(), second: None }
    }

    /// Reads what `escape` begins: a sequence, a string, or nothing, if it is the key.
    fn after_escape(&mut self, escape: &Raw) -> io::Result<Option<Event>> {
        let mut partial = Partial::default();
        let mut begun = false;
        while self.source.waits(PATIENCE)? {
            let next = self.source.read()?;
            let Some(KeyCode::Char(c)) = pressed(&next) else {
                self.ahead.push_back(next);
                break;
            };
            match partial.take(c) {
                Progress::More => begun = true,
                Progress::Typed => {
                    self.ahead.push_back(next);
                    break;
                }
                Progress::String => return self.after_both(KeyEvent::from(KeyCode::Char(c))),
                Progress::Complete(Some(Sequence::Paste)) => {
                    self.skip_pasted()?;
                    return Ok(None);
                }
                Progress::Complete(sequence) => return Ok(sequence.and_then(from_sequence)),
            }
        }
        Ok(if begun { None } else { decode(escape) })
    }

    /// Reads what `ESC` and a key right after it begin: a string, or nothing, if they are two keys that a slow connection
    /// has joined.
    fn after_both(&mut self, key: KeyEvent) -> io::Result<Option<Event>> {
        if matches!(key.code, KeyCode::Char(c) if begins_string(c)) && self.skip_string()? {
            return Ok(None);
        }
        if key.code == KeyCode::Backspace {
            return Ok(Some(Event::Key(Key::AltBackspace)));
        }
        self.second = key_of(key).map(Event::Key);
        Ok(Some(Event::Key(Key::Escape)))
    }

    /// Skips a string, such as the late answer to another program's query, to its end or until silence. False if nothing
    /// followed at all.
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

    /// Skips the rest of a paste whose first sequence was cut: everything until silence.
    fn skip_pasted(&mut self) -> io::Result<()> {
        while self.source.waits(PATIENCE)? {
            let event = self.source.read()?;
            self.keep_size(event);
        }
        Ok(())
    }

    /// Keeps a change of size while everything else is skipped.
    fn keep_size(&mut self, event: Raw) {
        self.ahead.extend(matches!(event, Raw::Resize(..)).then_some(event));
    }
}

/// The size of the terminal; 80×24 if it does not know.
#[must_use]
pub fn size() -> Size {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => Size::new(80, 24),
    }
}

#[cfg(test)]
mod tests;
