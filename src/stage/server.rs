//! Serves a talk to those who follow and to the notes: one thread, asleep unless something happens.
//!
//! ```text
//! talk ─▶ StageOutlet ─▶ the newest scene ─▶ serve.rs ─▶ hub.rs ─▶ peer.rs ─▶ each follower
//!                                            │  ▲
//!                      Remote ◀──────────────┘  └────── notes_pipe.rs ◀───── the notes
//! ```
//!
//! The newest scene replaces one that was not sent yet, so that nothing piles up: neither for a follower that stands
//! still, nor while somebody holds a key.

mod door;
mod hub;
mod notes_pipe;
mod peer;
mod serve;
mod shared;

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use serve::Service;
use shared::{Newest, Shared};

use super::remote::{Outlet, Remote};
use super::scene::{Scene, SpeakerView};
use super::socket::Socket;

/// The sockets of a talk, not served yet.
pub struct StageServer {
    /// The title of the dataset.
    title: String,
    stage: Option<Socket>,
    notes: Option<Socket>,
    shared: Arc<Shared>,
    wakes: UnixStream,
    woken: UnixStream,
}

/// The thread that serves a talk. When it is dropped, everyone gets the last scene and the sockets are removed.
#[derive(Debug)]
pub struct Serving {
    shared: Arc<Shared>,
    wakes: UnixStream,
    thread: Option<JoinHandle<()>>,
}

/// Hands scenes to the thread that serves them.
#[derive(Debug)]
struct StageOutlet {
    shared: Arc<Shared>,
    wakes: UnixStream,
}

impl StageServer {
    /// A server at these sockets, for a talk on the dataset with this title.
    ///
    /// # Errors
    ///
    /// If the system refuses the socket pair that wakes the thread.
    pub fn new(title: &str, stage: Option<Socket>, notes: Option<Socket>) -> io::Result<Self> {
        let (wakes, woken) = UnixStream::pair()?;
        wakes.set_nonblocking(true)?;
        woken.set_nonblocking(true)?;
        Ok(Self { title: title.to_owned(), stage, notes, shared: Arc::default(), wakes, woken })
    }

    /// Passes scenes to the server.
    ///
    /// # Errors
    ///
    /// If there is no descriptor left.
    pub fn outlet(&self) -> io::Result<Box<dyn Outlet>> {
        Ok(Box::new(StageOutlet { shared: Arc::clone(&self.shared), wakes: self.wakes.try_clone()? }))
    }

    /// Serves in a thread of its own. Commands from the notes and the number of followers are passed to `report`, which
    /// must not wait; it returns false if no one could take the message.
    ///
    /// # Errors
    ///
    /// If the system refuses a thread.
    pub fn serve(self, report: impl Fn(Remote) -> bool + Send + 'static) -> io::Result<Serving> {
        let Self { title, stage, notes, shared, wakes, woken } = self;
        let mut service = Service::new(title, stage, notes, Arc::clone(&shared), woken);
        let thread = thread::Builder::new().name("stage".into()).spawn(move || service.run(&report))?;
        Ok(Serving { shared, wakes, thread: Some(thread) })
    }
}

impl Outlet for StageOutlet {
    fn publish(&mut self, scene: &Scene, speaker: &SpeakerView) {
        let latest = Newest { scene: scene.clone(), speaker: speaker.clone(), at: Instant::now() };
        *self.shared.newest() = Some(latest);
        self.shared.wake(&self.wakes);
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::Release);
        self.shared.wake(&self.wakes);
        if let Some(thread) = self.thread.take() {
            // It ends soon, even if followers do not read.
            let _ = thread.join();
        }
    }
}
