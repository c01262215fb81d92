//! The connections at one socket.

use std::io::Write;
use std::time::{Duration, Instant};

use super::peer::{Latest, Peer};
use crate::stage::protocol::{Channel, FULL, Hello};

/// The minimum time between two scenes. A scene that is shown for less is skipped.
const PACE: Duration = Duration::from_micros(33_334);

/// The connections at one socket, and the scene that all of them should have.
#[derive(Debug)]
pub struct Hub<P> {
    channel: Channel,
    most: usize,
    peers: Vec<Peer<P>>,
    latest: Latest,
    /// The next scene, held back by the pace.
    next: Option<Latest>,
    hello: Option<Hello>,
    released: Option<Instant>,
}

impl<P: Write> Hub<P> {
    /// A hub for at most `most` connections.
    #[must_use]
    pub fn new(channel: Channel, most: usize) -> Self {
        Self {
            channel,
            most,
            peers: Vec::new(),
            latest: Latest::default(),
            next: None,
            hello: None,
            released: None,
        }
    }

    /// Takes a new scene; `line` serializes it with the given number.
    pub fn show(&mut self, hello: &Hello, line: impl FnOnce(u64) -> String) {
        let before = self.next.as_ref().unwrap_or(&self.latest);
        let seq = before.seq + 1;
        let (text, hellos) = if self.hello.as_ref() == Some(hello) {
            (before.hello.clone(), before.hellos)
        } else {
            (hello.line(self.channel), before.hellos + 1)
        };
        self.hello = Some(hello.clone());
        self.next = Some(Latest { hello: text, hellos, line: line(seq), seq });
    }

    /// Adds a connection, which is sent the current scene or, if there are too many, a line that says so.
    pub fn join(&mut self, mut pipe: P, now: Instant) {
        if self.peers.len() >= self.most {
            let _ = pipe.write(FULL.as_bytes());
            return;
        }
        let mut peer = Peer::new(pipe);
        if peer.deliver(&self.latest, now).is_ok() {
            self.peers.push(peer);
        }
    }

    /// Sends what is due, and closes connections that have been behind for too long.
    pub fn advance(&mut self, now: Instant) {
        if self.released.is_none_or(|released| released + PACE <= now) {
            self.release(now);
        }
        self.peers.retain(|peer| peer.expires().is_none_or(|expires| expires > now));
    }

    /// Sends the newest scene, even if the pace would hold it back.
    pub fn release(&mut self, now: Instant) {
        let Some(next) = self.next.take() else { return };
        (self.latest, self.released) = (next, Some(now));
        let latest = &self.latest;
        self.peers.retain_mut(|peer| peer.deliver(latest, now).is_ok());
    }

    /// When [`Hub::advance`] has something to do; `None` if only an event can change anything.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let paced = self.next.as_ref().and(self.released).map(|released| released + PACE);
        self.peers.iter().filter_map(Peer::expires).chain(paced).min()
    }

    /// Handles the events of all connections; `event` returns the one at an index.
    pub fn attend(&mut self, now: Instant, mut event: impl FnMut(usize, &mut P) -> PeerEvent) {
        let (latest, mut at) = (&self.latest, 0);
        self.peers.retain_mut(|peer| {
            at += 1;
            match event(at - 1, &mut peer.pipe) {
                PeerEvent::Nothing => true,
                PeerEvent::Ready => peer.deliver(latest, now).is_ok(),
                PeerEvent::Gone => false,
            }
        });
    }

    /// The connections, each with true if it is behind.
    pub fn pipes(&self) -> impl Iterator<Item = (&P, bool)> {
        self.peers.iter().map(|peer| (&peer.pipe, peer.is_behind()))
    }

    /// The number of connections.
    #[must_use]
    pub fn count(&self) -> usize {
        self.peers.len()
    }
}

/// An event at a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeerEvent {
    /// Nothing that matters.
    Nothing,
    /// It accepts more bytes.
    Ready,
    /// It is closed.
    Gone,
}

#[cfg(test)]
mod tests;
