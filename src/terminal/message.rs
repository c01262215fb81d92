//! Messages to a program: from the terminal, its own effects, files and talks.

use crate::dashboard::{Answer, Event, Reread};
use crate::stage::{Arrival, NewVersion, Remote};

/// A message to a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Something happened at the terminal.
    Input(Event),
    /// The program's deadline has passed.
    Tick,
    /// An effect that the program asked for was carried out, or failed.
    Answer(Answer),
    /// A message for the talk from outside: from a second terminal, or from the server of its followers.
    Remote(Remote),
    /// The file behind a talk has changed.
    Loaded(NewVersion),
    /// The file that is being browsed has changed.
    Reread(Box<Reread>),
    /// A message for a follower of a talk, or for its notes.
    Stage(Arrival),
}
