//! Runs work on a thread of its own, so that keys still respond.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A running job. It runs to its end even if no one waits for it any more.
#[derive(Debug)]
pub(super) struct Job<T>(Arc<Mutex<Option<T>>>);

/// The same job; only one of the clones gets the result.
impl<T> Clone for Job<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Send + 'static> Job<T> {
    /// Starts a job; `None` if the system refuses a thread.
    pub fn start(name: &str, work: impl FnOnce() -> T + Send + 'static) -> Option<Self> {
        let done = Arc::<Mutex<Option<T>>>::default();
        let job = Self(Arc::clone(&done));
        let work = move || {
            let result = work();
            *done.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        };
        thread::Builder::new().name(name.to_owned()).spawn(work).ok()?;
        Some(job)
    }

    /// The result, once it is there.
    pub fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
