//! The loop between input and output without a terminal: batches of events go in, frames come out.

use std::collections::VecDeque;
use std::io;
use std::time::Instant;

use horgos::dashboard::{Answer, App, Effect, Event, Key};
use horgos::screen::Means;
use horgos::terminal::{Abilities, Display, Host, Inbox, Message, Performed, run};

/// Batches of events; those of a batch arrive together. Presses `q` after the last.
pub struct Script(VecDeque<VecDeque<Event>>);

impl Inbox for Script {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<Option<Message>> {
        assert_eq!(deadline, None, "nothing on the dashboard moves by itself");
        while self.0.front().is_some_and(VecDeque::is_empty) {
            self.0.pop_front();
        }
        Ok(self.next()?.or(Some(Message::Input(Event::Key(Key::Char('q'))))))
    }

    fn next(&mut self) -> io::Result<Option<Message>> {
        Ok(self.0.front_mut().and_then(VecDeque::pop_front).map(Message::Input))
    }
}

/// Everything the loop sent, one entry per write, and the effects it asked for.
#[derive(Default)]
pub struct Record {
    pub writes: Vec<Vec<u8>>,
    pub mouse: Vec<bool>,
    pub stops: usize,
}

impl Host<App> for Record {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.writes.push(frame.to_vec());
        Ok(())
    }

    fn perform(&mut self, _: &App, effect: Effect) -> Performed {
        match effect {
            Effect::Mouse(on) => self.mouse.push(on),
            Effect::Suspend => self.stops += 1,
            Effect::Save { .. } | Effect::Sentence(_) => {}
            Effect::Copy(_) | Effect::Export { .. } => {
                let answer = Answer::Copy(format!("{effect:?}"));
                return Performed { bytes: b"<bytes>".to_vec(), answer: Some(answer) };
            }
        }
        Performed::default()
    }
}

/// Runs the dashboard through batches of events.
pub fn played(app: &mut App, batches: &[Vec<Event>]) -> Record {
    let mut script = Script(batches.iter().map(|batch| batch.iter().cloned().collect()).collect());
    let mut record = Record::default();
    let mut display = Display::new(Means::default(), Abilities::from_term(Some("xterm-256color")));
    run(app, &mut display, &mut script, &mut record, || Ok(())).expect("nothing fails");
    record
}
