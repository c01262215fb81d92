//! The loop with an inbox and a clock that the tests set.

use std::collections::VecDeque;
use std::time::Duration;

use ratatui::layout::Size;

use super::*;
use crate::dashboard::{Action, Clip, Event, Key, Move};
use crate::formats;

/// Messages, each with how long after the start it comes.
struct TimedMessages {
    start: Instant,
    now: Instant,
    messages: VecDeque<(Duration, Message)>,
    /// How long it takes to get a message.
    takes: Duration,
    /// How long after the start each wait began, and when it was to end.
    waits: Vec<(Duration, Option<Duration>)>,
}

impl TimedMessages {
    fn new(messages: &[(u64, Message)]) -> Self {
        let start = Instant::now();
        let messages =
            messages.iter().map(|(seconds, message)| (Duration::from_secs(*seconds), message.clone()));
        let (takes, waits) = (Duration::ZERO, Vec::new());
        Self { start, now: start, messages: messages.collect(), takes, waits }
    }

    fn comes(&self) -> io::Result<Instant> {
        let next = self.messages.front().map(|(after, _)| self.start + *after);
        next.ok_or(io::ErrorKind::UnexpectedEof.into())
    }
}

impl Inbox for TimedMessages {
    fn now(&self) -> Instant {
        self.now
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<Option<Message>> {
        self.waits.push((self.now - self.start, deadline.map(|deadline| deadline - self.start)));
        let comes = self.comes()?;
        self.now = self.now.max(deadline.map_or(comes, |deadline| deadline.min(comes)));
        self.next()
    }

    fn next(&mut self) -> io::Result<Option<Message>> {
        if self.comes().is_ok_and(|comes| comes > self.now) {
            return Ok(None);
        }
        self.now += self.takes;
        Ok(self.messages.pop_front().map(|(_, message)| message))
    }
}

/// A dashboard that goes a row down every so often by itself.
struct Slides {
    app: App,
    every: Option<Duration>,
    next: Option<Instant>,
    ticks: Vec<Instant>,
}

impl Slides {
    fn new(every: Option<u64>) -> Self {
        let dataset = formats::bundled().expect("the bundled dataset").dataset;
        let app = App::new(dataset, Size::new(80, 24));
        Self { app, every: every.map(Duration::from_secs), next: None, ticks: Vec::new() }
    }

    /// Starts now, and runs through the script.
    fn run(&mut self, script: &mut TimedMessages) -> (io::Result<()>, Writes) {
        self.next = self.every.map(|every| script.start + every);
        let mut writes = Writes::default();
        let mut display = Display::new(Means::default(), Abilities::from_term(Some("xterm-256color")));
        (run(self, &mut display, script, &mut writes, || Ok(())), writes)
    }

    /// The ticks in seconds after the start.
    fn ticks(&self, script: &TimedMessages) -> Vec<u64> {
        self.ticks.iter().map(|tick| (*tick - script.start).as_secs()).collect()
    }
}

impl Program for Slides {
    fn handle(&mut self, message: Message, now: Instant) -> Outcome {
        if message != Message::Tick {
            return Program::handle(&mut self.app, message, now);
        }
        self.ticks.push(now);
        self.next = self.every.map(|every| now + every);
        self.app.update(Action::Go(Move::Next))
    }

    fn draw(&self, canvas: &mut Canvas) {
        canvas.draw(&self.app);
    }

    fn deadline(&self, _: Instant) -> Option<Instant> {
        self.next
    }
}

#[derive(Default)]
struct Writes {
    sent: Vec<String>,
    performed: Vec<Effect>,
}

impl Writes {
    fn frames(&self) -> usize {
        self.sent.len()
    }
}

impl Host<Slides> for Writes {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.sent.push(String::from_utf8_lossy(frame).into_owned());
        Ok(())
    }

    fn perform(&mut self, _: &Slides, effect: Effect) -> Performed {
        self.performed.push(effect);
        let answer = Some(Answer::Copy("on its way".to_owned()));
        Performed { bytes: b"<copied>".to_vec(), answer }
    }
}

fn key(c: char) -> Message {
    Message::Input(Event::Key(Key::Char(c)))
}

#[test]
fn without_a_deadline_only_messages_wake_the_program() {
    let (mut slides, mut script) =
        (Slides::new(None), TimedMessages::new(&[(1, key('j')), (3600, key('q'))]));
    let (ended, writes) = slides.run(&mut script);
    assert!(ended.is_ok());
    let (never, second) = (None, Duration::from_secs(1));
    assert_eq!(script.waits, [(Duration::ZERO, never), (second, never)]);
    assert_eq!((slides.ticks.len(), writes.frames()), (0, 2));
}

