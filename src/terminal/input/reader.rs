//! Reads events: waits for bytes, for a new size, and for the silence that turns an `ESC` into a key.

use std::io;
use std::io::Read as _;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::parser::Parser;
use super::size;
use crate::dashboard::Event;

/// The size of Linux's terminal input buffer: everything pending is read at once, so a burst of keys becomes one frame.
const BUFFER: usize = 4096;
/// How long to leave the terminal alone while another program has it.
const BACKGROUND: Duration = Duration::from_millis(100);

/// Something to read keys from.
pub trait Input: AsFd {
    /// True if typed input is for us. Reading it as a background job would stop the job.
    fn is_ours(&self) -> bool;

    /// True if the mouse was asked for.
    fn has_mouse(&self) -> bool;
}

/// The events of a terminal, in the order in which they happen.
#[derive(Debug)]
pub struct EventReader<I> {
    input: I,
    /// Readable after a change of size.
    resized: UnixStream,
    parser: Parser,
    /// When the parser must give up on an unfinished sequence.
    deadline: Option<Instant>,
}

/// Why a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wakes {
    Input,
    Size,
    Silence,
    /// Something else, such as a signal.
    Nothing,
}

impl<I: Input> EventReader<I> {
    pub fn new(input: I, resized: UnixStream) -> Self {
        Self { input, resized, parser: Parser::default(), deadline: None }
    }

    /// Waits until something happens, and returns its events, of which there may be none. Keys that arrive together
    /// stay together.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::UnexpectedEof`] if the terminal is gone, or any other error of reading it.
    pub fn read(&mut self) -> io::Result<Vec<Event>> {
        match self.wait()? {
            Wakes::Input if !self.input.is_ours() => {
                std::thread::sleep(BACKGROUND);
                Ok(Vec::new())
            }
            Wakes::Input => self.read_input(),
            Wakes::Size => {
                // Several changes may be one event, since the size is read only now.
                let _ = self.resized.read(&mut [0; 64]);
                Ok(vec![Event::Resize(size())])
            }
            Wakes::Silence => {
                self.deadline = None;
                Ok(self.parser.give_up())
            }
            Wakes::Nothing => Ok(Vec::new()),
        }
    }

    fn read_input(&mut self) -> io::Result<Vec<Event>> {
        let mut bytes = [0; BUFFER];
        let read = match rustix::io::read(&self.input, &mut bytes) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => read,
            Err(Errno::INTR | Errno::AGAIN) => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut events = self.parser.feed(bytes.get(..read).unwrap_or_default());
        self.deadline = self.parser.timeout().map(|timeout| Instant::now() + timeout);
        if !self.input.has_mouse() {
            // Another program may have left mouse reports on.
            events.retain(|event| !matches!(event, Event::Click(_) | Event::Wheel(..)));
        }
        Ok(events)
    }

    /// Sleeps until there is something to do.
    fn wait(&self) -> io::Result<Wakes> {
        let left = self.deadline.map(|end| end.saturating_duration_since(Instant::now()));
        let left = left.map(Timespec::try_from).transpose().map_err(io::Error::other)?;
        let mut polled = [PollFd::new(&self.input, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        match poll(&mut polled, left.as_ref()) {
            Ok(0) => return Ok(Wakes::Silence),
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Wakes::Nothing),
            Err(error) => return Err(error.into()),
        }
        let [input, resized] = polled.map(|polled| polled.revents());
        if resized.contains(PollFlags::IN) {
            Ok(Wakes::Size)
        } else if input.contains(PollFlags::IN) {
            Ok(Wakes::Input)
        } else if input.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            Err(io::ErrorKind::UnexpectedEof.into())
        } else {
            Ok(Wakes::Nothing)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::dashboard::Key;

    /// One end of a connection as the terminal.
    struct TestLine {
        end: UnixStream,
        mouse: bool,
    }

    impl AsFd for TestLine {
        fn as_fd(&self) -> std::os::fd::BorrowedFd<'_> {
            self.end.as_fd()
        }
    }

    impl Input for TestLine {
        fn is_ours(&self) -> bool {
            true
        }

        fn has_mouse(&self) -> bool {
            self.mouse
        }
    }

    /// A reader, what types on it, and what tells it of a new size.
    fn reader(mouse: bool) -> (EventReader<TestLine>, UnixStream, UnixStream) {
        let (end, typist) = UnixStream::pair().expect("a connection");
        let (resized, window) = UnixStream::pair().expect("a connection");
        (EventReader::new(TestLine { end, mouse }, resized), typist, window)
    }

    fn key(c: char) -> Event {
        Event::Key(Key::Char(c))
    }

    #[test]
    fn bytes_that_come_together_are_read_together() {
        let (mut reader, mut typist, _window) = reader(false);
        typist.write_all(&[b'j'; 200]).expect("it is typed");
        assert_eq!(reader.read().expect("keys"), vec![key('j'); 200]);
        typist.write_all(b"k\x1b[").expect("it is typed");
        assert_eq!(reader.read().expect("a key"), [key('k')]);
        typist.write_all(b"B").expect("it is typed");
        assert_eq!(reader.read().expect("a key"), [Event::Key(Key::Down)]);
    }

    #[test]
    fn escape_is_a_key_after_some_silence_and_then_nothing_is_waited_for() {
        let (mut reader, mut typist, _window) = reader(false);
        typist.write_all(b"\x1b").expect("it is typed");
        assert_eq!(reader.read().expect("nothing yet"), []);
        assert!(reader.deadline.is_some());
        assert_eq!(reader.read().expect("a key"), [Event::Key(Key::Escape)]);
        assert_eq!(reader.deadline, None);
    }

    #[test]
    fn the_mouse_does_nothing_until_it_is_asked_for() {
        for on in [false, true] {
            let (mut reader, mut typist, _window) = reader(on);
            typist.write_all(b"\x1b[<0;1;1Mj").expect("it is typed");
            let click = on.then_some(Event::Click((0, 0).into()));
            let expected: Vec<Event> = click.into_iter().chain([key('j')]).collect();
            assert_eq!(reader.read().expect("events"), expected);
        }
    }

    #[test]
    fn many_changes_of_size_are_one() {
        let (mut reader, mut typist, mut window) = reader(false);
        window.write_all(b"XXXX").expect("signals");
        typist.write_all(b"j").expect("it is typed");
        assert!(matches!(reader.read().expect("a size")[..], [Event::Resize(_)]));
        assert_eq!(reader.read().expect("a key"), [key('j')]);
    }

    #[test]
    fn the_end_of_the_terminal_comes_after_the_last_key() {
        let (mut reader, mut typist, _window) = reader(false);
        typist.write_all(b"j").expect("it is typed");
        drop(typist);
        assert_eq!(reader.read().expect("a key"), [key('j')]);
        assert!(reader.read().is_err_and(|error| error.kind() == io::ErrorKind::UnexpectedEof));
    }
}
