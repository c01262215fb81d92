//! The dashboard as a program, including the talk that may begin there.

use std::time::Instant;

use super::{Message, Program};
use crate::dashboard::{App, Outcome, Reread, TalkAction, Warning};
use crate::formats::Fingerprint;
use crate::screen::Canvas;
use crate::stage::{NewVersion, Talk, TalkOptions};

/// A dashboard, and a talk on its dataset while one is running.
pub struct Desk {
    dashboard: App,
    data: Fingerprint,
    talk: Option<Talk>,
    /// True if leaving the talk returns to the dashboard in which it began.
    returns: bool,
    /// The views kept during earlier talks.
    captured: Vec<String>,
}

impl Desk {
    /// A dashboard, from which a talk may begin.
    #[must_use]
    pub fn browse(dashboard: App, data: Fingerprint) -> Self {
        Self { dashboard, data, talk: None, returns: true, captured: Vec::new() }
    }

    /// A talk; leaving it ends the program.
    #[must_use]
    pub fn present(dashboard: App, data: Fingerprint, talk: Talk) -> Self {
        Self { dashboard, data, talk: Some(talk), returns: false, captured: Vec::new() }
    }

    /// The dashboard that is shown, alone or by the talk.
    #[must_use]
    pub fn app(&self) -> &App {
        self.talk.as_ref().map_or(&self.dashboard, Talk::app)
    }

    /// The running talk, or the one with which the program ended.
    #[must_use]
    pub fn talk(&self) -> Option<&Talk> {
        self.talk.as_ref()
    }

    /// The views that were kept, as steps of a tour in JSON with commas between them.
    #[must_use]
    pub fn captured(&self) -> String {
        let all = self.captured.iter().cloned().chain(self.talk.as_ref().map(Talk::captured));
        all.filter(|steps| !steps.is_empty()).collect::<Vec<_>>().join(",\n")
    }

    fn begin(&mut self, now: Instant) -> Outcome {
        let options = TalkOptions { data: self.data, ..TalkOptions::default() };
        match Talk::new(&self.dashboard, options, now) {
            Ok(talk) => self.talk = Some(talk),
            Err(fault) => self.dashboard.announce(fault.to_string()),
        }
        Outcome::Changed
    }

    /// Returns to the dashboard, or ends the program.
    fn leave(&mut self) -> Outcome {
        if !self.returns {
            return Outcome::Quit;
        }
        if let Some(talk) = self.talk.take() {
            self.captured.push(talk.captured());
            self.dashboard.adopt_screen_of(talk.app());
        }
        Outcome::Changed
    }
}

/// A version of the file in the form that a talk takes.
fn in_talk(Reread(new): Reread) -> NewVersion {
    let first = |problems: Vec<Warning>| problems.into_iter().next().unwrap_or_default().text;
    NewVersion(new.map(|version| (version.model, version.data)).map_err(first))
}

impl Program for Desk {
    fn handle(&mut self, message: Message, now: Instant) -> Outcome {
        let outcome = match (&mut self.talk, message) {
            (None, Message::Reread(new)) => {
                self.data = new.0.as_ref().map_or(self.data, |version| version.data);
                self.dashboard.reread(*new)
            }
            (Some(talk), Message::Reread(new)) => talk.reload(in_talk(*new), now),
            (None, message) => Program::handle(&mut self.dashboard, message, now),
            (Some(talk), Message::Input(event)) => talk.handle(event, now),
            (Some(talk), Message::Tick) => talk.tick(now),
            (Some(talk), Message::Answer(answer)) => talk.answer(answer),
            (Some(talk), Message::Remote(remote)) => talk.remote(remote, now),
            (Some(talk), Message::Loaded(new)) => talk.reload(new, now),
            (Some(_), Message::Stage(_)) => Outcome::Unchanged,
        };
        match outcome {
            Outcome::Talk(TalkAction::Begin) => self.begin(now),
            Outcome::Talk(TalkAction::Leave) => self.leave(),
            // The talk handles everything else itself.
            Outcome::Talk(_) => Outcome::Unchanged,
            Outcome::Unchanged
            | Outcome::Changed
            | Outcome::Repaint
            | Outcome::Perform(_)
            | Outcome::Quit => outcome,
        }
    }

    fn draw(&self, canvas: &mut Canvas) {
        match &self.talk {
            Some(talk) => canvas.draw_talk(talk),
            None => canvas.draw(&self.dashboard),
        }
    }

    fn deadline(&self, now: Instant) -> Option<Instant> {
        self.talk.as_ref().map_or_else(|| self.dashboard.deadline(now), Talk::deadline)
    }

    fn is_typing(&self) -> bool {
        self.talk.as_ref().map_or(&self.dashboard, Talk::app).is_typing()
    }
}
