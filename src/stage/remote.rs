//! The ends of a talk where sockets are joined on: what goes out, and what comes in.

use super::scene::{Scene, SpeakerView};

/// Takes what a talk shows, to pass it on.
///
/// The talk calls it from the thread that draws, after each change that an audience or the speaker can see, so it has to
/// return at once. It is not called while nothing happens.
pub trait Outlet: Send {
    /// Takes the newest scene; all before it are out of date. The last one has the state
    /// [`Ended`](super::SceneState::Ended).
    fn publish(&mut self, scene: &Scene, speaker: &SpeakerView);
}

/// Something that reaches a talk from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remote {
    /// The next row, line or step.
    Next,
    /// Takes back what the last `Next` did.
    Back,
    /// The step with this number, from 0; ignored if there is none.
    Go(usize),
    /// Shows nothing, or something again.
    Blank,
    /// Shows the number of the selected figure large, or no longer.
    Number,
    /// Shows the selected row alone, or no longer.
    Spotlight,
    /// Comes back to the step.
    Return,
    /// Pauses the clock, or lets it go on.
    Clock,
    /// So many screens follow now.
    Followers(usize),
}
