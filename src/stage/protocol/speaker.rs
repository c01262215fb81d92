//! The members of a scene that only the speaker sees, on the notes socket.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{TEXT_BYTES, TITLE_BYTES, received, within};
use crate::stage::scene::{ClockReading, SpeakerView};

/// The maximum number of bytes in the notes of a step, so that even a line full of escapes is read whole.
const NOTES_BYTES: usize = 24 * 1024;

/// The part of a notes line that goes beyond the scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing {
    /// The part that only the speaker sees.
    pub view: SpeakerView,
    /// How many screens follow.
    pub followers: usize,
    /// Why no one else can follow at the moment, if that is so.
    pub trouble: Option<String>,
}

#[derive(Serialize)]
pub(super) struct WrittenBriefing {
    notes: String,
    next: Option<String>,
    left: usize,
    clock: Clock,
    followers: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct ReadBriefing {
    notes: Option<String>,
    next: Option<String>,
    left: Option<usize>,
    clock: Option<Clock>,
    followers: Option<usize>,
    trouble: Option<String>,
}

/// Times in milliseconds.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Clock {
    running: bool,
    elapsed_ms: u64,
    planned_ms: u64,
    step_elapsed_ms: u64,
    step_planned_ms: u64,
    planned_before_ms: u64,
}

impl WrittenBriefing {
    pub fn new(briefing: &Briefing) -> Self {
        let view = &briefing.view;
        Self {
            notes: within(&view.notes.join("\n"), NOTES_BYTES),
            next: view.next.as_ref().map(|next| within(next, TITLE_BYTES)),
            left: view.left,
            clock: Clock::new(view.clock),
            followers: briefing.followers,
            trouble: briefing.trouble.as_ref().map(|trouble| within(trouble, TEXT_BYTES)),
        }
    }
}

impl ReadBriefing {
    /// The speaker's own part, if the line is for the speaker.
    pub fn into_briefing(self) -> Option<Briefing> {
        let Self { notes, next, left, clock, followers, trouble } = self;
        let notes = notes?;
        let notes = notes.split('\n').map(|note| received(note, NOTES_BYTES)).filter(|note| !note.is_empty());
        let view = SpeakerView {
            notes: notes.collect(),
            next: next.map(|next| received(&next, TITLE_BYTES)),
            left: left.unwrap_or(0),
            clock: clock.unwrap_or_default().reading(),
        };
        let trouble = trouble.map(|trouble| received(&trouble, TEXT_BYTES));
        Some(Briefing { view, followers: followers.unwrap_or(0), trouble })
    }
}

impl Clock {
    fn new(clock: ClockReading) -> Self {
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        Self {
            running: clock.running,
            elapsed_ms: millis(clock.elapsed),
            planned_ms: millis(clock.planned),
            step_elapsed_ms: millis(clock.step_elapsed),
            step_planned_ms: millis(clock.step_planned),
            planned_before_ms: millis(clock.planned_before),
        }
    }

    fn reading(self) -> ClockReading {
        ClockReading {
            running: self.running,
            elapsed: Duration::from_millis(self.elapsed_ms),
            planned: Duration::from_millis(self.planned_ms),
            step_elapsed: Duration::from_millis(self.step_elapsed_ms),
            step_planned: Duration::from_millis(self.step_planned_ms),
            planned_before: Duration::from_millis(self.planned_before_ms),
        }
    }
}
