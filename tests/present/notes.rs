//! The notes of the speaker on a second terminal: what they say, what the time does to them, and what their keys do.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use horgos::dashboard::{Appearance, Event, Outcome, parse_keys};
use horgos::screen::{Canvas, Depth, Glyphs, Means, Theme, notes_frame};
use horgos::stage::protocol::{Briefing, Channel, Heard, Hello, Listener, briefing_line};
use horgos::stage::{Arrival, Remote, Scene, SceneState, SpeakerNotes, TalkOptions};
use horgos::terminal::{Abilities, Program, Wire};
use ratatui::layout::Size;

use super::support::Stage;

const SECOND: Duration = Duration::from_secs(1);
/// A terminal, and a phone.
const SIZES: [(u16, u16); 2] = [(80, 24), (40, 20)];

/// A talk, and its notes on a second terminal.
struct Desk {
    stage: Stage,
    notes: SpeakerNotes,
    followers: usize,
    trouble: Option<String>,
    listener: Listener,
    seq: u64,
    driven: Receiver<Remote>,
}

impl Desk {
    fn new((width, height): (u16, u16)) -> Self {
        let stage = Stage::with((120, 36), TalkOptions::default());
        let (drive, driven) = channel();
        let size = Size::new(width, height);
        let notes = SpeakerNotes::new(size, Appearance::default(), stage.now, move |remote| {
            drive.send(remote).is_ok()
        });
        let mut desk =
            Self { stage, notes, followers: 3, trouble: None, listener: Listener::default(), seq: 0, driven };
        desk.brief();
        desk
    }

    /// Passes on what the talk shows now, as its server does.
    fn brief(&mut self) {
        self.pass_on(&self.stage.talk.scene());
    }

    fn pass_on(&mut self, scene: &Scene) {
        let (view, trouble) = (self.stage.talk.speaker_view(), self.trouble.clone());
        let briefing = Briefing { view, followers: self.followers, trouble };
        self.seq += 1;
        let hello = Hello { data: scene.data, title: "A talk".to_owned(), steps: scene.steps };
        let lines = hello.line(Channel::Notes) + &briefing_line(scene, &briefing, self.seq);
        let (notes, now) = (&mut self.notes, self.stage.now);
        let hear = |heard: Heard| {
            notes.arrive(Arrival::Heard(heard), now);
        };
        self.listener.take(lines.as_bytes(), hear).expect("lines");
    }

    /// Presses keys in the terminal with the notes; the talk does what they ask for, and says what it shows then.
    fn press(&mut self, keys: &str) -> Outcome {
        let mut outcome = Outcome::Unchanged;
        for key in parse_keys(keys).expect("keys") {
            outcome = self.notes.handle(Event::Key(key));
            for remote in self.driven.try_iter().collect::<Vec<_>>() {
                self.stage.talk.remote(remote, self.stage.now);
                self.brief();
            }
        }
        outcome
    }

    /// Lets time pass for the talk and for the notes, which wake up when they want to.
    fn wait(&mut self, time: Duration) {
        let end = self.stage.now + time;
        while let Some(due) = self.notes.deadline().filter(|due| *due <= end) {
            self.notes.tick(due);
            assert!(self.notes.deadline().is_none_or(|next| next > due), "the same second again");
        }
        self.stage.wait(time);
    }

    fn lose(&mut self) {
        self.listener = Listener::default();
        self.notes.arrive(Arrival::Lost { why: None, retries: true }, self.stage.now);
    }

    fn text(&self) -> String {
        horgos::print::plain(&notes_frame(&self.notes, &Theme::mono()))
    }

    #[track_caller]
    fn assert_says(&self, words: &str) {
        assert!(self.text().contains(words), "{words}:\n{}", self.text());
    }
}

#[track_caller]
fn snapshot(name: &str, (width, height): (u16, u16), desk: &Desk) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("notes__{name}_{width}x{height}"), desk.text());
    });
}

