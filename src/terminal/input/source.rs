//! Where events are read, so that tests can say what comes when.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event};

/// What comes from a terminal, one after the other.
pub trait Source {
    /// Whether something comes within `time`.
    fn waits(&mut self, time: Duration) -> io::Result<bool>;

    /// The next that comes.
    fn read(&mut self) -> io::Result<Event>;
}

/// The terminal of this process.
#[derive(Debug, Clone, Copy)]
pub struct System;

impl Source for System {
    fn waits(&mut self, time: Duration) -> io::Result<bool> {
        event::poll(time)
    }

    fn read(&mut self) -> io::Result<Event> {
        event::read()
    }
}
