//! A talk without a terminal, with a clock of its own.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use horgos::dashboard::{App, Event, Outcome, parse_keys};
use horgos::screen::{Theme, talk_frame};
use horgos::stage::{Outlet, Scene, SpeakerView, Talk, TalkOptions};
use ratatui::layout::Size;

/// A talk at a time that the test sets.
pub struct Stage {
    pub talk: Talk,
    pub now: Instant,
}

/// Everything that a talk passes on.
#[derive(Clone, Default)]
pub struct Heard(pub Arc<Mutex<Vec<(Scene, SpeakerView)>>>);

impl Outlet for Heard {
    fn publish(&mut self, scene: &Scene, speaker: &SpeakerView) {
        self.0.lock().expect("one thread").push((scene.clone(), speaker.clone()));
    }
}

impl Stage {
    /// The bundled talk.
    pub fn bundled(width: u16, height: u16) -> Self {
        Self::with((width, height), TalkOptions::default())
    }

    /// The bundled talk, given so.
    pub fn with((width, height): (u16, u16), options: TalkOptions) -> Self {
        let dataset = horgos::formats::bundled().expect("the bundled dataset").dataset;
        Self::on(&App::new(dataset, Size::new(width, height)), options)
    }

    /// The bundled talk with a first step that shows all panes and opens nothing.
    pub fn at_panes(width: u16, height: u16) -> Self {
        let text = include_str!("../../assets/datapackage.json");
        let mut text: serde_json::Value = serde_json::from_str(text).expect("JSON");
        text["tour"][0] = serde_json::json!(
            { "id": "panes", "title": "All panes", "text": "At a glance.", "view": "key-figures" }
        );
        let loaded =
            horgos::formats::parse("panes", &text.to_string(), &|_| Err(String::new())).expect("a dataset");
        Self::on(&App::new(loaded.dataset, Size::new(width, height)), TalkOptions::default())
    }

    pub fn on(app: &App, options: TalkOptions) -> Self {
        let now = Instant::now();
        Self { talk: Talk::new(app, options, now).expect("a tour"), now }
    }

    /// The same stage with somebody who listens.
    pub fn heard(self) -> (Self, Heard) {
        let heard = Heard::default();
        let talk = self.talk.with_outlet(Box::new(heard.clone()));
        (Self { talk, ..self }, heard)
    }

    /// Presses keys, written as `jj<pgdn>`; says what the last one came to.
    pub fn press(&mut self, keys: &str) -> Outcome {
        let keys = parse_keys(keys).expect("keys");
        let press = |key| self.talk.handle(Event::Key(key), self.now);
        keys.into_iter().map(press).last().unwrap_or(Outcome::Unchanged)
    }

    /// Lets time pass, waking the talk whenever it wants to be.
    pub fn wait(&mut self, time: Duration) {
        let end = self.now + time;
        while let Some(due) = self.talk.deadline().filter(|due| *due <= end) {
            assert!(due >= self.now, "a deadline in the past");
            self.now = due;
            self.talk.tick(self.now);
            assert!(self.talk.deadline().is_none_or(|next| next > due), "the same deadline again");
        }
        self.now = end;
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        horgos::print::plain(&talk_frame(&self.talk, &Theme::mono()))
    }

    /// The last line of the screen.
    pub fn footer(&self) -> String {
        self.text().trim_end_matches('\n').lines().last().unwrap_or_default().trim().to_owned()
    }

    /// The number of the step, from 1, and what is revealed of it.
    pub fn place(&self) -> (usize, Option<usize>) {
        (self.talk.place().0 + 1, self.talk.revealed().map(|(shown, _)| shown))
    }
}
