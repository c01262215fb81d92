//! The progress of a reading, and the way to stop it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Progress of a reading, shared with whoever waits for it and may stop it.
#[derive(Debug, Default)]
pub(crate) struct ReadProgress {
    stop: AtomicBool,
    done: AtomicU64,
    all: AtomicU64,
}

impl ReadProgress {
    /// Ends the reading soon.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The share of bytes that is read, in per cent; `None` where nobody knows how many there are.
    pub fn percent(&self) -> Option<u64> {
        let all = self.all.load(Ordering::Relaxed);
        (all > 0).then(|| (self.done.load(Ordering::Relaxed) * 100 / all).min(100))
    }

    /// The number of rows to expect, going by so many in the bytes that are read.
    pub(super) fn expected(&self, rows: u32) -> Option<u64> {
        let (done, all) = (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed));
        (all > 0).then(|| u64::from(rows).saturating_mul(all).checked_div(done)).flatten()
    }

    pub(super) fn begin(&self, all: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    pub(super) fn advance(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_so_far_show_how_many_there_will_be() {
        let watch = ReadProgress::default();
        assert_eq!(watch.expected(5), None, "nobody knows how many bytes there are");
        watch.begin(1_000);
        assert_eq!(watch.expected(5), None, "none is read");
        watch.advance(250);
        assert_eq!((watch.expected(5), watch.percent()), (Some(20), Some(25)));
    }
}
