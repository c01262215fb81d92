//! Decodes the messages of a connection to a talk.

use super::hello::{self, Hello};
use super::lines::{LineTooLong, Lines};
use super::speaker::Briefing;
use super::{LINE_BYTES, VERSION, scene};
use crate::formats::Fingerprint;
use crate::stage::scene::Scene;

/// A message from a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The dataset of all scenes from here on.
    Hello(Hello),
    /// The scene that is shown now; on the notes socket, with what only the speaker sees.
    Scene(Box<Scene>, Option<Box<Briefing>>),
    /// The talk accepts no more followers.
    Full,
    /// The talk uses a newer version of this protocol, so its scenes would be misread.
    Newer(u64),
}

/// Decodes one connection.
#[derive(Debug, Default)]
pub struct Listener {
    lines: Lines,
    subject: HeardSubject,
    /// The number of the last scene.
    seq: Option<u64>,
}

/// The dataset of the scenes that arrive.
#[derive(Debug, Default)]
enum HeardSubject {
    /// Not known: a broker passes on the newest line alone.
    #[default]
    Unknown,
    Known(Hello),
    /// The scenes use a newer version of this protocol.
    Newer,
}

impl Listener {
    /// Takes bytes as they arrive, and passes on the messages in them. Lines that mean nothing are ignored, and so are
    /// scenes that are older than another one since the last hello.
    ///
    /// # Errors
    ///
    /// If a line is too long. Nothing is decoded after that.
    pub fn take(&mut self, bytes: &[u8], mut each: impl FnMut(Heard)) -> Result<(), LineTooLong> {
        let Self { lines, subject, seq } = self;
        lines.take(bytes, LINE_BYTES, |line| {
            if let Some(heard) = heard(line, (subject, seq)) {
                each(heard);
            }
        })
    }
}

fn heard(line: &[u8], (subject, seq): (&mut HeardSubject, &mut Option<u64>)) -> Option<Heard> {
    if let Ok(first) = serde_json::from_slice::<hello::ReadHello>(line) {
        if first.horgos != u64::from(VERSION) {
            *subject = HeardSubject::Newer;
            return Some(Heard::Newer(first.horgos));
        }
        if first.full {
            return Some(Heard::Full);
        }
        let now = Hello::from(first);
        // Through a pipe, a restarted talk counts its scenes from the beginning.
        (*subject, *seq) = (HeardSubject::Known(now.clone()), None);
        return Some(Heard::Hello(now));
    }
    let read: scene::ReadScene = serde_json::from_slice(line).ok()?;
    if seq.is_some_and(|seq| read.seq <= seq) {
        return None;
    }
    let number = read.seq;
    let (scene, briefing) = match subject {
        HeardSubject::Newer => return None,
        HeardSubject::Known(hello) => read.into_scene(hello.data, hello.steps),
        HeardSubject::Unknown => read.into_scene(Fingerprint::default(), 0),
    };
    *seq = Some(number);
    Some(Heard::Scene(Box::new(scene), briefing.map(Box::new)))
}
