use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use super::*;
use crate::formats::Fingerprint;
use crate::stage::server::peer::PATIENCE;

/// The other end of a connection.
#[derive(Debug, Default)]
struct FarEnd {
    got: Vec<u8>,
    /// How many bytes it takes before it stands still.
    room: usize,
    is_closed: bool,
}

#[derive(Debug, Clone)]
struct Pipe(Rc<RefCell<FarEnd>>);

impl Pipe {
    fn with_room(room: usize) -> Self {
        Self(Rc::new(RefCell::new(FarEnd { room, ..FarEnd::default() })))
    }

    fn give_room(&self, room: usize) {
        self.0.borrow_mut().room = room;
    }

    fn lines(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.borrow().got.clone()).expect("text");
        assert!(text.is_empty() || text.ends_with('\n'), "whole lines: {text:?}");
        text.lines().map(str::to_owned).collect()
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut end = self.0.borrow_mut();
        if end.is_closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let taken = bytes.len().min(end.room);
        if taken == 0 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        end.got.extend_from_slice(&bytes[..taken]);
        end.room -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A hub on a clock of its own.
struct HubTalk {
    hub: Hub<Pipe>,
    hello: Hello,
    now: Instant,
}

impl HubTalk {
    fn new(most: usize) -> Self {
        let hello = Hello { data: Fingerprint::default(), title: "Wheat".to_owned(), steps: 4 };
        Self { hub: Hub::new(Channel::Stage, most), hello, now: Instant::now() }
    }

    fn show(&mut self, what: &str) {
        self.hub.show(&self.hello, |seq| format!("{seq} {what}\n"));
        self.hub.advance(self.now);
    }

    fn join(&mut self, room: usize) -> Pipe {
        let pipe = Pipe::with_room(room);
        self.hub.join(pipe.clone(), self.now);
        pipe
    }

    /// Lets time pass, as the thread does: it wakes when something is due, and not before.
    fn pass(&mut self, time: Duration) {
        let end = self.now + time;
        while let Some(due) = self.hub.deadline().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.hub.advance(self.now);
            assert!(self.hub.deadline().is_none_or(|next| next > self.now), "it would never sleep");
        }
        self.now = end;
    }

    /// Everybody who is behind can be written to again.
    fn attend(&mut self) {
        self.hub.attend(self.now, |_, _| PeerEvent::Ready);
    }

    fn hello_line(&self) -> String {
        self.hello.line(Channel::Stage).trim_end().to_owned()
    }
}

const PLENTY: usize = 1 << 20;
const LONG: Duration = Duration::from_secs(60);

#[test]
fn whoever_comes_late_gets_what_the_others_see() {
    let mut talk = HubTalk::new(9);
    let early = talk.join(PLENTY);
    assert_eq!(early.lines(), [""; 0], "nothing is shown yet");
    talk.show("title");
    talk.pass(LONG);
    talk.show("figures");
    let late = talk.join(PLENTY);
    let hello = talk.hello_line();
    assert_eq!(early.lines(), [&hello, "1 title", "2 figures"]);
    assert_eq!(late.lines(), [&hello, "2 figures"]);
    assert_eq!(talk.hub.deadline(), None, "nothing is due while nothing happens");
}

#[test]
fn another_dataset_is_announced() {
    let mut talk = HubTalk::new(9);
    let follower = talk.join(PLENTY);
    talk.show("one");
    talk.pass(LONG);
    let before = talk.hello_line();
    talk.hello.data = talk.hello.data.with("other figures");
    talk.show("two");
    talk.pass(LONG);
    talk.show("three");
    assert_eq!(follower.lines(), [&before, "1 one", &talk.hello_line(), "2 two", "3 three"]);
}

#[test]
fn a_stopped_follower_gets_the_rest_of_its_line_and_then_the_newest() {
    let mut talk = HubTalk::new(9);
    let hello = talk.hello_line();
    let (slow, fast) = (talk.join(hello.len() + 4), talk.join(PLENTY));
    talk.show("one");
    for what in ["two", "three", "four"] {
        talk.pass(Duration::from_secs(1));
        talk.show(what);
    }
    assert_eq!(fast.lines(), [&hello, "1 one", "2 two", "3 three", "4 four"]);
    slow.give_room(PLENTY);
    talk.attend();
    assert_eq!(slow.lines(), [&hello, "1 one", "4 four"]);
    talk.pass(LONG);
    assert_eq!(talk.hub.count(), 2, "it has everything, so it stays");
}

#[test]
fn a_slow_follower_has_five_seconds_after_each_byte() {
    let mut talk = HubTalk::new(9);
    let (stopped, slow) = (talk.join(0), talk.join(0));
    talk.show("one");
    talk.pass(PATIENCE.saturating_sub(Duration::from_millis(1)));
    assert_eq!(talk.hub.count(), 2);
    slow.give_room(PLENTY);
    talk.attend();
    talk.pass(Duration::from_millis(1));
    assert_eq!(talk.hub.count(), 1, "the one that took nothing is out");
    assert_eq!(stopped.lines(), [""; 0]);
    slow.give_room(0);
    talk.show("two");
    talk.pass(PATIENCE.saturating_sub(Duration::from_millis(1)));
    assert_eq!(talk.hub.count(), 1);
    talk.pass(Duration::from_millis(1));
    assert!(talk.hub.count() == 0);
}

#[test]
fn a_follower_that_takes_a_byte_now_and_then_is_dropped_too() {
    let mut talk = HubTalk::new(9);
    let trickle = talk.join(0);
    talk.show("one");
    for _ in 0..6 {
        trickle.give_room(1);
        talk.attend();
        talk.pass(Duration::from_secs(1));
    }
    assert!(talk.hub.count() == 0);
}

#[test]
fn a_follower_beyond_the_limit_is_refused_with_a_reason() {
    let mut talk = HubTalk::new(2);
    talk.show("one");
    let (_first, second) = (talk.join(PLENTY), talk.join(PLENTY));
    let third = talk.join(PLENTY);
    assert_eq!((talk.hub.count(), third.lines()), (2, vec![FULL.trim_end().to_owned()]));
    second.0.borrow_mut().is_closed = true;
    talk.pass(LONG);
    talk.show("two");
    let fourth = talk.join(PLENTY);
    assert_eq!(fourth.lines(), [&talk.hello_line(), "2 two"]);
}

#[test]
fn a_held_key_shows_thirty_scenes_a_second_and_ends_with_the_last() {
    let mut talk = HubTalk::new(9);
    let follower = talk.join(PLENTY);
    for at in 0..1000 {
        talk.show(&at.to_string());
        talk.pass(Duration::from_millis(1));
    }
    talk.pass(LONG);
    let lines = follower.lines();
    assert!((25..=32).contains(&lines.len()), "{} lines", lines.len());
    assert_eq!(lines.last().map(String::as_str), Some("1000 999"));
}

#[test]
fn a_connection_that_is_closed_is_forgotten() {
    let mut talk = HubTalk::new(9);
    let (_one, _two) = (talk.join(PLENTY), talk.join(PLENTY));
    talk.hub.attend(talk.now, |at, _| if at == 0 { PeerEvent::Gone } else { PeerEvent::Nothing });
    assert_eq!(talk.hub.count(), 1);
}
