//! The thread that reads the keyboard.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::thread;

use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use super::reader::{EventReader, Input};
use crate::terminal::inbox::{Closed, Sender};
use crate::terminal::{Message, Session};

/// The terminal's keyboard and mouse, and its changes of size. A process needs exactly one: two readers of a terminal
/// would take keys from each other.
#[derive(Debug)]
pub struct Keyboard(EventReader<Arc<Session>>);

impl Keyboard {
    /// Starts to listen. Read the terminal's size only after this, so that no later change of it is missed. Let the
    /// session take the terminal first, since only raw input delivers each key as it is pressed.
    ///
    /// # Errors
    ///
    /// If the system refuses the socket pair, or the handler that reports changes of size.
    pub fn open(session: &Arc<Session>) -> io::Result<Self> {
        let (resized, wakes) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        pipe::register(SIGWINCH, wakes)?;
        Ok(Self(EventReader::new(Arc::clone(session), resized)))
    }

    /// Sends all events from a thread of its own. The thread lives as long as the process, since nothing interrupts a
    /// wait for keys. If the terminal goes away, the [`Watchdog`](crate::terminal::Watchdog) ends the process.
    ///
    /// # Errors
    ///
    /// If the system refuses a thread.
    pub fn send_to(mut self, sender: Sender) -> io::Result<()> {
        thread::Builder::new().name("keyboard".into()).spawn(move || {
            match forward(&mut self.0, &sender) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => loop {
                    thread::park();
                },
                Err(error) => {
                    // If the mailbox is closed, the program is over and the error irrelevant.
                    let _ = sender.fail(error);
                }
                Ok(()) => {}
            }
        })?;
        Ok(())
    }
}

impl Input for Arc<Session> {
    fn is_ours(&self) -> bool {
        Session::is_ours(self)
    }

    fn has_mouse(&self) -> bool {
        Session::has_mouse(self)
    }
}

/// Sends events, batch by batch, until the mailbox is closed.
fn forward<I: Input>(reader: &mut EventReader<I>, sender: &Sender) -> io::Result<()> {
    loop {
        let piece: Vec<Message> = reader.read()?.into_iter().map(Message::Input).collect();
        if !piece.is_empty() && sender.send(piece) == Err(Closed) {
            return Ok(());
        }
    }
}
