//! The sockets of a talk, and the thread that serves them.
#![cfg(unix)]

#[path = "stage/files.rs"]
mod files;
#[path = "stage/serving.rs"]
mod serving;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The mask of new files, which binding a socket changes for a moment, is that of the whole process: one test at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
