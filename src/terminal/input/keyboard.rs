//! The thread that reads the keyboard.

use std::io;
use std::thread;

use super::Events;
use super::source::{EventSource, SystemEvents};
use crate::terminal::Message;
use crate::terminal::inbox::{Closed, Sender};

/// The most events in a piece: as many as the bytes that crossterm reads from the terminal at once. A longer piece would
/// only delay its first event.
const MOST_EVENTS: usize = 1024;

/// The keyboard and the mouse of the terminal, and its changes of size. A process needs exactly one: two readers of a
/// terminal would take events from each other.
#[derive(Debug)]
pub struct Keyboard {
    events: Events<SystemEvents>,
}

impl Keyboard {
    /// Starts to listen. Read the terminal's size only after this, and no later change of it is missed. Let the session
    /// take the terminal first, since only raw input delivers each key as it is pressed.
    ///
    /// # Errors
    ///
    /// If there is no terminal to read from.
    pub fn open() -> io::Result<Self> {
        Ok(Self { events: Events::open()? })
    }

    /// Sends all events from a thread of its own. The thread lives as long as the process, since nothing can interrupt a
    /// read that waits. When the terminal goes away that read never returns: the
    /// [`Watchdog`](crate::terminal::Watchdog) ends the process then.
    ///
    /// # Errors
    ///
    /// If the system refuses a thread.
    pub fn send_to(mut self, sender: Sender) -> io::Result<()> {
        thread::Builder::new().name("keyboard".into()).spawn(move || {
            if let Err(error) = forward(&mut self.events, &sender) {
                // If the mailbox is closed the program is over, and the error moot.
                let _ = sender.fail(error);
            }
        })?;
        Ok(())
    }
}

/// Sends events, piece by piece, until the mailbox is closed.
fn forward<S: EventSource>(events: &mut Events<S>, sender: &Sender) -> io::Result<()> {
    loop {
        let mut piece = Vec::new();
        let read = read_piece(events, &mut piece);
        if !piece.is_empty() && sender.send(piece) == Err(Closed) {
            return Ok(());
        }
        read?;
    }
}

/// Waits for an event, then reads all that are there already. Keys that arrive together stay together, so the loop makes
/// one frame of them.
fn read_piece<S: EventSource>(events: &mut Events<S>, piece: &mut Vec<Message>) -> io::Result<()> {
    loop {
        piece.extend(events.wait()?.map(Message::Input));
        if piece.len() == MOST_EVENTS || !events.more()? {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::in_pieces;
    use super::*;
    use crate::dashboard::{Event, Key};
    use crate::terminal::{Inbox, Mailbox};

    fn key(c: char) -> Message {
        Message::Input(Event::Key(Key::Char(c)))
    }

    #[test]
    fn what_comes_at_the_same_time_is_one_piece() {
        let mut events = Events::new(in_pieces(&["j j k", "q"]));
        let mut piece = Vec::new();
        read_piece(&mut events, &mut piece).expect("events");
        assert_eq!(piece, [key('j'), key('j'), key('k')]);
        piece.clear();
        read_piece(&mut events, &mut piece).expect("events");
        assert_eq!(piece, [key('q')]);
    }

    #[test]
    fn a_flood_comes_in_pieces_of_which_none_is_long() {
        let mut events = Events::new(in_pieces(&[&"j ".repeat(MOST_EVENTS + 1)]));
        let mut piece = Vec::new();
        read_piece(&mut events, &mut piece).expect("events");
        assert_eq!(piece.len(), MOST_EVENTS);
    }

    #[test]
    fn the_end_of_the_terminal_arrives_behind_the_last_key() {
        let (sender, mut mailbox) = Mailbox::new();
        let ended = forward(&mut Events::new(in_pieces(&["j", "k"])), &sender).expect_err("the end");
        sender.fail(ended).expect("somebody listens");
        assert_eq!(mailbox.wait(None).expect("a key"), Some(key('j')));
        assert_eq!(mailbox.wait(None).expect("a key"), Some(key('k')));
        assert!(mailbox.wait(None).is_err_and(|error| error.kind() == io::ErrorKind::UnexpectedEof));
    }

    #[test]
    fn nothing_is_read_for_nobody() {
        let (sender, mailbox) = Mailbox::new();
        drop(mailbox);
        let mut events = Events::new(in_pieces(&["j", "k"]));
        assert!(forward(&mut events, &sender).is_ok());
        assert_eq!(events.wait().expect("an event"), Some(Event::Key(Key::Char('k'))));
    }
}
