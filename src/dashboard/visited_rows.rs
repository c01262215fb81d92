//! Counts the rows that keys and frames look at, for tests: their number must not grow with the dataset.

use std::cell::Cell;

thread_local! {
    static VISITS: Cell<usize> = const { Cell::new(0) };
}

/// Counts rows that are handed out.
pub fn add(rows: usize) {
    VISITS.set(VISITS.get() + rows);
}

/// The number of rows handed out since the last call.
pub fn take() -> usize {
    VISITS.take()
}
