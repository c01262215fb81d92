//! Counts the rows that a test's keys and frames look at: work that grows with the dataset is a mistake.

use std::cell::Cell;

thread_local! {
    static VISITS: Cell<usize> = const { Cell::new(0) };
}

/// Counts rows that are handed out.
pub fn add(rows: usize) {
    VISITS.set(VISITS.get() + rows);
}

/// The rows handed out since the last time this was asked.
pub fn take() -> usize {
    VISITS.take()
}
