//! The thread that serves a talk: waits for events and handles them.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::door::{Door, peer_event};
use super::hub::{Hub, PeerEvent};
use super::notes_pipe::NotesPipe;
use super::shared::{Newest, Shared};
use crate::stage::protocol::{Briefing, Channel, Hello, briefing_line, scene_line};
use crate::stage::remote::Remote;
use crate::stage::socket::Socket;

/// The maximum number of followers.
const MOST_FOLLOWERS: usize = 256;
/// The maximum number of terminals with notes.
const MOST_NOTES: usize = 16;
/// How long to wait before retrying something that failed.
const AGAIN: Duration = Duration::from_secs(1);
/// How long the end of a talk waits for connections that are behind.
const FAREWELL: Duration = Duration::from_millis(100);

pub struct Service {
    title: String,
    stage: Option<Door<UnixStream>>,
    notes: Option<Door<NotesPipe>>,
    shared: Arc<Shared>,
    woken: UnixStream,
    /// The newest scene of the talk.
    latest: Option<Newest>,
    /// The number of followers that was last reported.
    reported: usize,
    /// When to report it again, if the talk could not take it.
    report_again: Option<Instant>,
}

impl Service {
    pub fn new(
        title: String,
        stage: Option<Socket>,
        notes: Option<Socket>,
        shared: Arc<Shared>,
        woken: UnixStream,
    ) -> Self {
        let stage = stage.map(|socket| Door::new(socket, Hub::new(Channel::Stage, MOST_FOLLOWERS)));
        let notes = notes.map(|socket| Door::new(socket, Hub::new(Channel::Notes, MOST_NOTES)));
        Self { title, stage, notes, shared, woken, latest: None, reported: 0, report_again: None }
    }

    /// Serves until the talk is over. `report` receives the commands of the notes and the number of followers.
    pub fn run(&mut self, report: &dyn Fn(Remote) -> bool) {
        loop {
            let is_over = self.shared.is_over.load(Ordering::Acquire);
            self.take_newest();
            self.advance(Instant::now());
            if is_over {
                return self.say_farewell();
            }
            self.report_followers(report);
            match self.wait() {
                Ok(events) => self.attend(&events, report),
                // No memory, for example: retry, but never in a busy loop.
                Err(_) => std::thread::sleep(AGAIN),
            }
        }
    }

    /// Takes the newest scene of the talk, if it is new.
    fn take_newest(&mut self) {
        let mut wakes = [0; 16];
        while (&self.woken).read(&mut wakes).is_ok_and(|read| read == wakes.len()) {}
        self.shared.is_woken.store(false, Ordering::Release);
        let Some(latest) = self.shared.newest().take() else { return };
        let hello = hello(&self.title, &latest);
        if let Some(stage) = &mut self.stage {
            stage.hub.show(&hello, |seq| scene_line(&latest.scene, seq));
        }
        self.latest = Some(latest);
        self.brief();
    }

    /// Sends the notes the present state.
    fn brief(&mut self) {
        let followers = self.followers();
        let trouble = self.stage.as_ref().and_then(Door::trouble).map(str::to_owned);
        let Some((latest, notes)) = self.latest.as_ref().zip(self.notes.as_mut()) else { return };
        let hello = hello(&self.title, latest);
        let mut view = latest.speaker.clone();
        if view.clock.running {
            let passed = latest.at.elapsed();
            view.clock.elapsed += passed;
            view.clock.step_elapsed += passed;
        }
        let briefing = Briefing { view, followers, trouble };
        notes.hub.show(&hello, |seq| briefing_line(&latest.scene, &briefing, seq));
    }

    fn followers(&self) -> usize {
        self.stage.as_ref().map_or(0, |stage| stage.hub.count())
    }

    fn advance(&mut self, now: Instant) {
        if let Some(stage) = &mut self.stage {
            stage.hub.advance(now);
        }
        if let Some(notes) = &mut self.notes {
            notes.hub.advance(now);
        }
    }

    /// Reports the number of followers to the talk if it has changed.
    fn report_followers(&mut self, report: &dyn Fn(Remote) -> bool) {
        let followers = self.followers();
        self.report_again = None;
        if followers == self.reported {
            return;
        }
        if report(Remote::Followers(followers)) {
            self.reported = followers;
            self.brief();
            self.advance(Instant::now());
        } else {
            self.report_again = Some(Instant::now() + AGAIN);
        }
    }

    /// Sleeps until something happens or is due. Returns the events of the waker, the stage and the notes, in this
    /// order.
    fn wait(&self) -> io::Result<Vec<PollFlags>> {
        let due = [
            self.stage.as_ref().and_then(Door::deadline),
            self.notes.as_ref().and_then(Door::deadline),
            self.report_again,
        ];
        let due = due.into_iter().flatten().min();
        let patience = due.map(|due| due.saturating_duration_since(Instant::now()));
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let mut polled = vec![PollFd::new(&self.woken, PollFlags::IN)];
        polled.extend(self.stage.iter().flat_map(|stage| stage.polled(PollFlags::empty())));
        polled.extend(self.notes.iter().flat_map(|notes| notes.polled(PollFlags::IN)));
        match poll(&mut polled, patience.as_ref()) {
            Ok(_) | Err(rustix::io::Errno::INTR) => Ok(polled.iter().map(PollFd::revents).collect()),
            Err(error) => Err(error.into()),
        }
    }

    fn attend(&mut self, events: &[PollFlags], report: &dyn Fn(Remote) -> bool) {
        let now = Instant::now();
        let (_, mut events) = events.split_at(1);
        let mut is_news = false;
        if let Some(stage) = &mut self.stage {
            let (own, rest) = events.split_at(1 + stage.hub.count());
            stage.hub.attend(now, |at, _| peer_event(own[at + 1]));
            is_news |= stage.open(own[0], now, Some);
            events = rest;
        }
        if let Some(notes) = &mut self.notes {
            notes.hub.attend(now, |at, pipe| {
                let happened = events[at + 1];
                let mut ask = |remote| {
                    // A talk that cannot take this misses keys as well.
                    let _ = report(remote);
                };
                let is_over = happened.contains(PollFlags::IN) && pipe.read(&mut ask).is_err();
                if is_over { PeerEvent::Gone } else { peer_event(happened) }
            });
            is_news |= notes.open(events[0], now, NotesPipe::new);
        }
        if is_news {
            // New notes need it too: their clock starts from the talk's.
            self.brief();
        }
    }

    /// Sends everyone the last scene, and waits briefly for those who are behind.
    fn say_farewell(&mut self) {
        let end = Instant::now() + FAREWELL;
        if let Some(stage) = &mut self.stage {
            stage.say_farewell(end);
        }
        if let Some(notes) = &mut self.notes {
            notes.say_farewell(end);
        }
    }
}

fn hello(title: &str, latest: &Newest) -> Hello {
    Hello { data: latest.scene.data, title: title.to_owned(), steps: latest.scene.steps }
}
