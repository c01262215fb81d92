//! Checks files for changes, and reads them again.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use super::input::DatasetArgument;
use super::usage::UsageError;
use crate::terminal::{Message, Sender};

/// How long a change may go unnoticed.
const INTERVAL: Duration = Duration::from_secs(1);

/// Files that are checked once a second.
pub struct FileWatch {
    files: Vec<PathBuf>,
    seen: Vec<Option<Stamp>>,
}

/// Identifies a version of a file. Many editors replace the file with a new one.
#[derive(PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
}

impl FileWatch {
    pub fn new(files: Vec<PathBuf>) -> Self {
        let seen = stamps(&files);
        Self { files, seen }
    }

    /// True if a file has changed since the last call. A file that is missing at the moment is being replaced.
    fn has_changed(&mut self) -> bool {
        let now = stamps(&self.files);
        let changed = now.iter().all(Option::is_some) && now != self.seen;
        if changed {
            self.seen = now;
        }
        changed
    }

    /// Sends each new version from a thread of its own, until no one takes them any more.
    ///
    /// # Errors
    ///
    /// If the system refuses a thread.
    pub fn send_to(mut self, sender: Sender, read: impl Fn() -> Message + Send + 'static) -> io::Result<()> {
        thread::Builder::new().name("watch".into()).spawn(move || {
            loop {
                thread::sleep(INTERVAL);
                if self.has_changed() && sender.send(vec![read()]).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }
}

fn stamps(files: &[PathBuf]) -> Vec<Option<Stamp>> {
    let stamp = |path: &PathBuf| {
        let metadata = fs::metadata(path).ok()?;
        Some(Stamp { modified: metadata.modified().ok(), length: metadata.len() })
    };
    files.iter().map(stamp).collect()
}

/// Watching needs a file, and opens it more than once.
pub fn check(watched: Option<&DatasetArgument>, is_secure: bool) -> Result<(), UsageError> {
    let wrong = |why: &str| Err(UsageError(format!("--watch: {why}")));
    match watched {
        Some(input) if input.file().is_none() => wrong("there is no file to watch (name a DATASET)"),
        Some(_) if is_secure => wrong("secure mode opens no file twice"),
        Some(_) | None => Ok(()),
    }
}
