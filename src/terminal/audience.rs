//! The programs at the receiving end of a talk: a follower's screen, and the speaker's notes.

use std::time::Instant;

use super::{Message, Program};
use crate::dashboard::Outcome;
use crate::screen::{Canvas, follow_frame, notes_frame};
use crate::stage::{Following, SpeakerNotes};

impl Program for Following {
    fn handle(&mut self, message: Message, _: Instant) -> Outcome {
        match message {
            Message::Input(event) => Self::handle(self, event),
            Message::Stage(arrival) => self.arrive(arrival),
            Message::Tick
            | Message::Answer(_)
            | Message::Remote(_)
            | Message::Loaded(_)
            | Message::Reread(_) => Outcome::Unchanged,
        }
    }

    fn draw(&self, canvas: &mut Canvas) {
        canvas.draw_whole(self.app().appearance(), |theme| follow_frame(self, theme));
    }

    fn deadline(&self, _: Instant) -> Option<Instant> {
        None
    }

    fn is_typing(&self) -> bool {
        self.app().is_typing()
    }
}

impl Program for SpeakerNotes {
    fn handle(&mut self, message: Message, now: Instant) -> Outcome {
        match message {
            Message::Input(event) => Self::handle(self, event),
            Message::Stage(arrival) => self.arrive(arrival, now),
            Message::Tick => self.tick(now),
            Message::Answer(_) | Message::Remote(_) | Message::Loaded(_) | Message::Reread(_) => {
                Outcome::Unchanged
            }
        }
    }

    fn draw(&self, canvas: &mut Canvas) {
        canvas.draw_whole(self.appearance(), |theme| notes_frame(self, theme));
    }

    fn deadline(&self, _: Instant) -> Option<Instant> {
        SpeakerNotes::deadline(self)
    }
}
