//! The thread that serves a talk, over real sockets.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use horgos::formats::Fingerprint;
use horgos::stage::protocol::{Briefing, Heard, Listener};
use horgos::stage::{
    ClockReading, Outlet, Remote, Scene, SceneState, Serving, SharedWith, Socket, SpeakerView, StageServer,
};
use tempfile::TempDir;

use super::alone;

/// A test fails if what it waits for takes longer. Nothing else depends on this.
const DEADLINE: Duration = Duration::from_secs(60);

fn scene(title: &str) -> Scene {
    Scene {
        data: Fingerprint::default().with("wheat"),
        step: 1,
        steps: 4,
        id: title.to_lowercase(),
        title: title.to_owned(),
        text: "A sentence on it.".to_owned(),
        view: "wheat?zoom".to_owned(),
        show: None,
        shown: None,
        line: None,
        blank: false,
        off: false,
        state: SceneState::Live,
        minutes: 0,
    }
}

fn speaker() -> SpeakerView {
    let clock = ClockReading {
        running: false,
        elapsed: Duration::from_secs(70),
        planned: Duration::from_secs(240),
        step_elapsed: Duration::from_secs(10),
        step_planned: Duration::from_secs(60),
        planned_before: Duration::from_secs(60),
    };
    SpeakerView { notes: vec!["Breathe.".to_owned()], next: None, left: 0, clock }
}

/// A talk that is served.
struct Served {
    folder: TempDir,
    outlet: Box<dyn Outlet>,
    serving: Option<Serving>,
    remotes: Receiver<Remote>,
    _alone: MutexGuard<'static, ()>,
}

impl Served {
    fn new() -> Self {
        let alone = alone();
        let folder = tempfile::tempdir().expect("a folder");
        let bind = |name: &str| Socket::bind(&folder.path().join(name), SharedWith::Owner).expect("a socket");
        let server = StageServer::new("Wheat", Some(bind("stage")), Some(bind("notes"))).expect("a server");
        let outlet = server.outlet().expect("an outlet");
        let (sender, remotes) = channel();
        let serving = server.serve(move |remote| sender.send(remote).is_ok()).expect("a thread");
        Self { folder, outlet, serving: Some(serving), remotes, _alone: alone }
    }

    fn show(&mut self, title: &str) {
        self.outlet.publish(&scene(title), &speaker());
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn remote(&self) -> Remote {
        self.remotes.recv_timeout(DEADLINE).expect("something from elsewhere")
    }
}

/// A connection, read line by line.
struct Client {
    stream: UnixStream,
    listener: Listener,
    heard: Vec<Heard>,
}

impl Client {
    fn connect(path: &Path) -> Self {
        let stream = UnixStream::connect(path).expect("somebody listens");
        stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
        Self { stream, listener: Listener::default(), heard: Vec::new() }
    }

    /// Waits for something, and returns it.
    fn wait_for<T>(&mut self, is: impl Fn(&Heard) -> Option<T>) -> T {
        let mut at = 0;
        loop {
            if let Some(found) = self.heard[at..].iter().find_map(&is) {
                return found;
            }
            at = self.heard.len();
            let mut bytes = [0; 512];
            let read = self.stream.read(&mut bytes).expect("something arrives");
            assert!(read > 0, "the connection ended after {:?}", self.heard);
            let heard = &mut self.heard;
            self.listener.take(&bytes[..read], |one| heard.push(one)).expect("lines");
        }
    }

    fn wait_for_title(&mut self, title: &str) -> Scene {
        self.wait_for(|heard| match heard {
            Heard::Scene(scene, _) if scene.title == title => Some((**scene).clone()),
            Heard::Scene(..) | Heard::Hello(_) | Heard::Full | Heard::Newer(_) => None,
        })
    }

