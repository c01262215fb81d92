//! The state that the talk shares with the thread that serves it.

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::stage::scene::{Scene, SpeakerView};

/// The state that both threads share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    newest: Mutex<Option<Newest>>,
    /// True while a wake-up is pending: waking the thread twice would cost the talk a second system call.
    pub is_woken: AtomicBool,
    pub is_over: AtomicBool,
}

/// A scene, and the time when it was shown.
#[derive(Debug, Clone)]
pub(super) struct Newest {
    pub scene: Scene,
    pub speaker: SpeakerView,
    pub at: Instant,
}

impl Shared {
    pub fn newest(&self) -> MutexGuard<'_, Option<Newest>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn wake(&self, mut wakes: &UnixStream) {
        if !self.is_woken.swap(true, Ordering::AcqRel) {
            // If the pipe is full, a wake-up is pending anyway.
            let _ = wakes.write(&[0]);
        }
    }
}
