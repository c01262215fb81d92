//! Following a talk: what is on the screen of somebody who follows, without a terminal.

use std::time::Instant;

use horgos::dashboard::{App, Event, Outcome, parse_keys};
use horgos::formats::{self, Fingerprint};
use horgos::screen::{Theme, follow_frame, talk_frame};
use horgos::stage::protocol::{Channel, FULL, Hello, Listener, scene_line};
use horgos::stage::{Arrival, Following, Remote, Scene, SceneState, Talk, TalkOptions};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

const DESK: Size = Size { width: 120, height: 36 };
const USUAL: Size = Size { width: 80, height: 24 };
const HALL: Size = Size { width: 60, height: 16 };

fn bundled(size: Size) -> (App, Fingerprint) {
    let loaded = formats::bundled().expect("the bundled dataset");
    (App::new(loaded.dataset, size), loaded.fingerprint)
}

/// The text of each row.
fn rows(frame: &Buffer) -> Vec<String> {
    let rows = frame.content.chunks(usize::from(frame.area.width));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned())
        .collect()
}

/// A talk on the bundled dataset.
fn talk(size: Size) -> Talk {
    let (app, data) = bundled(size);
    Talk::new(&app, TalkOptions { data, ..TalkOptions::default() }, Instant::now()).expect("a tour")
}

/// Somebody who follows.
struct Follower {
    following: Following,
    listener: Listener,
    seq: u64,
}

impl Follower {
    fn new(size: Size) -> Self {
        let (app, data) = bundled(size);
        Self { following: Following::new(app, data), listener: Listener::default(), seq: 0 }
    }

    /// Hears lines as a connection brings them.
    fn hear(&mut self, lines: &str) {
        let following = &mut self.following;
        self.listener
            .take(lines.as_bytes(), |heard| {
                following.arrive(Arrival::Heard(heard));
            })
            .expect("lines");
    }

    fn see(&mut self, scene: &Scene) {
        let hello = Hello { data: scene.data, title: "A talk".to_owned(), steps: scene.steps };
        self.seq += 1;
        let lines = hello.line(Channel::Stage) + &scene_line(scene, self.seq);
        self.hear(&lines);
    }

    fn press(&mut self, keys: &str) -> Outcome {
        let keys = parse_keys(keys).expect("keys");
        let outcomes = keys.into_iter().map(|key| self.following.handle(Event::Key(key)));
        outcomes.last().unwrap_or(Outcome::Unchanged)
    }

    fn lose(&mut self) {
        self.listener = Listener::default();
        self.following.arrive(Arrival::Lost { why: None, retries: true });
    }

    fn frame(&self) -> Buffer {
        follow_frame(&self.following, &Theme::ansi())
    }

    fn text(&self) -> String {
        rows(&self.frame()).join("\n")
    }

    fn last_row(&self) -> String {
        rows(&self.frame()).pop().unwrap_or_default()
    }

    #[track_caller]
    fn assert_badge(&self, badge: &str) {
        assert!(self.last_row().starts_with(&format!(" {badge}")), "{}", self.text());
    }
}

/// Goes through the talk to its end.
fn each_scene(talk: &mut Talk, mut look: impl FnMut(&Talk)) {
    look(talk);
    while talk.remote(Remote::Next, Instant::now()) == Outcome::Changed {
        look(talk);
    }
}

#[test]
fn at_the_size_of_the_presenter_all_but_the_last_row_is_the_same() {
    for size in [DESK, USUAL, HALL] {
        let (mut talk, mut follower) = (talk(size), Follower::new(size));
        let mut scenes = 0;
        each_scene(&mut talk, |talk| {
            follower.see(&talk.scene());
            let (theirs, ours) = (talk_frame(talk, &Theme::ansi()), follower.frame());
            let above = theirs.content.len() - usize::from(size.width);
            if theirs.content[..above] != ours.content[..above] {
                let (theirs, ours) = (rows(&theirs).join("\n"), rows(&ours).join("\n"));
                panic!("{:?}:\n{theirs}\n--- and followed:\n{ours}", talk.scene());
            }
            scenes += 1;
        });
        assert!(scenes > 20, "{scenes}");
    }
}