#[test]
fn a_deadline_is_a_tick_and_each_tick_a_frame() {
    let (mut slides, mut script) = (Slides::new(Some(10)), TimedMessages::new(&[(35, key('q'))]));
    let (_, writes) = slides.run(&mut script);
    assert_eq!(slides.ticks(&script), [10, 20, 30]);
    assert_eq!(writes.frames(), 4, "the first, and one for each tick");
    assert_eq!(slides.app.view().cursor().selected, 3);
}

#[test]
fn a_message_before_the_deadline_leaves_it_where_it_is() {
    let script = [(4, key('j')), (8, key('x')), (15, key('q'))];
    let (mut slides, mut script) = (Slides::new(Some(10)), TimedMessages::new(&script));
    let (_, writes) = slides.run(&mut script);
    assert_eq!(slides.ticks(&script), [10]);
    assert_eq!(writes.frames(), 3, "the key that means nothing has none");
}

#[test]
fn a_flood_of_messages_does_not_put_off_a_tick() {
    let flood: Vec<(u64, Message)> = (0..30).map(|_| (1, key('k'))).chain([(1900, key('q'))]).collect();
    let (mut slides, mut script) = (Slides::new(Some(1000)), TimedMessages::new(&flood));
    script.takes = Duration::from_secs(50);
    let (_, writes) = slides.run(&mut script);
    assert_eq!(slides.ticks(&script), [1001], "in the middle of the flood, which went on until 1501");
    assert_eq!(writes.frames(), 3, "the first, one for the tick, one for the rest of the flood");
}

#[test]
fn all_that_waits_is_taken_before_one_frame() {
    let keys: Vec<(u64, Message)> = (0..200).map(|_| (1, key('j'))).chain([(2, key('q'))]).collect();
    let (mut slides, mut script) = (Slides::new(None), TimedMessages::new(&keys));
    let (_, writes) = slides.run(&mut script);
    assert_eq!(writes.frames(), 2);
    assert_eq!(slides.app.view().cursor().selected, slides.app.rows(0).len() - 1);
}

#[test]
fn an_effect_is_answered_before_the_next_message_and_its_bytes_go_out_with_the_frame() {
    let keys = [(1, key('y')), (2, key('y')), (2, key('j')), (3, key('q'))];
    let (mut slides, mut script) = (Slides::new(None), TimedMessages::new(&keys));
    let row = slides.app.rows(0)[0];
    let (_, writes) = slides.run(&mut script);
    assert_eq!(writes.performed, vec![Effect::Copy(Clip::Row(row)); 2]);
    assert_eq!(writes.frames(), 3);
    assert!(writes.sent[1].starts_with("<copied>\u{1b}[?2026h") && writes.sent[1].contains("on its way"));
    assert!(writes.sent[2].starts_with("<copied>") && !writes.sent[2].contains("on its way"));
}

#[test]
fn messages_behind_a_quit_are_left() {
    let keys = [(1, key('j')), (1, key('q')), (1, key('j'))];
    let (mut slides, mut script) = (Slides::new(None), TimedMessages::new(&keys));
    let (ended, writes) = slides.run(&mut script);
    assert!(ended.is_ok());
    assert_eq!((writes.frames(), script.messages.len()), (1, 1));
}

#[test]
fn the_end_of_the_inbox_is_the_end_of_the_loop() {
    let (ended, writes) = Slides::new(None).run(&mut TimedMessages::new(&[(1, key('j'))]));
    assert!(ended.is_err_and(|error| error.kind() == io::ErrorKind::UnexpectedEof));
    assert_eq!(writes.frames(), 2);
}

#[test]
fn the_first_frame_is_out_before_anything_is_listened_to() {
    let mut slides = Slides::new(None);
    let mut writes = Writes::default();
    let mut display = Display::new(Means::default(), Abilities::from_term(Some("xterm-256color")));
    let mut script = TimedMessages::new(&[(1, key('j')), (2, key('q'))]);
    let refused = || Err(io::ErrorKind::OutOfMemory.into());
    let ended = run(&mut slides, &mut display, &mut script, &mut writes, refused);
    assert!(ended.is_err_and(|error| error.kind() == io::ErrorKind::OutOfMemory));
    assert_eq!((writes.frames(), script.messages.len()), (1, 2));
}