#[test]
fn they_fit_a_terminal_and_a_phone() {
    for size in SIZES {
        let mut desk = Desk::new(size);
        snapshot("first", size, &desk);
        desk.wait(200 * SECOND);
        desk.press("5<enter><pgdn>");
        desk.wait(31 * SECOND);
        snapshot("partners", size, &desk);
        desk.press("9<enter><pgdn>t");
        snapshot("contradiction", size, &desk);
        desk.press("?");
        snapshot("help", size, &desk);
        desk.press("?10<enter>");
        snapshot("last", size, &desk);
    }
}

#[test]
fn before_the_talk_and_after_it_they_say_so() {
    for (width, height) in SIZES {
        let mut notes =
            SpeakerNotes::new(Size::new(width, height), Appearance::default(), Instant::now(), |_| false);
        let text = |notes: &SpeakerNotes| horgos::print::plain(&notes_frame(notes, &Theme::mono()));
        assert!(text(&notes).contains("No talk yet; trying again each second."), "{}", text(&notes));
        assert_eq!(notes.deadline(), None, "nothing to count");
        notes.handle(Event::Key(parse_keys("<pgdn>").expect("a key")[0]));
        assert!(text(&notes).contains("not passed on: the presenter is away"), "{}", text(&notes));

        let mut desk = Desk::new((width, height));
        desk.lose();
        desk.assert_says("presenter away, trying again");
        assert_eq!(desk.notes.deadline(), None, "the clock of a talk that is away is not known");
        desk.brief();
        desk.assert_says("3 follow · live");
        desk.pass_on(&Scene { state: SceneState::Ended, ..desk.stage.talk.scene() });
        desk.lose();
        desk.assert_says("3 follow · ended");
        assert_eq!(desk.notes.deadline(), None);
    }
}

#[test]
fn they_say_what_the_room_sees() {
    let mut desk = Desk::new(SIZES[0]);
    desk.press("b");
    desk.assert_says("3 follow · blank");
    desk.press("<pgdn>");
    desk.assert_says("3 follow · live");
    desk.assert_says("step 1 of 10");
    desk.stage.press("<enter><enter>");
    desk.brief();
    desk.assert_says("off the path");
    desk.press("r");
    desk.assert_says("live");
    desk.pass_on(&Scene { state: SceneState::Held, ..desk.stage.talk.scene() });
    desk.assert_says("held");
    desk.pass_on(&Scene { state: SceneState::Paused, ..desk.stage.talk.scene() });
    desk.assert_says("paused");
    desk.followers = 0;
    desk.trouble = Some("too many open files".to_owned());
    desk.brief();
    desk.assert_says("0 follow · live · nobody more can follow: too many open files");
}

#[test]
fn the_seconds_pass_by_themselves() {
    let mut desk = Desk::new(SIZES[0]);
    desk.assert_says("0:00 of 8:10 · 0:00 ahead");
    desk.wait(44 * SECOND);
    desk.assert_says("0:44 of 8:10 · 0:00 ahead");
    desk.wait(21 * SECOND);
    desk.assert_says("1:05 of 8:10 · 0:20 behind");
    desk.assert_says("step 1 of 10 · 1:05 of 0:45");
    desk.press("4<enter>");
    desk.assert_says("1:05 of 8:10 · 1:00 ahead");
    desk.press("t");
    desk.assert_says("1:00 ahead · stopped");
    assert_eq!(desk.notes.deadline(), None);
    desk.wait(600 * SECOND);
    desk.press("t");
    desk.wait(SECOND);
    desk.assert_says("1:06 of 8:10");
}

