//! Feeds a program its input and collects its output, until it ends or is stopped.

use std::io::{self, ErrorKind, PipeReader, Read, Write};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::process::WaitStatus;

use crate::records::ReadProgress;
use crate::terminal::Child;

/// The maximum number of bytes of an answer.
const MOST_OUTPUT: usize = 128 << 20;
/// The maximum number of bytes kept of its messages.
const MOST_ERRORS: usize = 16 << 10;
/// How often to check if the question was cancelled.
const TICK: Timespec = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };
/// How long an interrupted program may take to end.
const GRACE: Duration = Duration::from_secs(2);

/// The output of a program.
pub(super) struct Printed {
    pub output: Vec<u8>,
    pub errors: Vec<u8>,
    pub end: ExchangeEnd,
}

/// How it ended.
#[derive(Debug, Clone, Copy)]
pub(super) enum ExchangeEnd {
    Ended(Option<WaitStatus>),
    /// It was cancelled.
    Stopped,
    TooLate,
    TooMuch,
}

/// Writes `input` to a program and reads its output.
///
/// # Errors
///
/// Those of pipes, which nothing outside of this program can cause.
pub(super) fn exchange(
    mut child: Child,
    input: &[u8],
    timeout: Duration,
    watch: &ReadProgress,
) -> io::Result<Printed> {
    let start = Instant::now();
    let mut printed = Printed { output: Vec::new(), errors: Vec::new(), end: ExchangeEnd::Stopped };
    let mut rest = input;
    if let Some(stdin) = &child.stdin {
        unblock(stdin)?;
    }
    unblock(&child.stdout)?;
    unblock(&child.stderr)?;
    let (mut has_output, mut has_errors) = (true, true);
    while has_output || has_errors {
        wait(&child, has_output, has_errors)?;
        rest = write(&mut child, rest);
        // Processes that it left behind may keep its pipes open, so the pipes are read only once more.
        let has_ended = child.ended().is_some();
        has_output = read(&mut child.stdout, &mut printed.output, MOST_OUTPUT)? && !has_ended;
        has_errors = read(&mut child.stderr, &mut printed.errors, MOST_ERRORS)? && !has_ended;
        let end = if watch.is_stopped() {
            ExchangeEnd::Stopped
        } else if start.elapsed() >= timeout {
            ExchangeEnd::TooLate
        } else if printed.output.len() > MOST_OUTPUT {
            ExchangeEnd::TooMuch
        } else {
            continue;
        };
        stop(&mut child);
        return Ok(Printed { end, ..printed });
    }
    // Both pipes are closed, or it has ended; the other follows soon.
    let mut is_late = false;
    while child.ended().is_none() {
        if watch.is_stopped() || is_late {
            stop(&mut child);
            return Ok(Printed {
                end: if is_late { ExchangeEnd::TooLate } else { ExchangeEnd::Stopped },
                ..printed
            });
        }
        is_late = start.elapsed() >= timeout;
        let _ = poll(&mut [], Some(&TICK));
    }
    Ok(Printed { end: ExchangeEnd::Ended(child.ended()), ..printed })
}

/// Interrupts a program, so that it can cancel its query, and kills it if it does not end soon.
fn stop(child: &mut Child) {
    child.interrupt();
    let start = Instant::now();
    while child.ended().is_none() {
        if start.elapsed() >= GRACE {
            child.kill();
        }
        let _ = poll(&mut [], Some(&TICK));
    }
}

/// Waits until there is something to write, to read or to check.
fn wait(child: &Child, has_output: bool, has_errors: bool) -> io::Result<()> {
    let stdin = child.stdin.as_ref().map(|stdin| PollFd::new(stdin, PollFlags::OUT));
    let stdout = has_output.then(|| PollFd::new(&child.stdout, PollFlags::IN));
    let stderr = has_errors.then(|| PollFd::new(&child.stderr, PollFlags::IN));
    let mut polled: Vec<PollFd> = [stdin, stdout, stderr].into_iter().flatten().collect();
    match poll(&mut polled, Some(&TICK)) {
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Writes as much as fits; closes the pipe at the end, and if nothing reads it any more.
fn write<'i>(child: &mut Child, input: &'i [u8]) -> &'i [u8] {
    let Some(stdin) = &mut child.stdin else { return input };
    let written = match stdin.write(input) {
        Ok(written) => written,
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => return input,
        Err(_) => input.len(),
    };
    let rest = &input[written..];
    if rest.is_empty() {
        child.stdin = None;
    }
    rest
}

/// Reads what is available, keeping at most one byte more than `most`. False at the end.
fn read(pipe: &mut PipeReader, kept: &mut Vec<u8>, most: usize) -> io::Result<bool> {
    let mut buffer = [0; 16 << 10];
    loop {
        match pipe.read(&mut buffer) {
            Ok(0) => return Ok(false),
            Ok(count) => {
                let room = (most + 1).saturating_sub(kept.len());
                kept.extend_from_slice(&buffer[..count.min(room)]);
                if room == 0 {
                    return Ok(true);
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(true),
            Err(error) => return Err(error),
        }
    }
}

fn unblock(pipe: &impl AsFd) -> io::Result<()> {
    Ok(fcntl_setfl(pipe, fcntl_getfl(pipe)? | OFlags::NONBLOCK)?)
}