#[test]
fn any_size_follows_any_other() {
    for (theirs, ours) in [(DESK, HALL), (HALL, DESK), (USUAL, Size::new(40, 12)), (DESK, Size::new(7, 2))] {
        let (mut talk, mut follower) = (talk(theirs), Follower::new(ours));
        each_scene(&mut talk, |talk| {
            follower.see(&talk.scene());
            let step = talk.scene();
            if ours.width >= 40 {
                assert!(follower.text().contains(&step.title[..12]), "{}", follower.text());
                follower.assert_badge(&format!("FOLLOWING {} of {}", step.step + 1, step.steps));
            }
        });
    }
}

#[test]
fn whoever_comes_late_sees_the_same_as_all_others() {
    let (mut talk, mut early) = (talk(USUAL), Follower::new(USUAL));
    each_scene(&mut talk, |talk| {
        early.see(&talk.scene());
        let mut late = Follower::new(USUAL);
        late.see(&talk.scene());
        assert_eq!(early.frame(), late.frame(), "{:?}", talk.scene());
    });
}

#[test]
fn changing_the_view_stops_following_and_f_follows_again() {
    let mut talk = talk(USUAL);
    talk.remote(Remote::Go(5), Instant::now());
    let mut follower = Follower::new(USUAL);
    for keys in ["<tab>", "2", "j", "z", "/k", "<enter>", "n", "u", "<pgdn>"] {
        follower.see(&talk.scene());
        follower.assert_badge("FOLLOWING 6 of");
        follower.press(keys);
        follower.press("<esc><esc>");
        follower.assert_badge("BROWSING · presenter at 6: ");
        assert!(!follower.text().contains(&talk.step().text[..30]), "{keys}:\n{}", follower.text());
        follower.press("f");
        follower.assert_badge("FOLLOWING 6 of");
        assert!(follower.text().contains(&talk.step().title), "{keys}:\n{}", follower.text());
    }
}

#[test]
fn size_help_theme_and_mouse_do_not() {
    let mut talk = talk(USUAL);
    let mut follower = Follower::new(USUAL);
    follower.see(&talk.scene());
    follower.following.handle(Event::Resize(DESK));
    follower.following.handle(Event::Resize(HALL));
    follower.following.handle(Event::Resize(USUAL));
    for keys in [
        "T",
        "m",
        "m",
        "<ctrl-l>",
        "?",
        "jjj",
        "<esc>",
        ":",
        "<esc>",
        "v",
        "<esc>",
        "W",
        "<esc>",
        "eyY<ctrl-z>p<f5>B",
    ] {
        follower.press(keys);
        let text = follower.text();
        assert!(!text.contains("BROWSING"), "{keys}:\n{text}");
    }
    follower.assert_badge("FOLLOWING 1 of");
    follower.press("?");
    assert!(follower.text().contains("follow the presenter again"), "{}", follower.text());
    talk.remote(Remote::Next, Instant::now());
    follower.see(&talk.scene());
    assert!(follower.text().contains("Help"), "the help stays open over the next step:\n{}", follower.text());
    follower.press("<esc>");
    follower.assert_badge("FOLLOWING 2 of");
    let fresh = {
        let mut fresh = Follower::new(USUAL);
        fresh.see(&talk.scene());
        fresh.press("T");
        fresh.frame()
    };
    let above = fresh.content.len() - 80;
    assert!(follower.frame().content[..above] == fresh.content[..above], "the theme stays");
}

#[test]
fn while_one_looks_around_the_presenter_is_named() {
    let mut talk = talk(DESK);
    let mut follower = Follower::new(DESK);
    follower.see(&talk.scene());
    follower.press("<tab>");
    let before = rows(&follower.frame());
    talk.remote(Remote::Next, Instant::now());
    follower.see(&talk.scene());
    let after = rows(&follower.frame());
    assert_eq!(before[..35], after[..35], "the own view stays");
    follower.assert_badge(&format!("BROWSING · presenter at 2: {} · f follows", talk.scene().title));
    follower.following.handle(Event::Resize(HALL));
    assert!(follower.last_row().contains("f follows"), "{}", follower.last_row());
}

