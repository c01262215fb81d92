//! A socket with its connections.

use std::io::{self, ErrorKind};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::hub::{Hub, PeerEvent};
use crate::stage::socket::Socket;
use crate::text::harmless::reason;

/// How long to wait before accepting again after running out of descriptors.
const AGAIN: Duration = Duration::from_secs(1);

/// A socket with its connections.
pub struct Door<P> {
    socket: Socket,
    pub hub: Hub<P>,
    /// Until when nothing is accepted, and why.
    closed: Option<(Instant, String)>,
}

impl<P: io::Write + AsFd> Door<P> {
    pub fn new(socket: Socket, hub: Hub<P>) -> Self {
        Self { socket, hub, closed: None }
    }

    /// Why nothing is accepted, if that is so.
    pub fn trouble(&self) -> Option<&str> {
        self.closed.as_ref().map(|(_, why)| why.as_str())
    }

    /// Accepts all waiting connections, if there are any or it is time to try again. Returns true if anything changed.
    pub fn open(&mut self, knocks: PollFlags, now: Instant, pipe: impl Fn(UnixStream) -> Option<P>) -> bool {
        let is_due = self.closed.as_ref().map_or(!knocks.is_empty(), |(until, _)| *until <= now);
        if !is_due {
            return false;
        }
        let (before, was_closed) = (self.hub.count(), self.closed.take().is_some());
        loop {
            match self.socket.listener().accept() {
                Ok((stream, _)) => {
                    if stream.set_nonblocking(true).is_ok()
                        && let Some(pipe) = pipe(stream)
                    {
                        self.hub.join(pipe, now);
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::ConnectionAborted) => {}
                Err(error) => {
                    self.closed = Some((now + AGAIN, reason(&error)));
                    break;
                }
            }
        }
        self.hub.count() > before || was_closed != self.closed.is_some()
    }

    /// The socket, followed by its connections, as [`poll`] takes them. Connections are polled for `reads`, and for
    /// writing if they are behind; their end is reported unasked.
    pub fn polled(&self, reads: PollFlags) -> impl Iterator<Item = PollFd<'_>> {
        let knocks = if self.closed.is_none() { PollFlags::IN } else { PollFlags::empty() };
        let everybody = self.hub.pipes().map(move |(pipe, is_behind)| {
            let writes = if is_behind { PollFlags::OUT } else { PollFlags::empty() };
            PollFd::new(pipe, reads | writes)
        });
        std::iter::once(PollFd::new(self.socket.listener(), knocks)).chain(everybody)
    }

    /// When there is something to do; `None` if only an event can change anything.
    pub fn deadline(&self) -> Option<Instant> {
        self.hub.deadline().into_iter().chain(self.closed.as_ref().map(|(until, _)| *until)).min()
    }

    /// Sends the newest scene, and waits until everyone has it, but not beyond `end`.
    pub fn say_farewell(&mut self, end: Instant) {
        self.hub.release(Instant::now());
        while self.drain(end).is_ok_and(|goes_on| goes_on) {}
    }

    /// Writes to connections that are behind. True if any may remain.
    fn drain(&mut self, end: Instant) -> io::Result<bool> {
        let now = Instant::now();
        let patience = Timespec::try_from(end.saturating_duration_since(now)).map_err(io::Error::other)?;
        let behind = self.hub.pipes().filter(|(_, is_behind)| *is_behind);
        let mut polled: Vec<PollFd> = behind.map(|(pipe, _)| PollFd::new(pipe, PollFlags::OUT)).collect();
        if polled.is_empty() || poll(&mut polled, Some(&patience))? == 0 {
            return Ok(false);
        }
        self.hub.attend(now, |_, _| PeerEvent::Ready);
        Ok(true)
    }
}

/// The meaning of an event on a connection that is only written to.
pub fn peer_event(happened: PollFlags) -> PeerEvent {
    if happened.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        PeerEvent::Gone
    } else if happened.contains(PollFlags::OUT) {
        PeerEvent::Ready
    } else {
        PeerEvent::Nothing
    }
}
