//! One connection, and what it has yet to receive.

use std::io::{self, ErrorKind, Write};
use std::time::{Duration, Instant};

/// How long a connection may lag behind before it is closed.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The lines that every connection should have received: a new one gets the hello and the scene, others what is new.
#[derive(Debug, Clone, Default)]
pub struct Latest {
    pub hello: String,
    /// Counts the hellos that differ from the one before.
    pub hellos: u64,
    pub line: String,
    pub seq: u64,
}

/// A connection that is only written to.
#[derive(Debug)]
pub struct Peer<P> {
    pub pipe: P,
    /// Lines that were partly sent, and how many bytes of them were.
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

    /// Writes as much as the connection accepts: the rest of what was begun, then the newest lines.
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

    /// When it will be closed if it accepts nothing until then; `None` if it is up to date.
    pub fn expires(&self) -> Option<Instant> {
        self.behind_since.map(|since| since + PATIENCE)
    }
}
