//! One connection, and what it has yet to get.

use std::io::{self, ErrorKind, Write};
use std::time::{Duration, Instant};

/// How long a connection may take nothing, or less than there is, before it is closed.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The lines that a connection should have by now: who comes new gets the hello and the scene, the others what is new.
#[derive(Debug, Clone, Default)]
pub struct Latest {
    pub hello: String,
    /// Counts the hellos that were not like the one before.
    pub hellos: u64,
    pub line: String,
    pub seq: u64,
}

/// A connection that is only written to.
#[derive(Debug)]
pub struct Peer<P> {
    pub pipe: P,
    /// The lines that were begun, and how much of them was taken.
    begun: Vec<u8>,
    taken: usize,
    seq: u64,
    hellos: u64,
    behind_since: Option<Instant>,
}

impl<P: Write> Peer<P> {
    pub fn new(pipe: P) -> Self {
        Self { pipe, begun: Vec::new(), taken: 0, seq: 0, hellos: 0, behind_since: None }
    }

    /// Writes as much as the connection takes now: the rest of what was begun, then what is newest.
    ///
    /// # Errors
    ///
    /// If it is closed.
    pub fn deliver(&mut self, latest: &Latest, now: Instant) -> io::Result<()> {
        loop {
            match self.begun.get(self.taken..).filter(|rest| !rest.is_empty()) {
                Some(rest) => match self.pipe.write(rest) {
                    Ok(0) => return Err(ErrorKind::WriteZero.into()),
                    Ok(taken) => self.taken += taken,
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) if error.kind() == ErrorKind::WouldBlock => {
                        self.behind_since.get_or_insert(now);
                        return Ok(());
                    }
                    Err(error) => return Err(error),
                },
                None if self.seq == latest.seq => {
                    self.behind_since = None;
                    return Ok(());
                }
                None => self.begin(latest),
            }
        }
    }

    fn begin(&mut self, latest: &Latest) {
        self.begun.clear();
        self.taken = 0;
        if self.hellos != latest.hellos {
            self.begun.extend_from_slice(latest.hello.as_bytes());
        }
        self.begun.extend_from_slice(latest.line.as_bytes());
        (self.seq, self.hellos) = (latest.seq, latest.hellos);
    }

    pub fn is_behind(&self) -> bool {
        self.behind_since.is_some()
    }

    /// When it is closed if it takes nothing until then; `None` for one that has everything.
    pub fn expires(&self) -> Option<Instant> {
        self.behind_since.map(|since| since + PATIENCE)
    }
}
