//! The thread that serves the scenes, in this process: what a scene costs the talk, and who waits for whom.

use std::io::{ErrorKind, Read};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::{Duration, Instant};

use horgos::formats::Fingerprint;
use horgos::stage::{
    ClockReading, Outlet, Scene, SceneState, Serving, SharedWith, Socket, SpeakerView, StageServer,
};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::Verdict;
use crate::terminal::{Outcome, median};

const FOLLOWERS: usize = 100;
/// Followers that never read.
const STOPPED: usize = 10;
const TIMES: usize = 41;
/// A scene is sent at most each thirtieth of a second.
const PACE: Duration = Duration::from_millis(40);
const PATIENCE: Duration = Duration::from_secs(5);

pub fn measure(verdict: &mut Verdict) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("stage.sock");
    let mut talk = Talk::new(&path)?;
    let mut followers = connect(&path, FOLLOWERS)?;
    talk.show("first");
    wait_for(&mut followers, "first")?;
    let (handing, last) = talk.times(&mut followers)?;
    verdict.line(&format!("handing a scene to {FOLLOWERS} followers' thread"), handing, 50, "µs");
    verdict.note(&format!("the last of {FOLLOWERS} sockets has the scene"), format!("{last} µs"));
    let stopped = connect(&path, STOPPED)?;
    talk.fill(&mut followers)?;
    let (_, delayed) = talk.times(&mut followers)?;
    verdict.line(&format!("the same next to {STOPPED} that never read"), delayed, last * 2 + 200, "µs");
    drop(stopped);
    Ok(())
}

/// A talk that is served.
struct Talk {
    outlet: Box<dyn Outlet>,
    shown: usize,
    _serving: Serving,
}

impl Talk {
    fn new(path: &Path) -> Outcome<Self> {
        let server = StageServer::new("A talk", Some(Socket::bind(path, SharedWith::Owner)?), None)?;
        Ok(Self { outlet: server.outlet()?, shown: 0, _serving: server.serve(|_| true)? })
    }

    fn show(&mut self, title: &str) {
        self.outlet.publish(&scene(title), &speaker());
    }

    /// The time that a new scene takes of the talk, and until the last follower has it, both in µs.
    fn times(&mut self, followers: &mut [UnixStream]) -> Outcome<(u128, u128)> {
        let mut all = Vec::new();
        for _ in 0..TIMES {
            std::thread::sleep(PACE);
            self.shown += 1;
            let title = format!("scene {}", self.shown);
            let (scene, speaker) = (scene(&title), speaker());
            let start = Instant::now();
            self.outlet.publish(&scene, &speaker);
            let handing = start.elapsed();
            let last = wait_for(followers, &title)?;
            all.push((handing.as_micros(), (last - start).as_micros()));
        }
        Ok((median(all.iter().map(|(handing, _)| *handing)), median(all.iter().map(|(_, last)| *last))))
    }

    /// Shows so much that the buffers of those who never read are full.
    fn fill(&mut self, followers: &mut [UnixStream]) -> Outcome<()> {
        for _ in 0..80 {
            std::thread::sleep(PACE);
            self.shown += 1;
            let title = format!("scene {}", self.shown);
            let text = "a long text ".repeat(50);
            let view = format!("key-figures?find={}", "x".repeat(900));
            self.outlet.publish(&Scene { text, view, ..scene(&title) }, &speaker());
            wait_for(followers, &title)?;
        }
        Ok(())
    }
}

/// As many followers, which only read.
pub fn connect(path: &Path, count: usize) -> Outcome<Vec<UnixStream>> {
    let connect = |_| {
        let stream = UnixStream::connect(path)?;
        stream.set_nonblocking(true)?;
        Ok(stream)
    };
    (0..count).map(connect).collect()
}

/// Waits until each of the followers has got a line with these words; returns when the last one had it.
pub fn wait_for(followers: &mut [UnixStream], words: &str) -> Outcome<Instant> {
    let mut waiting: Vec<(&mut UnixStream, Vec<u8>)> =
        followers.iter_mut().map(|follower| (follower, Vec::new())).collect();
    let mut last = Instant::now();
    let needle = format!("\"{words}\"");
    while !waiting.is_empty() {
        let mut polled: Vec<PollFd> =
            waiting.iter().map(|(follower, _)| PollFd::new(*follower, PollFlags::IN)).collect();
        if poll(&mut polled, Some(&Timespec::try_from(PATIENCE)?))? == 0 {
            return Err(format!("{} followers never got {words:?}", waiting.len()).into());
        }
        drop(polled);
        let mut piece = [0; 8192];
        for (follower, heard) in &mut waiting {
            match follower.read(&mut piece) {
                Ok(0) => return Err("a follower was closed".into()),
                Ok(read) => heard.extend_from_slice(&piece[..read]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.into()),
            }
        }
        last = Instant::now();
        waiting.retain(|(_, heard)| !heard.windows(needle.len()).any(|part| part == needle.as_bytes()));
    }
    Ok(last)
}

fn scene(title: &str) -> Scene {
    Scene {
        data: Fingerprint::default().with("a talk"),
        step: 4,
        steps: 10,
        id: "partners".to_owned(),
        title: title.to_owned(),
        text: "Growth of trade with each of the five. Two of them are not named.".to_owned(),
        view: "central-asia?row=total-kgz-growth&zoom".to_owned(),
        show: None,
        shown: Some(3),
        line: None,
        blank: false,
        off: false,
        state: SceneState::Live,
        minutes: 4,
    }
}

fn speaker() -> SpeakerView {
    let clock = ClockReading {
        running: true,
        elapsed: Duration::from_secs(271),
        planned: Duration::from_secs(490),
        step_elapsed: Duration::from_secs(31),
        step_planned: Duration::from_secs(60),
        planned_before: Duration::from_secs(190),
    };
    SpeakerView { notes: vec!["Wait at the two without a number.".to_owned()], next: None, left: 2, clock }
}
