//! Programs, and the one loop that runs them all.
//!
//! ```text
//! keyboard ─┐
//! later:    ├─▶ inbox ─▶ Program::handle ─▶ Outcome ─▶ all that waits is taken ─▶ one frame, one write
//! sockets … ┘                                  └─▶ Host::perform ─▶ Message::Answer
//! ```

use std::io;
use std::time::Instant;

use super::{Abilities, Inbox, Message, Wire};
use crate::dashboard::{Answer, App, Effect, Event, Key, KeyMode, Outcome, alt_edit};
use crate::screen::{Canvas, Means};

/// A program in the terminal: messages go in, frames come out.
pub trait Program {
    /// Handles a message at the time `now`.
    fn handle(&mut self, message: Message, now: Instant) -> Outcome;

    /// Draws the present state.
    fn draw(&self, canvas: &mut Canvas);

    /// When [`Message::Tick`] is due at the latest. Without a deadline, only a message wakes the program. After a tick
    /// the next deadline must be later than that tick, or the loop never sleeps.
    fn deadline(&self, now: Instant) -> Option<Instant>;

    /// True while a line is being typed, which Escape would close.
    fn is_typing(&self) -> bool {
        false
    }
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

    fn is_typing(&self) -> bool {
        self.key_mode() == KeyMode::Typing
    }
}

/// The world around a program of type `P`: takes frames, and carries out effects.
pub trait Host<P> {
    /// Sends one frame to the terminal.
    ///
    /// # Errors
    ///
    /// If the terminal accepts no more bytes.
    fn send(&mut self, frame: &[u8]) -> io::Result<()>;

    /// Carries out an effect that `program` asked for.
    fn perform(&mut self, program: &P, effect: Effect) -> Performed;
}

/// The result of an effect.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Performed {
    /// Sent to the terminal in one write with the next frame.
    pub bytes: Vec<u8>,
    /// For the program, if it expects an answer.
    pub answer: Option<Answer>,
}

/// The picture that was drawn last, and what the terminal shows of it.
#[derive(Debug)]
pub struct Display {
    canvas: Canvas,
    wire: Wire,
}

impl Display {
    /// A display in an unknown state: the first frame paints everything.
    #[must_use]
    pub fn new(means: Means, abilities: Abilities) -> Self {
        Self { canvas: Canvas::new(means), wire: Wire::new(abilities) }
    }

    /// The bytes that make the terminal show the present state; empty if it already does.
    fn frame(&mut self, program: &impl Program) -> &[u8] {
        program.draw(&mut self.canvas);
        self.wire.rows(self.canvas.frame(), |row| self.canvas.touched(row))
    }
}

/// Runs a program until it quits.
///
/// All pending messages are handled before one frame is drawn. A frame that looks like the previous one sends nothing.
/// `listen` starts what nobody needs before the first frame: a thread that starts while that is drawn delays it, since
/// both wait for the same memory map.
///
/// # Errors
///
/// The first error of the inbox, of the host or of `listen`.
pub fn run<P: Program>(
    program: &mut P,
    display: &mut Display,
    inbox: &mut impl Inbox,
    host: &mut impl Host<P>,
    listen: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let mut main_loop = MainLoop { program, display, host, bytes: Vec::new() };
    main_loop.send_frame()?;
    listen()?;
    loop {
        match main_loop.take_all(inbox)? {
            Next::Wait => {}
            Next::Draw => main_loop.send_frame()?,
            Next::Quit => return Ok(()),
        }
    }
}

/// A running program.
struct MainLoop<'a, P, H> {
    program: &'a mut P,
    display: &'a mut Display,
    host: &'a mut H,
    /// Bytes that effects add to the next frame.
    bytes: Vec<u8>,
}

/// The step that the loop takes after a message, the most urgent last.
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

    /// Waits for a message or for the program's deadline, then handles every pending message. Stops if a deadline
    /// passes meanwhile, so that even endless messages cannot delay a tick.
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
        if let Message::Input(Event::AfterEscape(key)) = message
            && !(self.program.is_typing() && alt_edit(key).is_some())
        {
            let after = self.take(Message::Input(Event::Key(Key::Escape)), now);
            let is_over = after == Next::Quit;
            return if is_over { after } else { after.max(self.take(Message::Input(Event::Key(key)), now)) };
        }
        match self.program.handle(message, now) {
            // An outcome for a talk is handled by the talk itself.
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
