//! Many rows shared out among threads, their results taken in order while the rest is still read.

use std::ops::Range;
use std::sync::mpsc;
use std::{panic, thread};

/// How many rows are handed out at a time: enough that handing out costs nothing, few enough that results which wait to
/// be taken need little memory.
const BATCH: usize = 4_096;

/// Applies `read` to batches of `rows` rows and hands the results to `take` in order. Each thread has a state of its
/// own, made by `start`.
pub fn in_order<S, T: Send>(
    rows: usize,
    start: impl Fn() -> S + Sync,
    read: impl Fn(&mut S, Range<usize>) -> T + Sync,
    mut take: impl FnMut(T),
) {
    let batches = rows.div_ceil(BATCH);
    let range = |batch: usize| batch * BATCH..((batch + 1) * BATCH).min(rows);
    // The number of processors is asked for only where it matters: the answer is in several files.
    let available = || thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = if batches < 2 { 1 } else { available().min(4) };
    if threads < 2 {
        let mut state = start();
        (0..batches).for_each(|batch| take(read(&mut state, range(batch))));
        return;
    }
    let (start, read) = (&start, &read);
    thread::scope(|scope| {
        let work = |first: usize| {
            let (sender, receiver) = mpsc::sync_channel(2);
            let thread = scope.spawn(move || {
                let mut state = start();
                for batch in (first..batches).step_by(threads) {
                    if sender.send(read(&mut state, range(batch))).is_err() {
                        break;
                    }
                }
            });
            (receiver, thread)
        };
        let (receivers, running): (Vec<_>, Vec<_>) = (0..threads).map(work).unzip();
        // A channel ends early only if its thread panicked.
        let results = (0..batches).map_while(|batch| receivers.get(batch % threads)?.recv().ok());
        results.for_each(&mut take);
        drop(receivers);
        for thread in running {
            thread.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_once_and_taken_in_order() {
        for rows in [0, 1, BATCH - 1, BATCH, BATCH + 1, BATCH * 9 + 1] {
            let mut all = Vec::new();
            in_order(rows, || (), |(), range| range.collect::<Vec<_>>(), |part| all.extend(part));
            assert!(all.into_iter().eq(0..rows), "{rows}");
        }
    }

    #[test]
    #[should_panic(expected = "the last row")]
    fn a_panic_in_a_thread_is_not_lost() {
        let rows = BATCH * 7;
        in_order(rows, || (), |(), range| assert!(!range.contains(&(rows - 1)), "the last row"), |()| {});
    }
}
