//! Where events are read from; tests replace it and decide what comes when.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event};

/// Events of a terminal, one after another.
pub trait EventSource {
    /// Waits up to `time`; true if there is an event to read.
    fn waits(&mut self, time: Duration) -> io::Result<bool>;

    /// Reads the next event, and waits for it as long as it takes.
    fn read(&mut self) -> io::Result<Event>;
}

/// The terminal of this process.
#[derive(Debug, Clone, Copy)]
pub struct SystemEvents;

impl EventSource for SystemEvents {
    fn waits(&mut self, time: Duration) -> io::Result<bool> {
        event::poll(time)
    }

    fn read(&mut self) -> io::Result<Event> {
        event::read()
    }
}
