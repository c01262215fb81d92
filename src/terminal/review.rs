//! The review of a draft as a program.

use std::time::Instant;

use super::{Message, Program};
use crate::dashboard::Outcome;
use crate::review::DraftReview;
use crate::screen::Canvas;

impl Program for DraftReview {
    fn handle(&mut self, message: Message, now: Instant) -> Outcome {
        match message {
            Message::Input(event) => Self::handle(self, event, now),
            Message::Answer(answer) => self.answer(answer),
            Message::Tick => self.tick(),
            Message::Remote(_) | Message::Loaded(_) | Message::Reread(_) | Message::Stage(_) => {
                Outcome::Unchanged
            }
        }
    }

    fn draw(&self, canvas: &mut Canvas) {
        canvas.draw_review(self);
    }

    /// Saves the draft as soon as nothing else is pending, after the frame that shows the change.
    fn deadline(&self, _: Instant) -> Option<Instant> {
        self.due()
    }

    fn is_typing(&self) -> bool {
        Self::is_typing(self)
    }
}
