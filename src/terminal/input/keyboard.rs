//! The thread that reads the keyboard.

use std::io;
use std::thread;

use super::Events;
use super::source::{Source, System};
use crate::terminal::Message;
use crate::terminal::inbox::{Closed, Sender};

/// How many events make a piece, at most: about as many as crossterm reads from the terminal at once. More of them would
/// only delay the first.
const MOST_EVENTS: usize = 1024;

/// The keyboard and the mouse of the terminal that the program runs in, and its changes of size. A process has only one:
/// whoever reads a terminal takes what another would have read.
#[derive(Debug)]
pub struct Keyboard {
    events: Events<System>,
}

impl Keyboard {
    /// Listens from here on: whoever asks for the size after this misses no change of it. Keys are what they are only
    /// once the session has taken the terminal.
    ///
    /// # Errors
    ///
    /// When there is no terminal to read from.
    pub fn open() -> io::Result<Self> {
        Ok(Self { events: Events::open()? })
    }

    /// Sends everything that happens from a thread of its own, which lives as long as the process: nothing can call back
    /// a read that waits. When the terminal goes away, the [`Watchdog`](crate::terminal::Watchdog) ends the process,
    /// for that read would never end by itself.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn send_to(mut self, sender: Sender) -> io::Result<()> {
        thread::Builder::new().name("keyboard".into()).spawn(move || {
            if let Err(error) = forward(&mut self.events, &sender) {
                // Where nobody listens, nobody has to know.
                let _ = sender.fail(error);
            }
        })?;
        Ok(())
    }
}

/// Sends events in the pieces in which they come, until nobody takes them.
fn forward<S: Source>(events: &mut Events<S>, sender: &Sender) -> io::Result<()> {
    loop {
        let mut piece = Vec::new();
        let read = read_piece(events, &mut piece);
        if !piece.is_empty() && sender.send(piece) == Err(Closed) {
            return Ok(());
        }
        read?;
    }
}

/// Waits for an event, then reads those that are there already: a key that repeats over a slow connection, or whatever
/// was pressed while the program was busy, is one piece and makes one frame.
fn read_piece<S: Source>(events: &mut Events<S>, piece: &mut Vec<Message>) -> io::Result<()> {
    loop {
        piece.extend(events.wait()?.map(Message::Input));
        if piece.len() == MOST_EVENTS || !events.more()? {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::script;
    use super::*;
    use crate::dashboard::{Event, Key};
    use crate::terminal::{Inbox, Mailbox};

    fn key(c: char) -> Message {
        Message::Input(Event::Key(Key::Char(c)))
    }

    #[test]
    fn what_comes_at_the_same_time_is_one_piece() {
        let mut events = Events::new(script(&["j j k", "q"]));
        let mut piece = Vec::new();
        read_piece(&mut events, &mut piece).expect("events");
        assert_eq!(piece, [key('j'), key('j'), key('k')]);
        piece.clear();
        read_piece(&mut events, &mut piece).expect("events");
        assert_eq!(piece, [key('q')]);
    }

    #[test]
    fn a_flood_comes_in_pieces_of_which_none_is_long() {
        let mut events = Events::new(script(&[&"j ".repeat(MOST_EVENTS + 1)]));
        let mut piece = Vec::new();
        read_piece(&mut events, &mut piece).expect("events");
        assert_eq!(piece.len(), MOST_EVENTS);
    }

    #[test]
    fn the_end_of_the_terminal_arrives_behind_the_last_key() {
        let (sender, mut mailbox) = Mailbox::new();
        let ended = forward(&mut Events::new(script(&["j", "k"])), &sender).expect_err("the end");
        sender.fail(ended).expect("somebody listens");
        assert_eq!(mailbox.wait(None).expect("a key"), Some(key('j')));
        assert_eq!(mailbox.wait(None).expect("a key"), Some(key('k')));
        assert!(mailbox.wait(None).is_err_and(|error| error.kind() == io::ErrorKind::UnexpectedEof));
    }

    #[test]
    fn nothing_is_read_for_nobody() {
        let (sender, mailbox) = Mailbox::new();
        drop(mailbox);
        let mut events = Events::new(script(&["j", "k"]));
        assert!(forward(&mut events, &sender).is_ok());
        assert_eq!(events.wait().expect("an event"), Some(Event::Key(Key::Char('k'))));
    }
}
