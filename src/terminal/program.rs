//! Programs, and the one loop that runs them all.
//!
//! ```text
//! keyboard ─┐
//! later:    ├─▶ inbox ─▶ Program::handle ─▶ Outcome ─▶ all that waits is taken ─▶ one frame, one write
//! sockets … ┘                                  └─▶ Host::perform ─▶ Message::Answer
//! ```

use std::io;
use std::time::Instant;

use super::{Abilities, Inbox, Wire};
use crate::dashboard::{Answer, App, Effect, Event, Outcome, Reread};
use crate::screen::{Canvas, Means};
use crate::stage::{Arrival, NewVersion, Remote};

/// Something that a program has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Something happened at the terminal.
    Input(Event),
    /// The program's deadline has passed.
    Tick,
    /// An effect that the program asked for was carried out, or was not.
    Answer(Answer),
    /// Something reached the talk from elsewhere: a second terminal, or the server of its followers.
    Remote(Remote),
    /// The file of the dataset has changed.
    Loaded(NewVersion),
    /// The file that is browsed has changed.
    Reread(Box<Reread>),
    /// Something reached somebody who follows a talk, or its notes.
    Stage(Arrival),
}

/// A program in the terminal: messages go in, pictures come out.
pub trait Program {
    /// Takes a message at the time `now`.
    fn handle(&mut self, message: Message, now: Instant) -> Outcome;

    /// Draws what is to be seen now.
    fn draw(&self, canvas: &mut Canvas);

    /// When [`Message::Tick`] is due, at the latest. Without a deadline nothing wakes the program but a message. After
    /// a tick the next deadline has to be later than that tick, or the loop never sleeps.
    fn deadline(&self, now: Instant) -> Option<Instant>;
}

impl Program for App {
    fn handle(&mut self, message: Message, _: Instant) -> Outcome {
        match message {
            Message::Input(event) => Self::handle(self, event),
            Message::Answer(answer) => {
                self.answer(answer);
                Outcome::Changed
            }
            Message::Tick => self.tick(),
            Message::Reread(new) => self.reread(*new),
            Message::Remote(_) | Message::Loaded(_) | Message::Stage(_) => Outcome::Unchanged,
        }
    }

    fn draw(&self, canvas: &mut Canvas) {
        canvas.draw(self);
    }

    fn deadline(&self, now: Instant) -> Option<Instant> {
        self.wake().map(|wait| now + wait)
    }
}

/// The world around a program of type `P`: takes frames, and carries out effects.
pub trait Host<P> {
    /// Sends one frame to the terminal.
    ///
    /// # Errors
    ///
    /// When the terminal takes no more.
    fn send(&mut self, frame: &[u8]) -> io::Result<()>;

    /// Carries out an effect that `program` asked for.
    fn perform(&mut self, program: &P, effect: Effect) -> Performed;
}

/// The result of an effect.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Performed {
    /// Sent to the terminal in one write with the next frame.
    pub bytes: Vec<u8>,
    /// For the program, where it waits for one.
    pub answer: Option<Answer>,
}

/// The picture that was drawn last, and what the terminal shows of it.
#[derive(Debug)]
pub struct Display {
    canvas: Canvas,
    wire: Wire,
}

impl Display {
    /// A display of which nothing is known: the first frame paints everything.
    #[must_use]
    pub fn new(means: Means, abilities: Abilities) -> Self {
        Self { canvas: Canvas::new(means), wire: Wire::new(abilities) }
    }

    /// The bytes that make the terminal show the program as it is now; none where it does already.
    fn frame(&mut self, program: &impl Program) -> &[u8] {
        program.draw(&mut self.canvas);
        self.wire.rows(self.canvas.frame(), |row| self.canvas.touched(row))
    }
}

/// Runs a program until it quits.
///
/// Everything that waits is taken before one frame is drawn. A frame that looks like the one before sends nothing.
///
/// # Errors
///
/// The first error of the inbox or the host.
pub fn run<P: Program>(
    program: &mut P,
    display: &mut Display,
    inbox: &mut impl Inbox,
    host: &mut impl Host<P>,
) -> io::Result<()> {
    let mut main_loop = MainLoop { program, display, host, bytes: Vec::new() };
    loop {
        main_loop.send_frame()?;
        loop {
            match main_loop.take_all(inbox)? {
                Next::Wait => {}
                Next::Draw => break,
                Next::Quit => return Ok(()),
            }
        }
    }
}

/// A program that runs.
struct MainLoop<'a, P, H> {
    program: &'a mut P,
    display: &'a mut Display,
    host: &'a mut H,
    /// Bytes that effects send to the terminal, with the next frame.
    bytes: Vec<u8>,
}

/// The demands of messages on the loop, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    Wait,
    Draw,
    Quit,
}

impl<P: Program, H: Host<P>> MainLoop<'_, P, H> {
    fn send_frame(&mut self) -> io::Result<()> {
        let frame = self.display.frame(self.program);
        if self.bytes.is_empty() {
            return if frame.is_empty() { Ok(()) } else { self.host.send(frame) };
        }
        self.bytes.extend_from_slice(frame);
        self.host.send(&std::mem::take(&mut self.bytes))
    }

    /// Waits for a message or for the program's deadline, then takes every message that is there. A deadline that passes
    /// meanwhile ends it, so that even endless messages cannot put off a tick.
    fn take_all(&mut self, inbox: &mut dyn Inbox) -> io::Result<Next> {
        let deadline = self.program.deadline(inbox.now());
        let is_due = |inbox: &dyn Inbox| deadline.is_some_and(|deadline| deadline <= inbox.now());
        let mut message = inbox.wait(deadline)?;
        let mut all = Next::Wait;
        while let Some(next) = message {
            all = all.max(self.take(next, inbox.now()));
            if all == Next::Quit {
                return Ok(all);
            }
            message = if is_due(inbox) { None } else { inbox.next()? };
        }
        if is_due(inbox) { Ok(all.max(self.take(Message::Tick, inbox.now()))) } else { Ok(all) }
    }

    fn take(&mut self, message: Message, now: Instant) -> Next {
        match self.program.handle(message, now) {
            // A talk takes what is for a talk.
            Outcome::Unchanged | Outcome::Talk(_) => Next::Wait,
            Outcome::Changed => Next::Draw,
            Outcome::Repaint => {
                self.display.wire.forget();
                Next::Draw
            }
            Outcome::Perform(effect) => {
                let Performed { bytes, answer } = self.host.perform(self.program, effect);
                self.bytes.extend(bytes);
                answer.map_or(Next::Draw, |answer| self.take(Message::Answer(answer), now).max(Next::Draw))
            }
            Outcome::Quit => Next::Quit,
        }
    }
}

#[cfg(test)]
mod tests;