#[test]
fn badges_say_how_it_stands() {
    let scene = talk(DESK).scene();
    let mut follower = Follower::new(DESK);
    follower.assert_badge("FOLLOWING · nothing is shown yet");
    follower.lose();
    follower.assert_badge("PRESENTER AWAY · no talk yet, trying again");
    follower.see(&scene);
    follower.assert_badge("FOLLOWING 1 of 10 ");
    follower.see(&Scene { state: SceneState::Held, ..scene.clone() });
    follower.assert_badge("HELD 1 of 10");
    follower.see(&Scene { state: SceneState::Paused, ..scene.clone() });
    follower.assert_badge("FOLLOWING 1 of 10 · paused");
    follower.lose();
    follower.assert_badge("PRESENTER AWAY · last at 1, trying again");
    follower.following.arrive(Arrival::Lost { why: Some("permission denied".to_owned()), retries: true });
    follower.assert_badge("PRESENTER AWAY · last at 1, trying again (permission denied)");
    follower.see(&scene);
    follower.assert_badge("FOLLOWING 1 of 10");
    let other = Fingerprint::default().with("other figures");
    follower.see(&Scene { data: other, ..scene.clone() });
    follower.assert_badge("OTHER DATA 1 of 10 · theirs is not this file");
    follower.hear(FULL);
    follower.assert_badge("FULL · no more can follow now, trying again");
    follower.see(&scene);
    follower.see(&Scene { state: SceneState::Ended, ..scene.clone() });
    follower.assert_badge("ENDED 1 of 10");
    follower.lose();
    follower.assert_badge("ENDED 1 of 10");
    follower.hear("{\"horgos\":7,\"stage\":\"hello\"}\n");
    follower.assert_badge("NEWER · presenter has horgos 7");
}

#[test]
fn a_view_that_this_dataset_lacks_leaves_the_last_one() {
    let scene = talk(DESK).scene();
    let mut follower = Follower::new(DESK);
    follower.see(&scene);
    let before = rows(&follower.frame());
    follower.see(&Scene {
        view: "no-such-pane?zoom".to_owned(),
        title: "Elsewhere".to_owned(),
        ..scene.clone()
    });
    let after = rows(&follower.frame());
    assert_eq!(before[..35], after[..35]);
    follower.assert_badge("FOLLOWING 1 of 10 · their view is not in this file");
    follower.see(&scene);
    assert_eq!(rows(&follower.frame()), before);
}

#[test]
fn a_blank_screen_is_blank_until_one_looks_around() {
    let scene = talk(USUAL).scene();
    let mut follower = Follower::new(USUAL);
    follower.see(&scene);
    follower.see(&Scene { blank: true, ..scene.clone() });
    assert_eq!(follower.text().trim(), "");
    follower.press("j");
    follower.assert_badge("BROWSING");
    follower.press("f");
    assert_eq!(follower.text().trim(), "");
    follower.see(&scene);
    follower.assert_badge("FOLLOWING");
}

#[test]
fn hidden_rows_are_nowhere_on_the_screen() {
    let mut talk = talk(DESK);
    let mut follower = Follower::new(DESK);
    talk.remote(Remote::Go(4), Instant::now());
    let all = ["Tajikistan", "Kazakhstan", "Kyrgyzstan", "Turkmenistan", "Uzbekistan"];
    for shown in 0..=all.len() {
        follower.see(&talk.scene());
        let text = follower.text();
        for (at, country) in all.iter().enumerate() {
            let below = text.lines().skip(4).any(|line| line.contains(country));
            assert_eq!(below, at < shown, "{country} with {shown} revealed:\n{text}");
        }
        talk.remote(Remote::Next, Instant::now());
    }
}

#[test]
fn a_hostile_presenter_shows_words_and_nothing_else() {
    let scene = talk(USUAL).scene();
    let evil = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}";
    let mut follower = Follower::new(USUAL);
    for view in [
        evil,
        "",
        "%",
        ";;;",
        "key-figures?row=%1b%5b",
        "horgos?find=%e2%80%ae",
        "checks?open=finding-999999",
    ] {
        follower.see(&Scene {
            view: view.to_owned(),
            title: evil.to_owned(),
            text: evil.repeat(40),
            shown: Some(usize::MAX),
            line: Some(usize::MAX - 1),
            step: usize::MAX - 1,
            ..scene.clone()
        });
        for cell in &follower.frame().content {
            assert!(cell.symbol().chars().all(|c| !c.is_control() && c != '\u{202e}'), "{:?}", cell.symbol());
        }
    }
}
