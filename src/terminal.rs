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

use crate::dashboard::{Answer, App, Effect, Outcome};
use crate::screen::Canvas;

/// The world around the dashboard: takes frames, and carries out effects.
pub trait Host {
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

    /// Carries out an effect that `app` asked for.
    fn perform(&mut self, app: &App, effect: Effect) -> Performed;
}

/// What came of an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performed {
    /// Sent to the terminal before the next frame.
    pub bytes: Vec<u8>,
    /// For the dashboard.
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
    host: &mut impl Host,
) -> io::Result<()> {
    let mut mouse = false;
    let mut first = Vec::new();
    loop {
        canvas.draw(app);
        let frame = wire.rows(canvas.frame(), |row| canvas.touched(row));
        if mouse != app.mouse() {
            mouse = app.mouse();
            first.extend(host.mouse(mouse));
        }
        if !first.is_empty() {
            first.extend(frame);
            host.send(&std::mem::take(&mut first))?;
        } else if !frame.is_empty() {
            host.send(frame)?;
        }
        loop {
            match take_all(app, input, wire)? {
                Outcome::Unchanged => {}
                Outcome::Changed | Outcome::Repaint => break,
                Outcome::Suspend => {
                    host.suspend();
                    break;
                }
                Outcome::Perform(effect) => {
                    let Performed { bytes, answer } = host.perform(app, effect);
                    first = bytes;
                    app.answer(answer);
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
        match outcome {
            Outcome::Quit | Outcome::Suspend | Outcome::Perform(_) => return Ok(outcome),
            Outcome::Repaint => {
                wire.forget();
                all = Outcome::Repaint;
            }
            Outcome::Changed => all = Outcome::Changed,
            Outcome::Unchanged => {}
        }
        if !input.more()? {
            return Ok(all);
        }
    }
}
