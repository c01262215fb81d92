//! The view of an audience, as data: enough to show it on another screen of another size.

use std::time::Duration;

use crate::dataset::Emphasis;
use crate::formats::Fingerprint;

/// Everything that is shown now: a follower who joins late needs no earlier scene. The speaker's notes are not part of
/// it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// The dataset that the view is of.
    pub data: Fingerprint,
    /// The step, from 0.
    pub step: usize,
    /// How many steps the tour has.
    pub steps: usize,
    /// The id of the step.
    pub id: String,
    /// The title of the step.
    pub title: String,
    /// The text of the step.
    pub text: String,
    /// The address of the view.
    pub view: String,
    /// The part that stands out now; `None` if it is the whole view.
    pub show: Option<Emphasis>,
    /// How many rows of the focused pane, or lines of the proof, are revealed; `None` if all of them are.
    pub shown: Option<usize>,
    /// The line of the proof that is pointed at, from 0. A row that is pointed at is part of the view.
    pub line: Option<usize>,
    /// True while the screen is blank.
    pub blank: bool,
    /// True if the view is not that of the step.
    pub off: bool,
    /// How the scene goes on.
    pub state: SceneState,
    /// Whole minutes since the start of the talk. A new minute alone makes no new scene.
    pub minutes: u64,
}

/// How a talk goes on from a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SceneState {
    /// When the speaker goes on.
    Live,
    /// Not for the moment: the speaker is looking at something else.
    Held,
    /// By itself, after a pause.
    Paused,
    /// Not at all: the talk is over.
    Ended,
}

impl Scene {
    /// True if two scenes look the same, apart from the time.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        *self == Self { minutes: self.minutes, ..other.clone() }
    }
}

/// The part that only the speaker sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerView {
    /// The notes of the step, one element per paragraph.
    pub notes: Vec<String>,
    /// The title of the next step; `None` at the last.
    pub next: Option<String>,
    /// Rows or lines that this step has not revealed yet.
    pub left: usize,
    /// The time.
    pub clock: ClockReading,
}

/// The clock of a talk at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockReading {
    /// False while it is paused.
    pub running: bool,
    /// The time since the start of the talk.
    pub elapsed: Duration,
    /// The planned time of all steps together.
    pub planned: Duration,
    /// The time since this step began.
    pub step_elapsed: Duration,
    /// The planned time of this step.
    pub step_planned: Duration,
    /// The planned time of all steps before this one.
    pub planned_before: Duration,
}
