//! Batches made on a thread, some ahead of the one that is taken.

use std::ops::ControlFlow;
use std::sync::mpsc;
use std::{panic, thread};

/// How many batches wait to be taken at most.
const AHEAD: usize = 2;

/// Makes batches, until `fill` says that there are no more, and hands each to `take`, in order, until it breaks. The first
/// one is made here: where it is the only one, as in most files, no thread is started. An error ends the batches, too; the
/// batch that it was met in is taken before.
pub fn work_ahead<B: Default + Send, E: Send>(
    mut fill: impl FnMut(&mut B) -> Result<ControlFlow<()>, E> + Send,
    mut take: impl FnMut(&B) -> ControlFlow<()>,
) -> Result<(), E> {
    let mut first = B::default();
    let filled = fill(&mut first);
    let is_last = !matches!(filled, Ok(ControlFlow::Continue(())));
    if take(&first).is_break() {
        return Ok(());
    }
    if is_last {
        return filled.map(drop);
    }
    thread::scope(|scope| {
        let (sender, ready) = mpsc::sync_channel(AHEAD);
        // Batches that were taken, to be filled again.
        let (taken, empty) = mpsc::channel::<B>();
        let _ = taken.send(first);
        let thread = scope.spawn(move || {
            loop {
                let mut batch = empty.try_recv().unwrap_or_default();
                let filled = fill(&mut batch);
                if sender.send(batch).is_err() || filled?.is_break() {
                    return Ok(());
                }
            }
        });
        // The channel ends with its thread.
        let ended = ready.iter().try_for_each(|batch| {
            let flow = take(&batch);
            let _ = taken.send(batch);
            flow
        });
        drop(ready);
        let result = thread.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked));
        if ended.is_break() { Ok(()) } else { result }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes batches of one number each: those up to `count`, of which the last comes with `end`.
    fn numbers(count: u32, end: Result<(), &'static str>, most: u32) -> (Vec<u32>, Result<(), &'static str>) {
        let (mut next, mut taken) = (0, Vec::new());
        let make = |batch: &mut u32| {
            next += 1;
            *batch = next;
            if next < count { Ok(ControlFlow::Continue(())) } else { end.map(ControlFlow::Break) }
        };
        let result = work_ahead(make, |batch| {
            taken.push(*batch);
            if *batch < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        (taken, result)
    }

    #[test]
    fn batches_are_taken_in_order_and_an_error_after_the_batch_that_it_was_met_in() {
        for count in [1, 2, 3, 100] {
            let all: Vec<u32> = (1..=count).collect();
            assert_eq!(numbers(count, Ok(()), u32::MAX), (all.clone(), Ok(())));
            assert_eq!(numbers(count, Err("torn"), u32::MAX), (all, Err("torn")));
        }
    }

    #[test]
    fn who_takes_may_end_it_whatever_was_met_ahead() {
        for most in [1, 2, 7] {
            let all: Vec<u32> = (1..=most).collect();
            assert_eq!(numbers(8, Err("torn"), most), (all, Ok(())));
        }
    }

    #[test]
    #[should_panic(expected = "in the third batch")]
    fn a_panic_of_the_thread_is_not_lost() {
        let mut batches = 0;
        let make = |(): &mut ()| {
            batches += 1;
            assert!(batches < 3, "in the third batch");
            Ok::<_, ()>(ControlFlow::Continue(()))
        };
        let _ = work_ahead(make, |()| ControlFlow::Continue(()));
    }
}
