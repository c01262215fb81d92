//! Where a program waits for messages from other threads and for its own deadline.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::time::Instant;

use super::Message;

/// The maximum number of queued batches. A sender that is faster than the program has to wait, so a large file pasted
/// by mistake stays in the terminal's buffer instead of filling memory.
const MOST_PIECES: usize = 16;

/// Messages for a program, and the clock of its deadlines.
pub trait Inbox {
    /// The present time.
    fn now(&self) -> Instant;

    /// Waits for the next message; `None` if `deadline` passes first. Without a deadline it sleeps until a message comes.
    ///
    /// # Errors
    ///
    /// If there will be no more messages.
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<Option<Message>>;

    /// Takes the next message that has already arrived; `None` if there is none.
    ///
    /// # Errors
    ///
    /// If there will be no more messages.
    fn next(&mut self) -> io::Result<Option<Message>>;
}

/// Messages that arrived together, or why there will be no more.
type Piece = io::Result<Vec<Message>>;

/// The inbox of this process.
#[derive(Debug)]
pub struct Mailbox {
    pieces: Receiver<Piece>,
    /// The rest of the batch that was received last.
    rest: VecDeque<Message>,
}

/// Puts messages into a [`Mailbox`]. Use it from any thread but the one that empties the mailbox: a full one would make
/// that thread wait for itself.
#[derive(Debug, Clone)]
pub struct Sender(SyncSender<Piece>);

/// Messages are no longer received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

impl Sender {
    /// Sends messages that arrived together. The loop takes all of them before it draws a frame.
    pub(crate) fn send(&self, messages: Vec<Message>) -> Result<(), Closed> {
        self.0.send(Ok(messages)).map_err(|_| Closed)
    }

    /// Sends messages without waiting. False if there is no room for them, or they are no longer received.
    pub(crate) fn offer(&self, messages: Vec<Message>) -> bool {
        self.0.try_send(Ok(messages)).is_ok()
    }

    /// Makes the loop end with an error, after everything sent before has been handled.
    pub(crate) fn fail(&self, error: io::Error) -> Result<(), Closed> {
        self.0.send(Err(error)).map_err(|_| Closed)
    }
}

impl Mailbox {
    /// Creates an empty mailbox and its first sender.
    #[must_use]
    pub fn new() -> (Sender, Self) {
        let (sender, pieces) = sync_channel(MOST_PIECES);
        (Sender(sender), Self { pieces, rest: VecDeque::new() })
    }
}

impl Inbox for Mailbox {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<Option<Message>> {
        while self.rest.is_empty() {
            let piece = match deadline {
                None => self.pieces.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(deadline) => {
                    self.pieces.recv_timeout(deadline.saturating_duration_since(Instant::now()))
                }
            };
            match piece {
                Ok(piece) => self.rest.extend(piece?),
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        Ok(self.rest.pop_front())
    }

    fn next(&mut self) -> io::Result<Option<Message>> {
        while self.rest.is_empty() {
            match self.pieces.try_recv() {
                Ok(piece) => self.rest.extend(piece?),
                Err(TryRecvError::Empty) => return Ok(None),
                Err(TryRecvError::Disconnected) => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        Ok(self.rest.pop_front())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dashboard::{Event, Key};

    fn keys(word: &str) -> Vec<Message> {
        word.chars().map(|c| Message::Input(Event::Key(Key::Char(c)))).collect()
    }

    /// Waits for a message, then takes all that are there.
    fn taken(mailbox: &mut Mailbox) -> io::Result<Vec<Message>> {
        let mut taken: Vec<Message> = mailbox.wait(None)?.into_iter().collect();
        while let Some(message) = mailbox.next()? {
            taken.push(message);
        }
        Ok(taken)
    }

    #[test]
    fn all_that_waits_is_there_in_the_order_in_which_it_came() {
        let (sender, mut mailbox) = Mailbox::new();
        assert_eq!(mailbox.next().expect("nothing is wrong"), None);
        for piece in ["ab", "", "c"] {
            sender.send(keys(piece)).expect("somebody listens");
        }
        assert_eq!(taken(&mut mailbox).expect("nothing is wrong"), keys("abc"));
    }

    #[test]
    fn a_deadline_that_has_passed_ends_the_wait_but_takes_nothing_away() {
        let (sender, mut mailbox) = Mailbox::new();
        let now = mailbox.now();
        assert_eq!(mailbox.wait(Some(now)).expect("nothing is wrong"), None);
        sender.send(keys("a")).expect("somebody listens");
        assert_eq!(mailbox.wait(Some(now)).expect("nothing is wrong"), keys("a").pop());
    }

    #[test]
    fn a_failure_comes_after_what_was_sent_before_it() {
        let (sender, mut mailbox) = Mailbox::new();
        sender.send(keys("a")).expect("somebody listens");
        sender.fail(io::Error::other("the cable is out")).expect("somebody listens");
        assert_eq!(mailbox.wait(None).expect("a message"), keys("a").pop());
        assert_eq!(mailbox.wait(None).expect_err("a failure").to_string(), "the cable is out");
    }

    #[test]
    fn without_senders_there_is_nothing_to_wait_for() {
        let (sender, mut mailbox) = Mailbox::new();
        drop(sender);
        assert!(taken(&mut mailbox).is_err_and(|error| error.kind() == io::ErrorKind::UnexpectedEof));
    }

    #[test]
    fn a_mailbox_holds_so_many_pieces_and_no_more() {
        let (Sender(sender), mut mailbox) = Mailbox::new();
        for _ in 0..MOST_PIECES {
            sender.try_send(Ok(keys("j"))).expect("there is room");
        }
        assert!(sender.try_send(Ok(keys("j"))).is_err(), "send would wait here");
        assert_eq!(taken(&mut mailbox).expect("nothing is wrong").len(), MOST_PIECES);
        assert!(sender.try_send(Ok(keys("j"))).is_ok());
    }

    #[test]
    fn a_sender_learns_that_the_mailbox_is_closed() {
        let (sender, mailbox) = Mailbox::new();
        drop(mailbox);
        assert_eq!(sender.send(keys("j")), Err(Closed));
    }
}