    fn wait_for_briefing(&mut self, is: impl Fn(&Briefing) -> bool) -> Briefing {
        self.wait_for(|heard| match heard {
            Heard::Scene(_, Some(briefing)) if is(briefing) => Some((**briefing).clone()),
            Heard::Scene(..) | Heard::Hello(_) | Heard::Full | Heard::Newer(_) => None,
        })
    }
}

#[test]
fn followers_see_what_is_shown_and_the_talk_learns_how_many_they_are() {
    let mut talk = Served::new();
    talk.show("Harvest");
    let mut early = Client::connect(&talk.path("stage"));
    early.wait_for_title("Harvest");
    assert_eq!(talk.remote(), Remote::Followers(1));
    let mut late = Client::connect(&talk.path("stage"));
    assert_eq!(late.wait_for_title("Harvest"), scene("Harvest"));
    assert_eq!(talk.remote(), Remote::Followers(2));
    talk.show("Exports");
    early.wait_for_title("Exports");
    late.wait_for_title("Exports");
    drop(early);
    assert_eq!(talk.remote(), Remote::Followers(1));
}

#[test]
fn notes_are_on_their_own_socket_alone() {
    let mut talk = Served::new();
    talk.show("Harvest");
    let mut follower = BufReader::new(UnixStream::connect(talk.path("stage")).expect("somebody listens"));
    let mut lines = [String::new(), String::new()];
    for line in &mut lines {
        follower.read_line(line).expect("a line");
    }
    assert!(lines[1].contains("Harvest") && !lines.concat().contains("Breathe"), "{lines:?}");
    let mut notes = Client::connect(&talk.path("notes"));
    let briefing = notes.wait_for_briefing(|briefing| briefing.followers == 1);
    assert_eq!(briefing.view, speaker());
}

#[test]
fn the_notes_drive_and_the_followers_do_not() {
    let mut talk = Served::new();
    talk.show("Harvest");
    let mut follower = Client::connect(&talk.path("stage"));
    follower.wait_for_title("Harvest");
    assert_eq!(talk.remote(), Remote::Followers(1));
    follower.stream.write_all(b"{\"do\":\"next\"}\n").expect("it is not even read");
    let mut notes = Client::connect(&talk.path("notes"));
    notes.stream.write_all(b"nonsense\n{\"do\":\"back\"}\n{\"do\":\"go\",\"step\":").expect("a command");
    assert_eq!(talk.remote(), Remote::Back);
    notes.stream.write_all(b"3}\n").expect("the rest of one");
    assert_eq!(talk.remote(), Remote::Go(2));
}

#[test]
fn notes_that_send_no_lines_are_cut_off() {
    let mut talk = Served::new();
    talk.show("Harvest");
    let mut notes = Client::connect(&talk.path("notes"));
    notes.wait_for_title("Harvest");
    // The other end may close before it has taken all of this.
    let _ = notes.stream.write_all(&vec![b'x'; 70_000]);
    while notes.stream.read(&mut [0; 512]).is_ok_and(|read| read > 0) {}
    let mut others = Client::connect(&talk.path("notes"));
    others.wait_for_title("Harvest");
}

#[test]
fn a_follower_that_takes_nothing_keeps_nobody_waiting() {
    let mut talk = Served::new();
    let stopped = UnixStream::connect(talk.path("stage")).expect("somebody listens");
    assert_eq!(talk.remote(), Remote::Followers(1));
    let mut follower = Client::connect(&talk.path("stage"));
    assert_eq!(talk.remote(), Remote::Followers(2));
    for at in 0..2000 {
        talk.outlet.publish(&Scene { text: "long ".repeat(100), ..scene(&at.to_string()) }, &speaker());
    }
    follower.wait_for_title("1999");
    drop(stopped);
}

#[test]
fn the_end_reaches_everybody_and_leaves_no_file() {
    let mut talk = Served::new();
    talk.show("Harvest");
    let mut follower = Client::connect(&talk.path("stage"));
    follower.wait_for_title("Harvest");
    let ended = Scene { state: SceneState::Ended, ..scene("Harvest") };
    talk.outlet.publish(&ended, &speaker());
    drop(talk.serving.take());
    let last = follower.wait_for(|heard| match heard {
        Heard::Scene(scene, _) if scene.state == SceneState::Ended => Some((**scene).clone()),
        Heard::Scene(..) | Heard::Hello(_) | Heard::Full | Heard::Newer(_) => None,
    });
    assert_eq!(last, ended);
    assert_eq!(follower.stream.read(&mut [0; 9]).expect("the end"), 0);
    assert_eq!(std::fs::read_dir(talk.folder.path()).expect("a folder").count(), 0);
}
