//! Carries out the actions of a talk.

use std::time::Instant;

use super::{Over, Talk};
use crate::dashboard::{Outcome, TalkAction};
use crate::dataset::Emphasis;
use crate::stage::kiosk::Due;
use crate::stage::position::TalkPosition;
use crate::stage::remote::Remote;

impl Talk {
    /// Carries out an action. `asked` is true right after the question whether to leave.
    pub(super) fn act(&mut self, action: TalkAction, asked: bool) -> Outcome {
        let walks = matches!(
            action,
            TalkAction::Next | TalkAction::Back | TalkAction::First | TalkAction::Last | TalkAction::Return
        );
        if self.app.has_temporary_overlay() && (walks || action == TalkAction::Leave) {
            self.app.close_temporary_overlays();
            return Outcome::Changed;
        }
        if matches!(self.over, Over::Overview(_)) && (walks || action == TalkAction::Leave) {
            self.over = Over::Step;
            return Outcome::Changed;
        }
        match action {
            TalkAction::Begin | TalkAction::Follow => return Outcome::Unchanged,
            TalkAction::Next => return self.next(),
            TalkAction::Back => return self.back(),
            TalkAction::First => self.go(0),
            TalkAction::Last => self.go(self.reveals.len() - 1),
            TalkAction::Digit(digit) => self.type_digit(digit),
            TalkAction::Blank => self.over = Over::Blank,
            TalkAction::Number => self.toggle(Emphasis::BigNumber, self.large_figure().is_some()),
            TalkAction::Spotlight => self.toggle(Emphasis::Spotlight, self.can_spotlight()),
            TalkAction::Overview => {
                self.over = match self.over {
                    Over::Overview(_) => Over::Step,
                    Over::Step | Over::Blank => Over::Overview(self.at.step),
                };
            }
            TalkAction::Return => self.come_back(),
            TalkAction::Clock if self.kiosk.is_some() => return Outcome::Unchanged,
            TalkAction::Clock => self.clock.toggle(),
            TalkAction::Hold => self.hold(),
            TalkAction::Capture => self.capture(),
            TalkAction::Leave if asked => {
                self.end();
                return Outcome::Talk(TalkAction::Leave);
            }
            TalkAction::Leave => self.asked = true,
        }
        Outcome::Changed
    }

    fn next(&mut self) -> Outcome {
        let Some(next) = self.at.next(&self.reveals) else { return Outcome::Unchanged };
        let moment = self.moment();
        self.trail.push(moment);
        self.enter(next);
        Outcome::Changed
    }

    /// Undoes the last `Next`; the previous step returns fully revealed, and a row or line that was pointed at is
    /// again.
    fn back(&mut self) -> Outcome {
        let Some(before) = self.at.back(&self.reveals) else { return Outcome::Unchanged };
        match self.trail.pop() {
            Some(moment) if moment.at == before => self.return_to(moment),
            Some(_) | None => {
                self.trail.clear();
                self.enter(before);
            }
        }
        Outcome::Changed
    }

    /// Goes to the beginning of a step, with nothing revealed.
    pub(super) fn go(&mut self, step: usize) {
        self.trail.clear();
        self.enter(TalkPosition::start_of(step));
    }

    /// Returns to the step as it was when it began.
    pub(super) fn come_back(&mut self) {
        self.enter(self.at);
    }

    fn type_digit(&mut self, digit: u8) {
        self.over = Over::Step;
        let typed = self.typed.unwrap_or(0).saturating_mul(10).saturating_add(digit.into());
        self.typed = Some(typed).filter(|typed| (1..10_000).contains(typed)).or(self.typed);
    }

    fn toggle(&mut self, emphasis: Emphasis, is_possible: bool) {
        self.over = Over::Step;
        if self.emphasis == Some(emphasis) {
            self.emphasis = self.without_emphasis();
        } else if is_possible {
            self.emphasis = Some(emphasis);
        }
    }

    /// The emphasis that remains when a number or a row no longer stands out.
    pub(super) fn without_emphasis(&self) -> Option<Emphasis> {
        self.own_emphasis().filter(|own| *own == Emphasis::Proof && !self.is_off())
    }

    /// Handles a command or message from outside.
    pub fn remote(&mut self, remote: Remote, now: Instant) -> Outcome {
        self.clock.advance(self.at.step, now);
        let was_off = self.is_off();
        let was_blank = self.over == Over::Blank;
        if !matches!(remote, Remote::Followers(_)) {
            self.pause(now);
            self.app.clear_notice();
            self.asked = false;
        }
        let action = match remote {
            Remote::Followers(count) if count == self.followers => return Outcome::Unchanged,
            Remote::Followers(count) => {
                self.followers = count;
                None
            }
            Remote::Go(step) if step >= self.reveals.len() => return Outcome::Unchanged,
            Remote::Go(step) => {
                self.app.close_temporary_overlays();
                self.go(step);
                None
            }
            _ if was_blank => {
                self.over = Over::Step;
                None
            }
            Remote::Next | Remote::Back if was_off => Some(TalkAction::Return),
            Remote::Next => Some(TalkAction::Next),
            Remote::Back => Some(TalkAction::Back),
            Remote::Blank => Some(TalkAction::Blank),
            Remote::Number => Some(TalkAction::Number),
            Remote::Spotlight => Some(TalkAction::Spotlight),
            Remote::Return => Some(TalkAction::Return),
            Remote::Clock => Some(TalkAction::Clock),
        };
        let outcome = action.map_or(Outcome::Changed, |action| self.act(action, false));
        self.after(was_off, now);
        outcome
    }

    /// Handles the passing of time.
    pub fn tick(&mut self, now: Instant) -> Outcome {
        let minutes = self.minutes();
        self.clock.advance(self.at.step, now);
        let was_off = self.is_off();
        match self.kiosk.as_ref().map_or(Due::Nothing, |kiosk| kiosk.at(now)) {
            Due::Nothing if self.minutes() == minutes => return Outcome::Unchanged,
            Due::Nothing => return if self.kiosk.is_some() { Outcome::Unchanged } else { Outcome::Changed },
            Due::Resume => {
                self.asked = false;
                self.app.close_temporary_overlays();
                self.come_back();
            }
            Due::Next => match self.at.next(&self.reveals) {
                Some(next) => self.enter(next),
                None => self.enter(TalkPosition::default()),
            },
        }
        self.trail.clear();
        self.show_for_a_while(now);
        self.after(was_off, now);
        Outcome::Changed
    }

    /// When time alone will change something; `None` if it will not.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        match &self.kiosk {
            Some(kiosk) => Some(kiosk.due()),
            None => self.clock.next_minute(),
        }
    }

    /// Pauses a talk that goes on by itself, after a key.
    pub(super) fn pause(&mut self, now: Instant) {
        let planned = self.clock.of_step(self.at.step).0;
        if let Some(kiosk) = &mut self.kiosk {
            kiosk.pause(planned, now);
        }
    }

    /// Updates everything that depends on the state, and publishes it.
    pub(super) fn after(&mut self, was_off: bool, now: Instant) {
        self.clock.advance(self.at.step, now);
        self.refresh(was_off);
        self.publish();
    }
}
