//! The interface between a talk and its sockets: what goes out, and what comes in.

use super::scene::{Scene, SpeakerView};

/// Receives what a talk shows, to pass it on.
///
/// The talk calls it on the thread that draws, after each change that an audience or the speaker can see, so it must
/// return at once. It is not called while nothing happens.
pub trait Outlet: Send {
    /// Receives the newest scene; all earlier ones are out of date. The last one has the state
    /// [`Ended`](super::SceneState::Ended).
    fn publish(&mut self, scene: &Scene, speaker: &SpeakerView);
}

/// A command or a message that reaches a talk from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remote {
    /// The next row, line or step.
    Next,
    /// Takes back what the last `Next` did.
    Back,
    /// The step with this number, from 0; ignored if there is none.
    Go(usize),
    /// Blanks the screen, or shows it again.
    Blank,
    /// Shows the number of the selected figure large, or stops doing so.
    Number,
    /// Shows the selected row alone, or stops doing so.
    Spotlight,
    /// Returns to the step.
    Return,
    /// Pauses or resumes the clock.
    Clock,
    /// The number of screens that follow has changed to this.
    Followers(usize),
}
