//! The loop between input and output without a terminal: batches of events go in, frames come out.

use std::collections::VecDeque;
use std::io;

use horgos::dashboard::{Answer, App, Effect, Event, Key};
use horgos::screen::{Canvas, Means};
use horgos::terminal::{Abilities, Host, Input, Performed, Wire, run};

/// Events by what waits at the same time; quits when there are no more.
pub struct Script(VecDeque<VecDeque<Event>>);

impl Input for Script {
    fn wait(&mut self) -> io::Result<Option<Event>> {
        while self.0.front().is_some_and(VecDeque::is_empty) {
            self.0.pop_front();
        }
        Ok(Some(self.0.front_mut().and_then(VecDeque::pop_front).unwrap_or(Event::Key(Key::Char('q')))))
    }

    fn more(&mut self) -> io::Result<bool> {
        Ok(self.0.front().is_some_and(|batch| !batch.is_empty()))
    }
}

/// What was sent, a write each.
#[derive(Default)]
pub struct Record {
    pub writes: Vec<Vec<u8>>,
    pub mouse: Vec<bool>,
    pub stops: usize,
}

impl Host for Record {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.writes.push(frame.to_vec());
        Ok(())
    }

    fn mouse(&mut self, on: bool) -> &'static [u8] {
        self.mouse.push(on);
        b""
    }

    fn suspend(&mut self) {
        self.stops += 1;
    }

    fn perform(&mut self, _: &App, effect: Effect) -> Performed {
        Performed { bytes: b"<bytes>".to_vec(), answer: Answer::Copy(format!("{effect:?}")) }
    }
}

/// Runs the dashboard through batches of events.
pub fn played(app: &mut App, batches: &[Vec<Event>]) -> Record {
    let mut script = Script(batches.iter().map(|batch| batch.iter().cloned().collect()).collect());
    let mut record = Record::default();
    let mut wire = Wire::new(Abilities::from_term(Some("xterm-256color")));
    let mut canvas = Canvas::new(Means::default());
    run(app, &mut canvas, &mut wire, &mut script, &mut record).expect("nothing fails");
    record
}
