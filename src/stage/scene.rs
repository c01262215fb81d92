//! The scene in front of an audience, as data: enough to show it on another screen of another size.

use std::time::Duration;

use crate::dataset::Emphasis;
use crate::formats::Fingerprint;

/// Everything that is shown now: whoever comes late needs none of the scenes before. The notes of the speaker are not part
/// of it.
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
    /// The part that stands out now; `None` is all of the view.
    pub show: Option<Emphasis>,
    /// How many rows of the focused pane, or lines of the proof, are shown; `None` is all of them.
    pub shown: Option<usize>,
    /// The line of the proof that is pointed at, from 0. A row that is pointed at is part of the view.
    pub line: Option<usize>,
    /// True if nothing is shown for the moment.
    pub blank: bool,
    /// True if the view is not that of the step.
    pub off: bool,
    /// How the scene goes on.
    pub state: SceneState,
    /// Whole minutes since the start of the talk. They pass without a new scene.
    pub minutes: u64,
}

/// How a scene goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SceneState {
    /// With the speaker.
    Live,
    /// Not for the moment: the speaker looks at something else.
    Held,
    /// By itself, after a pause.
    Paused,
    /// Not at all: the talk is over.
    Ended,
}

impl Scene {
    /// True if two scenes look the same, whatever time it is.
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
    /// Since the start of the talk.
    pub elapsed: Duration,
    /// For all steps together.
    pub planned: Duration,
    /// Since this step was come to.
    pub step_elapsed: Duration,
    /// For this step.
    pub step_planned: Duration,
    /// For all steps before this one.
    pub planned_before: Duration,
}