#[test]
fn a_second_costs_at_most_forty_bytes_and_one_wake_up() {
    for (size, start) in SIZES.into_iter().flat_map(|size| [0, 538, 2_990].map(|start| (size, start))) {
        let mut desk = Desk::new(size);
        desk.wait(start * SECOND);
        desk.brief();
        let mut canvas = Canvas::new(Means { depth: Depth::Cube, glyphs: Glyphs::Unicode });
        let mut wire = Wire::new(Abilities::from_term(Some("xterm-256color")));
        let mut bytes = |notes: &SpeakerNotes| {
            notes.draw(&mut canvas);
            wire.frame(canvas.frame()).len()
        };
        bytes(&desk.notes);
        for second in 0..70 {
            let due = desk.notes.deadline().expect("a clock");
            assert_eq!(due - desk.stage.now, SECOND * (second + 1));
            desk.notes.tick(due);
            let sent = bytes(&desk.notes);
            assert!((1..=40).contains(&sent), "{size:?}, {start} s + {second}: {sent} bytes");
        }
    }
}

#[test]
fn its_keys_drive_the_talk() {
    let mut desk = Desk::new(SIZES[1]);
    for (keys, place) in [
        ("<pgdn>", (2, None)),
        ("<space>", (3, None)),
        ("<left>", (2, None)),
        ("5<enter>", (5, Some(0))),
        ("<right><right>", (5, Some(2))),
        ("<backspace>", (5, Some(1))),
        ("1<backspace>7<enter>", (7, None)),
        ("99<enter>", (7, None)),
        ("0<enter>", (7, None)),
        ("3q", (7, None)),
        ("и<pgdn>", (7, None)),
    ] {
        desk.press(keys);
        assert_eq!(desk.stage.place(), place, "{keys}");
    }
    assert_eq!(desk.press("q"), Outcome::Quit);
    assert_eq!(desk.press("<ctrl-c>"), Outcome::Quit);
}

#[test]
fn a_number_that_is_typed_stands_at_the_bottom_until_it_is_used_or_given_up() {
    let mut desk = Desk::new(SIZES[1]);
    desk.press("1");
    desk.assert_says("to step 1  Enter");
    desk.press("0");
    desk.assert_says("to step 10  Enter");
    desk.press("<backspace>");
    desk.assert_says("to step 1  Enter");
    desk.press("<esc>");
    assert!(!desk.text().contains("to step"), "{}", desk.text());
    assert_eq!(desk.press("<enter>"), Outcome::Unchanged);
    assert_eq!(desk.stage.place().0, 1);
    for digit in "987654321".chars() {
        desk.press(&digit.to_string());
    }
    desk.assert_says("to step 9876  Enter");
}

#[test]
fn long_notes_scroll_and_begin_at_the_top_of_each_step() {
    let mut desk = Desk::new((40, 10));
    desk.press("5<enter>");
    let first = desk.text();
    desk.press("j");
    assert_ne!(desk.text(), first);
    desk.press("k");
    assert_eq!(desk.text(), first);
    assert_eq!(desk.press("k"), Outcome::Unchanged, "there is nothing above");
    desk.press("jjj<pgdn>");
    assert_ne!(desk.text(), first, "what is revealed leaves the notes where they are");
    desk.press("6<enter>5<enter>");
    assert_eq!(desk.text(), first);
    let end = {
        desk.press(&"j".repeat(200));
        desk.text()
    };
    desk.press("j");
    assert_eq!(desk.text(), end);
    desk.press("k");
    assert_ne!(desk.text(), end, "one key up is seen at once");
}

#[test]
fn any_size_and_any_letters_have_a_picture() {
    for (width, height) in [(0, 0), (1, 1), (7, 2), (40, 3), (500, 200), (u16::MAX, u16::MAX)] {
        let mut desk = Desk::new((80, 24));
        desk.notes.handle(Event::Resize(Size::new(width, height)));
        let evil = "\u{1b}[2J\u{9b}31m\u{202e}";
        desk.pass_on(&Scene { title: evil.to_owned(), ..desk.stage.talk.scene() });
        for cell in &notes_frame(&desk.notes, &Theme::mono()).content {
            assert!(cell.symbol().chars().all(|c| !c.is_control() && c != '\u{202e}'), "{:?}", cell.symbol());
        }
    }
}
