//! Handles events of the terminal.

use std::time::Instant;

use super::{Over, Talk};
use crate::dashboard::{Action, Answer, Event, Key, Move, Outcome, TalkAction};
use crate::dataset::Emphasis;

impl Talk {
    /// Handles an event of the terminal.
    pub fn handle(&mut self, event: Event, now: Instant) -> Outcome {
        self.clock.advance(self.at.step, now);
        let was_off = self.is_off();
        if !matches!(event, Event::Resize(_)) {
            self.pause(now);
        }
        let outcome = match event {
            Event::Key(key) => self.press(key),
            // Some remotes send mouse clicks.
            Event::Click(_) => self.click(),
            Event::Wheel(..) if self.over == Over::Blank => {
                self.over = Over::Step;
                Outcome::Changed
            }
            Event::Wheel(step, _) => self.move_by(step),
            Event::AfterEscape(_) | Event::Paste(_) | Event::Resize(_) => self.app.handle(event),
        };
        self.after(was_off, now);
        outcome
    }

    /// Handles the answer to an effect.
    pub fn answer(&mut self, answer: Answer) -> Outcome {
        let was_off = self.is_off();
        self.app.answer(answer);
        self.refresh(was_off);
        Outcome::Changed
    }

    fn click(&mut self) -> Outcome {
        self.asked = false;
        self.app.clear_notice();
        if self.over == Over::Blank {
            self.over = Over::Step;
            return Outcome::Changed;
        }
        let action = if self.is_off() { TalkAction::Return } else { TalkAction::Next };
        self.act(action, false)
    }

    fn press(&mut self, key: Key) -> Outcome {
        let action = self.app.meaning(key);
        if self.over == Over::Blank && action != Some(Action::Quit) {
            self.over = Over::Step;
            return Outcome::Changed;
        }
        let asked = std::mem::take(&mut self.asked);
        let typed = self.typed.take();
        let ended_something = asked || typed.is_some() || self.app.notice().is_some();
        self.app.clear_notice();
        let outcome = match action {
            Some(Action::Talk(TalkAction::Digit(digit))) => {
                self.typed = typed;
                self.act(TalkAction::Digit(digit), asked)
            }
            Some(Action::Open) if typed.is_some() => self.go_to_typed(typed),
            Some(Action::Talk(TalkAction::Back)) if typed.is_some() && key == Key::Backspace => {
                self.typed = typed.map(|typed| typed / 10).filter(|typed| *typed > 0);
                Outcome::Changed
            }
            Some(Action::Back) if typed.is_some() => Outcome::Changed,
            Some(Action::Talk(action)) => self.act(action, asked),
            Some(Action::Quit) => {
                self.end();
                Outcome::Quit
            }
            Some(Action::Go(step)) => self.move_by(step),
            Some(Action::Open) if matches!(self.over, Over::Overview(_)) => self.open_overview(),
            Some(Action::Back) => self.escape(),
            Some(action) => self.dashboard(action),
            None => Outcome::Unchanged,
        };
        if outcome == Outcome::Unchanged && ended_something { Outcome::Changed } else { outcome }
    }

    fn go_to_typed(&mut self, typed: Option<usize>) -> Outcome {
        if let Some(step) =
            typed.and_then(|typed| typed.checked_sub(1)).filter(|step| *step < self.reveals.len())
        {
            self.go(step);
        }
        Outcome::Changed
    }

    fn open_overview(&mut self) -> Outcome {
        if let Over::Overview(step) = self.over {
            self.app.close_temporary_overlays();
            self.go(step);
        }
        Outcome::Changed
    }

    /// Moves through the steps of the overview, the lines of a proof, or the rows of the dashboard.
    fn move_by(&mut self, step: Move) -> Outcome {
        if let Over::Overview(selected) = self.over {
            self.over = Over::Overview(moved(step, selected, self.reveals.len()));
        } else if self.emphasis == Some(Emphasis::Proof) && !self.app.has_temporary_overlay() {
            self.line = moved(step, self.line, self.proof_lines().0);
        } else {
            return self.dashboard(Action::Go(step));
        }
        Outcome::Changed
    }

    /// Closes what is shown over the step, then the emphasis; off the path, goes back in the dashboard, and finally to
    /// the step.
    fn escape(&mut self) -> Outcome {
        if self.over != Over::Step {
            self.over = Over::Step;
        } else if self.app.has_temporary_overlay() {
            return self.dashboard(Action::Back);
        } else if matches!(self.emphasis, Some(Emphasis::BigNumber | Emphasis::Spotlight)) {
            self.emphasis = self.without_emphasis();
        } else if !self.is_off() {
            return Outcome::Unchanged;
        } else if self.app.can(Action::Back) {
            return self.dashboard(Action::Back);
        } else {
            self.come_back();
        }
        Outcome::Changed
    }

    /// Passes an action to the dashboard. An action chosen from the palette may be one of the talk.
    fn dashboard(&mut self, action: Action) -> Outcome {
        if matches!(self.over, Over::Overview(_)) {
            self.over = Over::Step;
        }
        let before = self.app.path();
        let outcome = self.app.update(action);
        if self.app.path() != before && self.emphasis != Some(Emphasis::Proof) {
            self.emphasis = None;
        }
        match outcome {
            Outcome::Talk(action) => self.act(action, false),
            Outcome::Quit => {
                self.end();
                Outcome::Quit
            }
            outcome @ (Outcome::Unchanged | Outcome::Changed | Outcome::Repaint | Outcome::Perform(_)) => {
                outcome
            }
        }
    }
}

/// The index after a move, among `all`.
fn moved(step: Move, at: usize, all: usize) -> usize {
    let last = all.saturating_sub(1);
    match step {
        Move::Previous | Move::PageUp => at.saturating_sub(1),
        Move::Next | Move::PageDown => (at + 1).min(last),
        Move::First => 0,
        Move::Last => last,
    }
}
