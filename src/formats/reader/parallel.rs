//! Many rows shared out among threads.

use std::ops::Range;
use std::{panic, thread};

/// From so many rows on they are read by several threads.
const MANY: usize = 5_000;

/// What `read` makes of `rows` rows, range by range, in their order.
pub fn map_ranges<T: Send>(rows: usize, read: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    // How many there may be is asked only where it matters: the answer stands in several files.
    let available = || thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = if rows < MANY { 1 } else { available().min(4) };
    let part = rows.div_ceil(threads).max(1);
    let ranges: Vec<_> = (0..rows).step_by(part).map(|start| start..(start + part).min(rows)).collect();
    if ranges.len() < 2 {
        return ranges.into_iter().map(read).collect();
    }
    let read = &read;
    thread::scope(|scope| {
        let running: Vec<_> = ranges.into_iter().map(|range| scope.spawn(move || read(range))).collect();
        // A thread that panics must end everything: its rows would be missing without a word.
        running.into_iter().map(|part| part.join().unwrap_or_else(|why| panic::resume_unwind(why))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_once_and_in_its_order() {
        for rows in [0, 1, MANY - 1, MANY, MANY * 4 + 1] {
            let all: Vec<usize> = map_ranges(rows, Vec::from_iter).concat();
            assert!(all.into_iter().eq(0..rows), "{rows}");
        }
    }

    #[test]
    #[should_panic(expected = "the last row")]
    fn a_thread_that_panics_is_not_left_out() {
        map_ranges(MANY, |range| assert!(!range.contains(&(MANY - 1)), "the last row"));
    }
}
