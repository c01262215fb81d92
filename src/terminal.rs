//! The real thing: the session with the terminal, its events, and the loop between keys and frames.

pub mod clipboard;
pub mod environment;
mod input;
mod session;
mod signals;
pub mod wire;

use std::io;

pub use environment::{Decision, Environment, Wishes};
pub use input::{Events, Input, size};
pub use session::Session;
pub use signals::{Watchdog, leave_on_panic};
pub use wire::{Abilities, Repeat, Wire};

use crate::dashboard::{Answer, App, Outcome, Request};
use crate::screen::Canvas;

/// Where frames go, and what the shell and others are asked for.
pub trait Output {
    /// Sends one frame.
    ///
    /// # Errors
    ///
    /// When the terminal takes no more.
    fn send(&mut self, frame: &[u8]) -> io::Result<()>;

    /// What asks the terminal for the mouse, or leaves it to the terminal, to be sent before the next frame.
    fn mouse(&mut self, on: bool) -> &'static [u8];

    /// Leaves the screen to the shell; comes back at once, the stop being the system's doing.
    fn suspend(&mut self);

    /// Does what the dashboard cannot do itself.
    fn ask(&mut self, app: &App, request: Request) -> Done;
}

/// What a request came to outside: bytes for the terminal, and the answer for the dashboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// To be sent before the next frame.
    pub bytes: Vec<u8>,
    /// What the dashboard is told.
    pub answer: Answer,
}

/// Shows the dashboard and carries out what `input` wants, until it wants to quit or ends.
///
/// Everything that waits is taken before one frame is drawn, and a frame like the one before sends nothing.
///
/// # Errors
///
/// The first error of input or output.
pub fn run(
    app: &mut App,
    canvas: &mut Canvas,
    wire: &mut Wire,
    input: &mut impl Input,
    output: &mut impl Output,
) -> io::Result<()> {
    let mut mouse = false;
    let mut first = Vec::new();
    loop {
        canvas.draw(app);
        let frame = wire.rows(canvas.frame(), |row| canvas.touched(row));
        if mouse != app.mouse() {
            mouse = app.mouse();
            first.extend(output.mouse(mouse));
        }
        if !first.is_empty() {
            first.extend(frame);
            output.send(&std::mem::take(&mut first))?;
        } else if !frame.is_empty() {
            output.send(frame)?;
        }
        loop {
            match take_all(app, input, wire)? {
                Outcome::Unchanged => {}
                Outcome::Changed | Outcome::Repaint => break,
                Outcome::Suspend => {
                    output.suspend();
                    break;
                }
                Outcome::Ask(request) => {
                    let done = output.ask(app, request);
                    first = done.bytes;
                    app.answer(request, done.answer);
                    break;
                }
                Outcome::Quit => return Ok(()),
            }
        }
    }
}

/// Waits for an event, then takes all that wait behind it; what they came to together.
fn take_all(app: &mut App, input: &mut impl Input, wire: &mut Wire) -> io::Result<Outcome> {
    let mut all = Outcome::Unchanged;
    loop {
        let outcome = input.wait()?.map_or(Outcome::Unchanged, |event| app.handle(event));
        match (outcome, all) {
            (Outcome::Quit | Outcome::Suspend | Outcome::Ask(_), _) => return Ok(outcome),
            (Outcome::Repaint, _) => {
                wire.forget();
                all = Outcome::Repaint;
            }
            (Outcome::Changed, _) => all = Outcome::Changed,
            (Outcome::Unchanged, _) => {}
        }
        if !input.more()? {
            return Ok(all);
        }
    }
}
