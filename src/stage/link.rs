//! The connection of a follower or of the notes: a thread that reads it and reconnects.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::protocol::{Heard, Listener, command_line};
use super::remote::Remote;
use crate::text::harmless::reason;

/// How long to wait before reconnecting, at first and after [`LONG`].
const SOON: Duration = Duration::from_secs(1);
const LATER: Duration = Duration::from_secs(5);
/// After this long without a talk, reconnecting is not urgent.
const LONG: Duration = Duration::from_secs(60);
/// How long to wait for a presenter that does not read a command.
const COMMAND_PATIENCE: Duration = Duration::from_millis(200);

/// Something that arrived over the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// A message from the talk.
    Heard(Heard),
    /// The connection was lost.
    Lost {
        /// The system's reason, unless nothing is listening.
        why: Option<String>,
        /// True if it will try again.
        retries: bool,
    },
}

/// Where scenes come from.
#[derive(Debug)]
pub enum SceneSource {
    /// A socket, which is reconnected when the connection ends.
    Socket(PathBuf),
    /// A pipe, which ends once.
    Pipe(File),
}

/// Sends commands to the talk while connected.
#[derive(Debug, Clone, Default)]
pub struct Drive(Arc<Mutex<Option<UnixStream>>>);

/// Reads scenes.
#[derive(Debug)]
pub struct Link {
    source: SceneSource,
    drive: Drive,
}

impl Link {
    /// A link that is not connected yet.
    #[must_use]
    pub fn new(source: SceneSource) -> Self {
        Self { source, drive: Drive::default() }
    }

    /// Sends commands back to the talk.
    #[must_use]
    pub fn drive(&self) -> Drive {
        self.drive.clone()
    }

    /// Reads in a thread of its own. Everything that arrives together is passed to `deliver` together; that returns
    /// false to stop.
    ///
    /// # Errors
    ///
    /// If the system refuses a thread.
    pub fn send_to(self, mut deliver: impl FnMut(Vec<Arrival>) -> bool + Send + 'static) -> io::Result<()> {
        thread::Builder::new().name("link".into()).spawn(move || self.run(&mut deliver))?;
        Ok(())
    }

    /// Reads until `deliver` returns false or the pipe ends.
    pub fn run(self, deliver: &mut dyn FnMut(Vec<Arrival>) -> bool) {
        let Self { source, drive } = self;
        let path = match source {
            SceneSource::Pipe(mut pipe) => {
                let end = relay(&mut pipe, deliver);
                deliver(vec![Arrival::Lost { why: end.why, retries: false }]);
                return;
            }
            SceneSource::Socket(path) => path,
        };
        let mut lost_since = Instant::now();
        loop {
            let connected = UnixStream::connect(&path).and_then(|stream| Ok((stream.try_clone()?, stream)));
            let end = match connected {
                Ok((mut stream, own)) => {
                    *drive.lock() = Some(own);
                    let end = relay(&mut stream, deliver);
                    *drive.lock() = None;
                    lost_since = Instant::now();
                    end
                }
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => {
                    ConnectionEnd::default()
                }
                Err(error) => ConnectionEnd { why: Some(reason(&error)), was_refused: false },
            };
            // A refused follower knows why already.
            if !end.was_refused && !deliver(vec![Arrival::Lost { why: end.why, retries: true }]) {
                return;
            }
            thread::sleep(pause(lost_since.elapsed()));
        }
    }
}

/// How long to wait before reconnecting, after this long without a connection.
fn pause(lost_for: Duration) -> Duration {
    if lost_for < LONG { SOON } else { LATER }
}

/// How a connection ended.
#[derive(Debug, Default, PartialEq, Eq)]
struct ConnectionEnd {
    /// The system's reason, if it failed.
    why: Option<String>,
    /// True if the talk said why it closed the connection.
    was_refused: bool,
}

/// Passes on what arrives until the connection ends; of scenes that arrive together, only the newest.
fn relay(stream: &mut dyn Read, deliver: &mut dyn FnMut(Vec<Arrival>) -> bool) -> ConnectionEnd {
    let (mut listener, mut bytes) = (Listener::default(), vec![0; 16 * 1024]);
    let mut was_refused = false;
    loop {
        let read = match stream.read(&mut bytes) {
            Ok(0) => return ConnectionEnd { why: None, was_refused },
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == ErrorKind::ConnectionReset => {
                return ConnectionEnd { why: None, was_refused };
            }
            Err(error) => return ConnectionEnd { why: Some(reason(&error)), was_refused },
        };
        let mut arrived: Vec<Arrival> = Vec::new();
        let taken = listener.take(&bytes[..read], |heard| {
            if matches!(heard, Heard::Scene(..))
                && matches!(arrived.last(), Some(Arrival::Heard(Heard::Scene(..))))
            {
                arrived.pop();
            }
            was_refused = matches!(heard, Heard::Full | Heard::Newer(_));
            arrived.push(Arrival::Heard(heard));
        });
        if !arrived.is_empty() && !deliver(arrived) {
            return ConnectionEnd::default();
        }
        if taken.is_err() {
            return ConnectionEnd { why: Some("what it sends is not a talk".to_owned()), was_refused: false };
        }
    }
}

impl Drive {
    /// Sends a command. False if there was no one to take it.
    #[must_use]
    pub fn send(&self, remote: Remote) -> bool {
        let Some(line) = command_line(remote) else { return false };
        let connection = self.lock();
        let Some(mut stream) = connection.as_ref() else { return false };
        stream.set_write_timeout(Some(COMMAND_PATIENCE)).is_ok() && stream.write_all(line.as_bytes()).is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, Option<UnixStream>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_presenter_is_tried_each_second_for_a_minute_and_then_less_often() {
        let seconds = Duration::from_secs;
        for (lost_for, expected) in [(0, 1), (59, 1), (60, 5), (86_400, 5)] {
            assert_eq!(pause(seconds(lost_for)), seconds(expected), "{lost_for} s");
        }
    }

    #[test]
    fn the_newest_of_waiting_scenes_is_handed_on() {
        let talk = "{\"horgos\":1,\"stage\":\"hello\"}\n{\"seq\":1,\"view\":\"a\"}\n{\"seq\":2,\"view\":\"b\"}\n\
            {\"horgos\":1,\"stage\":\"hello\",\"steps\":2}\n{\"seq\":3,\"view\":\"c\"}\n";
        let mut all = Vec::new();
        let end = relay(&mut talk.as_bytes(), &mut |arrived| {
            all.extend(arrived);
            true
        });
        let views: Vec<&str> = all
            .iter()
            .map(|arrival| match arrival {
                Arrival::Heard(Heard::Scene(scene, _)) => scene.view.as_str(),
                Arrival::Heard(_) | Arrival::Lost { .. } => "hello",
            })
            .collect();
        assert_eq!((end, views), (ConnectionEnd::default(), vec!["hello", "b", "hello", "c"]));
    }
}
